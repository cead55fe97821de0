"""W3: a week at the front desk, logged in with the office key alone, and its figures.

Every clinical field holds a canary (tests/stories/canaries.py); after each step all that any
window says is looked through for it.
"""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from practice.desk import (
    absence,
    closures,
    fees,
    outreach,
    roster,
    schedule,
)
from practice.desk.fees import Suggestion
from practice.desk.figures import By
from practice.desk.outreach import Column
from practice.errors import Refused
from practice.models.enums.attendance import Status
from practice.models.enums.fees import FeeDecision
from practice.models.enums.members import PayerKind
from practice.models.enums.outreach import Outcome
from practice.ui.attendance.form import AbsenceForm
from practice.ui.attendance.page import AttendancePage
from practice.ui.context import Place
from practice.ui.entry import NEW
from practice.ui.figures.page import FiguresPage
from practice.ui.figures.table import Column as Rate
from practice.ui.groups.page import GroupsPage
from practice.ui.groups.roster import AddForm
from practice.ui.members.page import MembersPage
from practice.ui.outreach.fees import WaiveForm
from practice.ui.outreach.keys import Do
from practice.ui.outreach.page import OutreachPage
from practice.ui.papers.opening import open_schedule
from practice.ui.papers.page import PapersPage
from practice.ui.schedule.form import AppointmentForm
from practice.ui.schedule.page import SchedulePage
from practice.ui.schedule.shown import Shown, View
from practice.ui.shell import Shell
from tests.conftest import TUESDAY, ZONE, Clock
from tests.reports.samples import text
from tests.stories.canaries import canary, code
from tests.stories.test_front_desk import Walk, nothing_clinical_is_open, place, shell, typed
from tests.ui.find import button, said
from tests.ui.find import typed as fill
from tests.w3 import a_front_desk_month

__all__ = ["place", "shell", "typed"]
K = Qt.Key
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
WEDNESDAY = TUESDAY + timedelta(hours=15)
NEXT, AFTER = date(2026, 11, 24), date(2026, 12, 1)


class Desk(Walk):
    """The front desk at its pages."""

    def __init__(self, shell: Shell, clock: Clock) -> None:
        super().__init__(shell)
        clock.set(TUESDAY)
        self.group, self.members = a_front_desk_month("edmund")
        clock.set(WEDNESDAY)
        self.clock = clock
        shell.activateWindow()
        self.look()

    def session(self, day: date) -> str:
        rows = schedule.on_day(day)
        return next(row.id for row in rows if row.group == self.group)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, key)


@pytest.fixture
def desk(shell: Shell, clock_at: Clock) -> Desk:
    return Desk(shell, clock_at)


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_w3(desk: Desk) -> None:
    read_the_figures(desk)
    move_off_a_closed_day(desk)
    add_from_next_tuesday(desk)
    book_nobody_twice(desk)
    be_told_in_time_or_late(desk)
    log_the_calls(desk)
    decide_about_fees(desk)
    print_the_week(desk)
    assert desk.seen > 10
    for sought in (canary(), code()):
        assert not [text for text in desk.texts if sought in text]
    nothing_clinical_is_open(desk.shell)


def read_the_figures(desk: Desk) -> None:
    """30 attended, 5 no-show, 3 late cancel, 2 cancelled by client, 8 by the practice."""
    desk.go(Place.ATTENDANCE)
    page = desk.workspace.pages[Place.ATTENDANCE]
    assert isinstance(page, FiguresPage)
    button(page.overview.table, By.CLINICIAN.value.capitalize()).click()
    table = page.overview.table.table
    told = {
        column: str(table.model().index(row, column).data(ACCESSIBLE))
        for row in range(table.model().rowCount())
        for column in Rate
        if "Edmund" in str(table.model().index(row, Rate.ATTENDANCE).data(ACCESSIBLE))
    }
    who = "Edmund Fairweather"
    assert told[Rate.ATTENDANCE] == f"{who}: attended 30 of 40, 75%, 95% interval 59.8–85.8%"
    assert told[Rate.MISSED] == f"{who}: missed 8 of 38, 21.1%, 95% interval 11.1–36.3%"
    assert told[Rate.NO_SHOW] == f"{who}: no-show 5 of 35, 14.3%, 95% interval 6.3–29.4%"
    assert told[Rate.ASIDE] == f"{who}: in no rate 8 cancelled by practice"
    desk.look()


