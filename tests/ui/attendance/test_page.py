"""The roster of one session, through the real page."""

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from practice.desk import (
    absence,
    attendance,
    due,
    members,
    schedule,
    series,
    sessions,
    toplace,
)
from practice.desk.members import MemberDetails
from practice.desk.series import NewAppointment
from practice.models.audit import operation
from practice.models.base import OFFICE, OfficeOperation
from practice.models.enums.attendance import MissedBecause, Status
from practice.models.enums.sessions import SessionKind, ToPlaceWhy
from practice.models.office import Session
from practice.ui.attendance.form import AbsenceForm
from practice.ui.attendance.page import GONE, AttendancePage
from practice.ui.attendance.visit import VisitForm
from practice.ui.context import Context, Place
from practice.ui.groups.page import GroupsPage
from practice.ui.today.page import TodayPage
from practice.ui.workspace import Workspace
from tests.build import a_full_group, some_members
from tests.conftest import ZONE, Clock, Opened
from tests.ui.find import button, nameless, said, typed

Window = Callable[[], Workspace]


@pytest.fixture
def session(opened: Opened, clock_at: Clock) -> str:
    """Two members, seen on Monday noon before the Tuesday."""
    _, _, session_id = a_full_group(opened.user_id, 2)
    clock_at.set(datetime(2026, 11, 16, 12, 0, tzinfo=ZONE))
    return session_id


def page_of(workspace: Workspace, session: str) -> AttendancePage:
    workspace.context.go.emit(Place.SESSION, session)
    page = workspace.pages[Place.SESSION]
    assert isinstance(page, AttendancePage)
    return page


def form(page: AttendancePage) -> AbsenceForm:
    assert isinstance(page.listed.form, AbsenceForm)
    return page.listed.form


def statuses(session: str) -> list[Status]:
    return [one.status for one in absence.expected(session)]


def test_a_cancel_by_keys_alone_and_its_undo(window: Window, session: str, qtbot: QtBot) -> None:
    workspace = window()
    page = page_of(workspace, session)
    first, second = page.listed.rows()
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    asked = form(page)
    assert asked.fields["what"].widget.hasFocus()
    assert asked.counts_as.text().startswith("Counts as cancelled by client. Until Mon 16 Nov")
    typed(asked, "notice", "11:15")
    asked.fields["because"].set_value(MissedBecause.TRANSPORT)
    qtbot.keyClick(asked.fields["notice"].widget, Qt.Key.Key_Return)
    assert statuses(session) == [Status.UNRECORDED, Status.CLIENT_CANCEL]
    assert "Told us today, 11:15 · transport" in said(page)
    assert page.listed.rows()[0].hasFocus() or page.listed.rows()[1].hasFocus()
    qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert schedule.tallies([session]) == {}


def test_a_session_with_one_member_leads_to_them(opened: Opened, window: Window) -> None:
    new = NewAppointment(
        kind=SessionKind.INDIVIDUAL,
        member=some_members(1)[0],
        clinician=opened.user_id,
        starts=datetime(2026, 11, 18, 10, 0),
        minutes=50,
    )
    placed = series.place(new)
    workspace = window()
    page = page_of(workspace, placed)
    assert page.accessibleName() == "Dana R."
    assert len(page.listed.rows()) == 1
    button(page, "Show the member").click()
    assert workspace.place is Place.MEMBERS


def test_what_it_counts_as_is_told_while_one_types(
    window: Window, session: str, clock_at: Clock
) -> None:
    clock_at.set(datetime(2026, 11, 17, 9, 0, tzinfo=ZONE))
    page = page_of(window(), session)
    page.listed.rows()[0].click()  # type: ignore[attr-defined]
    asked = form(page)
    assert asked.counts_as.text().startswith("Counts as late cancel.")
    typed(asked, "day", "16 Nov 2026")
    typed(asked, "notice", "18:00")
    assert asked.counts_as.text().startswith("Counts as cancelled by client.")
    typed(asked, "notice", "18:0x")
    assert asked.counts_as.text().startswith("Until Mon 16 Nov, 18:00")
    asked.fields["what"].set_value(Status.EXCUSED)
    for key in ("day", "notice", "because"):
        assert not asked.fields[key].isVisible()


def test_what_cannot_be_stands_beside_its_field(window: Window, session: str) -> None:
    page = page_of(window(), session)
    page.listed.rows()[0].click()  # type: ignore[attr-defined]
    asked = form(page)
    asked.fields["what"].set_value(Status.NO_SHOW)
    asked.save()
    assert "has not begun" in asked.fields["what"].error
    asked.fields["what"].set_value(Status.CLIENT_CANCEL)
    typed(asked, "notice", "12:01")
    asked.save()
    assert "still to come" in asked.fields["notice"].error
    assert schedule.tallies([session]) == {}
    assert nameless(page) == []


