"""A slip: a small form that takes the composer's place for a moment. Enter does it, Esc leaves."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.live import keys
from practice.ui.live.keys import Do, Focus
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.form import Form
from practice.ui.widgets.pill import KeyCap
from practice.ui.widgets.text import ElidedText, Text


class Slip(Card):
    """Write `apply`; refusals appear beside their field. `closed` comes when it is done or left."""

    closed = Signal()

    def __init__(
        self, context: Context, title: str, verb: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(margin=SPACE.m, spacing=SPACE.s, parent=parent)
        self.context = context
        self.form = Form()
        self._doing: dict[Do, Callable[[], None]] = {
            Do.ACCEPT: self.accept,
            Do.LEAVE: self.closed.emit,
        }
        self.set_border(Role.ACCENT)
        self.setAccessibleName(title)
        self.accept_button = Button(verb, ButtonKind.PRIMARY)
        leave = Button("Cancel", ButtonKind.QUIET)
        self.accept_button.clicked.connect(self.accept)
        leave.clicked.connect(self.closed)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SPACE.s)
        self._buttons.addStretch(1)
        for part in (KeyCap("↵", Icon.ENTER), self.accept_button, KeyCap("Esc"), leave):
            self._buttons.addWidget(part)
        self.body.addWidget(ElidedText(title, Type.EMPHASIS))
        self.body.addWidget(self.form)
        self.body.addLayout(self._buttons)

    def add_words(self, words: str) -> None:
        """Say something under the title."""
        self.body.insertWidget(1, Text(words, Type.SECONDARY, wrap=True))

    def begin(self) -> None:
        """Take the keyboard."""
        for field in self.form.fields.values():
            field.widget.installEventFilter(self)
        first = next(iter(self.form.fields.values()), None)
        (first.widget if first else self.accept_button).setFocus()

    def apply(self) -> None:
        """Do what was asked; raises Refused where it can't be."""
        raise NotImplementedError

    def accept(self) -> None:
        """Do it and close, or say why not."""
        done = False

        def attempt() -> None:
            nonlocal done
            done = self.form.submit(self.apply)

        self.context.actions.run(attempt)
        if done:
            self.closed.emit()

    def offer(self, do: Do, what: Callable[[], None]) -> None:
        """Let one of the table's keys for forms do something here."""
        self._doing[do] = what

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Chords reach past the fields, which would take Alt+U for a letter."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = keys.find(event, Focus.SLIP)
            if key is not None and key.keys[0].startswith("Alt+") and key.do in self._doing:
                self._doing[key.do]()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = keys.find(event, Focus.SLIP)
        what = self._doing.get(key.do) if key else None
        if keys.pressed_button(event):
            return
        if what is not None:
            what()
        elif key is not None and key.where is Focus.ANYWHERE:
            super().keyPressEvent(event)
