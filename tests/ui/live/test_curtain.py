"""The privacy curtain and the lock: nobody's name, and back to the same place."""

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from practice.care import drafts
from practice.errors import Unavailable
from practice.models import store
from practice.ui.background import InlineLane
from practice.ui.context import Context
from practice.ui.live.composer import Target
from practice.ui.live.curtain import LOCKED
from practice.ui.live.window import TITLE
from tests.build import NAMES
from tests.conftest import Clock, Opened
from tests.ui.live.conftest import Desk, Sit, words_on


def busy(sit: Sit) -> Desk:
    """Three members, a line being written for the second."""
    desk = sit(3)
    desk.begin()
    desk.press("A", "2", "Enter")
    desk.type("Spoke of the weekend")
    return desk


def nobody_named(words: str) -> bool:
    names = {name for pair in NAMES for name in pair}
    return not any(name in words for name in names) and "weekend" not in words


def test_the_curtain_shows_the_time_and_no_name(sit: Sit, clock_at: Clock) -> None:
    desk = busy(sit)
    assert not nobody_named(words_on(desk.window))
    desk.press("F9")
    clock_at.to("18:20")
    desk.window.tick()
    words = words_on(desk.window)
    assert nobody_named(words)
    assert "Tuesday" not in words
    assert "20:00" in words
    desk.press("P", "4", "Enter")
    assert nobody_named(words_on(desk.window))
    desk.press("F9")
    desk.type(" and a plan")
    assert desk.view.composer.editor.toPlainText() == "Spoke of the weekend and a plan"


def test_the_title_names_nobody(sit: Sit) -> None:
    desk = busy(sit)
    assert desk.window.windowTitle() == TITLE == "Session notes"


def lock(desk: Desk) -> None:
    """As the shell does: the window first, then the files."""
    desk.window.raise_curtain()
    desk.context.actions.close()
    store.close()


def unlock(desk: Desk, opened: Opened) -> None:
    store.open_files(opened.folder, opened.unlocked.file_keys(), opened.user_id)
    desk.context = Context(opened.vault, opened.unlocked, InlineLane(), demo=False)
    desk.window.restore(desk.context)


def test_locking_saves_hides_and_comes_back_to_the_same_place(
    sit: Sit, opened: Opened, clock_at: Clock
) -> None:
    desk = busy(sit)
    lock(desk)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert desk.window.findChildren(QPlainTextEdit) == []
    clock_at.to("18:10")
    desk.window.tick()
    words = words_on(desk.window)
    assert nobody_named(words)
    assert LOCKED in words
    assert "10:00" in words
    wanted: list[bool] = []
    desk.window.unlock_wanted.connect(lambda: wanted.append(True))
    desk.press("Enter")
    assert wanted

    unlock(desk, opened)
    assert desk.view.composer.member == desk.seats()["2"].member
    desk.type(", calmly")
    assert desk.view.composer.editor.toPlainText() == "Spoke of the weekend, calmly"
    assert desk.view.header.timer.text() == "10:00"
    desk.press("Esc", "3", "X")
    assert desk.pill("3") == "Out 18:10"


def test_locking_in_the_roster_comes_back_to_the_roster(sit: Sit, opened: Opened) -> None:
    desk = sit(3)
    desk.begin()
    desk.press("3")
    lock(desk)
    unlock(desk, opened)
    desk.press("P")
    assert desk.pill("3") == "Present"


def test_words_the_disk_did_not_take_outlive_the_lock(
    sit: Sit, opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = busy(sit)
    with monkeypatch.context() as broken:
        broken.setattr(drafts, "save", _refusing)
        lock(desk)
    qtbot.wait(50)
    unlock(desk, opened)
    assert desk.view.composer.editor.toPlainText() == "Spoke of the weekend"
    qtbot.waitUntil(lambda: drafts.load(desk.view.composer.key) == "Spoke of the weekend")


def _refusing(_key: str, _words: str) -> None:
    raise Unavailable("The disk is full.")


def test_a_group_note_comes_back_as_one(sit: Sit, opened: Opened) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("2", "G")
    desk.type("All practised")
    lock(desk)
    unlock(desk, opened)
    assert desk.view.composer.target is Target.GROUP
    desk.press("Enter")
    assert "All practised" not in desk.view.composer.editor.toPlainText()
