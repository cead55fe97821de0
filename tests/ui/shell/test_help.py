"""F1 on every screen, and the entry at the left."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from practice.ui.context import Place
from practice.ui.first_run.screen import FirstRun
from practice.ui.frame import Frame
from practice.ui.help.chapters import Chapter
from practice.ui.help.pages import FOR_PLACE
from practice.ui.help.window import HelpWindow
from practice.ui.shell import Shell
from practice.ui.unlock import UnlockScreen
from tests.ui.shell.conftest import Open
from tests.ui.shell.driving import at_work, screen, unlock


def f1(qtbot: QtBot, shell: Shell) -> HelpWindow:
    """Press it; what opened."""
    with qtbot.waitActive(shell):
        shell.activateWindow()
    qtbot.keyClick(shell, Qt.Key.Key_F1)
    assert shell.help.window is not None
    assert shell.help.window.isVisible()
    return shell.help.window


def test_f1_before_anything_is_begun(qtbot: QtBot, start: Open) -> None:
    shell = start()
    screen(shell, FirstRun)
    assert f1(qtbot, shell).chapter is Chapter.FIRST_DAY


def test_f1_at_the_lock_screen_and_on_every_page(qtbot: QtBot, start: Open, known: Path) -> None:
    shell = start(known)
    screen(shell, UnlockScreen)
    assert f1(qtbot, shell).chapter is Chapter.SAFE
    unlock(qtbot, shell)
    for place in Place:
        at_work(shell).go.emit(place, "")
        manual = f1(qtbot, shell)
        assert manual.chapter is FOR_PLACE[place]
        qtbot.keyClick(manual, Qt.Key.Key_Escape)
        assert not manual.isVisible()


def test_the_entry_at_the_left_opens_it_and_it_ends_with_the_program(
    qtbot: QtBot, start: Open, known: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    at_work(shell).go.emit(Place.REPORTS, "")
    screen(shell, Frame).workspace.manual.click()
    assert shell.help.window is not None
    assert shell.help.window.chapter is Chapter.REPORTS
    shell.close()
    assert shell.help.window is None