def schedule_page(desk: Desk, session: str) -> SchedulePage:
    desk.go(Place.SCHEDULE, session)
    page = desk.workspace.pages[Place.SCHEDULE]
    assert isinstance(page, SchedulePage)
    row = schedule.session(session)
    page.show_days(Shown(View.WEEK, row.starts.date()))
    page.stand_at(row.starts, session)
    desk.look()
    return page


def move_off_a_closed_day(desk: Desk) -> None:
    """One session of the series goes a day later; the others stay where they are.

    The day is the owner's to close: Settings offers it to nobody else.
    """
    moved = desk.session(NEXT)
    page = schedule_page(desk, moved)
    desk.press(K.Key_M, K.Key_Right, K.Key_Return, K.Key_Space)
    desk.look()
    assert schedule.session(moved).starts == datetime(2026, 11, 25, 18)
    assert schedule.session(desk.session(AFTER)).starts == datetime(2026, 12, 1, 18)
    closures.add(NEXT, NEXT, "Staff day")
    page.refresh()
    desk.look()
    assert schedule.session(moved).starts == datetime(2026, 11, 25, 18)
    assert any("Staff day" in text for text in desk.texts)


def add_from_next_tuesday(desk: Desk) -> None:
    past = {row.id: absence.expected(row.id) for row in schedule.of_group(desk.group)}
    newcomer = add_member(desk, "Uri", "Lev")
    desk.go(Place.GROUPS, desk.group)
    page = desk.workspace.pages[Place.GROUPS]
    assert isinstance(page, GroupsPage)
    button(page, "Add a member").click()
    form = page.findChild(AddForm)
    assert isinstance(form, AddForm)
    form.picker.set_value(newcomer)
    fill(form, "first_day", "1 Dec 2026")
    form.save()
    desk.look()
    assert {row: absence.expected(row) for row in past} == past
    assert newcomer not in [one.member for one in roster.on_day(desk.group, NEXT)]
    assert newcomer in [one.member for one in roster.on_day(desk.group, AFTER)]


def add_member(desk: Desk, given: str, family: str) -> str:
    desk.go(Place.MEMBERS, NEW)
    page = desk.workspace.pages[Place.MEMBERS]
    assert isinstance(page, MembersPage)
    form = page.form
    assert form is not None
    fill(form, "given_name", given)
    fill(form, "family_name", family)
    form.save()
    desk.look()
    return form.member_id


def book_nobody_twice(desk: Desk) -> None:
    """Edmund has the group at six that Tuesday, so nothing else goes there."""
    eight = datetime(2026, 12, 1, 20)
    page = schedule_page(desk, desk.session(AFTER))
    page.stand_at(eight)
    desk.press(K.Key_N)
    form = page.findChild(AppointmentForm)
    assert isinstance(form, AppointmentForm)
    form.fields["member"].set_value(desk.members[0])
    assert form.fields["clinician"].value() == "edmund"
    form.save()
    desk.look()
    other = next(row.id for row in schedule.on_day(AFTER) if row.starts == eight)
    page.stand_at(eight, other)
    desk.press(K.Key_M, K.Key_PageUp, K.Key_PageUp)
    desk.look()
    desk.press(K.Key_Return)
    desk.look()
    assert any("Edmund Fairweather already has" in text for text in desk.texts)
    desk.press(K.Key_Escape)
    assert schedule.session(other).starts == eight


