"""Every closed set in the files, each with its words in one dictionary beside it."""

from enum import Enum


class Role(Enum):
    """What a person may open; the vault's key table decides, this only names it."""

    OWNER = "owner"
    CLINICIAN = "clinician"
    SUPERVISOR = "supervisor"
    FRONT_DESK = "frontdesk"


class Paper(Enum):
    """The paper a practice prints on."""

    LETTER = "letter"
    A4 = "a4"


PAPER_WORDS = {Paper.LETTER: "Letter", Paper.A4: "A4"}


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


class PayerKind(Enum):
    """Who pays for a member's care; a fee depends on it (42 CFR 447.15 for Medicaid)."""

    COMMERCIAL = "commercial"
    MEDICAID = "medicaid"
    MEDICARE = "medicare"
    SELF_PAY = "self-pay"
    OTHER = "other"


PAYER_KIND_WORDS = {
    PayerKind.COMMERCIAL: "Commercial insurance",
    PayerKind.MEDICAID: "Medicaid",
    PayerKind.MEDICARE: "Medicare",
    PayerKind.SELF_PAY: "Self-pay",
    PayerKind.OTHER: "Other",
}


class Answer(Enum):
    """What a member said to a question about reaching them."""

    NOT_ASKED = "not-asked"
    YES = "yes"
    NO = "no"


ANSWER_WORDS = {Answer.NOT_ASKED: "Not asked yet", Answer.YES: "Yes", Answer.NO: "No"}


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


class Status(Enum):
    """One member's attendance at one session; the rules are in desk/attendance.py.

    Late and left early are no statuses: they follow from presence, and both may hold.
    """

    UNRECORDED = "unrecorded"
    ATTENDED = "attended"
    NO_SHOW = "no-show"
    LATE_CANCEL = "late-cancel"
    CLIENT_CANCEL = "client-cancel"
    EXCUSED = "excused"
    PROVIDER_CANCEL = "provider-cancel"


STATUS_WORDS = {
    Status.UNRECORDED: "Not recorded",
    Status.ATTENDED: "Attended",
    Status.NO_SHOW: "No-show",
    Status.LATE_CANCEL: "Late cancel",
    Status.CLIENT_CANCEL: "Cancelled by client",
    Status.EXCUSED: "Excused",
    Status.PROVIDER_CANCEL: "Cancelled by practice",
}


FREES_SEAT = (
    Status.LATE_CANCEL,
    Status.CLIENT_CANCEL,
    Status.EXCUSED,
    Status.PROVIDER_CANCEL,
)
"""Who has one of these does not come, so that somebody else may have the seat."""


class MissedBecause(Enum):
    """Why a member missed a session, as far as the front desk may know."""

    CONNECTION = "connection"
    DEVICE = "device"
    CHILDCARE = "childcare"
    TRANSPORT = "transport"
    WORK = "work"
    COST = "cost"
    ILLNESS = "illness"
    OTHER = "other"


MISSED_BECAUSE_WORDS = {
    MissedBecause.CONNECTION: "Connection",
    MissedBecause.DEVICE: "Device",
    MissedBecause.CHILDCARE: "Childcare",
    MissedBecause.TRANSPORT: "Transport",
    MissedBecause.WORK: "Work",
    MissedBecause.COST: "Cost",
    MissedBecause.ILLNESS: "Illness",
    MissedBecause.OTHER: "Something else",
}


class Mode(Enum):
    """How a member took part."""

    VIDEO = "video"
    AUDIO = "audio"
    IN_PERSON = "in-person"


MODE_WORDS = {
    Mode.VIDEO: "Audio and video",
    Mode.AUDIO: "Audio only",
    Mode.IN_PERSON: "In person",
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


class PlanState(Enum):
    """A signed version of a plan never changes again; the database itself refuses."""

    DRAFT = "draft"
    SIGNED = "signed"


class GoalStatus(Enum):
    """Where a part of the treatment plan stands: a problem, goal, objective or intervention."""

    ACTIVE = "active"
    MET = "met"
    REVISED = "revised"
    STOPPED = "stopped"


GOAL_STATUS_WORDS = {
    GoalStatus.ACTIVE: "In progress",
    GoalStatus.MET: "Met",
    GoalStatus.REVISED: "Replaced",
    GoalStatus.STOPPED: "Stopped",
}


class Progress(Enum):
    """The clinician's word on one goal in one session."""

    FORWARD = "forward"
    STEADY = "steady"
    BACK = "back"
    NOT_WORKED_ON = "not-worked-on"


PROGRESS_WORDS = {
    Progress.FORWARD: "Progress",
    Progress.STEADY: "No change",
    Progress.BACK: "Setback",
    Progress.NOT_WORKED_ON: "Not worked on",
}


class Rated(Enum):
    """What a member puts a number to, from 0 to 10."""

    URGE = "urge"
    MOOD = "mood"


RATED_WORDS = {Rated.URGE: "Urge", Rated.MOOD: "Mood"}


class RatedWhen(Enum):
    """When in the session it was asked."""

    BEFORE = "before"
    AFTER = "after"


RATED_WHEN_WORDS = {RatedWhen.BEFORE: "before", RatedWhen.AFTER: "after"}


class Family(Enum):
    """The kinds of techniques in the library."""

    CBT = "cbt"
    MI = "mi"
    MINDFULNESS = "mindfulness"
    RELAPSE_PREVENTION = "relapse-prevention"
    SKILLS = "skills"
    PSYCHOEDUCATION = "psychoeducation"
    METAPHOR = "metaphor"
    MOVEMENT = "movement"


FAMILY_WORDS = {
    Family.CBT: "CBT",
    Family.MI: "Motivational interviewing",
    Family.MINDFULNESS: "Mindfulness",
    Family.RELAPSE_PREVENTION: "Relapse prevention",
    Family.SKILLS: "Skills",
    Family.PSYCHOEDUCATION: "Psychoeducation",
    Family.METAPHOR: "Metaphor cards",
    Family.MOVEMENT: "Movement",
}


class Suitability(Enum):
    """Whether a kind of group is for a member now, as a clinician judged."""

    SUITED = "suited"
    INDIVIDUAL_FIRST = "individual-first"
    NOT_NOW = "not-now"


SUITABILITY_WORDS = {
    Suitability.SUITED: "Can take part",
    Suitability.INDIVIDUAL_FIRST: "Needs individual work first",
    Suitability.NOT_NOW: "Not suited now",
}


class NoteState(Enum):
    """A signed note never changes again; the database itself refuses."""

    DRAFT = "draft"
    SIGNED = "signed"
