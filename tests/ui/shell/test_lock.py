"""What locks, what is gone afterwards, and what comes back."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from practice.care import drafts, live
from practice.desk import sessions
from practice.models.base import CLINICAL, OFFICE
from practice.models.keyed import KeyedDatabase
from practice.ui.frame import Frame
from practice.ui.live.window import LiveWindow
from practice.ui.shell import Shell
from practice.ui.unlock import UnlockScreen
from practice.ui.widgets.button import Button
from practice.ui.work import clear_clipboard
from practice.vault import folder as folders
from practice.vault.vault import open_vault
from tests.build import a_full_group
from tests.conftest import Clock
from tests.ui.shell.conftest import Open
from tests.ui.shell.driving import at_work, screen, settings, unlock


def is_locked(shell: Shell) -> bool:
    return (
        shell.context is None
        and OFFICE.is_closed()
        and CLINICAL.is_closed()
        and isinstance(shell.centralWidget(), UnlockScreen)
    )


def test_ten_quiet_minutes_lock(qtbot: QtBot, start: Open, known: Path, clock_at: Clock) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    clock_at.advance(minutes=9)
    shell.work.idle.look()
    assert not is_locked(shell)
    qtbot.mouseMove(shell)
    qtbot.keyClick(shell, "x")
    clock_at.advance(minutes=9)
    shell.work.idle.look()
    assert not is_locked(shell)
    clock_at.advance(minutes=1)
    shell.work.idle.look()
    assert is_locked(shell)


def test_who_goes_on_working_is_never_locked_out(
    qtbot: QtBot, start: Open, known: Path, clock_at: Clock
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    for _ in range(4):
        clock_at.advance(minutes=6)
        qtbot.keyClick(shell, "x")
        qtbot.keyClick(shell, "y")
        shell.work.idle.look()
        assert not is_locked(shell)


def test_sleep_locks_though_the_steady_clock_stood_still(
    qtbot: QtBot, start: Open, known: Path, clock_at: Clock
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    clock_at.set(clock_at.now().replace(hour=23, minute=59))
    shell.work.idle.look()
    assert is_locked(shell)


def test_the_minutes_are_those_of_the_settings(
    qtbot: QtBot, start: Open, known: Path, clock_at: Clock
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    minutes = settings(shell).lock.minutes
    minutes.set_value(2)
    minutes.activated.emit(minutes.currentIndex())
    clock_at.advance(minutes=2)
    shell.work.idle.look()
    assert is_locked(shell)


def test_pages_are_gone_and_the_ends_of_the_trails_kept(
    qtbot: QtBot, start: Open, known: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    frame: QWidget = screen(shell, Frame)
    context = at_work(shell)
    before = context.vault.header.heads
    shell.lock()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(frame)
    assert open_vault(known).header.heads != before
    assert list(context.unlocked.keys) == []


class Board(QClipboard):
    """A clipboard of a system that tells whose words it holds."""

    def __init__(self, *, ours: bool) -> None:
        self.ours, self.cleared = ours, False

    def ownsClipboard(self) -> bool:
        return self.ours

    def clear(self, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
        self.cleared = True


@pytest.mark.parametrize("ours", [True, False])
def test_the_clipboard_is_cleared_of_our_words_alone(ours: bool) -> None:
    board = Board(ours=ours)
    clear_clipboard(board)
    assert board.cleared is ours


def test_words_being_typed_are_saved_before_the_files_close(
    qtbot: QtBot, start: Open, known: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    at_work(shell).locking.connect(lambda: drafts.save("note:x:plan", "last words"))
    shell.lock()
    unlock(qtbot, shell)
    assert drafts.load("note:x:plan") == "last words"


def a_running_session(shell: Shell, *, with_window: bool = True) -> str:
    _group, _members, session_id = a_full_group(at_work(shell).user_id, 3)
    sessions.start(session_id)
    if with_window:
        at_work(shell).open_session.emit(session_id)
    return session_id


def window_of(shell: Shell) -> LiveWindow:
    assert shell.work.live.is_live
    return cast(LiveWindow, shell.work.live._window)


def test_a_running_session_goes_on_behind_the_curtain(
    qtbot: QtBot, start: Open, known: Path, clock_at: Clock
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    session_id = a_running_session(shell)
    window = window_of(shell)
    qtbot.addWidget(window)
    clock_at.advance(minutes=10)
    shell.work.idle.look()
    assert is_locked(shell)
    assert (window.isVisible(), window.locked) == (True, True)
    unlock(qtbot, shell)
    assert (window.isVisible(), window.locked) == (True, False)
    assert window.context is shell.context
    assert sessions.running() == session_id


def test_closing_the_window_during_a_session_locks_and_stays(
    qtbot: QtBot, start: Open, known: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    a_running_session(shell)
    qtbot.addWidget(window_of(shell))
    with qtbot.assertNotEmitted(shell.finished):
        shell.close()
    assert shell.isVisible()
    assert is_locked(shell)
    assert "still running" in screen(shell, UnlockScreen).banner.text()


def test_closing_the_window_locks_and_ends(qtbot: QtBot, start: Open, known: Path) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    with qtbot.waitSignal(shell.finished):
        shell.close()
    assert not shell.isVisible()
    assert OFFICE.is_closed()
    assert {file.name for file in known.iterdir()} <= {
        *("vault.json", "vault.json.bak", "office.db", "clinical.db", folders.LOCK),
        *("office.db-journal", "clinical.db-journal"),
    }


def test_when_the_system_ends_the_program_the_files_are_at_rest(
    qtbot: QtBot, start: Open, known: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    context = at_work(shell)
    before = context.vault.header.heads
    shell.lock_at_once()
    assert (OFFICE.is_closed(), CLINICAL.is_closed()) == (True, True)
    assert open_vault(known).header.heads != before
    assert list(context.unlocked.keys) == []
    assert not list(known.glob("*-wal"))


def test_what_a_crash_left_is_offered_with_its_place(
    qtbot: QtBot, start: Open, known: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    session_id = a_running_session(shell, with_window=False)
    member = sessions.seats(session_id)[0].member
    drafts.save(live.draft_key(session_id, member), "said that")
    shell.lock()
    unlock(qtbot, shell)
    banners = screen(shell, Frame).banners
    assert [banner.text() for banner in banners] == [
        "This session is still running: Tuesday Recovery Skills, 17 Nov 18:00."
    ]
    sessions.stop(session_id)
    shell.lock()
    unlock(qtbot, shell)
    words = [banner.text() for banner in screen(shell, Frame).banners]
    assert len(words) == 1
    assert words[0].startswith("Words you typed were kept but are not on record yet")
    with qtbot.waitSignal(at_work(shell).wrap_up) as asked:
        screen(shell, Frame).banners[0].findChildren(Button)[0].click()
    assert asked.args == [session_id]


def test_a_disk_that_fails_at_lock_still_locks(
    qtbot: QtBot, start: Open, known: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    with monkeypatch.context() as broken:
        broken.setattr(KeyedDatabase, "execute_sql", _disk_full)
        shell.lock()
    assert is_locked(shell)
    assert "disk" in screen(shell, UnlockScreen).banner.text()


def _disk_full(*_: object, **__: object) -> None:
    from peewee import OperationalError  # noqa: PLC0415

    raise OperationalError("disk I/O error")
