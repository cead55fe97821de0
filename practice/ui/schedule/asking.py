"""A question in the side pane, answered with one key."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.text import Text


class Asking(Card):
    """`left` comes when nothing is to be done; arrows go from answer to answer."""

    left = Signal()

    def __init__(self, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__(margin=SPACE.m, spacing=SPACE.s, parent=parent)
        self.setAccessibleName(title)
        self.set_border(Role.ACCENT)
        self.body.addWidget(Text(title, Type.EMPHASIS, wrap=True))
        self.answers: list[Button] = []
        self.leave = Button("Leave it as it was", ButtonKind.QUIET)
        self.leave.clicked.connect(self.left)

    def offer(self, words: str, answer: Callable[[], None]) -> Button:
        """One more answer below the others."""
        button = Button(words, ButtonKind.SECONDARY)
        button.clicked.connect(lambda _checked: answer())
        self.answers.append(button)
        self.body.addWidget(button)
        return button

    def finish(self, note: str = "") -> None:
        """Below the answers a word on what they mean, and the way out."""
        if note:
            self.body.addWidget(Text(note, Type.MUTED, wrap=True))
        self.body.addWidget(self.leave)

    def begin(self) -> None:
        """Take the keyboard."""
        self.answers[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._at_keyboard().click()
        else:
            super().keyPressEvent(event)

    def _at_keyboard(self) -> Button:
        every = (*self.answers, self.leave)
        return next((button for button in every if button.hasFocus()), self.leave)

    def _step(self, by: int) -> None:
        here = next((n for n, button in enumerate(self.answers) if button.hasFocus()), 0)
        self.answers[(here + by) % len(self.answers)].setFocus(Qt.FocusReason.TabFocusReason)
