"""Choosing a member by typing: arrows move among those found, Enter takes one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.desk import members
from practice.desk.members import MemberRow
from practice.errors import Refused
from practice.ui.layouts import widgets_in
from practice.ui.page import clear
from practice.ui.theme import Type
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.parsing import show_date
from practice.ui.widgets.rows import ActionRow, ListRow
from practice.ui.widgets.text import Text

SHOWN = 6
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class _Line(LineInput):
    """Hands the keys that move and take to the list below it."""

    step = Signal(int)
    take = Signal()
    leave = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.step.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take.emit()
        elif key == Qt.Key.Key_Escape:
            self.leave.emit()
        else:
            super().keyPressEvent(event)


class MemberPicker(QWidget):
    """An editor for `Field` whose value is a member's id. `chosen` carries it when it is taken."""

    chosen = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _Line(hint="Type a name or a code")
        self.about = Text("", Type.SMALL, wrap=True)
        self._member: MemberRow | None = None
        self._found: list[MemberRow] = []
        self._at = 0
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addLayout(self._list)
        column.addWidget(self.about)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._search)
        self.line.step.connect(self._step)
        self.line.take.connect(self._take)
        self.line.leave.connect(self._back)
        self._show_chosen()

    @property
    def member(self) -> MemberRow | None:
        """Who is chosen."""
        return self._member

    def value(self) -> str:
        """The id of the member chosen; raises Refused while there is none."""
        if self._member is None:
            raise Refused("Please choose a member.")
        return self._member.id

    def set_value(self, value: str) -> None:
        """Choose without telling anyone."""
        self._member = members.member(value) if value else None
        self._back()

    def watch(self, edited: Callable[[], None], refused: Callable[[str], None]) -> None:
        self.line.watch(edited, refused)

    def setAccessibleName(self, name: str) -> None:
        self.line.setAccessibleName(name)

    def rows(self) -> list[ActionRow]:
        """Those found, as they are shown."""
        return [row for row in widgets_in(self._list) if isinstance(row, ActionRow)]

    def _search(self, typed: str) -> None:
        among = members.members() + members.members(archived=True)
        self._show_found(members.search(typed, among)[:SHOWN] if typed.strip() else [])
        nobody = typed.strip() and not self._found
        self.about.setText("Nobody has this name or code." if nobody else "")
        self.about.setVisible(bool(nobody))

    def _show_found(self, found: list[MemberRow]) -> None:
        clear(self._list)
        self._found, self._at = found, 0
        for index, member in enumerate(found):
            row = ActionRow(ListRow(member.full_name, _about(member)))
            row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.clicked.connect(partial(self._take_at, index))
            self._list.addWidget(row)
        self._mark()

    def _mark(self) -> None:
        for index, row in enumerate(self.rows()):
            row.row.set_selected(index == self._at)
        there = self._found[self._at] if self._found else None
        words = f"{there.full_name}, {_about(there)}. Enter takes it." if there else ""
        self.line.setAccessibleDescription(words)

    def _step(self, by: int) -> None:
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self._mark()

    def _take(self) -> None:
        if self._found:
            self._take_at(self._at)

    def _take_at(self, index: int) -> None:
        self._member = self._found[index]
        self._back()
        self.chosen.emit(self._member.id)

    def _back(self) -> None:
        """Show who is chosen, as if nothing had been typed."""
        self._show_found([])
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.line.set_value(self._member.full_name if self._member else "")
        self.line.selectAll()
        self.about.setText(_about(self._member) if self._member else "")
        self.about.setVisible(self._member is not None)


def _about(member: MemberRow) -> str:
    born = f"born {show_date(member.birth_date)}" if member.birth_date else ""
    former = "former member" if member.archived else ""
    payer = " ".join(filter(None, (member.payer, member.payer_member_id)))
    return " · ".join(filter(None, (member.code, born, payer, former)))
