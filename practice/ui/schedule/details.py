"""One appointment: what is known about it, and everything one can do with it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from practice.desk import schedule, series
from practice.desk.calendar import Appointment, What
from practice.desk.links import may_open
from practice.desk.schedule import SessionRow
from practice.models.enums.attendance import MODE_WORDS
from practice.models.enums.sessions import SessionState
from practice.ui.icons import Icon
from practice.ui.layouts import widgets_in
from practice.ui.page import clear
from practice.ui.schedule.block import movable
from practice.ui.schedule.keys import Do
from practice.ui.schedule.looks import look_of, people, state_of, who_words
from practice.ui.theme import SPACE, Role, Type
from practice.ui.whom import show_words
from practice.ui.widgets.button import Button, ButtonKind, IconButton
from practice.ui.widgets.card import Card
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.text import Text
from practice.ui.words import hours, long_day

EVERYBODY = "Everybody"
CANCELS = "Cancel, or they can’t come"


class Details(Card):
    """`wanted` carries what to `Do` with it, `whose_wanted` the session whose group or member is.

    `notes_wanted` asks for its session window, `left` for the tray again.
    """

    wanted = Signal(object)
    notes_wanted = Signal(str)
    whose_wanted = Signal(object)
    left = Signal()

    def __init__(self, *, clinical: bool, parent: QWidget | None = None) -> None:
        super().__init__(margin=SPACE.m, spacing=SPACE.s, parent=parent)
        self._clinical = clinical
        self.appointment: Appointment | None = None
        self.session: SessionRow | None = None
        self.title = Text("", Type.STRONG, wrap=True)
        self.close_button = IconButton(Icon.X, "Close the details")
        self.close_button.clicked.connect(self.left)
        self.state = Remark("", Icon.CALENDAR, Role.TEXT2)
        top = QHBoxLayout()
        top.setSpacing(SPACE.s)
        top.addWidget(self.title, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        self.body.addWidget(self.state)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons)
        self.facts = Text("", Type.SMALL, wrap=True)
        self.body.addWidget(self.facts)
        self.body.addWidget(self._buttons)

    def show_appointment(self, one: Appointment, now: datetime) -> None:
        """Show this; `now` is wall time."""
        self.appointment = one
        self.session = schedule.find(one.id) if one.what is What.SESSION else None
        state = state_of(one, now)
        look = look_of(one, state)
        self.title.setText(one.title)
        self.state.say(state.value.capitalize(), look.icon or Icon.CALENDAR)
        self.facts.setText("\n".join(self._lines(one, who_words(one, state))))
        self.setAccessibleName(f"Details of {one.title}")
        clear(self._flow)
        for button in self._offered(one):
            self._flow.addWidget(button)
            button.show()

    def _lines(self, one: Appointment, who: str) -> list[str]:
        lines = [
            long_day(one.starts.date()),
            f"{hours(one.starts, one.ends)}, {one.minutes} min",
            f"{who} expected" if one.group and one.state is SessionState.PLANNED else who,
            people(one) or EVERYBODY,
        ]
        if self.session is not None:
            how = MODE_WORDS[self.session.mode]
            lines.append(f"{how}, {self.session.platform}" if self.session.platform else how)
            if self.session.passcode:
                lines.append(f"Passcode {self.session.passcode}")
            lines.append(self.session.technique)
        if self.session is not None and (rule := series.rule_of(one.id)):
            lines.append(f"Comes again: {rule.words}")
        if one.moved:
            lines.append("Moved by itself")
        return [line for line in lines if line]

    def _offered(self, one: Appointment) -> list[Button]:
        session, offered = self.session, []
        if session is not None and self._clinical and one.state is not SessionState.CANCELLED:
            offered.append(self._plain("Open session", Icon.NOTE, self._notes))
        if session is not None:
            offered.append(self._doing("Record attendance", Icon.CHECK_CIRCLE, Do.ATTENDANCE))
        if may_open(one.link):
            offered.append(self._doing("Open meeting", Icon.VIDEO, Do.CALL))
            offered.append(self._doing("Copy link", Icon.COPY, Do.COPY))
        if movable(one):
            offered.append(self._doing("Move", Icon.CALENDAR, Do.PICK_UP))
            offered.append(self._doing("Change", Icon.EDIT, Do.CHANGE))
            offered += self._cancelling(session)
        if one.state is SessionState.CANCELLED:
            offered.append(self._doing("It takes place after all", Icon.UNDO, Do.TAKE_UP))
        if session is not None:
            icon = Icon.GROUP if session.group else Icon.PERSON
            offered.append(self._plain(show_words(session), icon, self._whose))
        return offered

    def _cancelling(self, session: SessionRow | None) -> list[Button]:
        if session is None:
            return [self._doing("Remove it", Icon.CALENDAR_X, Do.CANCEL)]
        if session.member is None:
            return [self._doing("Cancel it", Icon.CALENDAR_X, Do.CANCEL)]
        return [self._doing(CANCELS, Icon.CALENDAR_X, Do.CANCEL)]

    def _doing(self, words: str, icon: Icon, do: Do) -> Button:
        return self._plain(words, icon, partial(self.wanted.emit, do))

    def _plain(self, words: str, icon: Icon, what: Callable[[], None]) -> Button:
        button = Button(words, ButtonKind.SECONDARY, icon)
        button.clicked.connect(lambda _checked: what())
        return button

    def _notes(self) -> None:
        if self.session is not None:
            self.notes_wanted.emit(self.session.id)

    def _whose(self) -> None:
        if self.session is not None:
            self.whose_wanted.emit(self.session)

    def begin(self) -> None:
        """Take the keyboard."""
        first = next(iter(widgets_in(self._flow)), self.close_button)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
