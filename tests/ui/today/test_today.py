"""Stories of a day's beginning, through the real page over a real practice."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from practice.care import notes
from practice.desk import (
    absence,
    attendance,
    calling_off,
    due,
    groups,
    members,
    roster,
    schedule,
    sessions,
    waitlist,
)
from practice.desk.links import may_open
from practice.desk.members import MemberDetails
from practice.desk.practice import practice, save_practice
from practice.models import store
from practice.models.enums.sessions import SessionState
from practice.ui.background import InlineLane, Lane
from practice.ui.call_link import CLEAR_AFTER_MS
from practice.ui.context import Context, Place
from practice.ui.entry import NEW
from practice.ui.today.page import TodayPage
from practice.ui.widgets.button import Button
from practice.ui.workspace import Workspace
from practice.vault.roles import Key
from tests.build import LATER, a_full_group, a_group
from tests.conftest import ZONE, Clock, Opened
from tests.ui.find import button, nameless, said, typed

Window = Callable[[], Workspace]
LINK = "https://video.example.org/j/1"


def today_page(workspace: Workspace) -> TodayPage:
    page = workspace.pages[Place.TODAY]
    assert isinstance(page, TodayPage)
    return page


def held_session(clock_at: Clock, opened: Opened) -> str:
    """Two members, one came; notes prepared; ten minutes past the end."""
    _, _, session_id = a_full_group(opened.user_id, 2)
    clock_at.to("18:00")
    sessions.start(session_id)
    attendance.mark_present(sessions.seats(session_id)[0].id)
    clock_at.to("19:00")
    sessions.stop(session_id)
    notes.prepare(session_id)
    return session_id


def test_a_new_practice_offers_its_first_group(
    window: Window, context: Context, qtbot: QtBot
) -> None:
    page = today_page(window())
    assert not page.next.isVisible()
    with qtbot.waitSignal(context.go) as going:
        page.add_group.click()
    assert going.args == [Place.GROUPS, NEW]


def test_the_next_session_stands_first_with_one_primary_button(
    opened: Opened, window: Window, context: Context, qtbot: QtBot
) -> None:
    _, _, session_id = a_full_group(opened.user_id, 10)
    page = today_page(window())
    assert page.next.pill.text() == "In 10 min"
    assert page.next.name.text() == "Tuesday Recovery Skills"
    assert page.next.about.text() == "Urge surfing · session 1 · 10 expected · Zoom link ready"
    with qtbot.waitSignal(context.open_session) as opening:
        page.next.start.click()
    assert opening.args == [session_id]
    assert schedule.session(session_id).state is SessionState.PLANNED


def test_the_minutes_run_without_anyone_touching_anything(
    opened: Opened, window: Window, clock_at: Clock
) -> None:
    _, _, session_id = a_full_group(opened.user_id, 1)
    page = today_page(window())
    for wall, words in (("17:51", "In 9 min"), ("18:00", "Now")):
        clock_at.to(wall)
        page.tick()
        assert page.next.pill.text() == words
    sessions.start(session_id)
    assert page.next.pill.text() == "Running"


def test_while_someone_writes_in_another_window_it_is_read_on_another_thread(
    opened: Opened, context: Context, qtbot: QtBot
) -> None:
    _, _, session_id = a_full_group(opened.user_id, 1)
    lane = Lane()
    context.lane = lane
    workspace, elsewhere = Workspace(context), QWidget()
    for part in (workspace, elsewhere):
        qtbot.addWidget(part)
        with qtbot.waitActive(part):
            part.show()
            part.activateWindow()
    page = today_page(workspace)
    assert page.next.pill.text() == "In 10 min"
    with qtbot.waitSignal(lane.short._deliver):
        sessions.start(session_id)
    qtbot.waitUntil(lambda: page.next.pill.text() == "Running")
    lane.close()


def test_a_tick_leaves_the_keyboard_where_it_is(
    opened: Opened, window: Window, clock_at: Clock
) -> None:
    a_full_group(opened.user_id, 1)
    page = today_page(window())
    row = page.day.rows()[0]
    row.setFocus()
    clock_at.advance(minutes=1)
    page.tick()
    assert page.day.rows()[0] is row
    assert row.hasFocus()


def test_a_link_is_copied_for_half_a_minute(
    opened: Opened, window: Window, context: Context
) -> None:
    a_full_group(opened.user_id, 1)
    page = today_page(window())
    clipboard = QGuiApplication.clipboard()
    page.next.copy.click()
    assert clipboard.text() == LINK
    assert clipboard.mimeData().data("x-kde-passwordManagerHint") == b"secret"
    assert page.next._clipboard._timer.interval() == CLEAR_AFTER_MS
    page.next._clipboard._timer.timeout.emit()
    assert clipboard.text() == ""
    page.next.copy.click()
    context.locking.emit()
    assert clipboard.text() == ""


def test_what_someone_copied_since_is_left_alone(opened: Opened, window: Window) -> None:
    a_full_group(opened.user_id, 1)
    page = today_page(window())
    page.next.copy.click()
    QGuiApplication.clipboard().setText("milk, bread")
    page.next._clipboard.clear()
    assert QGuiApplication.clipboard().text() == "milk, bread"


def test_the_call_opens_in_its_own_program(
    opened: Opened, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    went: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", went.append)
    a_full_group(opened.user_id, 1)
    today_page(window()).next.call.click()
    assert went == [QUrl(LINK)]


@pytest.mark.parametrize("link", ["file:///etc/passwd", "javascript:alert(1)", "http://x", "", "x"])
def test_other_kinds_of_link_are_never_opened(link: str) -> None:
    assert not may_open(link)


def test_a_session_without_a_link_says_so(opened: Opened, window: Window) -> None:
    group_id = a_group(opened.user_id)
    row = groups.group(group_id)
    details = {**vars(row), "link": ""}
    del details["id"], details["when"]
    groups.change(group_id, groups.GroupDetails(**details))
    page = today_page(window())
    assert "no call link" in page.next.about.text()
    assert not page.next.copy.isVisible()
    assert not page.next.call.isVisible()


def test_a_session_begins_and_what_waits_beside_stays_as_it_is(
    opened: Opened, window: Window, clock_at: Clock
) -> None:
    held_session(clock_at, opened)
    a_group(opened.user_id, name="Later group", at=LATER)
    page = today_page(window())
    finish = button(page.notes, "Finish")
    sessions.start(schedule.on_day(date(2026, 11, 17))[-1].id)
    assert "Running" in said(page.day)
    assert button(page.notes, "Finish") is finish


def test_notes_to_finish_open_the_wrap_up(
    opened: Opened, window: Window, context: Context, clock_at: Clock, qtbot: QtBot
) -> None:
    session_id = held_session(clock_at, opened)
    page = today_page(window())
    assert "Today · 1 to mark · 1 of 1 notes empty · 1 to sign" in said(page.notes)
    assert not page.unrecorded.isVisible()
    with qtbot.waitSignal(context.wrap_up) as finishing:
        button(page.notes, "Finish Tuesday Recovery Skills").click()
    assert finishing.args == [session_id]


def test_a_past_session_is_recorded_with_its_actual_times(
    opened: Opened, window: Window, context: Context, clock_at: Clock, qtbot: QtBot
) -> None:
    _, _, session_id = a_full_group(opened.user_id, 2)
    clock_at.advance(days=1)
    page = today_page(window())
    button(page.unrecorded, "Record Tuesday Recovery Skills, Yesterday, 18:00").click()
    form = page.unrecorded.form
    assert form is not None
    assert [f.value() for f in form.fields.values()] == [time(18, 0), time(19, 0)]
    typed(form, "started", "18:07")
    with qtbot.waitSignal(context.open_session) as opening:
        qtbot.keyClick(form.fields["started"].widget, Qt.Key.Key_Return)
    row = schedule.session(session_id)
    assert opening.args == [session_id]
    assert row.late_entry
    assert row.started_at == datetime(2026, 11, 17, 18, 7, tzinfo=ZONE)
    assert page.unrecorded.form is None


def test_times_that_cannot_be_are_refused_beside_the_field(
    opened: Opened, window: Window, clock_at: Clock, qtbot: QtBot
) -> None:
    a_full_group(opened.user_id, 2)
    clock_at.to("19:30")
    page = today_page(window())
    button(page.unrecorded, "Record Tuesday Recovery Skills, Today, 18:00").click()
    form = page.unrecorded.form
    assert form is not None
    for wrong, words in (("23:30", "This time is still to come"), ("25:00", "no time of day")):
        typed(form, "stopped", wrong)
        form.save()
        assert words in form.fields["stopped"].error
    qtbot.keyClick(form.fields["stopped"].widget, Qt.Key.Key_Escape)
    assert page.unrecorded.form is None


def test_what_did_not_take_place_can_be_taken_back(
    opened: Opened, window: Window, clock_at: Clock
) -> None:
    _, _, session_id = a_full_group(opened.user_id, 2)
    clock_at.advance(days=1)
    workspace = window()
    page = today_page(workspace)
    off = "Tuesday Recovery Skills, Yesterday, 18:00, did not take place"
    button(page.unrecorded, off).click()
    assert schedule.session(session_id).state is SessionState.CANCELLED
    assert not page.unrecorded.isVisible()
    workspace.undo_bar.button.click()
    assert schedule.session(session_id).state is SessionState.PLANNED
    assert page.unrecorded.isVisible()


def test_the_days_rows_are_walked_by_arrows_and_opened_by_enter(
    opened: Opened, window: Window, context: Context, qtbot: QtBot
) -> None:
    a_full_group(opened.user_id, 1)
    a_group(opened.user_id, name="Later group", at=LATER)
    page = today_page(window())
    first, second = page.day.rows()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    with qtbot.waitSignal(context.open_session):
        qtbot.keyClick(second, Qt.Key.Key_Return)


def test_a_day_with_nothing_points_at_the_next_one(
    opened: Opened, window: Window, clock_at: Clock
) -> None:
    a_full_group(opened.user_id, 1)
    clock_at.set(datetime(2026, 11, 18, 9, 0, tzinfo=ZONE))
    calling_off.cancel(schedule.unrecorded()[0].id)
    page = today_page(window())
    assert "No sessions today." in said(page.day)
    assert page.next.pill.text() == "Tue 24 Nov"
    assert page.next.time.text() == "Tuesday 24 November, 18:00 – 19:00"
    assert not page.next.start.isVisible()
    assert page.next.group.isVisible()


def test_a_new_day_plans_what_comes(opened: Opened, window: Window, clock_at: Clock) -> None:
    a_full_group(opened.user_id, 1)
    page = today_page(window())
    clock_at.advance(days=35)
    page.tick()
    assert schedule.on_day(date(2027, 12, 21))
    assert page.next.pill.text() == "In 10 min"


def test_the_state_of_the_backups_is_told_as_it_is(
    opened: Opened, window: Window, context: Context, tmp_path: Path
) -> None:
    workspace = window()
    page = today_page(workspace)
    assert "Not backed up yet" in said(page.safe)
    place = tmp_path / "backups"
    place.mkdir()
    save_practice(replace(practice(), backup_folder=str(place)))
    opened.vault.back_up(place, opened.unlocked, store.heads())
    workspace.go(Place.MEMBERS)
    workspace.go(Place.TODAY)
    assert "Safe on this computer" in said(page.safe)
    assert page.safe.words.text().startswith("Encrypted. Last backup today")
    assert not page.safe.settings.isVisible()


def test_everything_that_takes_the_keyboard_has_a_name(
    opened: Opened, window: Window, clock_at: Clock
) -> None:
    held_session(clock_at, opened)
    assert nameless(window()) == []


def test_the_front_desk_sees_free_seats_and_places_with_whom_to_ask(
    opened: Opened, clock_at: Clock, qtbot: QtBot
) -> None:
    """With the office key alone: what is free stands on Today, and nobody has it yet."""
    group, ids, session = a_full_group(opened.user_id, 10)
    ada = members.add(MemberDetails(given_name="Ada"))
    waitlist.put_on(group, ada)
    store.close()
    mine = replace(opened.unlocked, keys=opened.unlocked.keys.only(frozenset({Key.OFFICE})))
    store.open_files(opened.folder, mine.file_keys(), opened.user_id)
    context = Context(opened.vault, mine, InlineLane(), demo=False)
    workspace = Workspace(context)
    qtbot.addWidget(workspace)
    workspace.show()
    page = today_page(workspace)
    assert not page.openings.isVisible()
    absence.record_notice(session, ids[0], datetime(2026, 11, 17, 17, 30))
    assert "Seat free today, 18:00" in said(page.openings)
    roster.leave(roster.stretches_of(ids[1])[0].id, date(2026, 11, 23))
    assert "Place free from Tue 24 Nov" in said(page.openings)
    assert [b.text() for b in page.openings.findChildren(Button) if b.isVisible()] == [
        "Offer to Ada",
        "Offer to Ada",
    ]
    assert due.numbers([session]) == {session: 9}
    context.actions.close()
