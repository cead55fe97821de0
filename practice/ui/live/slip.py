"""A slip: a small form that takes the composer's place for a moment. Enter does it, Esc leaves."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.inset import Inset
from practice.ui.live import keys
from practice.ui.live.keys import Do, Focus
from practice.ui.theme import Type
from practice.ui.widgets.pill import KeyCap
from practice.ui.widgets.text import Text


class Slip(Inset):
    """Write `apply`. Its keys are those of the window's table, shown beside its buttons."""

    def __init__(
        self, context: Context, title: str, verb: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(context.actions, title, verb, parent=parent)
        self._doing: dict[Do, Callable[[], None]] = {
            Do.ACCEPT: self.accept,
            Do.LEAVE: self.closed.emit,
        }

    def buttons(self) -> tuple[QWidget, ...]:
        enter, escape = KeyCap("↵", Icon.ENTER), KeyCap("Esc")
        return enter, self.accept_button, escape, self.leave_button

    def add_words(self, words: str) -> None:
        """Say something under the title, above what was said before."""
        self.body.insertWidget(1, Text(words, Type.SECONDARY, wrap=True))

    def begin(self) -> None:
        """Take the keyboard."""
        for field in self.form.fields.values():
            field.widget.installEventFilter(self)
        super().begin()

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
