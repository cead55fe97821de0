"""The manual's window beside the main one: made when first asked for, gone with the program."""

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from practice.ui.help.chapters import Chapter

if TYPE_CHECKING:  # loaded when someone first reads
    from practice.ui.help.window import HelpWindow


@runtime_checkable
class Told(Protocol):
    """A screen the manual tells about, at this chapter."""

    @property
    def chapter(self) -> Chapter: ...


class HelpHost(QObject):
    """F1 in the main window opens the manual at what is shown there.

    It holds nothing of the practice, so it may stay open across a lock.
    """

    def __init__(self, main: QMainWindow) -> None:
        super().__init__(main)
        self._main = main
        self.window: HelpWindow | None = None
        action = QAction("Manual", main)
        action.setShortcut(QKeySequence("F1"))
        action.triggered.connect(self._open_here)
        main.addAction(action)

    def _open_here(self) -> None:
        screen = self._main.centralWidget()
        self.open(screen.chapter if isinstance(screen, Told) else Chapter.FIRST_DAY)

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
