"""A card that lists things: a heading, rows, and a place where a small form opens."""

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from practice.ui.entry import EntryForm
from practice.ui.icons import Icon
from practice.ui.layouts import widgets_in
from practice.ui.page import clear
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.rows import SectionHeader
from practice.ui.widgets.text import Text


class Section(Card):
    """Rows come and go with every reload; an open form and the keyboard's place stay."""

    def __init__(
        self,
        title: str,
        icon: Icon | None = None,
        role: Role = Role.TEXT2,
        *,
        add: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(margin=SPACE.s, spacing=2, parent=parent)
        self.title = title
        self.header = SectionHeader(title, "", icon, role, inset=SPACE.s)
        self.header.setMinimumHeight(34)
        self.add_button = Button(add, ButtonKind.LINK, Icon.PLUS)
        if not add:
            self.add_button.hide()
        self.header.row.addWidget(self.add_button)
        self.form: EntryForm | None = None
        self._slot, self._column = QVBoxLayout(), QVBoxLayout()
        self._slot.setContentsMargins(SPACE.s, 0, SPACE.s, 0)
        self._column.setSpacing(2)
        self.body.addWidget(self.header)
        self.body.addLayout(self._slot)
        self.body.addLayout(self._column)
        self.body.addStretch(1)

    def show_rows(self, rows: Sequence[QWidget], nothing: str = "", note: str = "") -> None:
        """Show these rows, or one sentence where there are none."""
        place = self._focused_row()
        clear(self._column)
        self.header.say(self.title, note)
        for part in rows or _sentence(nothing):
            self._column.addWidget(part)
            part.show()
        if place is not None:
            _focus_into(rows[min(place, len(rows) - 1)] if rows else self.add_button)

    def rows(self) -> list[QWidget]:
        """What is shown now, in order."""
        return widgets_in(self._column)

    def _focused_row(self) -> int | None:
        focus = QApplication.focusWidget()
        for index, row in enumerate(self.rows()):
            if focus is not None and (row is focus or row.isAncestorOf(focus)):
                return index
        return None

    def open_form(self, form: EntryForm) -> None:
        """Open a form under the heading; another one that was open goes."""
        self.close_form()
        self.form = form
        form.saved.connect(self.close_form)
        form.cancelled.connect(self.close_form)
        self._slot.addWidget(form)
        form.show()
        self._slot.setContentsMargins(SPACE.s, SPACE.xs, SPACE.s, SPACE.m)
        form.begin()

    def close_form(self) -> None:
        """Put the form away and the keyboard back to where forms are opened."""
        if self.form is None:
            return
        self.form = None
        clear(self._slot)
        self._slot.setContentsMargins(SPACE.s, 0, SPACE.s, 0)
        rows = self.rows()
        _focus_into(self.add_button if self.add_button.isVisible() or not rows else rows[0])


def _sentence(words: str) -> list[QWidget]:
    if not words:
        return []
    sentence = Text(words, Type.MUTED, wrap=True)
    sentence.setContentsMargins(SPACE.s, 0, SPACE.s, SPACE.s)
    return [sentence]


def _focus_into(widget: QWidget) -> None:
    """Focus the widget, or the first thing in it that takes the keyboard."""
    inside = [widget, *widget.findChildren(QWidget)]
    with suppress(StopIteration):
        next(w for w in inside if w.focusPolicy() & Qt.FocusPolicy.TabFocus).setFocus(
            Qt.FocusReason.TabFocusReason
        )
