"""The demo practice: in a folder of its own, openly unprotected, never taken for the real one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from practice.demo import make
from practice.desk.practice import practice
from practice.errors import Refused
from practice.ui import demo
from practice.ui.frame import Frame
from practice.ui.unlock import UnlockScreen
from practice.vault.device import Protection
from tests.ui.shell.conftest import Open
from tests.ui.shell.driving import at_work, screen, unlock


def test_it_opens_with_the_passphrase_it_shows(
    qtbot: QtBot, start: Open, tmp_path: Path, home: Path
) -> None:
    shell = start(tmp_path / "demo", demo=True)
    assert shell.windowTitle() == "Practice (demo)"
    unlock(qtbot, shell, make.PASSPHRASE)
    assert screen(shell, Frame).banners[0].text() == demo.BANNER
    assert at_work(shell).vault.store.protection is Protection.DEMO
    assert practice().name
    shell.lock()
    assert not (home / ".config").exists()
    changed = (tmp_path / "demo" / "vault.json").stat().st_mtime_ns
    qtbot.keyClick(screen(shell, UnlockScreen).anew_button, Qt.Key.Key_Space)
    assert (tmp_path / "demo" / "vault.json").stat().st_mtime_ns != changed
    unlock(qtbot, shell, make.PASSPHRASE)
    assert screen(shell, Frame).banners


def test_a_real_practice_is_never_made_anew(known: Path) -> None:
    with pytest.raises(Refused):
        demo.make_anew(known)
    assert (known / "vault.json").exists()
