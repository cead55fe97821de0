"""Choosing one member in a form."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.desk import members
from practice.errors import Refused
from practice.ui.members.directory import Entry, MemberList
from practice.ui.members.search import MemberSearch
from practice.ui.theme import SIZE, SPACE, theme

SHOWN = 4


class MemberPicker(QWidget):
    """Type a few letters, Down into the matches, Enter. `value` is the id chosen.

    Enter on someone leads on to what comes next in the form.
    """

    def __init__(self, offered: list[Entry], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = offered
        self.list = MemberList("Matching members")
        self.search = MemberSearch(self.list, hint="Type a name, phone or birth date")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self._narrow)
        self.search.entered.connect(self._go_on)
        self.list.opened.connect(self._go_on)
        self._narrow()

    def value(self) -> str:
        """Who is chosen; raises Refused while nobody is."""
        if not self.list.chosen():
            raise Refused("Choose a member from the list: type a name, then press Down.")
        return self.list.chosen()

    def set_value(self, value: str) -> None:
        """Choose someone."""
        self.list.choose(value)

    def watch(self, edited: Callable[[], None], _refused: Callable[[str], None]) -> None:
        self.search.textChanged.connect(edited)
        self.list.picked.connect(lambda _id: edited())

    def _go_on(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        self.list.focusNextChild()

    def _narrow(self) -> None:
        rows = members.search(self.search.text(), [entry.member for entry in self._offered])
        found = {row.id for row in rows}
        self.list.members.show_entries([e for e in self._offered if e.member.id in found])
        self.list.setFixedHeight(theme().px(SIZE.row) * min(SHOWN, max(1, len(found))))
