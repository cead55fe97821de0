"""From the lock screen to work and back."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from practice.care import upgrade
from practice.models import store
from practice.models.base import CLINICAL, OFFICE, OPERATIONS
from practice.ui.background import Lane
from practice.ui.frame import Frame
from practice.ui.reception import UPDATING
from practice.ui.screen import Screen
from practice.ui.trouble import TroubleScreen
from practice.ui.unlock import UnlockScreen
from practice.vault.bundle import list_backups
from tests.conftest import Clock
from tests.models.later import one_more_step
from tests.ui.shell.conftest import Open
from tests.ui.shell.driving import labels, screen, unlock


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
    field = screen(shell, UnlockScreen).form.fields["passphrase"]
    assert "does not open this practice" in field.error
    assert OFFICE.is_closed()
    assert screen(shell, UnlockScreen).passphrase.selectedText()


def test_failures_slow_down_and_are_in_the_audit_trail(
    qtbot: QtBot, start: Open, known: Path, clock_at: Clock
) -> None:
    shell = start(known)
    for _ in range(6):
        unlock(qtbot, shell, "not the right passphrase")
    shown = screen(shell, UnlockScreen)
    assert not shown.enter.isEnabled()
    assert "again in 2 s" in shown.banner.text()
    clock_at.advance(seconds=1)
    shown.count_down()
    assert "again in 1 s" in shown.banner.text()
    clock_at.advance(seconds=1)
    shown.count_down()
    assert shown.enter.isEnabled()
    assert not shown.banner.text()
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


def test_the_window_stays_alive_while_the_passphrase_is_checked(
    qtbot: QtBot, start: Open, known: Path
) -> None:
    shell = start(known, lane=Lane())
    shown = screen(shell, UnlockScreen)
    unlock(qtbot, shell)
    assert shown.is_busy
    assert not shown.inner.isEnabled()
    assert OFFICE.is_closed()
    qtbot.waitUntil(lambda: shell.context is not None)
    assert isinstance(shell.centralWidget(), Frame)
    shell.lock()
    qtbot.waitUntil(lambda: isinstance(shell.centralWidget(), UnlockScreen))
    assert OFFICE.is_closed()


def test_records_of_an_earlier_version_are_backed_up_and_brought_up_to_date_meanwhile(
    qtbot: QtBot, start: Open, known: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one_more_step(monkeypatch, tmp_path)
    shell = start(known)
    told: list[str] = []
    busy = Screen.busy

    def heard(shown: Screen, words: str) -> None:
        told.append(words)
        busy(shown, words)

    monkeypatch.setattr(Screen, "busy", heard)
    unlock(qtbot, shell)
    assert UPDATING in told
    assert isinstance(shell.centralWidget(), Frame)
    assert OFFICE.table_exists("later")
    assert len(list_backups(upgrade.place_of(known))) == 1


def test_where_the_backup_before_an_update_fails_it_is_said(
    qtbot: QtBot, start: Open, known: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one_more_step(monkeypatch, tmp_path)
    upgrade.place_of(known).write_text("a file where the folder should be")
    shell = start(known)
    unlock(qtbot, shell)
    assert isinstance(shell.centralWidget(), TroubleScreen)
    assert OFFICE.is_closed()
    assert shell.context is None
