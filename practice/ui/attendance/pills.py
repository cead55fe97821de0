"""How a status looks wherever it is listed."""

from practice.models.enums.attendance import STATUS_WORDS, Status
from practice.ui.widgets.pill import PillKind, StatusPill

KINDS = {
    Status.UNRECORDED: PillKind.TO_MARK,
    Status.ATTENDED: PillKind.PRESENT,
    Status.NO_SHOW: PillKind.NO_SHOW,
    Status.LATE_CANCEL: PillKind.LATE,
    Status.CLIENT_CANCEL: PillKind.NEUTRAL,
    Status.EXCUSED: PillKind.EXCUSED,
    Status.PROVIDER_CANCEL: PillKind.NEUTRAL,
}


def status_pill(status: Status) -> StatusPill:
    """Colour, icon and word."""
    return StatusPill(KINDS[status], STATUS_WORDS[status])
