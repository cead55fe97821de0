"""What the program says and keeps when it is wrong itself."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from practice.ui import crash
from practice.ui.crash import CrashHandler, CrashWindow

SECRET = "ZQCANARY said she drinks"


def failing() -> tuple[type[BaseException], BaseException]:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        return type(error), error


def test_a_report_names_places_and_no_values() -> None:
    kind, error = failing()
    text = crash.report(kind, error.__traceback__)
    assert "ValueError" in text
    assert "test_crash.py:" in text
    assert SECRET not in text


def test_the_newest_ten_are_kept_for_this_account_alone(home: Path) -> None:
    for number in range(12):
        assert crash.keep(f"report {number}")
    kept = sorted(crash.folder().iterdir())
    assert len(kept) == crash.KEPT
    assert kept[-1].read_text() == "report 11"
    assert kept[-1].stat().st_mode & 0o777 == 0o600


def test_a_window_says_it_once_and_offers_to_lock(
    qtbot: QtBot, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    locked: list[bool] = []
    handler = CrashHandler(lambda: None, lambda: locked.append(True))
    kind, error = failing()

    def again_then_lock() -> None:
        handler.handle(kind, error, error.__traceback__)
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, CrashWindow)
        shown.lock.click()

    QTimer.singleShot(0, again_then_lock)
    handler.handle(kind, error, error.__traceback__)
    assert locked == [True]
    assert len(list(crash.folder().iterdir())) == 2
    everything = "".join(file.read_text() for file in crash.folder().iterdir())
    assert SECRET not in everything + capsys.readouterr().err


def test_a_full_disk_keeps_no_report_and_no_one_from_going_on(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / ".config").write_text("in the way")
    assert crash.keep("report") is None
