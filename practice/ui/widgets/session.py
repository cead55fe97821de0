"""The clock of a session and the plan it follows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from practice.ui.theme import Role, Type, follow, theme
from practice.ui.widgets import paint
from practice.ui.widgets.paint import Face
from practice.ui.widgets.text import Text

_BAR, _GAP, _DROP = 5, 4, 4


class TimerLabel(Text):
    """Minutes and seconds in figures of one width, so that the clock stands still as it runs."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("0:00", Type.TIMER, tabular=True, parent=parent)
        self.show_seconds(0)

    def show_seconds(self, seconds: int) -> None:
        """Show whole seconds since the start as minutes and seconds, as lines carry them: 75:10."""
        minutes, last = divmod(max(0, seconds), 60)
        words = f"{minutes:02}:{last:02}"
        self.setText(words)
        self.setAccessibleName(f"Session time {words}")


@dataclass(frozen=True)
class PlanPart:
    """One part of a session's plan, in minutes."""

    name: str
    minutes: int


class PlanBar(QWidget):
    """The parts of the plan in proportion, filled as far as the plan's own clock has come."""

    def __init__(self, parts: Sequence[PlanPart] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts, self._elapsed = tuple(parts), 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self._restyle)
        self._tell()

    def set_elapsed(self, minutes: float) -> None:
        """How far the plan has come."""
        self._elapsed = minutes
        self._tell()

    def current(self) -> PlanPart | None:
        """The part the plan is in; the last one once it is over, None without a plan."""
        end = 0
        for part in self._parts:
            end += part.minutes
            if self._elapsed < end:
                return part
        return self._parts[-1] if self._parts else None

    def _tell(self) -> None:
        part = self.current()
        self.setAccessibleName(f"Session plan, now {part.name}" if part else "Session plan")
        self.update()

    def _restyle(self) -> None:
        self.setFont(theme().font(Type.SMALL))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _BAR + _DROP + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, now = paint.begin(self), self.current()
        total = sum(part.minutes for part in self._parts)
        room = self.width() - _GAP * (len(self._parts) - 1)
        left, begun = 0.0, 0
        for part in self._parts:
            width = room * part.minutes / total
            done = min(1.0, max(0.0, (self._elapsed - begun) / part.minutes))
            self._bar(painter, QRectF(left, 0, width, _BAR), done)
            self._name(painter, QRectF(left, _BAR + _DROP, width, self.height()), part, part is now)
            left, begun = left + width + _GAP, begun + part.minutes

    def _bar(self, painter: QPainter, box: QRectF, done: float) -> None:
        paint.ground(painter, box, _BAR / 2, Face(fill=Role.NEUTRAL_SOFT))
        if done > 0:
            filled = QRectF(box.left(), box.top(), max(_BAR, box.width() * done), box.height())
            paint.ground(painter, filled, _BAR / 2, Face(fill=Role.ACCENT))

    def _name(self, painter: QPainter, box: QRectF, part: PlanPart, now: bool) -> None:
        painter.setFont(theme().font(Type.LABEL if now else Type.SMALL))
        painter.setPen(theme().color(Role.TEXT if now else Role.TEXT2))
        metrics = painter.fontMetrics()
        words = metrics.elidedText(part.name, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, words)
