"""Driving the window as a person does."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from practice.models.base import OFFICE, OPERATIONS
from practice.ui.context import Context, Place
from practice.ui.frame import Frame
from practice.ui.settings.page import SettingsPage
from practice.ui.shell import Shell
from practice.ui.unlock import UnlockScreen
from tests.conftest import PASSPHRASE

T = TypeVar("T", bound=QWidget)


def screen(shell: Shell, kind: type[T]) -> T:
    """What the window shows, which must be this."""
    shown = shell.centralWidget()
    assert isinstance(shown, kind), type(shown)
    return shown


def unlock(qtbot: QtBot, shell: Shell, typed: str = PASSPHRASE) -> None:
    """Type a passphrase and press Enter."""
    passphrase = screen(shell, UnlockScreen).passphrase
    passphrase.clear()
    qtbot.keyClicks(passphrase, typed)
    qtbot.keyClick(passphrase, Qt.Key.Key_Return)


def at_work(shell: Shell) -> Context:
    """Whose practice is open; it must be."""
    assert shell.context is not None
    return shell.context


def settings(shell: Shell) -> SettingsPage:
    """Go to Settings."""
    at_work(shell).go.emit(Place.SETTINGS, "")
    page = screen(shell, Frame).workspace.pages[Place.SETTINGS]
    assert isinstance(page, SettingsPage)
    return page


def fill(qtbot: QtBot, line: QWidget, typed: str) -> None:
    """Type into a line, in the place of what stands there."""
    qtbot.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(line, typed)


def labels() -> list[str]:
    """The audit trail's entries, oldest first."""
    table = OPERATIONS[OFFICE]
    return [row.label for row in table.select().order_by(table.id)]
