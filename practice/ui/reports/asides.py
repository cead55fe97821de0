"""What is missing before a report leaves, and where that is closed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.reports.release import Gap, Remedy
from practice.ui.context import Place
from practice.ui.icons import Icon
from practice.ui.page import clear
from practice.ui.theme import SPACE, Role
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.remark import Remark

PLACES = {
    Remedy.NOTES: (Place.NOTES, "Notes to finish"),
    Remedy.MEMBER: (Place.MEMBERS, "Member’s page"),
    Remedy.SETTINGS: (Place.SETTINGS, "Settings"),
}


class Gaps(Card):
    """What a payer will look for and not find. `remedy` carries the Remedy a person went to.

    `buttons` are those there are now, in reading order.
    """

    remedy = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margin=SPACE.s, spacing=0, parent=parent)
        self.buttons: list[Button] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self.hide()

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """List them; with none there is nothing to see."""
        clear(self._list)
        self.buttons.clear()
        for gap in gaps:
            self._list.addLayout(self._row(gap))
        self.setVisible(bool(gaps))

    def _row(self, gap: Gap) -> QHBoxLayout:
        words = PLACES[gap.remedy][1]
        go = Button(words, ButtonKind.LINK)
        go.setAccessibleName(f"{words}: {gap.words}")
        go.clicked.connect(partial(self.remedy.emit, gap.remedy))
        self.buttons.append(go)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(Remark(gap.words, Icon.WARNING, Role.LATE), 1)
        row.addWidget(go)
        return row

    def words(self) -> list[str]:
        """What is said now."""
        return [remark.text() for remark in self.findChildren(Remark) if not remark.isHidden()]
