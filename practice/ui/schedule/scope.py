"""How far a change of a series goes: asked in the side pane, answered with one key."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from practice.desk.series import Scope
from practice.ui.schedule.asking import Asking
from practice.ui.widgets.button import Button
from practice.ui.widgets.choices import Check

_HOW_FAR = {
    Scope.THIS: "only this one",
    Scope.FOLLOWING: "this and the following",
    Scope.ALL: "all of them",
}
HELD = "What has begun, was held or was cancelled keeps its time."
RESET = "Also those moved by hand"


class ScopeChoice(Asking):
    """`chosen` carries the Scope and whether those moved by themselves come along."""

    chosen = Signal(object, bool)

    def __init__(
        self,
        verb: str,
        title: str,
        offered: Sequence[Scope] = tuple(Scope),
        *,
        resets: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent=parent)
        self.buttons: dict[Scope, Button] = {
            scope: self.offer(f"{verb} {_HOW_FAR[scope]}", partial(self._choose, scope))
            for scope in offered
        }
        self.reset = Check(RESET)
        self.body.addWidget(self.reset)
        self.reset.setVisible(resets)
        self.finish(HELD)

    def _choose(self, scope: Scope) -> None:
        self.chosen.emit(scope, self.reset.isVisible() and self.reset.value())
