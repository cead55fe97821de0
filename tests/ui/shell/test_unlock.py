"""From the lock screen to work and back."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from practice.models import store
from practice.models.base import CLINICAL, OFFICE, OPERATIONS
from practice.ui.frame import Frame
from practice.ui.shell import Shell
from practice.ui.unlock import UnlockScreen
from tests.conftest import PASSPHRASE, Clock
from tests.ui.shell.conftest import Open


def lock_screen(shell: Shell) -> UnlockScreen:
    screen = shell.centralWidget()
    assert isinstance(screen, UnlockScreen)
    return screen


def unlock(qtbot: QtBot, shell: Shell, typed: str = PASSPHRASE) -> None:
    """Type a passphrase and press Enter."""
    passphrase = lock_screen(shell).passphrase
    passphrase.clear()
    qtbot.keyClicks(passphrase, typed)
    qtbot.keyClick(passphrase, Qt.Key.Key_Return)


def labels() -> list[str]:
    return [row.label for row in OPERATIONS[OFFICE].select().order_by(OPERATIONS[OFFICE].id)]


def test_the_right_passphrase_opens_the_practice(qtbot: QtBot, start: Open, known: Path) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    assert isinstance(shell.centralWidget(), Frame)
    assert shell.context is not None
    assert store.has_clinical()
    assert labels()[-1] == "Sign in"


def test_a_wrong_passphrase_says_so_and_opens_nothing(
    qtbot: QtBot, start: Open, known: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell, "not the right passphrase")
    field = lock_screen(shell).form.fields["passphrase"]
    assert "does not open this practice" in field.error
    assert OFFICE.is_closed()
    assert lock_screen(shell).passphrase.selectedText()


def test_failures_slow_down_and_are_in_the_audit_trail(
    qtbot: QtBot, start: Open, known: Path, clock_at: Clock
) -> None:
    shell = start(known)
    for _ in range(6):
        unlock(qtbot, shell, "not the right passphrase")
    screen = lock_screen(shell)
    assert not screen.enter.isEnabled()
    assert "again in 2 s" in screen.banner.text()
    clock_at.advance(seconds=1)
    screen.count_down()
    assert "again in 1 s" in screen.banner.text()
    clock_at.advance(seconds=1)
    screen.count_down()
    assert screen.enter.isEnabled()
    assert not screen.banner.text()
    unlock(qtbot, shell)
    assert labels()[-2:] == ["Wrong passphrase", "Sign in"]
    reason = OPERATIONS[OFFICE].get(OPERATIONS[OFFICE].label == "Wrong passphrase").reason
    assert reason.count("UTC") == 5


def test_locking_closes_everything_and_the_next_person_can_unlock(
    qtbot: QtBot, start: Open, known: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    context = shell.context
    assert context is not None
    with qtbot.waitSignal(shell.locking):
        context.lock.emit()
    assert OFFICE.is_closed()
    assert CLINICAL.is_closed()
    assert not list(context.unlocked.keys)
    assert not list(known.glob("*-wal"))
    unlock(qtbot, shell)
    assert isinstance(shell.centralWidget(), Frame)
