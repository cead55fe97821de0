"""What can be said about one member and one session."""

from enum import Enum


class Status(Enum):
    """Attendance of one member at one session; nothing is ever filled in by the program."""

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
