"""A draft that reads like another note: said above the texts, with both side by side on demand."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from practice.care.alike import Alike
from practice.care.wrapup import MemberPart, WrapUp
from practice.ui.icons import Icon
from practice.ui.notes.words import when
from practice.ui.page import clear
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.text import Text

SHOW, HIDE = "Show both", "Close both"


class AlikeView(QWidget):
    """Hidden while nothing reads alike. It stands in nobody's way."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[Button] = []
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.xs)
        self.hide()

    def show_part(self, part: MemberPart, found: WrapUp) -> None:
        """Show what a draft reads like; what is open stays open while nothing changes."""
        shown = (part.seat.id, part.alike)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._column)
        self.buttons = []
        for one in part.alike:
            self._add(one, _whose(one, found))
        self.setVisible(bool(part.alike))

    def _add(self, one: Alike, whose: str) -> None:
        said = Remark(f"Reads like {whose}", Icon.WARNING, Role.LATE, inked=True)
        button = Button(SHOW, ButtonKind.LINK)
        button.setAccessibleName(f"Show this note and {whose} side by side")
        both = _both(one, whose)
        both.hide()
        button.clicked.connect(partial(_toggle, button, both))
        self._column.addWidget(said)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(both)
        self.buttons.append(button)


def _whose(one: Alike, found: WrapUp) -> str:
    if one.signed_at is not None:
        return f"this member’s note signed {when(one.signed_at)}"
    other = found.member(one.member_id)
    return f"the note of {other.seat.short_name}" if other else "another note"


def _both(one: Alike, whose: str) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(SPACE.s)
    for column, (head, words) in enumerate((("This note", one.own), (whose, one.other))):
        grid.addWidget(Text(head[:1].upper() + head[1:], Type.LABEL, wrap=True), 0, column)
        grid.addWidget(Text(words, Type.SMALL, wrap=True), 1, column)
        grid.setColumnStretch(column, 1)
    return holder


def _toggle(button: Button, both: QWidget) -> None:
    both.setVisible(both.isHidden())
    button.setText(SHOW if both.isHidden() else HIDE)
