"""The passphrase or this computer's part of the key is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from practice.models.base import OFFICE
from practice.ui.frame import Frame
from practice.ui.recover import RecoverScreen
from practice.ui.unlock import UnlockScreen
from tests.ui.shell.conftest import Open
from tests.ui.shell.driving import fill, labels, screen, unlock
from tests.ui.shell.test_first_run import begin

NEW = "meadow cobalt ferry almond"


def test_the_code_opens_the_records_on_an_empty_home(
    qtbot: QtBot, start: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = start()
    code = "-".join(begin(qtbot, shell, tmp_path))
    shell.lock()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "empty"))
    shell.reception.begin()
    unlock(qtbot, shell)
    shown = screen(shell, UnlockScreen)
    assert "no keychain" in shown.banner.text()
    qtbot.keyClick(shown.lost_button, Qt.Key.Key_Space)
    recovering = screen(shell, RecoverScreen)
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    recovering.code.setPlainText(wrong)
    fill(qtbot, recovering.new.first, NEW)
    fill(qtbot, recovering.new.again, NEW)
    qtbot.keyClick(recovering.enter, Qt.Key.Key_Space)
    qtbot.keyClick(recovering.picker.agree, Qt.Key.Key_Space)
    assert "Group 13" in recovering.form.fields["code"].error
    assert OFFICE.is_closed()
    recovering.code.setPlainText(code.lower())
    qtbot.keyClick(recovering.enter, Qt.Key.Key_Space)
    assert isinstance(shell.centralWidget(), Frame)
    assert labels()[-1] == "Open with the recovery kit"
    shell.lock()
    unlock(qtbot, shell, NEW)
    assert isinstance(shell.centralWidget(), Frame)


def test_back_leads_to_the_lock_screen(qtbot: QtBot, start: Open, known: Path) -> None:
    shell = start(known)
    screen(shell, UnlockScreen).lost_button.click()
    qtbot.keyClick(screen(shell, RecoverScreen).cancel, Qt.Key.Key_Space)
    assert isinstance(shell.centralWidget(), UnlockScreen)
