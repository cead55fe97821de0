"""Closed sets of the schedule, each with its words beside it."""

from enum import Enum


class SessionKind(Enum):
    """Whom a session is with: a group, or one member with a clinician or with a peer."""

    GROUP = "group"
    INDIVIDUAL = "individual"
    PEER = "peer"


SESSION_KIND_WORDS = {
    SessionKind.GROUP: "Group",
    SessionKind.INDIVIDUAL: "Individual session",
    SessionKind.PEER: "Peer contact",
}


class SessionState(Enum):
    """A session's life: live from Start to End, held once it has ended."""

    PLANNED = "planned"
    LIVE = "live"
    HELD = "held"
    CANCELLED = "cancelled"


SESSION_STATE_WORDS = {
    SessionState.PLANNED: "Planned",
    SessionState.LIVE: "Running",
    SessionState.HELD: "Held",
    SessionState.CANCELLED: "Cancelled",
}


class ToPlaceWhy(Enum):
    """Why someone waits for a time."""

    MISSED = "missed"
    REFERRAL = "referral"
    MOVE = "move"


TO_PLACE_WORDS = {
    ToPlaceWhy.MISSED: "Missed and wants another time",
    ToPlaceWhy.REFERRAL: "New referral",
    ToPlaceWhy.MOVE: "Asks to move",
}
