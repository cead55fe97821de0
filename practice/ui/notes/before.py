"""What to look at before many notes are signed: counts, each leading to the first such note."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from practice.care.missing import WITHOUT_GOAL
from practice.care.wrapup import MemberPart
from practice.ui.page import clear
from practice.ui.theme import SPACE
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.flow import FlowLayout

_LOOKS: dict[str, Callable[[MemberPart], bool]] = {
    "with something open": lambda part: part.open > 0,
    "alike": lambda part: bool(part.alike),
    "without a goal": lambda part: any(one.lack in WITHOUT_GOAL for one in part.missing),
}


class BeforeSigning(QWidget):
    """Hidden while there is nothing to look at. `wanted` carries a member's id."""

    wanted = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=SPACE.xs)
        self.hide()

    def show_parts(self, parts: Sequence[MemberPart]) -> None:
        """Count what these notes, which are about to be signed, lack."""
        clear(self._flow)
        for words, holds in _LOOKS.items():
            if found := [part.seat for part in parts if holds(part)]:
                self._add(f"{len(found)} {words}", found[0].member, found[0].short_name)
        self.setVisible(self._flow.count() > 0)

    def _add(self, words: str, member_id: str, name: str) -> None:
        link = Button(words, ButtonKind.LINK)
        link.setAccessibleName(f"Go to {name}, first of {words}")
        link.clicked.connect(partial(self.wanted.emit, member_id))
        self._flow.addWidget(link)
