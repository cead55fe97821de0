"""What is on record, to read: a name at the left, the words at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from practice.ui.page import clear
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.text import Text

MISSING = "Not recorded"


class Facts(QWidget):
    """Pairs of label and words; empty words are shown as missing."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SPACE.s, 0, SPACE.s, SPACE.s)
        self._grid.setHorizontalSpacing(SPACE.m)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, 116)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these pairs."""
        clear(self._grid)
        for row, (label, words) in enumerate(facts):
            value = Text(words or MISSING, role=None if words else Role.MUTED, wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(Text(label, Type.MUTED), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1)
