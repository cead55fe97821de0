"""Asking for a folder or a file. Only what is chosen is kept, never where one looked."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QWidget

from practice.errors import Refused
from practice.ui.icons import Icon
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.inputs import LineInput

_PLAIN = QFileDialog.Option.DontUseNativeDialog
"""Qt's own dialog: it keeps no list of recent places that we can't switch off."""


def keep_no_places() -> None:
    """Qt's file dialog writes the folders one looked at into its settings; let them go nowhere."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def ask_folder(parent: QWidget, title: str, start: str = "") -> str:
    """A folder that is there; empty when the person thought better of it."""
    options = _PLAIN | QFileDialog.Option.ShowDirsOnly
    return QFileDialog.getExistingDirectory(parent, title, start or str(Path.home()), options)


def ask_file(parent: QWidget, title: str, kinds: str) -> str:
    """A file to read; `kinds` as Qt wants them. Empty when the person thought better of it."""
    home = str(Path.home())
    return QFileDialog.getOpenFileName(parent, title, home, kinds, options=_PLAIN)[0]


class FolderInput(QWidget):
    """A folder, typed or chosen. An editor for `Field`."""

    def __init__(self, title: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.line = LineInput(limit=2000, hint=hint)
        self.browse = Button("Choose…", ButtonKind.SECONDARY, Icon.FOLDER)
        self.browse.setAccessibleName(title)
        self.browse.clicked.connect(self._ask)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.browse)

    def _ask(self) -> None:
        if found := ask_folder(self, self._title, self.line.value()):
            self.line.setText(found)

    def setAccessibleName(self, name: str) -> None:
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, words: str) -> None:
        self.line.setAccessibleDescription(words)

    def value(self) -> str:
        """The path as typed, with ~ for the home folder; raises Refused unless it is whole."""
        typed = self.line.value()
        if not typed:
            return ""
        path = Path(typed).expanduser()
        if not path.is_absolute():
            raise Refused("Give the whole path, such as /media/backup, or choose the folder.")
        return str(path)

    def set_value(self, value: str) -> None:
        """Show a path."""
        self.line.set_value(value)

    def watch(self, edited: Callable[[], None], refused: Callable[[str], None]) -> None:
        self.line.watch(edited, refused)
