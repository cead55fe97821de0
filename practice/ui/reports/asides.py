"""The two lists: what is missing before a report leaves, and what left before."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.care.issued import IssueRow
from practice.desk.practice import to_wall
from practice.reports.release import Gap, Remedy
from practice.ui.context import Place
from practice.ui.icons import Icon
from practice.ui.page import clear
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.parsing import show_date, show_time
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.rows import ListRow, SectionHeader
from practice.ui.widgets.text import Text

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


class Issues(Card):
    """What left about this member. `opened` and `again` carry the IssueRow.

    `buttons` are those there are now, in reading order.
    """

    opened = Signal(object)
    again = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margin=SPACE.s, spacing=2, parent=parent)
        self.body.addWidget(SectionHeader("Issued before", inset=SPACE.s))
        self.buttons: list[Button] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.body.addLayout(self._list)
        self.hide()

    def show_issues(self, issues: Sequence[IssueRow]) -> None:
        """List them, newest first."""
        clear(self._list)
        self.buttons.clear()
        for issue in issues:
            self._list.addWidget(self._row(issue))
        if not issues:
            words = Text(
                "Nothing about this member was printed or saved yet.", Type.MUTED, wrap=True
            )
            words.setContentsMargins(SPACE.s, 0, SPACE.s, SPACE.s)
            self._list.addWidget(words)
        self.show()

    def _row(self, issue: IssueRow) -> ListRow:
        left = to_wall(issue.issued_at)
        when = f"{show_date(left.date())}, {show_time(left.time())}"
        buttons = []
        for words, told in (("Open", self.opened), ("Print again…", self.again)):
            button = Button(words, ButtonKind.LINK)
            button.setAccessibleName(f"{words} what left on {when}")
            button.clicked.connect(partial(told.emit, issue))
            buttons.append(button)
        to = f"to {issue.recipient}" if issue.recipient else ""
        detail = " · ".join(filter(None, (issue.kind, issue.title, to)))
        self.buttons += buttons
        return ListRow(when, detail, trailing=buttons)