def test_what_was_recorded_stands_in_the_form_and_is_taken_back(
    window: Window, session: str
) -> None:
    first = absence.expected(session)[0].member
    absence.record_notice(session, first, datetime(2026, 11, 16, 9, 30), MissedBecause.WORK)
    page = page_of(window(), session)
    page.listed.rows()[0].click()  # type: ignore[attr-defined]
    asked = form(page)
    assert asked.fields["notice"].value().strftime("%H:%M") == "09:30"
    assert asked.fields["because"].value() is MissedBecause.WORK
    asked.fields["what"].set_value(Status.UNRECORDED)
    asked.save()
    assert statuses(session) == [Status.UNRECORDED] * 2


def test_after_a_signature_it_asks_why(window: Window, session: str, clock_at: Clock) -> None:
    clock_at.set(datetime(2026, 11, 17, 18, 0, tzinfo=ZONE))
    sessions.start(session)
    clock_at.advance(minutes=60)
    sessions.stop(session)
    with operation(OFFICE, "Sign"):
        Session.update(signed=True).where(Session.id == session).execute()
    page = page_of(window(), session)
    page.listed.rows()[0].click()  # type: ignore[attr-defined]
    asked = form(page)
    asked.fields["what"].set_value(Status.NO_SHOW)
    asked.save()
    assert "only with a reason" in asked.fields["reason"].error
    typed(asked, "reason", "Two members mixed up")
    asked.save()
    assert statuses(session)[0] is Status.NO_SHOW
    last = OfficeOperation.select().order_by(OfficeOperation.id.desc()).get()
    assert last.reason == "Two members mixed up"


def test_who_came_is_listed_and_left_to_clinicians(
    window: Window, session: str, clock_at: Clock
) -> None:
    clock_at.set(datetime(2026, 11, 17, 18, 0, tzinfo=ZONE))
    sessions.start(session)
    attendance.mark_all_present(session)
    page = page_of(window(), session)
    assert [type(row).__name__ for row in page.listed.rows()] == ["ListRow", "ListRow"]
    assert said(page).count("Attended") == 2


def test_it_is_reached_from_today_and_from_the_group(
    window: Window, context: Context, session: str, qtbot: QtBot, clock_at: Clock
) -> None:
    clock_at.set(datetime(2026, 11, 17, 9, 0, tzinfo=ZONE))
    workspace = window()
    today = workspace.pages[Place.TODAY]
    assert isinstance(today, TodayPage)
    name = "Attendance of Tuesday Recovery Skills, 18:00"
    with qtbot.waitSignal(context.go) as going:
        button(today.day, name).click()
    assert going.args == [Place.SESSION, session]
    page = page_of(workspace, session)
    button(page, "Show the group").click()
    groups = workspace.pages[Place.GROUPS]
    assert isinstance(groups, GroupsPage)
    shown: QWidget = groups.detail.past
    with qtbot.waitSignal(context.go) as going:
        button(shown, "Attendance of Today, 18:00").click()
    assert going.args == [Place.SESSION, session]
    page.go_back()
    assert workspace.place is Place.TODAY


def test_a_session_that_is_gone_says_so(window: Window, opened: Opened, session: str) -> None:
    workspace = window()
    page = page_of(workspace, session)
    with operation(OFFICE, "Remove"):
        Session.delete().where(Session.id == session).execute()
    page.load()
    assert GONE in said(page)
    assert not page.group.isVisible()


def test_someone_visits_and_is_taken_off_again(window: Window, session: str, qtbot: QtBot) -> None:
    noor = members.add(MemberDetails(given_name="Noor"))
    page = page_of(window(), session)
    page.visitor.click()
    asked = page.listed.form
    assert isinstance(asked, VisitForm)
    qtbot.keyClicks(asked.picker.search, "Noor")
    qtbot.keyClick(asked.picker.search, Qt.Key.Key_Return)
    asked.save()
    assert "Visits · makes up for a missed session" in said(page)
    assert "3 expected" in said(page)
    assert nameless(page) == []
    assert [one.member for one in due.visitors(session)] == [noor]
    button(page, "Noor does not visit this session").click()
    assert due.visitors(session) == []
    page.context.actions.undo()
    assert [one.member for one in due.visitors(session)] == [noor]


def test_no_visitor_once_it_has_begun(window: Window, session: str, clock_at: Clock) -> None:
    clock_at.set(datetime(2026, 11, 17, 18, 0, tzinfo=ZONE))
    sessions.start(session)
    assert not page_of(window(), session).visitor.isVisible()


def test_whoever_wants_another_time_waits_for_one_in_the_same_step(
    window: Window, session: str, context: Context
) -> None:
    page = page_of(window(), session)
    page.listed.rows()[0].click()  # type: ignore[attr-defined]
    asked = form(page)
    assert not asked.fields["note"].isVisible()
    asked.another.click()
    typed(asked, "note", "Mornings")
    asked.save()
    (waiting,) = toplace.waiting()
    assert (waiting.why, waiting.note) == (ToPlaceWhy.MISSED, "Mornings")
    page.listed.rows()[0].click()  # type: ignore[attr-defined]
    assert not form(page).another.isVisible()
    context.actions.undo()
    assert toplace.waiting() == []
    assert set(statuses(session)) == {Status.UNRECORDED}
