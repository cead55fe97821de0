"""The week as a list: each day with its appointments below each other."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.desk.calendar import Appointment, What
from practice.ui.schedule.block import Block
from practice.ui.schedule.calendar_view import CalendarView
from practice.ui.schedule.keys import Do, Where, find
from practice.ui.schedule.looks import Whose
from practice.ui.theme import SIZE, SPACE, Type, theme
from practice.ui.widgets.notices import EmptyState
from practice.ui.widgets.scroll import GUTTER, Scroll
from practice.ui.widgets.text import Text
from practice.ui.words import long_day

NOTHING = "Nothing is planned in this week."
_STEPS = {Do.UP: -1, Do.DOWN: 1}


class AgendaView(CalendarView):
    """Up and Down walk from one to the next. Rows and headings are kept and shown anew."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.blocks: list[Block] = []
        self._heads: list[Text] = []
        self._at = 0
        self._count = 0
        self.setAccessibleName("List")
        self._inner = inner = QWidget()
        inner.setObjectName("body")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, GUTTER, 0)
        self._column.setSpacing(SPACE.xs)
        self._nothing = EmptyState(NOTHING, parent=inner)
        self.area = Scroll(inner)
        self.area.use_gutter()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def show_list(self, found: Sequence[Appointment], now: datetime, whose: Whose) -> None:
        """Show these in order."""
        held = self.isAncestorOf(self.window().focusWidget() or self.window())
        while self._column.count():
            self._column.takeAt(0)
        days: dict[date, list[Appointment]] = {}
        for one in found:
            days.setdefault(one.starts.date(), []).append(one)
        self._count = 0
        for number, (day, those) in enumerate(days.items()):
            self._column.addWidget(self._head(number, day, those))
            for one in those:
                if one.what is not What.CLOSURE:
                    self._column.addWidget(self._block(one, now, whose))
        self._column.addWidget(self._nothing)
        self._nothing.setVisible(not days)
        self._column.addStretch(1)
        for spare in (*self.blocks[self._count :], *self._heads[len(days) :]):
            spare.hide()
        self._stand(min(self._at, max(0, self._count - 1)))
        if held:
            self.take_keyboard()

    def _head(self, number: int, day: date, those: Sequence[Appointment]) -> Text:
        if number == len(self._heads):
            made = Text("", Type.LABEL, parent=self._inner)
            made.setContentsMargins(0, SPACE.s, 0, 0)
            self._heads.append(made)
        closed = next((one.title for one in those if one.what is What.CLOSURE), "")
        words = f"{long_day(day)} · Closed: {closed}" if closed else long_day(day)
        self._heads[number].setText(words)
        self._heads[number].show()
        return self._heads[number]

    def _block(self, one: Appointment, now: datetime, whose: Whose) -> Block:
        if self._count == len(self.blocks):
            self.blocks.append(self._new_block(self._count))
        block = self.blocks[self._count]
        block.show_appointment(one, now, whose)
        block.setFixedHeight(theme().px(SIZE.row))
        block.show()
        self._count += 1
        return block

    def _new_block(self, number: int) -> Block:
        made = Block(parent=self._inner)
        made.focused.connect(lambda: self._came_to(number))
        made.clicked.connect(lambda: self.opened.emit(made.appointment))
        return made

    def appointment(self) -> Appointment | None:
        return self.blocks[self._at].appointment if self._count else None

    def day(self) -> date | None:
        one = self.appointment()
        return one.starts.date() if one else None

    def take_keyboard(self) -> None:
        if self._count:
            self.blocks[self._at].setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(self.blocks[self._at])

    def stand_near(self, when: datetime, appointment_id: str) -> None:
        """Stand on an appointment, else on the first from a wall time on, else on the last."""
        those = [block.appointment for block in self.blocks[: self._count]]
        same = [at for at, one in enumerate(those) if one and one.id == appointment_id]
        later = [at for at, one in enumerate(those) if one and one.starts >= when]
        self._stand(next(iter((*same, *later)), max(0, self._count - 1)))
        self.take_keyboard()

    def mark_open(self, appointment_id: str) -> None:
        for block in self.blocks:
            one = block.appointment
            block.set_open(one is not None and one.id == appointment_id)

    def _came_to(self, number: int) -> None:
        self._stand(number)
        self.stood.emit()

    def _stand(self, number: int) -> None:
        for at, block in enumerate(self.blocks):
            here = at == number
            block.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        self._at = number

    def keyPressEvent(self, event: QKeyEvent) -> None:
        do = find(event, Where.CALENDAR)
        if do in _STEPS:
            self._stand(min(max(0, self._at + _STEPS[do]), max(0, self._count - 1)))
            self.take_keyboard()
        elif do is not None:
            self.wanted.emit(do)
        else:
            super().keyPressEvent(event)
