"""Damaged, newer, missing and exchanged files: plain words, nothing changed, a way on."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from practice.desk.practice import practice, save_practice
from practice.models.base import OFFICE
from practice.ui.frame import Frame
from practice.ui.restore_screen import RestoreScreen
from practice.ui.trouble import TroubleScreen
from practice.ui.unlock import UnlockScreen
from practice.ui.widgets.button import Button
from tests.ui.shell.conftest import Open
from tests.ui.shell.driving import at_work, screen, unlock


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def said(shown: TroubleScreen) -> str:
    return shown._lead.text()


def press(shown: TroubleScreen, words: str) -> None:
    next(button for button in shown.findChildren(Button) if button.text() == words).click()


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(content)


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (flip, "damaged, or belongs to another practice"),
        (empty, "empty or was replaced"),
        (Path.unlink, "missing"),
    ],
)
def test_a_harmed_file_is_refused_unchanged(
    qtbot: QtBot, start: Open, known: Path, harm: Callable[[Path], None], words: str
) -> None:
    harm(known / "clinical.db")
    shell = start(known)
    before = contents(known)
    unlock(qtbot, shell)
    shown = screen(shell, TroubleScreen)
    assert words in said(shown)
    assert OFFICE.is_closed()
    assert contents(known) == before
    press(shown, "Restore a backup")
    assert isinstance(shell.centralWidget(), RestoreScreen)


def test_an_older_copy_put_back_is_noticed(
    qtbot: QtBot, start: Open, known: Path, tmp_path: Path
) -> None:
    older = tmp_path / "older.db"
    shutil.copyfile(known / "office.db", older)
    shell = start(known)
    unlock(qtbot, shell)
    save_practice(practice())
    shell.lock()
    shutil.copyfile(older, known / "office.db")
    before = contents(known)
    unlock(qtbot, shell)
    assert "older than the rest" in said(screen(shell, TroubleScreen))
    assert contents(known) == before


def test_a_newer_key_file_offers_no_restore(start: Open, known: Path) -> None:
    header = json.loads((known / "vault.json").read_text())
    (known / "vault.json").write_text(json.dumps({**header, "version": 99}))
    before = contents(known)
    shown = screen(start(known), TroubleScreen)
    assert "newer version" in said(shown)
    assert "Restore a backup" not in [button.text() for button in shown.findChildren(Button)]
    assert {**contents(known), "app.lock": b""} == {**before, "app.lock": b""}


def test_the_copy_of_a_damaged_key_file_can_be_used(qtbot: QtBot, start: Open, known: Path) -> None:
    (known / "vault.json").write_text("{")
    shell = start(known)
    press(screen(shell, TroubleScreen), "Use the copy of the key file")
    assert isinstance(shell.centralWidget(), UnlockScreen)
    unlock(qtbot, shell)
    assert isinstance(shell.centralWidget(), Frame)
    assert at_work(shell)
