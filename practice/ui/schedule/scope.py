"""How far a change of a series goes: asked in the side pane, answered with one key."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from practice.desk.series import Scope
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.choices import Check
from practice.ui.widgets.text import Text

_HOW_FAR = {
    Scope.THIS: "only this one",
    Scope.FOLLOWING: "this and the following",
    Scope.ALL: "all of them",
}
HELD = "What has begun, was held or was cancelled keeps its time."
RESET = "Also those moved by hand"


class ScopeChoice(Card):
    """`chosen` carries the Scope and whether those moved by themselves come along."""

    chosen = Signal(object, bool)
    left = Signal()

    def __init__(
        self,
        verb: str,
        title: str,
        offered: Sequence[Scope] = tuple(Scope),
        *,
        resets: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(margin=SPACE.m, spacing=SPACE.s, parent=parent)
        self.setAccessibleName(title)
        self.set_border(Role.ACCENT)
        self.body.addWidget(Text(title, Type.EMPHASIS, wrap=True))
        self.buttons: dict[Scope, Button] = {}
        for scope in offered:
            button = Button(f"{verb} {_HOW_FAR[scope]}", ButtonKind.SECONDARY)
            button.clicked.connect(partial(self._choose, scope))
            self.buttons[scope] = button
            self.body.addWidget(button)
        self.reset = Check(RESET)
        self.body.addWidget(self.reset)
        self.reset.setVisible(resets)
        self.body.addWidget(Text(HELD, Type.MUTED, wrap=True))
        self.leave = Button("Leave it as it was", ButtonKind.QUIET)
        self.leave.clicked.connect(self.left)
        self.body.addWidget(self.leave)

    def begin(self) -> None:
        """Take the keyboard."""
        self.buttons[Scope.THIS].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, scope: Scope, *_: object) -> None:
        self.chosen.emit(scope, self.reset.isVisible() and self.reset.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        order = list(self.buttons.values())
        here = next((n for n, button in enumerate(order) if button.hasFocus()), 0)
        order[(here + by) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)
