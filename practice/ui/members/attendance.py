"""How a member's attendance has been, with counts and what they are counted of."""

from collections import Counter
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from practice.desk.history import Visit, visits
from practice.desk.practice import today
from practice.desk.rates import Counts
from practice.models.enums.attendance import STATUS_WORDS, Status
from practice.ui.attendance.pills import status_pill
from practice.ui.icons import Icon
from practice.ui.section import Section
from practice.ui.theme import SPACE, Type
from practice.ui.widgets.pill import PillKind, StatusPill
from practice.ui.widgets.rows import ListRow
from practice.ui.widgets.text import Text
from practice.ui.words import day_near

WEEKS = 12
LISTED = 8
_UNCOUNTED = (Status.EXCUSED, Status.PROVIDER_CANCEL, Status.UNRECORDED)


class Attendance(Section):
    """The last twelve weeks: the rate in words, then the newest sessions."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("Attendance", Icon.CHECK_CIRCLE, parent=parent)

    def show_member(self, member_id: str) -> None:
        """Show a member's newest sessions."""
        day = today()
        found = visits(member_id, day - timedelta(weeks=WEEKS), day)
        rows: list[QWidget] = []
        if found:
            rows.append(_summary(found))
            rows += [_row(visit, day) for visit in reversed(found[-LISTED:])]
        self.show_rows(rows, "No sessions yet.", f"last {WEEKS} weeks" if found else "")


def summary(found: list[Visit]) -> str:
    """`Attended 8/9 = 88.9% (56.5–98.0). Not counted: 1 excused.`"""
    statuses = [visit.status for visit in found]
    words = f"Attended {Counts.of(statuses).attendance_rate.words()}."
    aside = Counter(status for status in statuses if status in _UNCOUNTED)
    left_out = [f"{n} {STATUS_WORDS[status].lower()}" for status, n in aside.items()]
    return f"{words} Not counted: {', '.join(left_out)}." if left_out else words


def _summary(found: list[Visit]) -> Text:
    words = Text(summary(found), Type.SMALL, wrap=True)
    words.setContentsMargins(SPACE.s, 0, SPACE.s, SPACE.xs)
    return words


def _row(visit: Visit, day: date) -> ListRow:
    when = f"{day_near(visit.starts.date(), day)}, {visit.starts:%H:%M}"
    return ListRow(when, visit.service, trailing=(_pill(visit),))


def _pill(visit: Visit) -> StatusPill:
    if visit.status is not Status.ATTENDED:
        return status_pill(visit.status)
    if visit.late:
        return StatusPill(PillKind.LATE, f"Late {visit.late} min")
    if visit.left_early:
        return StatusPill(PillKind.LEFT_EARLY, f"Left {visit.left_early} min early")
    return StatusPill(PillKind.PRESENT, f"{visit.minutes} min")
