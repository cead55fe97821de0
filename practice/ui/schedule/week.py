"""Columns of hours under their heads: the week of one person or of all, or a day of everybody."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QPoint, QRectF, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from practice.desk.calendar import Appointment
from practice.ui.schedule.block import Block
from practice.ui.schedule.board import Board
from practice.ui.schedule.calendar_view import CalendarView
from practice.ui.schedule.columns import Column
from practice.ui.schedule.ground import today_tint
from practice.ui.schedule.hatch import hatching
from practice.ui.schedule.keys import Do
from practice.ui.schedule.span import STEP, minute_of
from practice.ui.schedule.walk import Here
from practice.ui.theme import RADIUS, Role, Type, follow, theme
from practice.ui.widgets import paint
from practice.ui.widgets.card import PLAIN
from practice.ui.widgets.paint import write
from practice.ui.widgets.scroll import Scroll
from practice.ui.widgets.text import plain_tip

EARLY = 8 * 60
_HEAD = 46
_WALKS = (Do.UP, Do.DOWN, Do.LEFT, Do.RIGHT, Do.FIRST, Do.LAST)


class Head(QWidget):
    """Over one column: the day or the clinician, and how much is booked."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column: Column | None = None
        self._today = False

    def show_column(self, column: Column, *, is_today: bool) -> None:
        """Say what the column below is."""
        self._column, self._today = column, is_today
        self.setAccessibleName(column.words)
        plain_tip(self, column.words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._column is None:
            return
        painter, px, column = paint.begin(self), theme().px, self._column
        if self._today:
            painter.fillRect(self.rect(), today_tint())
        if column.closed:
            painter.fillRect(self.rect(), hatching())
        half = self.height() / 2
        inner = QRectF(px(11), px(4), self.width() - px(18), half - px(4))
        lower = QRectF(inner.left(), half, inner.width(), half - px(4))
        ink = Role.ACCENT if self._today else None
        write(painter, inner, column.head, Type.LABEL, ink=ink)
        painter.setFont(theme().font(Type.SMALL, tabular=True))
        note = f"Closed: {column.closed}" if column.closed else column.booked
        wanted = painter.fontMetrics().horizontalAdvance(note) + 1
        if column.sub:
            write(painter, lower, column.sub, Type.STRONG, ink=ink)
            painter.setFont(theme().font(Type.STRONG, tabular=True))
            lower.setLeft(
                max(
                    lower.left() + painter.fontMetrics().horizontalAdvance(column.sub) + px(8),
                    lower.right() - wanted,
                )
            )
        write(painter, lower, note, Type.SMALL)


class Heads(QWidget):
    """All heads in a row, over the columns of the board below."""

    def __init__(self, board: Board, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self.heads: list[Head] = []
        self._shown = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow(self._restyle)

    def _restyle(self) -> None:
        self.setFixedHeight(theme().px(_HEAD))
        self.update()

    def show_columns(self, columns: Sequence[Column], now: datetime) -> None:
        """One head for each."""
        while len(self.heads) < len(columns):
            self.heads.append(Head(parent=self))
        one_day = len({column.day for column in columns}) == 1
        for head, column in zip(self.heads, columns, strict=False):
            head.show_column(column, is_today=not one_day and column.day == now.date())
        self._shown = len(columns)
        self.arrange()

    def arrange(self) -> None:
        """Stand where the board's columns are."""
        for number, head in enumerate(self.heads):
            head.setVisible(number < self._shown)
            if number < self._shown:
                left = self._board.x_of(number) + 1
                head.setGeometry(left, 1, self._board.x_of(number + 1) - left, self.height() - 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().color(Role.BORDER))
        for number in range(self._shown):
            left = self._board.x_of(number)
            painter.fillRect(left, 0, 1, self.height(), theme().color(Role.BORDER))


class WeekView(CalendarView):
    """`taken` and `dragged` are the mouse's; see `Board`. All keys come from the board."""

    taken = Signal(object, QPoint, bool)
    dragged = Signal(QPoint)
    dropped = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName("Calendar")
        self.board = Board()
        self.heads = Heads(self.board)
        self.area = Scroll(self.board)
        self.area.use_gutter()
        self._scrolled = False
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.heads)
        column.addWidget(self.area, 1)
        self._connect()

    def _connect(self) -> None:
        board = self.board
        board.wanted.connect(self._wanted)
        board.beyond.connect(self.beyond)
        board.opened.connect(self._opened)
        board.stood.connect(self._stood)
        board.taken.connect(self.taken)
        board.dragged.connect(self.dragged)
        board.dropped.connect(self.dropped)
        board.resized.connect(self.heads.arrange)

    def show_columns(self, columns: Sequence[Column], now: datetime) -> None:
        """Show these days or clinicians."""
        self.board.show_columns(columns, now)
        self.heads.show_columns(columns, now)
        if not self._scrolled and self.isVisible():
            self._scrolled = True
            QTimer.singleShot(0, self, self._show_first)

    def _show_first(self) -> None:
        """From the first appointment on, and in any case the time the keyboard stands at."""
        starts = [
            minute_of(one.starts) for column in self.board.columns for one in column.appointments
        ]
        first = min([EARLY, *starts])
        self.area.verticalScrollBar().setValue(self.board.y_of(first) - theme().px(10))
        self.show_time(self.board.here.minute)

    def _wanted(self, do: Do) -> None:
        if self.board.carrying is None and do in _WALKS:
            self.board.walk(do)
        else:
            self.wanted.emit(do)

    def _opened(self, block: Block) -> None:
        if block.appointment is not None:
            self.opened.emit(block.appointment)

    def _stood(self, part: QWidget) -> None:
        if part.hasFocus():
            self.area.ensureWidgetVisible(part, 0, theme().px(24))
        self.stood.emit()

    def appointment(self) -> Appointment | None:
        return self.board.appointment()

    def day(self) -> date | None:
        columns = self.board.columns
        return columns[self.board.here.column].day if columns else None

    def clinician(self) -> str | None:
        """Whose column the keyboard stands in; None in a week of everybody."""
        columns = self.board.columns
        return columns[self.board.here.column].clinician if columns else None

    def column_of(self, day: date, appointment_id: str, clinician: str) -> int | None:
        """Where an appointment stands that day, else the clinician's column, else the first."""
        days = [n for n, column in enumerate(self.board.columns) if column.day == day]

        def strangeness(number: int) -> tuple[bool, bool]:
            column = self.board.columns[number]
            there = any(one.id == appointment_id for one in column.appointments)
            return not there, column.clinician != clinician

        return min(days, key=strangeness, default=None)

    def take_keyboard(self) -> None:
        self.board.take_keyboard()

    def stand_on(self, column: int, when: datetime, appointment_id: str = "") -> None:
        """Put the keyboard on a time, or on an appointment there."""
        minute = minute_of(when) // STEP * STEP
        self.board.go_to(Here(column, minute, appointment_id))
        self.show_time(minute)

    def stand_at_side(self, day: date, way: int) -> None:
        """The keyboard came in from the side: to a day, or the first or last clinician of it."""
        columns = [number for number, each in enumerate(self.board.columns) if each.day == day]
        if columns:
            column = columns[0 if way > 0 else -1]
            self.board.go_to(Here(column, self.board.here.minute), take_focus=False)

    def show_time(self, minute: int) -> None:
        """Scroll so that a time can be seen."""
        y = self.board.y_of(minute)
        self.area.ensureVisible(0, y, 0, theme().px(120))

    def mark_open(self, appointment_id: str) -> None:
        for block in self.board.shown.values():
            one = block.appointment
            block.set_open(one is not None and one.id == appointment_id)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.ground(paint.begin(self), QRectF(self.rect()), RADIUS.card, PLAIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.heads.arrange()
