"""The attendance strip of a member's page: each mark said in words, each leading to its session."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from practice.desk import archiving, attendance, calling_off, schedule, sessions
from practice.desk.history import Visit
from practice.models.enums.attendance import STATUS_WORDS, Status
from practice.ui.attendance.page import AttendancePage
from practice.ui.attendance.pills import KINDS
from practice.ui.context import Place
from practice.ui.members.attendance import LISTED, LOOK, Attendance
from practice.ui.members.page import MembersPage
from practice.ui.members.profile import Profile
from practice.ui.members.strip import AttendanceStrip, look, mark_of, visit_words
from practice.ui.widgets.pill import PillKind
from practice.ui.workspace import Workspace
from tests.build import a_full_group, some_members
from tests.conftest import Clock, Opened
from tests.ui.find import nameless, said

Window = Callable[[], Workspace]
NOON = datetime(2026, 11, 17, 12, 0)


def a_visit(status: Status = Status.ATTENDED, *, late: int = 0, left_early: int = 0) -> Visit:
    return Visit(
        session_id="one",
        starts=NOON,
        planned_minutes=60,
        service="Skills",
        status=status,
        held_minutes=60,
        minutes=60 - late - left_early,
        late=late,
        left_early=left_early,
    )


def section_of(workspace: Workspace, member: str) -> Attendance:
    workspace.go(Place.MEMBERS, member)
    page = workspace.pages[Place.MEMBERS]
    assert isinstance(page, MembersPage)
    return page.profile.attendance


def test_no_two_endings_look_alike() -> None:
    each = [a_visit(status) for status in Status]
    each += [a_visit(late=5), a_visit(left_early=5)]
    assert len({mark_of(one) for one in each}) == len(each)


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.ATTENDED])
def test_a_missed_session_has_the_words_and_the_colour_it_has_everywhere(status: Status) -> None:
    assert look(a_visit(status)) == (KINDS[status], STATUS_WORDS[status])


def test_late_and_early_are_told_with_their_minutes() -> None:
    assert look(a_visit(late=5)) == (PillKind.LATE, "Late 5 min")
    assert look(a_visit(left_early=9)) == (PillKind.LEFT_EARLY, "Left 9 min early")
    assert visit_words(a_visit()) == "Tue 17 Nov 2026, 12:00 · Skills · 60 min"


def test_a_mark_is_told_and_leads_to_its_session(
    opened: Opened, window: Window, clock_at: Clock, qtbot: QtBot
) -> None:
    _, (dana, *_), session = a_full_group(opened.user_id, 2)
    sessions.start(session)
    attendance.mark_present(sessions.seats(session)[0].id)
    clock_at.advance(minutes=60)
    sessions.stop(session)
    workspace = window()
    section = section_of(workspace, dana)
    assert LOOK in said(section)
    section.strip.setFocus()
    words = visit_words(section.strip.sessions.visits[0])
    assert words in said(section)
    assert words.endswith("Tuesday Recovery Skills · 60 min")
    qtbot.keyClick(section.strip, Qt.Key.Key_Return)
    shown = workspace.pages[Place.SESSION]
    assert isinstance(shown, AttendancePage)
    assert shown.session_id == session
    assert nameless(section) == []


def test_the_keyboard_begins_at_the_newest_of_at_most_so_many(
    opened: Opened, window: Window, clock_at: Clock, qtmodeltester: ModelTester
) -> None:
    group, (dana,), session = a_full_group(opened.user_id, 1)
    coming = schedule.session(session)
    for _ in range(LISTED + 2):
        calling_off.cancel(coming.id)
        clock_at.advance(days=7)
        after = schedule.next_of_group(group)
        assert after is not None
        coming = after
    section = section_of(window(), dana)
    visits = section.strip.sessions.visits
    assert len(visits) == LISTED
    assert visits[-1].starts > visits[0].starts + timedelta(weeks=LISTED - 2)
    at = section.strip.currentIndex()
    assert (at.row(), at.column()) == section.strip.sessions.newest()
    assert section.strip.sessions.visit(at) == visits[-1]
    assert f"newest {LISTED}" in said(section)
    qtmodeltester.check(section.strip.sessions)


@pytest.mark.usefixtures("opened")
def test_without_sessions_there_is_a_sentence_instead(window: Window) -> None:
    (dana,) = some_members(1)
    section = section_of(window(), dana)
    assert "No sessions yet." in said(section)
    assert section.strip.isHidden()


@pytest.mark.usefixtures("opened")
def test_going_to_another_member_reads_only_them(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    dana, luis = some_members(2)
    workspace = window()
    section_of(workspace, dana)
    read: list[str] = []
    monkeypatch.setattr(Profile, "show_member", lambda _self, one: read.append(one))
    workspace.go(Place.TODAY)
    archiving.archive(dana)
    archiving.bring_back(dana)
    workspace.go(Place.MEMBERS, luis)
    assert read == [luis]


def test_where_there_is_less_room_it_takes_more_rows(
    qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    strip = AttendanceStrip()
    qtbot.addWidget(strip)
    strip.resize(2_000, 50)
    strip.show_visits([a_visit() for _ in range(10)])
    one_row = strip.height()
    assert strip.sessions.rowCount() == 1
    strip.resize(200, one_row)
    strip.show()
    assert strip.sessions.rowCount() > 2
    assert strip.height() == strip.sessions.rowCount() * one_row
    qtmodeltester.check(strip.sessions)
