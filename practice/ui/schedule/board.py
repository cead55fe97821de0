"""The hours of the shown days, with a real widget for every appointment in them.

Blocks are kept and given other appointments when the week changes, since making widgets is what
costs time. One thing in it takes the Tab key: the appointment or free time last stood on.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from practice.desk.calendar import Appointment
from practice.desk.practice import wall_now
from practice.ui.schedule import ground, walk
from practice.ui.schedule.block import Block
from practice.ui.schedule.columns import Column
from practice.ui.schedule.keys import Do, Where, find
from practice.ui.schedule.looks import Whose
from practice.ui.schedule.marks import Ghost, NowLine, Slot
from practice.ui.schedule.span import (
    DAY,
    SNAP,
    STEP,
    Placed,
    Spot,
    minute_of,
    side_by_side,
    snapped,
)
from practice.ui.schedule.walk import Here
from practice.ui.theme import Role, follow, theme
from practice.ui.widgets import paint
from practice.ui.words import long_day

HOUR = 78
AXIS = 52
LEAST = 25
"""Pixels of height of the shortest block, so that it can be hit and read."""
_GAP = 3


class Board(QWidget):
    """`wanted` carries what a key asks for; `beyond` that the keyboard left at a side (a day).

    `opened` carries a block that was clicked, `stood` follows the keyboard.
    """

    wanted = Signal(object)
    beyond = Signal(int)
    opened = Signal(object)
    stood = Signal(object)
    taken = Signal(object, QPoint, bool)
    dragged = Signal(QPoint)
    dropped = Signal()
    resized = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: list[Column] = []
        self.now = wall_now()
        self.here = Here(0, 0)
        self.carrying: Spot | None = None
        self.shown: dict[tuple[int, str], Block] = {}
        self._lanes: list[list[Placed]] = []
        self._spare: list[Block] = []
        self.setAccessibleName("Calendar")
        self.slot = Slot(parent=self)
        self.ghost = Ghost(parent=self)
        self.now_line = NowLine(parent=self)
        self.ghost.hide()
        self.slot.clicked.connect(partial(self.wanted.emit, Do.NEW))
        self.ghost.clicked.connect(self.dropped)
        follow(self._restyle)

    # What is shown

    def show_columns(self, columns: Sequence[Column], now: datetime) -> None:
        """Show these; the keyboard stays where it stood as far as that is still there."""
        held = self._holds_focus()
        self.columns, self.now = list(columns), now
        self._lanes = [side_by_side(column.appointments) for column in columns]
        self._fill()
        self._arrange()
        self._stand(self._still(self.here), take_focus=held)
        self.update()

    def tick(self, now: datetime) -> None:
        """A minute went by: the line moves, and what is over says so."""
        self.now = now
        for block in self.shown.values():
            block.tick(now)
        self._place_now()

    @property
    def whose(self) -> Whose:
        """How far a block here has to say whose it is."""
        people = {column.clinician for column in self.columns}
        if None in people:
            return Whose.SHOWN
        return Whose.HEARD if len(people) > 1 else Whose.KNOWN

    def _fill(self) -> None:
        wanted = {
            (column, one.appointment.id): one.appointment
            for column, lanes in enumerate(self._lanes)
            for one in lanes
        }
        kept = {key: block for key, block in self.shown.items() if key in wanted}
        self._spare += [block for key, block in self.shown.items() if key not in wanted]
        for block in self._spare:
            block.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.shown = {key: kept.get(key) or self._block() for key in wanted}
        for key, block in self.shown.items():
            block.show_appointment(wanted[key], self.now, self.whose)
        for block in self._spare:
            block.hide()

    def _block(self) -> Block:
        return self._spare.pop() if self._spare else self._new_block()

    def _new_block(self) -> Block:
        made = Block(parent=self)
        made.stackUnder(self.slot)
        made.clicked.connect(lambda: self.opened.emit(made))
        made.focused.connect(lambda: self._came_to(made))
        made.began.connect(lambda where, foot: self.taken.emit(made, where, foot))
        made.grip.moved.connect(self.dragged)
        made.grip.ended.connect(self.dropped)
        return made

    # Where things are

    def _restyle(self) -> None:
        self.setFixedHeight(self.y_of(DAY) + theme().px(8))
        self._arrange()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(AXIS) + 5 * theme().px(60), self.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def y_of(self, minute: float) -> int:
        """Pixels from the top."""
        return theme().px(8) + round(minute * theme().px(HOUR) / 60)

    def x_of(self, column: int) -> int:
        """Pixels from the left of a column's line."""
        axis = theme().px(AXIS)
        return axis + (self.width() - axis) * column // max(1, len(self.columns))

    def spot_at(self, where: QPoint, minutes: int, lift: int = 0) -> Spot:
        """The column and snapped minute at a place; `lift` is how far below its top it is held."""
        column = sum(where.x() >= self.x_of(n) for n in range(1, len(self.columns)))
        minute = (where.y() - lift - theme().px(8)) * 60 / theme().px(HOUR)
        return Spot(column, min(max(0, snapped(minute)), DAY - SNAP), minutes)

    def box_of(self, spot: Spot, lane: int = 0, lanes: int = 1) -> QRect:
        """Where a span of time is drawn."""
        left, right = self.x_of(spot.column) + _GAP + 1, self.x_of(spot.column + 1) - _GAP
        top, foot = self.y_of(spot.minute), self.y_of(min(spot.end, DAY))
        width = (right - left) / max(1, lanes)
        x = round(left + width * lane)
        return QRect(
            x, top, round(left + width * (lane + 1)) - x, max(foot - top, theme().px(LEAST)) - 1
        )

    def _arrange(self) -> None:
        for column, lanes in enumerate(self._lanes):
            for one in lanes:
                spot = Spot(column, minute_of(one.appointment.starts), one.appointment.minutes)
                block = self.shown[column, one.appointment.id]
                block.setGeometry(self.box_of(spot, one.lane, one.lanes))
                block.show()
        self._place_now()
        self._place_slot()
        self._place_ghost()

    def _place_now(self) -> None:
        today = [n for n, column in enumerate(self.columns) if column.day == self.now.date()]
        self.now_line.setVisible(bool(today))
        if today:
            y, half = self.y_of(minute_of(self.now)), NowLine.THICK // 2
            left, right = self.x_of(today[0]) - half, self.x_of(today[-1] + 1)
            self.now_line.setGeometry(left, y - half, right - left, NowLine.THICK)

    def _place_slot(self) -> None:
        self.slot.setVisible(bool(self.columns) and not self.here.id)
        if self.slot.isVisibleTo(self):
            self.slot.setGeometry(self.box_of(Spot(self.here.column, self.here.minute)))

    def _place_ghost(self) -> None:
        if self.carrying:
            self.ghost.setGeometry(self.box_of(self.carrying))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        self.resized.emit()
        super().resizeEvent(event)

    # Where the keyboard is

    def current(self) -> Block | None:
        """The appointment the keyboard stands on."""
        return self.shown.get((self.here.column, self.here.id))

    def appointment(self) -> Appointment | None:
        """The appointment the keyboard stands on."""
        block = self.current()
        return block.appointment if block else None

    def take_keyboard(self) -> None:
        """Put the keyboard on the current place."""
        self._stand(self.here, take_focus=True)

    def go_to(self, here: Here, *, take_focus: bool = True) -> None:
        """Stand somewhere; on the free time where no such appointment is shown."""
        self._stand(self._still(here), take_focus=take_focus)

    def _still(self, here: Here) -> Here:
        if not self.columns:
            return Here(0, 0)
        column = min(max(0, here.column), len(self.columns) - 1)
        there = self.shown.get((column, here.id))
        if there is not None:
            return Here(column, _begin(there), here.id)
        same = next((at for at, key in self.shown if here.id and key == here.id), None)
        if same is not None:
            return self._still(Here(same, here.minute, here.id))
        return walk.standing_at(self._lanes, column, here.minute)

    def _stand(self, here: Here, *, take_focus: bool) -> None:
        before, self.here = self.current(), here
        if before is not None:
            before.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._place_slot()
        if not self.columns:
            return
        block = self.current()
        part = block or self.slot
        if block is not None:
            block.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        else:
            clock, day = f"{here.minute // 60:02}:{here.minute % 60:02}", self.columns[here.column]
            what = f"Closed: {day.closed}" if day.closed else "Free time"
            self.slot.stand_for(clock, f"{what}, {self._said(day)}, {clock}")
        if take_focus and self.carrying is None:
            part.setFocus(Qt.FocusReason.TabFocusReason)
        self.stood.emit(part)

    def _said(self, column: Column) -> str:
        day = long_day(column.day)
        several = len({each.day for each in self.columns}) == 1
        return f"{column.head}, {day}" if several else day

    def _came_to(self, block: Block) -> None:
        """By a click, or from a screen reader."""
        key = next((key for key, each in self.shown.items() if each is block), None)
        if key is not None and key != (self.here.column, self.here.id):
            self._stand(Here(key[0], _begin(block), key[1]), take_focus=False)

    def _holds_focus(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and focus is not self.ghost and self.isAncestorOf(focus)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        do = find(event, Where.CARRYING if self.carrying else Where.CALENDAR)
        if do is None:
            super().keyPressEvent(event)
        else:
            self.wanted.emit(do)

    def walk(self, do: Do) -> None:
        """Up, down, left, right, first, last."""
        if not self.columns:
            return
        there = walk.step(self._lanes, self.here, do)
        if there is None:
            self.beyond.emit(1 if do is Do.RIGHT else -1)
        else:
            self._stand(there, take_focus=True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.columns and event.button() is Qt.MouseButton.LeftButton and not self.carrying:
            self._stand(self._clicked(event), take_focus=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.columns and not self.carrying:
            self._stand(self._clicked(event), take_focus=True)
            self.wanted.emit(Do.NEW)

    def _clicked(self, event: QMouseEvent) -> Here:
        where = event.position().toPoint()
        spot = self.spot_at(where, STEP, theme().px(HOUR) // 4)
        return Here(spot.column, snapped(spot.minute, STEP))

    # What is carried

    def carry(self, spot: Spot | None) -> None:
        """Show the ghost there, or none."""
        self.carrying = spot
        self.ghost.setVisible(spot is not None)
        if spot is not None:
            self._place_ghost()
            self.ghost.raise_()

    # The ground

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, foot = paint.begin(self), self.y_of(DAY)
        painter.fillRect(self.rect(), theme().color(Role.SURFACE))
        boxes = [
            (column, QRect(self.x_of(n), 0, self.x_of(n + 1) - self.x_of(n), foot))
            for n, column in enumerate(self.columns)
        ]
        several = len({column.day for column in self.columns}) > 1
        days = (column for column in self.columns if column.day == self.now.date())
        ground.columns(painter, boxes, next(days, None) if several else None)
        lines = [self.y_of(hour * 60) for hour in range(ground.HOURS + 1)]
        ground.hours(painter, lines, theme().px(AXIS), self.width())


def _begin(block: Block) -> int:
    return minute_of(block.appointment.starts) if block.appointment else 0
