"""Asking where a file or folder is. Only what is chosen is kept, never where one looked."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QWidget

from practice.errors import Refused
from practice.ui.icons import Icon
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.inputs import LineInput
from practice.vault.files import plain_words, write_whole
from practice.vault.folder import require_outside

_PLAIN = QFileDialog.Option.DontUseNativeDialog
"""Qt's own dialog: it keeps no list of recent places that we can't switch off."""


def keep_no_places() -> None:
    """Qt's file dialog writes the folders one looked at into its settings; let them go nowhere."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def ask_folder(parent: QWidget, title: str, start: str = "") -> str:
    """A folder that is there; empty when the person thought better of it."""
    options = _PLAIN | QFileDialog.Option.ShowDirsOnly
    return QFileDialog.getExistingDirectory(parent, title, start or str(Path.home()), options)


def ask_where_to_save(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """A path for a new file; the dialog asks before one is replaced."""
    start = str(Path.home() / name)
    found, _ = QFileDialog.getSaveFileName(parent, title, start, kinds, options=_PLAIN)
    return Path(found) if found else None


def save_outside(path: Path, content: bytes, data: Path, what: str) -> None:
    """Write a file for this account's eyes only. Refused inside the data folder; Unavailable."""
    require_outside(path, data, what)
    with plain_words(f"{what} could not be saved"):
        write_whole(path, content)


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
