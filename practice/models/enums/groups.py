"""Closed sets of a group, who joins and who leaves it, each with its words beside it."""

from enum import Enum


class GroupKind(Enum):
    """What a group is for."""

    THERAPY = "therapy"
    PSYCHOEDUCATION = "psychoeducation"
    PEER_SUPPORT = "peer-support"
    MICRO = "micro"


GROUP_KIND_WORDS = {
    GroupKind.THERAPY: "Group therapy",
    GroupKind.PSYCHOEDUCATION: "Psychoeducation",
    GroupKind.PEER_SUPPORT: "Peer support",
    GroupKind.MICRO: "Micro-group",
}


class Orientation(Enum):
    """What a group works towards, where substances are its subject."""

    EITHER = "either"
    ABSTINENCE = "abstinence"
    HARM_REDUCTION = "harm-reduction"


ORIENTATION_WORDS = {
    Orientation.EITHER: "Either",
    Orientation.ABSTINENCE: "Abstinence",
    Orientation.HARM_REDUCTION: "Harm reduction",
}


class Intake(Enum):
    """Whether people may still join a group once it has begun."""

    OPEN = "open"
    CLOSED = "closed"


INTAKE_WORDS = {
    Intake.OPEN: "Open: people may join at any time",
    Intake.CLOSED: "Closed: nobody joins once it has begun",
}


class LeftBecause(Enum):
    """Why someone left a group, as far as the front desk may know."""

    COMPLETED = "completed"
    MOVED = "moved"
    TIME = "time"
    WORK = "work"
    MOVED_AWAY = "moved-away"
    TRANSPORT = "transport"
    COST = "cost"
    ELSEWHERE = "elsewhere"
    OWN_WISH = "own-wish"
    NO_CONTACT = "no-contact"
    OTHER = "other"


LEFT_BECAUSE_WORDS = {
    LeftBecause.COMPLETED: "Completed the group",
    LeftBecause.MOVED: "Moved to another group",
    LeftBecause.TIME: "The time no longer fits",
    LeftBecause.WORK: "Work or school",
    LeftBecause.MOVED_AWAY: "Moved away",
    LeftBecause.TRANSPORT: "Getting here",
    LeftBecause.COST: "Cost or coverage",
    LeftBecause.ELSEWHERE: "Goes on elsewhere",
    LeftBecause.OWN_WISH: "Own wish",
    LeftBecause.NO_CONTACT: "Lost contact",
    LeftBecause.OTHER: "Something else",
}


class VisitBecause(Enum):
    """Why someone comes to one session of a group they are not in."""

    MAKE_UP = "make-up"
    WAITING = "waiting"
    TRYING = "trying"
    OTHER = "other"


VISIT_BECAUSE_WORDS = {
    VisitBecause.MAKE_UP: "Makes up for a missed session",
    VisitBecause.WAITING: "On the waitlist, took a free seat",
    VisitBecause.TRYING: "Getting to know the group",
    VisitBecause.OTHER: "Something else",
}


class OfferState(Enum):
    """What became of an offer; only a person ever changes it."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


OFFER_STATE_WORDS = {
    OfferState.OFFERED: "Offered",
    OfferState.ACCEPTED: "Accepted",
    OfferState.DECLINED: "Declined",
    OfferState.EXPIRED: "No answer",
    OfferState.WITHDRAWN: "Withdrawn",
}
