"""How a member's attendance has been, with counts and what they are counted of."""

from collections import Counter

from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.desk.history import Visit, visits
from practice.desk.members import OLDEST
from practice.desk.practice import today
from practice.desk.rates import Counts
from practice.models.enums.attendance import STATUS_WORDS
from practice.ui.context import Context, Place
from practice.ui.icons import Icon
from practice.ui.members.strip import AttendanceStrip
from practice.ui.section import Section
from practice.ui.theme import SPACE, Type
from practice.ui.widgets.text import ElidedText, Text

LISTED = 16
LOOK = "Arrow keys or the mouse tell each session in words; Enter or a click opens it."


class Attendance(Section):
    """The newest sessions as marks; below them one in words, then the rate."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Attendance", Icon.CHECK_CIRCLE, parent=parent)
        self.strip = AttendanceStrip()
        self.told = ElidedText("", Type.SECONDARY)
        self._rate = Text("", Type.SMALL, wrap=True)
        words = QVBoxLayout()
        words.setContentsMargins(SPACE.s, 0, SPACE.s, 0)
        words.setSpacing(2)
        words.addWidget(self.told)
        words.addWidget(self._rate)
        self.body.insertWidget(1, self.strip)
        self.body.insertLayout(2, words)
        self.strip.told.connect(self.told.setText)
        self.strip.opened.connect(lambda one: context.go.emit(Place.SESSION, one.session_id))

    def show_member(self, member_id: str) -> None:
        """Show a member's newest sessions."""
        found = visits(member_id, OLDEST, today(), LISTED)
        self.strip.show_visits(found)
        self.told.setText(LOOK)
        self._rate.setText(summary(found))
        for part in (self.told, self._rate):
            part.setVisible(bool(found))
        newest = f"newest {LISTED}" if len(found) == LISTED else ""
        self.show_rows([], "" if found else "No sessions yet.", newest)


def summary(found: list[Visit]) -> str:
    """`Attended 8/9 = 88.9% (56.5–98.0). Not counted: 1 excused.`"""
    statuses = [visit.status for visit in found]
    words = f"Attended {Counts.of(statuses).attendance_rate.words()}."
    aside = Counter(status for status in statuses if status in Counts.in_no_rate)
    left_out = [f"{n} {STATUS_WORDS[status].lower()}" for status, n in aside.items()]
    return f"{words} Not counted: {', '.join(left_out)}." if left_out else words
