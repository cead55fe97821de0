"""Typing the first letters of a name goes to its row."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from practice import clock
from practice.text import fold

TOGETHER = 1.0
"""Seconds: letters typed in less than that of each other are one beginning."""


class TypeAhead:
    """Keeps what is being typed; `goes_to` puts the keyboard on the row whose words begin so."""

    def __init__(self) -> None:
        self._typed, self._last = "", 0.0

    def goes_to(self, letter: str, rows: Sequence[QWidget]) -> bool:
        """Whether this letter was taken as part of a name, whether or not there is such a row."""
        if not letter.isalnum():
            return False
        now = clock.monotonic()
        self._typed = letter if now - self._last > TOGETHER else self._typed + letter
        self._last = now
        for row in rows:
            if row.focusPolicy() != Qt.FocusPolicy.NoFocus and self._begins(row):
                row.setFocus(Qt.FocusReason.ShortcutFocusReason)
                break
        return True

    def _begins(self, row: QWidget) -> bool:
        """Given and family name both count."""
        words = fold(row.accessibleName().partition(",")[0]).split()
        return any(word.startswith(fold(self._typed)) for word in words)
