"""Typing a diagnosis code, or words for it: arrows move among those found, Enter takes one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.care import icd10
from practice.care.icd10 import Found
from practice.ui.page import clear
from practice.ui.theme import Type
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.rows import ActionRow, ListRow
from practice.ui.widgets.text import Text

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
NOT_LISTED = "Not in the set shipped here. Any code of the right shape can be typed."


class CodeInput(LineInput):
    """A code, taken or typed. Place `listed`, those found, below it.

    `taken` carries the words of a code that was taken from the list.
    """

    taken = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(hint="F10.20, or words: alcohol moderate", limit=100, parent=parent)
        self.listed = QWidget()
        self._found: list[Found] = []
        self._at = 0
        self._column = QVBoxLayout(self.listed)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.listed.hide()
        self.textEdited.connect(self._search)

    def watch(self, edited: Callable[[], None], refused: Callable[[str], None]) -> None:
        """What is found is said last, after the field's own help."""
        super().watch(edited, refused)
        self.textChanged.connect(self._mark)

    def rows(self) -> list[ActionRow]:
        """Those found, as they are shown."""
        items = (self._column.itemAt(index) for index in range(self._column.count()))
        return [row for item in items if item and isinstance(row := item.widget(), ActionRow)]

    def _search(self, typed: str) -> None:
        self._show_found(icd10.search(typed))
        if typed.strip() and not self._found:
            self._column.addWidget(Text(NOT_LISTED, Type.SMALL, wrap=True))
            self.listed.show()

    def _show_found(self, found: list[Found]) -> None:
        clear(self._column)
        self._found, self._at = found, 0
        for index, code in enumerate(found):
            row = ActionRow(ListRow(code.code, code.words, dense=True))
            row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.clicked.connect(partial(self._take, index))
            self._column.addWidget(row)
        self.listed.setVisible(bool(found))
        self._mark()

    def _mark(self) -> None:
        for index, row in enumerate(self.rows()):
            row.row.set_selected(index == self._at)
        if self._found:
            there, place = self._found[self._at], f"{self._at + 1} of {len(self._found)}"
            words = f"{there.code}, {there.words}, {place}. Enter takes it."
            self.setAccessibleDescription(words)

    def _take(self, index: int) -> None:
        code = self._found[index]
        self.set_value(code.code)
        self._show_found([])
        self.taken.emit(code.words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self._found:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._at = (self._at + _STEPS[key]) % len(self._found)
            self._mark()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._at)
        elif key == Qt.Key.Key_Escape:
            self._show_found([])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Someone who goes on by keyboard has decided; a click may be on one of those found."""
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._show_found([])
