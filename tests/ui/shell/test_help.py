"""F1 on every screen, the entry at the left, and the count beside Notes to finish."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from practice.care import notes, signing
from practice.desk import attendance, sessions
from practice.ui.context import Place
from practice.ui.first_run.screen import FirstRun
from practice.ui.frame import Frame
from practice.ui.help.chapters import FOR_PLACE, Chapter
from practice.ui.help.window import HelpWindow
from practice.ui.shell import Shell
from practice.ui.unlock import UnlockScreen
from practice.ui.widgets.navigation import NavigationItem
from practice.ui.workspace import COUNT_AFTER
from tests.build import a_full_group
from tests.conftest import PASSPHRASE, Clock
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


@pytest.fixture
def counted(qtbot: QtBot, start: Open, known: Path) -> tuple[Shell, NavigationItem]:
    shell = start(known)
    unlock(qtbot, shell)
    return shell, screen(shell, Frame).workspace.navigation.items[Place.NOTES]


def test_the_count_follows_what_waits(
    qtbot: QtBot, counted: tuple[Shell, NavigationItem], clock_at: Clock
) -> None:
    shell, item = counted
    context = at_work(shell)

    def waits(words: str) -> None:
        qtbot.waitUntil(lambda: item.accessibleName() == words, timeout=10 * COUNT_AFTER)

    waits("Notes to finish")
    _, _, session = a_full_group(context.user_id, 2)
    clock_at.to("18:00")
    sessions.start(session)
    attendance.mark_all_present(session)
    clock_at.to("19:00")
    sessions.stop(session)
    waits("Notes to finish, 1")
    notes.prepare(session)
    for note in notes.of_session(session):
        notes.save_part(note.id, "response", f"Own words for {note.id[:4]}")
    ids = [note.id for note in notes.of_session(session)]
    signing.sign(session, ids, context.vault.confirm(context.user_id, PASSPHRASE))
    waits("Notes to finish")
