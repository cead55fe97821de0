"""One of the four steps of the first run."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.ui.theme import SPACE


class Step(QWidget):
    """Add to `body`. `done` goes on; the screen around it has the buttons."""

    title = ""
    lead = ""
    forward = "Continue"
    done = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE.m)

    def finish(self) -> None:
        """The person wants to go on: check, and emit `done` when all is right."""
        self.done.emit()
