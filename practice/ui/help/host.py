"""The manual's window beside the main one: made when first asked for, gone with the program."""

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from practice.ui.help.chapters import Chapter

if TYPE_CHECKING:
    from practice.ui.help.window import HelpWindow


class HelpHost(QObject):
    """It holds nothing of the practice, so it may stay open across a lock."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window: HelpWindow | None = None

    def open(self, chapter: Chapter) -> None:
        """Show a chapter, in front."""
        if self.window is None:
            self.window = import_module("practice.ui.help.window").HelpWindow()
        self.window.open(chapter)

    def close(self) -> None:
        """Before the program ends."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
