"""What stands in the place of a note for someone who was not there: the entry, and what was noted
about them all the same."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.care.wrapup import MemberPart
from practice.ui.notes import words
from practice.ui.notes.lines import LinesView
from practice.ui.theme import SPACE, Type
from practice.ui.widgets.text import Text

KEPT = "They are in no note. If this member was there after all, mark it: a draft is made of them."


class MissedView(QWidget):
    """Read only."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = Text("", Type.SECONDARY, wrap=True)
        self._rated = Text("", Type.SMALL, wrap=True, tabular=True)
        self.lines = LinesView(to_insert=False)
        self._kept = Text(KEPT, Type.MUTED, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        for part in (self._said, self._rated, self.lines, self._kept):
            column.addWidget(part)
        column.addStretch(1)

    def text(self) -> str:
        """What the entry says."""
        return self._said.text()

    def show_part(self, part: MemberPart, started: datetime | None) -> None:
        """Show a member without a note."""
        self._said.setText(words.missed(part))
        self._rated.setText(" · ".join(part.rated))
        self._rated.setVisible(bool(part.rated))
        self.lines.show_part(part, started)
        self.lines.setVisible(bool(part.lines))
        self._kept.setVisible(bool(part.lines or part.rated))
