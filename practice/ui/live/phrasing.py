"""Phrases in the composer: the strip that offers one, and Tab, which takes it and walks fields."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from practice.care import phrases
from practice.care.phrases import Known, PhraseRow
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.pill import KeyCap
from practice.ui.widgets.text import ElidedText, Text


class PhraseStrip(QWidget):
    """Offers what Tab would put in the place of `;plan`."""

    def __init__(self, editor: QPlainTextEdit, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._known: Known = {}
        self._offered: PhraseRow | None = None
        self._key = Text("", Type.EMPHASIS, role=Role.ACCENT)
        self._words = ElidedText("", Type.SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        for part in (KeyCap("Tab"), self._key):
            row.addWidget(part)
        row.addWidget(self._words, 1)
        self.hide()

    def read(self) -> None:
        """Take the phrases as they are on record now."""
        self._known = phrases.known()

    def look(self) -> None:
        """Offer the phrase that was typed, or nothing."""
        self._offered = phrases.typed(self._before(), self._known)
        self.setVisible(self._offered is not None)
        if self._offered is not None:
            self._key.setText(f"{phrases.SIGN}{self._offered.key}")
            self._words.setText(self._offered.expanded)

    def _before(self) -> str:
        cursor = self._editor.textCursor()
        return cursor.block().text()[: cursor.positionInBlock()]

    def tab(self) -> bool:
        """Put the phrase in and go to its first field, or on to the next; whether there was one."""
        self.look()
        cursor = self._editor.textCursor()
        if self._offered is not None:
            start = cursor.position() - phrases.length_typed(self._before())
            cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(self._offered.expanded)
            if not self._select(start, self._editor.textCursor().position()):
                self._editor.moveCursor(QTextCursor.MoveOperation.End)
            return True
        return self._select(cursor.selectionEnd())

    def to_unfilled(self) -> bool:
        """Go to the first field that is not filled; whether there is one."""
        return self._select(0)

    def _select(self, after: int, until: int | None = None) -> bool:
        found = phrases.next_field(self._editor.toPlainText(), after)
        if found is None or (until is not None and found[0] > until):
            return False
        cursor = self._editor.textCursor()
        cursor.setPosition(found[0])
        cursor.setPosition(found[1], QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        return True