def be_told_in_time_or_late(desk: Desk) -> None:
    """Twenty-four hours before 18:00 is 18:00 the day before."""
    desk.clock.set(datetime(2026, 12, 1, 9, tzinfo=ZONE))
    session = desk.session(AFTER)
    for number, (at, status) in enumerate(
        (("17:59", Status.CLIENT_CANCEL), ("18:01", Status.LATE_CANCEL))
    ):
        desk.go(Place.SESSION, session)
        page = desk.workspace.pages[Place.SESSION]
        assert isinstance(page, AttendancePage)
        page.listed.rows()[number].click()  # type: ignore[attr-defined]
        form = page.listed.form
        assert isinstance(form, AbsenceForm)
        fill(form, "day", "30 Nov 2026")
        fill(form, "notice", at)
        form.save()
        desk.look()
        assert absence.expected(session)[number].status is status


def log_the_calls(desk: Desk) -> None:
    """Voicemail, reached, wrong number: two keys each, and the next step has its day."""
    desk.go(Place.OUTREACH)
    page = desk.workspace.pages[Place.OUTREACH]
    assert isinstance(page, OutreachPage)
    rows = [tile.row.member.id for tile in page.board.columns[Column.TO_CALL].tiles][:3]
    page.board.tiles()[0].setFocus()
    for key, outcome in (
        (K.Key_V, Outcome.VOICEMAIL),
        (K.Key_R, Outcome.REACHED),
        (K.Key_W, Outcome.WRONG_NUMBER),
    ):
        page.do(Do.FIRST)
        desk.press(K.Key_C, key)
        desk.look()
        tried = [one.outcome for member in rows for one in outreach.tries_of(member)]
        assert outcome in tried
    (voicemail,) = outreach.tries_of(rows[0])
    row = outreach.row_of(rows[0])
    assert row is not None
    assert row.due is not None
    assert row.due > voicemail.at.astimezone(ZONE).date()


def decide_about_fees(desk: Desk) -> None:
    """$40: charged to a commercial member, refused for Medicaid, waived for a reason alone."""
    owed = {one.member: one for one in fees.suggestions()}
    commercial, medicaid, waived = list(owed.values())[:3]
    insure(desk, commercial.member, PayerKind.COMMERCIAL)
    insure(desk, medicaid.member, PayerKind.MEDICAID)
    desk.go(Place.MEMBERS, medicaid.member)
    assert any("Medicaid may not be charged" in text for text in desk.texts)
    desk.go(Place.OUTREACH)
    page = desk.workspace.pages[Place.OUTREACH]
    assert isinstance(page, OutreachPage)
    page.do(Do.FEES)
    desk.look()
    assert not any(medicaid.short_name in line for line in said(page.fees))
    with pytest.raises(Refused, match="Medicaid"):
        fees.charge(medicaid.member, medicaid.session)
    button(page.fees, f"Charge $40.00 to {commercial.short_name}, {when(commercial)}").click()
    assert [one.decision for one in fees.decisions(commercial.member)] == [FeeDecision.CHARGED]
    button(page.fees, f"Waive the fee of {waived.short_name}, {when(waived)}").click()
    form = page.fees.open.form
    assert isinstance(form, WaiveForm)
    form.save()
    desk.look()
    assert "Say why" in form.fields["reason"].error
    fill(form, "reason", "First time")
    form.save()
    desk.look()
    assert [one.reason for one in fees.decisions(waived.member)] == ["First time"]


def when(owed: Suggestion) -> str:
    return f"{owed.starts:%a} {owed.starts.day} {owed.starts:%b}"


def insure(desk: Desk, member: str, kind: PayerKind) -> None:
    desk.go(Place.MEMBERS, member)
    page = desk.workspace.pages[Place.MEMBERS]
    assert isinstance(page, MembersPage)
    page.profile.edit_button.click()
    form = page.form
    assert form is not None
    form.fields["payer_kind"].set_value(kind)
    form.save()
    desk.look()


def print_the_week(desk: Desk) -> None:
    """Initials stand for members unless somebody chooses otherwise."""
    context = desk.shell.context
    assert context is not None
    open_schedule(context, AFTER, whole_week=True)
    desk.look()
    page = desk.workspace.pages[Place.REPORTS]
    assert isinstance(page, PapersPage)
    assert page.pane.pdf is not None
    printed = text(page.pane.pdf)
    assert "DR" in printed.split()
    assert "Dana" not in printed
    assert canary() not in printed
