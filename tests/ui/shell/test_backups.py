"""Backing up at lock and on demand, and getting the records back."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from practice.desk import members
from practice.desk.members import MemberDetails
from practice.desk.practice import practice, save_practice
from practice.ui.backup_state import BackupKind, backup_state
from practice.ui.frame import Frame
from practice.ui.recover import RecoverScreen
from practice.ui.restore_screen import RestoreScreen
from practice.ui.settings.backups import BackupPart
from practice.ui.shell import Shell
from practice.ui.unlock import UnlockScreen
from practice.vault.bundle import list_backups
from tests.conftest import PASSPHRASE, Clock
from tests.ui.shell.conftest import Open
from tests.ui.shell.driving import at_work, fill, labels, screen, settings, unlock
from tests.ui.shell.test_first_run import begin

NEW = "meadow cobalt ferry almond"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "disk"
    place.mkdir()
    return place


def choose(shell: Shell, qtbot: QtBot, place: Path) -> BackupPart:
    part = settings(shell).backup
    fill(qtbot, part.place.line, str(place))
    qtbot.keyClick(part.save_button, Qt.Key.Key_Space)
    return part


def add_member(name: str) -> None:
    members.add(MemberDetails(given_name=name, family_name="Park"))


def names() -> list[str]:
    return [member.given_name for member in members.members()]


def test_back_up_now_and_the_list_of_backups(
    qtbot: QtBot, start: Open, known: Path, place: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    part = choose(shell, qtbot, place)
    assert practice().backup_folder == str(place)
    qtbot.keyClick(part.now, Qt.Key.Key_Space)
    assert part.done.text() == "The backup was made and read back."
    assert len(list_backups(place)) == 1
    assert part.listed.count() == 1
    state = backup_state(at_work(shell).vault, str(place))
    assert state.kind is BackupKind.GOOD
    assert state.words.startswith("Last backup today")


def test_a_folder_inside_the_data_or_missing_is_refused(
    qtbot: QtBot, start: Open, known: Path, tmp_path: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    part = choose(shell, qtbot, known / "backups")
    assert "inside the data folder" in part.form.fields["place"].error
    choose(shell, qtbot, tmp_path / "nowhere")
    assert "not there" in part.form.fields["place"].error
    fill(qtbot, part.place.line, "somewhere")
    qtbot.keyClick(part.save_button, Qt.Key.Key_Space)
    assert "whole path" in part.form.fields["place"].error
    assert practice().backup_folder == ""


def test_every_lock_backs_up_and_ten_are_kept(
    qtbot: QtBot, start: Open, known: Path, place: Path, clock_at: Clock
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    save_practice(replace(practice(), backup_folder=str(place)))
    for _ in range(3):
        shell.lock()
        clock_at.advance(days=1)
        unlock(qtbot, shell)
    assert [one.manifest.sequence for one in list_backups(place)] == [3, 2, 1]
    state = backup_state(at_work(shell).vault, str(place))
    assert state.words.startswith("Last backup yesterday")


def test_a_failed_backup_is_said_at_the_next_unlock_and_on_today(
    qtbot: QtBot, start: Open, known: Path, place: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    save_practice(replace(practice(), backup_folder=str(place)))
    place.rmdir()
    shell.lock()
    said = screen(shell, UnlockScreen).banner.text()
    assert said.startswith("The records are locked, but the backup was not made.")
    unlock(qtbot, shell)
    assert screen(shell, Frame).banners[0].text() == said
    assert backup_state(at_work(shell).vault, str(place)).kind is BackupKind.UNREACHABLE
    place.mkdir()
    assert backup_state(at_work(shell).vault, str(place)).kind is BackupKind.FAILED
    assert backup_state(at_work(shell).vault, "").kind is BackupKind.NEVER


def test_restoring_brings_back_that_day_and_keeps_the_replaced_folder(
    qtbot: QtBot, start: Open, known: Path, place: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    add_member("Jo")
    part = choose(shell, qtbot, place)
    part.back_up()
    add_member("Later")
    part.restore.click()
    qtbot.waitUntil(lambda: isinstance(shell.centralWidget(), RestoreScreen))
    screen_ = screen(shell, RestoreScreen)
    assert screen_.place.value() == str(place)
    qtbot.keyClick(screen_.look, Qt.Key.Key_Space)
    newest = screen_.backup.count() - 1
    screen_.backup.setCurrentIndex(newest)  # the older one: locking made another
    fill(qtbot, screen_.secret, "not the right passphrase")
    qtbot.keyClick(screen_.secret, Qt.Key.Key_Return)
    assert screen_.details.fields["passphrase"].error
    fill(qtbot, screen_.secret, PASSPHRASE)
    qtbot.keyClick(screen_.go, Qt.Key.Key_Space)
    assert "kept in" in screen(shell, UnlockScreen).banner.text()
    unlock(qtbot, shell)
    assert names() == ["Jo"]
    assert labels()[-1] == "Restore a backup"
    kept = [path for path in known.parent.iterdir() if "-replaced-" in path.name]
    assert len(kept) == 1
    assert (kept[0] / "office.db").exists()


def test_kit_and_backup_bring_everything_back_on_a_new_computer(
    qtbot: QtBot,
    start: Open,
    tmp_path: Path,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shell = start()
    code = "-".join(begin(qtbot, shell, tmp_path))
    add_member("Jo")
    save_practice(replace(practice(), backup_folder=str(place)))
    shell.lock()
    shell.hold.let_go()
    fresh = tmp_path / "new-home"
    monkeypatch.setenv("HOME", str(fresh))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(fresh / ".config"))
    other = start(tmp_path / "new" / "data")
    other.reception.restore()
    restoring = screen(other, RestoreScreen)
    fill(qtbot, restoring.place.line, str(place))
    qtbot.keyClick(restoring.look, Qt.Key.Key_Space)
    fill(qtbot, restoring.secret, PASSPHRASE)
    qtbot.keyClick(restoring.go, Qt.Key.Key_Space)
    assert "keychain" in restoring.banner.text()
    fill(qtbot, restoring.secret, code)
    qtbot.keyClick(restoring.go, Qt.Key.Key_Space)
    recovering = screen(other, RecoverScreen)
    fill(qtbot, recovering.new.first, NEW)
    fill(qtbot, recovering.new.again, NEW)
    qtbot.keyClick(recovering.enter, Qt.Key.Key_Space)
    qtbot.keyClick(recovering.picker.agree, Qt.Key.Key_Space)
    assert names() == ["Jo"]
    assert labels()[-2:] == ["Restore a backup", "Open with the recovery kit"]
    assert not [path for path in (tmp_path / "new").iterdir() if "replaced" in path.name]
    other.lock()
    unlock(qtbot, other, NEW)
    assert names() == ["Jo"]
