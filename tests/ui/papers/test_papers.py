"""The office's papers in Reports, by someone who holds the office key alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from practice.desk import contacts, history, issued, members, outreach, roster, schedule
from practice.desk.members import MemberDetails
from practice.desk.practice import practice, save_practice
from practice.models import store
from practice.models.audit import subscribe
from practice.models.enums.members import Answer
from practice.models.enums.outreach import Channel, Ended, Outcome
from practice.models.office import IssuedPaper
from practice.ui.attendance.page import AttendancePage
from practice.ui.background import InlineLane
from practice.ui.context import Context, Place
from practice.ui.members.page import MembersPage
from practice.ui.papers import opening
from practice.ui.papers.attended import AttendedForm
from practice.ui.papers.documents import Document
from practice.ui.papers.lists import SheetForm
from practice.ui.papers.missed import LOGGED, MissedForm
from practice.ui.papers.page import KEPT, NOTED, PapersPage
from practice.ui.preview.page import DRAFT, INCOMPLETE
from practice.ui.reports.page import ReportsPage
from practice.ui.workspace import Workspace
from practice.vault.roles import Key
from tests.conftest import Opened
from tests.ui.find import button, said
from tests.ui.reports.conftest import APRIL, Outside, words


@dataclass
class FrontDesk:
    """The window in front of the front desk, and what they do in it."""

    window: Workspace
    outside: Outside
    app: QApplication

    @property
    def page(self) -> PapersPage:
        self.window.go(self.window.place if self.window.place is Place.REPORTS else Place.REPORTS)
        found = self.window.pages[Place.REPORTS]
        assert isinstance(found, PapersPage)
        return found

    def look(self) -> None:
        """Wait out the pause after the last change."""
        if self.page.drafter.is_waiting:
            self.page.drafter.wanted.emit()
        self.app.processEvents()

    @property
    def shown(self) -> str:
        self.look()
        return words(self.page.pane.pdf)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.page.document.choice, key, Qt.KeyboardModifier.ControlModifier)
        self.app.processEvents()

    @property
    def dana(self) -> str:
        return next(m.id for m in members.members() if m.given_name == "Dana")


def change(member_id: str, **to: Any) -> None:
    row = members.member(member_id)
    known = {f.name: getattr(row, f.name) for f in fields(MemberDetails)}
    members.change(member_id, replace(MemberDetails(**known), **to))


@pytest.fixture
def desk(
    opened: Opened, clock_at: Any, outside: Outside, qapp: QApplication
) -> Iterator[FrontDesk]:
    """The front desk on 2 April 2026: no key to notes, and Reports open."""
    clock_at.set(APRIL)
    store.close()
    mine = replace(opened.unlocked, keys=opened.unlocked.keys.only(frozenset({Key.OFFICE})))
    store.open_files(opened.folder, mine.file_keys(), opened.user_id)
    context = Context(opened.vault, mine, InlineLane(), demo=False)
    window = Workspace(context)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qapp.processEvents()
    window.go(Place.REPORTS)
    yield FrontDesk(window, outside, qapp)
    window.close()
    window.deleteLater()
    context.actions.close()
    qapp.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)


def test_reports_offers_the_office_documents_alone(desk: FrontDesk) -> None:
    choice = desk.page.document.choice
    names = [choice.itemText(index) for index in range(choice.count())]
    assert names == [
        "Attendance letter",
        "No-show letter",
        "Sign-in and attendance sheet",
        "Call list",
        "Schedule",
    ]
    assert Place.PAPERS not in {entry.place for entry in desk.window._entries.values()}


def test_an_attendance_letter_from_the_first_key_to_the_kept_copy(desk: FrontDesk) -> None:
    form = desk.page.form
    assert isinstance(form, AttendedForm)
    assert "Choose a member" in desk.page.pane.words.text()
    assert not desk.page.print.isEnabled()
    QTest.keyClicks(form.picker.line, "dana")
    QTest.keyClick(form.picker.line, Qt.Key.Key_Return)
    form.first.set_value(APRIL.date().replace(month=1, day=1))
    form.last.set_value(APRIL.date().replace(month=3, day=31))
    assert "Dana Reyes, born on 5 March 1980, attended 10 of 12 appointments" in desk.shown
    assert desk.page.pane.mark.text() == DRAFT
    seen = desk.page.pane.pdf
    desk.press(Qt.Key.Key_S)
    assert desk.page.said.text() == KEPT
    assert desk.outside.suggested == ["m-0001-attendance-letter-2026-04-02.pdf"]
    assert desk.outside.path is not None
    assert desk.outside.path.read_bytes() == seen
    (kept,) = issued.of_member(desk.dana)
    assert issued.pdf_of(kept.id) == seen
    assert desk.page.pane.mark.text() == "Issued 2 Apr 2026"
    change(desk.dana, family_name="Changed")
    assert "Dana Changed" in desk.shown
    button(desk.page, "Open what left on 2 Apr 2026, 09:00").click()
    assert desk.page.pane.pdf == seen
    again: list[str] = []
    stop = subscribe(lambda changes: again.append(changes.label))
    desk.press(Qt.Key.Key_S)
    stop()
    assert desk.outside.path.read_bytes() == seen
    assert again == ["Issue again: Attendance letter"]
    button(desk.page, "Back to the draft").click()
    assert "Dana Changed" in desk.shown


def test_nothing_leaves_when_the_person_thinks_better_of_it(desk: FrontDesk) -> None:
    desk.outside.path = None
    desk.page.show_document(Document.ATTENDED, desk.dana)
    desk.press(Qt.Key.Key_S)
    assert issued.of_member(desk.dana) == []
    assert desk.page.said.text() == ""


def test_a_recipient_needs_consent_under_part_2(desk: FrontDesk) -> None:
    save_practice(replace(practice(), part2=True))
    desk.page.show_document(Document.ATTENDED, desk.dana)
    form = desk.page.form
    assert isinstance(form, AttendedForm)
    form.recipient.set_value("County Court")
    desk.look()
    assert "written consent" in form.consent.error
    desk.press(Qt.Key.Key_S)
    assert issued.of_member(desk.dana) == []
    form.consent.set_value(APRIL.date())
    assert "42 CFR part 2 prohibits" in desk.shown
    desk.press(Qt.Key.Key_S)
    (kept,) = issued.of_member(desk.dana)
    assert (kept.recipient, kept.consent_on) == ("County Court", APRIL.date())


def test_a_day_that_can_not_be_read_says_so_and_keeps_the_keyboard(desk: FrontDesk) -> None:
    desk.page.show_document(Document.ATTENDED, desk.dana)
    first = desk.page.form.fields["first"]
    first.widget.setFocus()
    QTest.keyClicks(first.widget, "nonsense")
    desk.look()
    assert desk.page.pane.words.text() == INCOMPLETE
    assert first.error
    assert desk.app.focusWidget() is first.widget


def test_a_no_show_letter_honours_what_the_member_said(desk: FrontDesk) -> None:
    opening.open_missed_letter(desk.window.context, desk.dana)
    form = desk.page.form
    assert isinstance(form, MissedForm)
    desk.look()
    assert "no address on record" in form.member.error
    assert form.asked.text() == "Dana was not asked yet whether we may write."
    change(desk.dana, address="8 Pine Street", contact_name="Dee")
    assert "Dear Dee, We missed you on Tuesday, 24 February 2026" in desk.shown
    change(desk.dana, may_write=Answer.NO)
    desk.look()
    desk.press(Qt.Key.Key_S)
    assert "Dee asked us not to write" in form.member.error
    assert issued.of_member(desk.dana) == []


def test_from_the_board_to_the_letter_with_one_key(desk: FrontDesk) -> None:
    change(desk.dana, address="8 Pine Street")
    desk.window.go(Place.OUTREACH, desk.dana)
    page = desk.window.pages[Place.OUTREACH]
    QTest.keyClick(desk.app.focusWidget() or page, Qt.Key.Key_P)
    assert desk.window.place is Place.REPORTS
    assert "We missed you on Tuesday, 24 February 2026" in desk.shown


def test_a_letter_that_left_is_logged_on_the_board_each_time_and_undone(desk: FrontDesk) -> None:
    change(desk.dana, address="8 Pine Street")
    opening.open_missed_letter(desk.window.context, desk.dana)
    desk.look()
    desk.outside.path = None
    desk.press(Qt.Key.Key_S)
    assert outreach.tries_of(desk.dana) == []
    desk.outside.path = desk.window.context.vault.folder / "inside.pdf"
    desk.press(Qt.Key.Key_S)
    assert outreach.tries_of(desk.dana) == []
    desk.press(Qt.Key.Key_P)
    (tried,) = outreach.tries_of(desk.dana)
    assert (tried.channel, tried.outcome) == (Channel.LETTER, Outcome.LETTER_SENT)
    assert desk.page.said.text() == f"{KEPT} {LOGGED}"
    desk.window.context.actions.undo()
    assert outreach.tries_of(desk.dana) == []
    assert len(issued.of_member(desk.dana)) == 1


def test_a_letter_to_someone_who_is_not_on_the_board_is_not_logged(desk: FrontDesk) -> None:
    change(desk.dana, address="8 Pine Street")
    contacts.close(desk.dana, Ended.COMING_BACK)
    opening.open_missed_letter(desk.window.context, desk.dana)
    desk.look()
    desk.press(Qt.Key.Key_P)
    assert desk.page.said.text() == KEPT
    assert outreach.tries_of(desk.dana) == []


def test_which_miss_a_letter_is_about_can_be_chosen(desk: FrontDesk) -> None:
    change(desk.dana, address="8 Pine Street")
    older = history.no_shows(desk.dana)[1]
    opening.open_missed_letter(desk.window.context, desk.dana, older.session)
    assert "on Tuesday, 27 January 2026" in desk.shown
    luis = next(m.id for m in members.members() if m.given_name == "Luis")
    desk.page.show_document(Document.MISSED, luis)
    assert "Luis Moreau has no no-show on record" in desk.page.pane.words.text()


def test_the_member_stays_from_one_letter_to_the_next(desk: FrontDesk) -> None:
    desk.page.show_document(Document.ATTENDED, desk.dana)
    desk.page.document.choice.set_value(Document.MISSED)
    desk.page.document.chosen.emit(Document.MISSED)
    assert desk.page.form.member_id == desk.dana


def test_from_a_session_to_its_sheet(desk: FrontDesk) -> None:
    coming = schedule.on_day(APRIL.date().replace(day=7))[0]
    desk.window.go(Place.SESSION, coming.id)
    page = desk.window.pages[Place.SESSION]
    assert isinstance(page, AttendancePage)
    button(page, "Print the sheet…").click()
    assert "Sign-in sheet" in desk.shown
    assert "Dana R. · M-0001" in desk.shown
    form = desk.page.form
    assert isinstance(form, SheetForm)
    form.names.setChecked(True)
    assert "Dana Reyes · M-0001" in desk.shown
    desk.press(Qt.Key.Key_S)
    assert desk.page.said.text() == NOTED
    (row,) = IssuedPaper.select()
    assert (row.kind, row.pdf, row.member) == ("Sign-in sheet", None, None)
    form.day.set_value(APRIL.date().replace(month=1, day=6))
    assert "Attendance sheet" in desk.shown
    form.day.set_value(APRIL.date().replace(day=8))
    desk.look()
    assert "no session on this day" in desk.page.pane.words.text()


def test_from_a_member_to_a_letter_and_back_to_what_left(desk: FrontDesk) -> None:
    desk.window.go(Place.MEMBERS, desk.dana)
    page = desk.window.pages[Place.MEMBERS]
    assert isinstance(page, MembersPage)
    assert "No letter yet." in said(page.profile.letters)
    page.profile.letters.add_button.click()
    assert desk.page.form.member_id == desk.dana
    desk.look()
    desk.press(Qt.Key.Key_S)
    desk.window.go(Place.MEMBERS, desk.dana)
    button(page.profile.letters, "Open what left on 2 Apr 2026, 09:00").click()
    assert "as it left on 2 Apr 2026, 09:00" in desk.page.said.text()


def test_the_call_list_and_the_schedule_are_drawn(desk: FrontDesk) -> None:
    desk.window.go(Place.OUTREACH)
    button(desk.window.pages[Place.OUTREACH], "Print the call list…").click()
    assert "Call list" in desk.shown
    assert "Missed Tue 24 Feb. Call" in desk.shown
    week = APRIL.date()
    opening.open_schedule(desk.window.context, week, whole_week=True)
    assert "Schedule of the week" in desk.shown
    opening.open_schedule(desk.window.context, week, whole_week=False)
    assert "Schedule of the day Thursday, 2 April 2026" in desk.shown


def test_what_leaves_is_as_things_stand_at_that_moment(desk: FrontDesk) -> None:
    """A change that the page has not heard of yet is in what leaves all the same."""
    desk.page.show_document(Document.ATTENDED, desk.dana)
    desk.window.context.actions.changed.disconnect(desk.page._on_change)
    change(desk.dana, family_name="Newname")
    desk.press(Qt.Key.Key_S)
    (kept,) = issued.of_member(desk.dana)
    assert "Dana Newname" in words(issued.pdf_of(kept.id))


@pytest.fixture
def clinicians(opened: Opened, clock_at: Any, window: Callable[[], Workspace]) -> Workspace:
    clock_at.set(APRIL)
    return window()


def test_a_clinician_goes_between_the_report_and_the_papers(clinicians: Workspace) -> None:
    dana = roster.stretches_of(members.members()[0].id)[0].member
    clinicians.go(Place.REPORTS, dana)
    report = clinicians.pages[Place.REPORTS]
    assert isinstance(report, ReportsPage)
    report.document.choice.set_value(Document.ATTENDED)
    report.document.chosen.emit(Document.ATTENDED)
    papers = clinicians.pages[Place.PAPERS]
    assert isinstance(papers, PapersPage)
    assert papers.form.member_id == dana
    assert clinicians.navigation.items[Place.REPORTS].isChecked()
    papers.document.chosen.emit(Document.PROGRESS)
    assert clinicians.place is Place.REPORTS
    assert papers.document.choice.value() is Document.ATTENDED


def test_every_file_is_private(desk: FrontDesk, tmp_path: Path) -> None:
    desk.page.show_document(Document.ATTENDED, desk.dana)
    desk.press(Qt.Key.Key_S)
    assert desk.outside.path is not None
    assert desk.outside.path.stat().st_mode & 0o777 == 0o600
