"""Everything the keyboard reaches has a name and a size one can hit."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from practice.ui.crash import CrashWindow
from practice.ui.frame import Frame
from practice.ui.recover import RecoverScreen
from practice.ui.restore_screen import RestoreScreen
from tests.ui.shell.conftest import Open
from tests.ui.shell.driving import screen, settings, unlock
from tests.ui.shell.test_first_run import choose_passphrase, tell_about_us


def nameless(inside: QWidget) -> list[str]:
    """What can be reached but not told, or is too small."""
    found = []
    for part in inside.findChildren(QWidget):
        if part.isVisibleTo(inside) and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            told = QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
            if not told or min(part.width(), part.height()) < 24:
                found.append(f"{type(part).__name__} {told!r} {part.width()}x{part.height()}")
    return found


def test_the_first_run(qtbot: QtBot, start: Open) -> None:
    shell = start()
    assert nameless(shell) == []
    tell_about_us(qtbot, shell)
    choose_passphrase(qtbot, shell)
    assert nameless(shell) == []


def test_lock_recovery_restore_and_settings(qtbot: QtBot, start: Open, known: Path) -> None:
    shell = start(known)
    assert nameless(shell) == []
    shell.reception.restore()
    assert nameless(screen(shell, RestoreScreen)) == []
    shell.reception._recover()
    assert nameless(screen(shell, RecoverScreen)) == []
    shell.begin()
    unlock(qtbot, shell)
    page = settings(shell)
    qtbot.keyClick(page.kit.make, Qt.Key.Key_Space)
    frame = screen(shell, Frame)
    frame.tell("Something happened.")
    assert nameless(frame) == []


def test_the_crash_window(qtbot: QtBot) -> None:
    window = CrashWindow(None, lambda: None, None)
    qtbot.addWidget(window)
    window.show()
    assert nameless(window) == []
