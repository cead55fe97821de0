"""Closed sets of a member's attendance, each with its words beside it."""

from enum import Enum


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
