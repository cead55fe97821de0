"""What left before about one member: to look at again, and to give out again as it was."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.desk.practice import to_wall
from practice.ui.page import clear
from practice.ui.theme import SPACE, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.parsing import show_date, show_time
from practice.ui.widgets.rows import ListRow, SectionHeader
from practice.ui.widgets.text import Text

NOTHING_LEFT = "Nothing about this member was printed or saved yet."


class Issued(Protocol):
    """A document that left, whichever file keeps it."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def recipient(self) -> str: ...
    @property
    def issued_at(self) -> datetime: ...
    @property
    def sha256(self) -> str: ...


R = TypeVar("R", bound=Issued)


@dataclass(frozen=True)
class Archive(Generic[R]):
    """Where documents that left are kept: newest first, their bytes, and a name for a file."""

    of_member: Callable[[str], Sequence[R]]
    pdf_of: Callable[[str], bytes]
    reprint: Callable[[str], bytes]
    file_name: Callable[[R], str]


def mark(issue: Issued) -> str:
    """`Issued 2 Apr 2026`."""
    return f"Issued {show_date(to_wall(issue.issued_at).date())}"


def when(issue: Issued) -> str:
    """`2 Apr 2026, 09:00`."""
    left = to_wall(issue.issued_at)
    return f"{show_date(left.date())}, {show_time(left.time())}"


def about(issue: Issued) -> str:
    """`Progress report · 1 Jan 2026 – 31 Mar 2026 · to Northlight Health`."""
    to = f"to {issue.recipient}" if issue.recipient else ""
    return " · ".join(filter(None, (issue.kind, issue.title, to)))


class Issues(Card):
    """What left about this member. `opened` and `again` carry the document.

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

    def show_issues(self, issues: Sequence[Issued]) -> None:
        """List them, newest first."""
        clear(self._list)
        self.buttons.clear()
        for issue in issues:
            self._list.addWidget(self._row(issue))
        if not issues:
            words = Text(NOTHING_LEFT, Type.MUTED, wrap=True)
            words.setContentsMargins(SPACE.s, 0, SPACE.s, SPACE.s)
            self._list.addWidget(words)
        self.show()

    def _row(self, issue: Issued) -> ListRow:
        buttons = []
        for words, told in (("Open", self.opened), ("Print again…", self.again)):
            button = Button(words, ButtonKind.LINK)
            button.setAccessibleName(f"{words} what left on {when(issue)}")
            button.clicked.connect(partial(told.emit, issue))
            buttons.append(button)
        self.buttons += buttons
        return ListRow(when(issue), about(issue), trailing=buttons)
