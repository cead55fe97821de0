"""A month at a glance: six weeks of days, each with its first appointments."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from practice.desk.calendar import Appointment, What
from practice.ui.schedule.calendar_view import CalendarView
from practice.ui.schedule.columns import DAYS
from practice.ui.schedule.hatch import hatching
from practice.ui.schedule.keys import Do, Where, find
from practice.ui.schedule.looks import look_of, state_of
from practice.ui.schedule.shown import WEEKS, Shown, View
from practice.ui.theme import SIZE, SPACE, Role, Type, theme
from practice.ui.widgets import paint
from practice.ui.widgets.paint import Face, write
from practice.ui.widgets.text import Text
from practice.ui.widgets.tile import Tile
from practice.ui.words import long_day

_HEADS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_PLAIN, _OTHER = Face(fill=Role.SURFACE, border=Role.BORDER), Face(fill=Role.BG, border=Role.BORDER)
_HOVER = Face(fill=Role.HOVER, border=Role.BORDER_STRONG)
_STEPS = {Do.LEFT: -1, Do.RIGHT: 1, Do.UP: -DAYS, Do.DOWN: DAYS}


class DayCell(Tile):
    """One day. Enter or a click opens it."""

    focused = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(_PLAIN, _HOVER, parent=parent)
        self.day = date.min
        self._found: tuple[Appointment, ...] = ()
        self._closed = ""
        self._now: datetime | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(SIZE.target)

    def show_day(self, day: date, month: int, found: Sequence[Appointment], now: datetime) -> None:
        """Be this day; `found` is what there is on it, closures too."""
        self.day, self._now = day, now
        self._found = tuple(one for one in found if one.what is not What.CLOSURE)
        self._closed = next((one.title for one in found if one.what is What.CLOSURE), "")
        self._rest = _PLAIN if day.month == month else _OTHER
        said = [f"{one.starts:%H:%M} {one.title}" for one in self._found]
        parts = (long_day(day), f"closed: {self._closed}" if self._closed else "", *said)
        words = ", ".join(part for part in parts if part)
        self.setAccessibleName(words if said else f"{words}, nothing planned")
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._now is None:
            return
        painter, px = paint.begin(self), theme().px
        if self._closed:
            painter.fillRect(self.rect().adjusted(2, 2, -2, -2), hatching())
        here = self.day == self._now.date()
        top = QRectF(px(8), px(4), self.width() - px(12), px(18))
        kind, ink = (Type.EMPHASIS, Role.ACCENT) if here else (Type.SMALL, Role.TEXT2)
        write(painter, top, str(self.day.day), kind, ink=ink)
        self._lines(painter, top, self._now)

    def _lines(self, painter: QPainter, top: QRectF, now: datetime) -> None:
        px = theme().px
        painter.setFont(theme().font(Type.SMALL, tabular=True))
        height = painter.fontMetrics().height() + 1
        room = int((self.height() - top.bottom() - px(4)) // height)
        shown = self._found if len(self._found) <= room else self._found[: max(0, room - 1)]
        line = QRectF(px(8), top.bottom() + 1, self.width() - px(14), height)
        for one in shown:
            look = look_of(one, state_of(one, now))
            bar = QRectF(line.left(), line.top() + 2, 3, height - 4)
            painter.fillRect(bar, theme().color(look.bar or Role.BORDER_STRONG))
            inner = line.adjusted(px(8), 0, 0, 0)
            write(painter, inner, f"{one.starts:%H:%M} {one.title}", Type.SMALL, ink=look.face.ink)
            line.translate(0, height)
        if len(shown) < len(self._found) and room > 0:
            write(painter, line, f"{len(self._found) - len(shown)} more", Type.MUTED)


class MonthView(CalendarView):
    """Arrows walk over the days; `day_opened` carries the day that was opened."""

    day_opened = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._at = 0
        self.setAccessibleName("Month")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE.xs)
        for number, words in enumerate(_HEADS):
            grid.addWidget(Text(words, Type.LABEL), 0, number)
            grid.setColumnStretch(number, 1)
        self.cells = [DayCell() for _ in range(WEEKS * DAYS)]
        for number, cell in enumerate(self.cells):
            grid.addWidget(cell, 1 + number // DAYS, number % DAYS)
            cell.focused.connect(partial(self._came_to, number))
            cell.clicked.connect(partial(self._open, number))

    def show_month(self, day: date, found: Sequence[Appointment], now: datetime) -> None:
        """Show the month of a day, and stand on that day."""
        by_day: dict[date, list[Appointment]] = {}
        for one in found:
            by_day.setdefault(one.starts.date(), []).append(one)
        first = Shown(View.MONTH, day).first
        days = [first + timedelta(days=n) for n in range(WEEKS * DAYS)]
        for cell, each in zip(self.cells, days, strict=True):
            cell.show_day(each, day.month, by_day.get(each, ()), now)
        held = self.isAncestorOf(self.window().focusWidget() or self.window())
        self._stand(days.index(day))
        if held:
            self.take_keyboard()

    def appointment(self) -> Appointment | None:
        return None

    def day(self) -> date | None:
        return self.cells[self._at].day

    def take_keyboard(self) -> None:
        self.cells[self._at].setFocus(Qt.FocusReason.TabFocusReason)

    def mark_open(self, appointment_id: str) -> None:
        """Days have no details."""

    def _came_to(self, number: int) -> None:
        if number != self._at:
            self._stand(number)
        self.stood.emit()

    def _stand(self, number: int) -> None:
        self.cells[self._at].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._at = number
        self.cells[number].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _open(self, number: int, *_: object) -> None:
        self.day_opened.emit(self.cells[number].day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        do = find(event, Where.CALENDAR)
        if do in _STEPS:
            self._walk(_STEPS[do])
        elif do is Do.OPEN:
            self._open(self._at)
        elif do is not None:
            self.wanted.emit(do)
        else:
            super().keyPressEvent(event)

    def _walk(self, days: int) -> None:
        there = self._at + days
        if 0 <= there < len(self.cells):
            self._stand(there)
            self.take_keyboard()
        else:
            self.beyond.emit(days)
