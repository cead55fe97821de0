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


class GoalStatus(Enum):
    """Where a goal of the treatment plan stands."""

    ACTIVE = "active"
    MET = "met"
    REVISED = "revised"
    STOPPED = "stopped"


GOAL_STATUS_WORDS = {
    GoalStatus.ACTIVE: "In progress",
    GoalStatus.MET: "Met",
    GoalStatus.REVISED: "Replaced by another goal",
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


class NoteState(Enum):
    """A signed note never changes again; the database itself refuses."""

    DRAFT = "draft"
    SIGNED = "signed"
