"""The attendance of a group's last sessions as small bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from practice.desk.schedule import Tally
from practice.models.enums.sessions import SessionState
from practice.ui.theme import Role, follow, theme
from practice.ui.widgets import paint
from practice.ui.widgets.paint import Face
from practice.ui.widgets.text import plain_tip

SESSIONS = 6
_WIDTH, _GAP, _HEIGHT = 12, 4, 28


@dataclass(frozen=True)
class Bar:
    """`share` of those expected came; None where the session was not held or not recorded."""

    share: float | None
    words: str


def bar(state: SessionState, tally: Tally | None) -> Bar:
    """One session as a bar and in words."""
    if state is SessionState.CANCELLED:
        return Bar(None, "cancelled")
    if state is not SessionState.HELD or tally is None:
        return Bar(None, "not recorded")
    if not tally.expected:
        return Bar(None, "nobody expected")
    return Bar(tally.attended / tally.expected, f"{tally.attended} of {tally.expected}")


class AttendanceStrip(QWidget):
    """Oldest at the left. Hollow bars stand for sessions that were not held or not recorded."""

    def __init__(self, bars: Sequence[Bar], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = tuple(bars)
        words = ", ".join(each.words for each in bars) or "none yet"
        self.setAccessibleName(f"Attendance of the last {SESSIONS} sessions: {words}")
        plain_tip(self, words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self.updateGeometry)

    def sizeHint(self) -> QSize:
        px = theme().px
        return QSize(SESSIONS * px(_WIDTH) + (SESSIONS - 1) * _GAP, px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, width, height = paint.begin(self), theme().px(_WIDTH), float(self.height())
        left = float((SESSIONS - len(self._bars)) * (width + _GAP))
        for each in self._bars:
            box = QRectF(left, 0, width, height)
            if each.share is None:
                hollow = Face(border=Role.BORDER_STRONG, dashed=True)
                paint.ground(painter, box.adjusted(0, height - 10, 0, 0), 3, hollow)
            else:
                filled = box.adjusted(0, height - max(3.0, height * each.share), 0, 0)
                paint.ground(painter, box, 3, Face(fill=Role.NEUTRAL_SOFT))
                paint.ground(painter, filled, 3, Face(fill=Role.PRESENT))
            left += width + _GAP
