"""A draft that reads like another note: said above the texts, with both side by side on demand."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from practice.care.alike import Alike
from practice.care.wrapup import MemberPart, WrapUp
from practice.ui.icons import Icon
from practice.ui.notes.words import when
from practice.ui.page import clear
from practice.ui.theme import SIZE, SPACE, Role, Type, theme
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.text import Text
from practice.ui.words import NARROW_ROOM, short

_TOP = Qt.AlignmentFlag.AlignTop
NAMED = 3
SHOW, HIDE = "Show side by side", "Close"


class AlikeView(QWidget):
    """Hidden while nothing reads alike; else a line for notes of this session, and one for the
    member's own of before. It stands in nobody's way."""

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
        here = [one for one in part.alike if one.signed_at is None]
        for some in (here, [one for one in part.alike if one.signed_at is not None]):
            if some:
                self._add(some, found)
        self.setVisible(bool(part.alike))

    def _add(self, some: Sequence[Alike], found: WrapUp) -> None:
        whose = [_whose(one, found) for one in some]
        line = QWidget()
        flow = FlowLayout(line, spacing=SPACE.xs)
        words = f"Reads like {_of(some)} {_listed(whose)}"
        said = Remark(words, Icon.WARNING, Role.LATE, inked=True, wrap=False)
        said.setMinimumHeight(theme().px(SIZE.control))
        button = Button(SHOW, ButtonKind.LINK)
        button.setAccessibleName(f"Show this note and {', '.join(whose)} side by side")
        both = _both(some, found)
        both.hide()
        button.clicked.connect(partial(_toggle, button, both))
        for part in (said, button):
            flow.addWidget(part)
        self._column.addWidget(line)
        self._column.addWidget(both)
        self.buttons.append(button)


def _of(some: Sequence[Alike]) -> str:
    notes = "the note" if len(some) == 1 else "the notes"
    return f"{notes} of" if some[0].signed_at is None else f"{notes} of this member signed"


def _listed(names: Sequence[str]) -> str:
    """`Dan A., Grace O. and 6 more`: one line, however many; all stand over the texts."""
    if len(names) > NAMED:
        names = (*names[: NAMED - 1], f"{len(names) - NAMED + 1} more")
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _whose(one: Alike, found: WrapUp) -> str:
    if one.signed_at is not None:
        return when(one.signed_at)
    other = found.member(one.member_id)
    return short(other.seat.short_name, NARROW_ROOM) if other else "another member"


def _both(some: Sequence[Alike], found: WrapUp) -> QWidget:
    """This note at the left; at the right each other text once, with all who have it."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(SPACE.s)
    others: dict[str, list[str]] = {}
    for one in some:
        others.setdefault(one.other, []).append(_whose(one, found))
    texts = [("This note", some[0].own), *((", ".join(who), text) for text, who in others.items())]
    for at, (head, words) in enumerate(texts):
        row, column = 2 * max(0, at - 1), min(at, 1)
        grid.addWidget(Text(head, Type.LABEL, wrap=True), row, column)
        grid.addWidget(Text(words, Type.SMALL, wrap=True), row + 1, column, _TOP)
        grid.setColumnStretch(column, 1)
    return holder


def _toggle(button: Button, both: QWidget) -> None:
    both.setVisible(both.isHidden())
    button.setText(SHOW if both.isHidden() else HIDE)
