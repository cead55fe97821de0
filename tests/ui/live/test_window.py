"""The window's life: from Today to the end, across a lock, at the edge of the screen."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from practice.care import notes, suitability
from practice.desk import schedule
from practice.desk.due import due
from practice.models.enums.groups import GroupKind
from practice.models.enums.members import Suitability
from practice.models.enums.sessions import SessionState
from practice.ui import preferences
from practice.ui.context import Context
from practice.ui.live import LiveWindow, beside
from practice.ui.live.beside import NOT_HERE, at_edge
from practice.ui.live.capture import CAPTURE_WORDS, Capture
from practice.ui.live.menu import TO_EDGE, popup
from practice.ui.live_host import LiveHost
from tests import build
from tests.conftest import Clock
from tests.ui.live.conftest import Desk, Sit, words_on


def test_today_opens_it_enter_starts_it_and_the_end_leads_on(
    context: Context, clock_at: Clock, qtbot: QtBot
) -> None:
    _, _, session_id = build.a_full_group(context.user_id, 3)
    host = LiveHost()
    led_on: list[str] = []
    context.wrap_up.connect(led_on.append)
    host.open(context, session_id)
    window: object = host._window
    assert isinstance(window, LiveWindow)
    QTest.qWaitForWindowActive(window)
    assert schedule.session(session_id).state is SessionState.PLANNED
    assert "3 members expected" in words_on(window)
    desk = Desk(window, context, session_id)
    clock_at.to("18:02")
    desk.press("Enter", "A")
    assert schedule.session(session_id).started_at == clock_at.now()
    host.lock()
    host.unlock(context)
    desk.press("3", "N")
    clock_at.to("19:00")
    desk.press("Ctrl+E", "Enter")
    assert led_on == [session_id]
    assert not host.is_live
    assert len(notes.of_session(session_id)) == 2


def test_closing_before_the_start_leaves_the_session_planned(
    context: Context, qtbot: QtBot
) -> None:
    _, _, session_id = build.a_full_group(context.user_id, 1)
    window = LiveWindow(context, session_id)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.finished):
        window.close()
    assert schedule.session(session_id).state is SessionState.PLANNED


def test_only_one_session_runs(sit: Sit, qtbot: QtBot) -> None:
    desk = sit(1)
    desk.begin()
    other_group = build.a_group(desk.context.user_id, name="Other", at=build.LATER)
    other = schedule.on_day(schedule.session(desk.session_id).starts.date())
    second = next(row.id for row in other if row.group == other_group)
    window = LiveWindow(desk.context, second)
    qtbot.addWidget(window)
    window.show()
    assert window.start is not None
    window.start.start()
    assert "Another session is running" in words_on(window)


def test_it_goes_to_the_edge_and_never_off_the_screen() -> None:
    screen = QRect(0, 0, 1366, 728)
    assert at_edge(screen, QSize(420, 900)) == QRect(946, 0, 420, 728)
    assert at_edge(QRect(1920, 40, 300, 600), QSize(420, 900)) == QRect(1920, 40, 300, 600)


def test_pinned_it_stays_above_others_where_it_is_also_next_time(sit: Sit, qtbot: QtBot) -> None:
    desk = sit(2)
    desk.begin()
    window, button = desk.window, desk.view.header.pin_button
    above, handle = Qt.WindowType.WindowStaysOnTopHint, desk.window.windowHandle()
    box, focus = window.geometry(), QApplication.focusWidget()
    assert not button.isChecked()
    button.click()
    assert button.isChecked()
    assert handle.flags() & above
    assert (window.isVisible(), window.geometry(), QApplication.focusWidget()) == (True, box, focus)
    again = LiveWindow(desk.context, desk.session_id)
    qtbot.addWidget(again)
    assert again.windowFlags() & above
    assert again.view is not None
    assert again.view.header.pin_button.isChecked()
    again.view.header.pin_button.click()
    assert not again.windowFlags() & above
    assert not preferences.load().live_on_top
    again.view.shut()


def test_the_menu_moves_it_to_the_edge(sit: Sit) -> None:
    desk = sit(1)
    desk.begin()
    menu = popup(desk.view.header.more_button, desk.view.commands.do, desk.view.edge_wanted.emit)
    next(action for action in menu.actions() if action.text() == TO_EDGE).trigger()
    menu.close()
    area = desk.window.screen().availableGeometry()
    assert desk.window.geometry() == at_edge(area, desk.window.size())


def test_where_no_program_may_ask_it_says_so(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "asked_in_vain", lambda: True)
    desk = sit(1)
    desk.begin()
    desk.view.header.pin_button.click()
    assert not desk.view.header.pin_button.isChecked()
    assert NOT_HERE in words_on(desk.window)


def test_it_says_honestly_that_others_could_see_it(sit: Sit) -> None:
    desk = sit(1)
    desk.begin()
    assert CAPTURE_WORDS[Capture.VISIBLE] in words_on(desk.window)


def test_ten_rows_fit_or_turn_dense_while_clock_and_composer_stay(sit: Sit) -> None:
    desk = sit(10)
    desk.begin()
    heights = {}
    for height in (900, 614):
        desk.window.resize(420, height)
        QTest.qWait(20)
        rows = list(desk.view.roster.rows.values())
        heights[height] = rows[0].height()
        for part in (desk.view.header.timer, desk.view.composer.editor, desk.view.mark):
            bottom = part.mapTo(desk.window, part.rect().bottomRight())
            assert desk.window.rect().contains(bottom)
            assert part.width() >= part.minimumSizeHint().width()
    assert heights[614] < heights[900]
    desk.press("0")
    last = desk.view.roster.rows[desk.seats()["0"].id]
    assert not last.visibleRegion().isEmpty()


def test_who_is_not_suited_stands_there_before_the_session_starts(sit: Sit) -> None:
    desk = sit(3)
    first, second, _ = (row.member for row in due(schedule.session(desk.session_id)))
    suitability.record(first, GroupKind.THERAPY, Suitability.SUITED)
    suitability.record(second, GroupKind.THERAPY, Suitability.NOT_NOW, "In hospital")
    desk.window.open(desk.context, desk.session_id)
    said = words_on(desk.window)
    assert "Not suited now: In hospital" in said
    assert "Suitability not asked yet" in said
    QTest.qWaitForWindowActive(desk.window)
    desk.press("Enter")
    assert schedule.session(desk.session_id).started_at is not None
