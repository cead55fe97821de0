"""The whole program on the demo practice, brought into every state a person can see."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from practice.care import cosigning, live, notes, plans, psychotherapy, ratings, safety
from practice.desk import (
    absence,
    attendance,
    history,
    issued,
    members,
    offers,
    openings,
    roster,
    schedule,
    sessions,
    toplace,
)
from practice.desk.calendar import What
from practice.desk.figures import By
from practice.desk.members import MemberDetails
from practice.models.enums.attendance import Status
from practice.models.enums.outreach import Channel
from practice.models.enums.sessions import ToPlaceWhy
from practice.reports.gather_letters import missed_letter
from practice.ui import demo, theme
from practice.ui.attendance.form import AbsenceForm
from practice.ui.attendance.page import AttendancePage
from practice.ui.background import InlineLane
from practice.ui.context import Context, Place
from practice.ui.crash import CrashWindow
from practice.ui.entry import EntryForm
from practice.ui.figures.page import FiguresPage
from practice.ui.first_run.screen import FirstRun
from practice.ui.frame import Frame
from practice.ui.groups.openings import OfferForm
from practice.ui.groups.page import GroupsPage
from practice.ui.help.window import HelpWindow
from practice.ui.importing.page import ImportPage
from practice.ui.live.keys import Do
from practice.ui.live.view import SessionView
from practice.ui.live.window import LiveWindow
from practice.ui.members.page import MembersPage
from practice.ui.members.psychotherapy import PsychotherapyNotes
from practice.ui.notes.keys import Do as WrapUp
from practice.ui.notes.page import NotesPage
from practice.ui.notes.view import WrapUpView
from practice.ui.outreach.keys import Do as Reach
from practice.ui.outreach.page import OutreachPage
from practice.ui.outreach.page import Shown as OutreachSide
from practice.ui.page import Page
from practice.ui.papers import opening
from practice.ui.papers.documents import Document
from practice.ui.papers.page import PapersPage
from practice.ui.plan.page import PlanPage
from practice.ui.plan.problem import ProblemSection
from practice.ui.recover import RecoverScreen
from practice.ui.reports.page import ReportsPage
from practice.ui.restore_screen import RestoreScreen
from practice.ui.schedule.keys import Do as Schedule
from practice.ui.schedule.page import SchedulePage
from practice.ui.schedule.shown import Shown as Days
from practice.ui.schedule.shown import View
from practice.ui.screen import Screen
from practice.ui.settings.page import SettingsPage
from practice.ui.shell import Shell
from practice.ui.start import Start
from practice.ui.trouble import TroubleScreen
from practice.ui.unlock import UnlockScreen
from practice.ui.widgets.button import Button
from practice.ui.widgets.rows import ActionRow
from practice.ui.workspace import Workspace
from practice.vault.vault import open_vault
from tests.conftest import PASSPHRASE, QUICK, Clock

P = TypeVar("P", bound=Page)
DAY = date(2026, 11, 17)
MARKED_UP = "<b>Bo</b> & <i>Co</i>"
"""Planted where people write, to see that nothing reads it as markup."""
MAIN, SHORT, TALL = QSize(1366, 768), QSize(420, 614), QSize(420, 900)


def settle() -> None:
    """Let the windows do everything that is waiting."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@dataclass(frozen=True)
class Shown:
    """A window in one state, and how large it is looked at."""

    window: QWidget
    sizes: tuple[QSize, ...] = (MAIN,)


class Stage:
    """One program on its own copy of the demo, at 17:54 before the group of 18:00."""

    def __init__(self, folder: Path, scratch: Path, clock: Clock) -> None:
        self.folder, self.scratch, self.clock = folder, scratch, clock
        self.shell = Shell(Start(folder, demo=True, cost=QUICK), InlineLane())
        self.shell.resize(MAIN)
        self.shell.begin()
        self.shell.show()
        self.alone: list[QWidget] = []
        self.unlock()
        self.session = next(s.id for s in schedule.on_day(DAY) if s.group_name == "Tuesday Skills")
        self.group = schedule.session(self.session).group or ""
        self.member = roster.on_day(self.group, DAY)[1].member
        self._plant()

    def _plant(self) -> None:
        row = members.member(self.member)
        known = {f.name: getattr(row, f.name) for f in fields(MemberDetails)}
        members.change(row.id, replace(MemberDetails(**known), preferred_name=MARKED_UP))
        goal = plans.goals(row.id)[0]
        plans.save_goal(row.id, replace(goal, words=MARKED_UP), goal.id)

    def close(self) -> None:
        """End the program."""
        self.shell.lock_at_once()
        live = [w for w in QApplication.topLevelWidgets() if isinstance(w, LiveWindow)]
        for window in (*self.alone, *live, self.shell):
            window.close()
            window.deleteLater()
        settle()

    @property
    def context(self) -> Context:
        """The open practice."""
        self.unlock()
        assert self.shell.context is not None
        return self.shell.context

    def unlock(self) -> None:
        """Open the practice, if it is locked."""
        if self.shell.context is None:
            screen = self.shell.centralWidget()
            assert isinstance(screen, UnlockScreen)
            screen.passphrase.setText(demo.passphrase())
            screen.try_to_unlock()
            self.shell.idle.stop()
            settle()

    @property
    def workspace(self) -> Workspace:
        frame = self.shell.centralWidget()
        assert isinstance(frame, Frame)
        return frame.workspace

    def page(self, place: Place, kind: type[P]) -> P:
        """Go to a page, made anew so that no state hangs on the one before."""
        self.context.go.emit(place, "")
        page = self.workspace.pages[place]
        assert isinstance(page, kind)
        return page

    def main(self) -> Shown:
        return Shown(self.shell)

    def screen(self, screen: Screen) -> Shown:
        """A screen of the locked window, in a window of its own."""
        for old in self.alone:
            old.close()
            old.deleteLater()
        self.alone = [screen]
        screen.setWindowTitle(self.shell.windowTitle())
        screen.resize(MAIN)
        return Shown(screen)

    # The session

    def live(self) -> LiveWindow:
        """The session's window, opened if it is not yet."""
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, LiveWindow)]
        if not found:
            self.context.open_session.emit(self.session)
            return self.live()
        return found[0]

    def view(self) -> SessionView:
        """The running session, at 18:12, with a no-show, someone late and one not yet marked."""
        live = self.live()
        if live.view is None:
            self.clock.to("18:00")
            assert live.start is not None
            live.start.start()
            seats = sessions.seats(self.session)
            attendance.mark_all_present(self.session)
            attendance.mark_missed(seats[8].id, Status.NO_SHOW)
            attendance.mark_missed(seats[9].id, Status.EXCUSED)
            attendance.unmark(seats[7].id)
            self.clock.to("18:12")
            attendance.mark_out(seats[6].id)
        assert live.view is not None
        live.lift_curtain()
        live.view.close_slip()
        live.view.overlay.hide()
        return live.view

    def beside(self) -> Shown:
        """The session's window, at both heights; as wide as it opens."""
        wide = theme.theme().px(TALL.width())
        return Shown(self.live(), (QSize(wide, SHORT.height()), QSize(wide, TALL.height())))

    def wrap_up(self) -> WrapUpView:
        """Notes of the session, ended if it still runs."""
        if sessions.running():
            view = self.view()
            attendance.mark_present(sessions.seats(self.session)[7].id)
            attendance.confirm_usual_locations(self.session)
            self.clock.to("18:14")
            view.composer.turn_to(view.record.seats[1], view.composer.target)
            for words in (
                "Quiet at first; tried the breathing with the camera off, came back calmer.",
                "Calm.",
            ):
                view.composer.editor.setPlainText(words)
                view.put_on_record()
            self.clock.to("19:00")
            view.end()
            settle()
        page = self.page(Place.NOTES, NotesPage)
        page.show_item(f"{self.session}:{self.member}")
        assert page.view is not None
        return page.view


def button(part: QWidget, words: str) -> Button:
    """The visible button with these words."""
    return next(b for b in part.findChildren(Button) if b.text() == words and b.isVisible())


def unlock_screen(at: Stage) -> Shown:
    return at.screen(UnlockScreen(open_vault(at.folder, at.shell.start.store), at.shell.lane))


def unlock_refused(at: Stage) -> Shown:
    vault = open_vault(at.folder, at.shell.start.store)
    screen = UnlockScreen(vault, at.shell.lane, shown=demo.passphrase(), said="Something happened.")
    screen.passphrase.setText("wrong one")
    screen.try_to_unlock()
    return at.screen(screen)


def first_run(at: Stage) -> Shown:
    return at.screen(FirstRun(Start(at.scratch / "first", cost=QUICK), at.shell.lane))


def _begun(at: Stage) -> FirstRun:
    screen = FirstRun(Start(at.scratch / "first", cost=QUICK), at.shell.lane)
    at.screen(screen).window.show()
    screen.about_you.practice_form.name.set_value("Harbour Practice")
    screen.about_you.person_form.name.set_value("Maria Lopez")
    screen.forward.click()
    return screen


def first_run_passphrase(at: Stage) -> Shown:
    return Shown(_begun(at))


def first_run_no_keychain(at: Stage) -> Shown:
    screen = _begun(at)
    assert screen.secret is not None
    screen.secret.new.first.setText(PASSPHRASE)
    screen.secret.new.again.setText(PASSPHRASE)
    screen.forward.click()
    return Shown(screen)


def first_run_kit(at: Stage) -> Shown:
    screen = _begun(at)
    assert screen.secret is not None
    screen.secret.passphrase = PASSPHRASE
    screen.secret.done.emit()
    return Shown(screen)


def trouble(at: Stage) -> Shown:
    words = "The key file is damaged. Nothing was changed."
    return at.screen(TroubleScreen(words, at.shell.lane, previous=True))


def recover(at: Stage) -> Shown:
    return at.screen(RecoverScreen(at.folder, at.shell.lane))


def restore(at: Stage) -> Shown:
    return at.screen(RestoreScreen(at.shell.start, at.shell.lane, at.shell.hold))


def crash(at: Stage) -> Shown:
    window = CrashWindow(at.folder / "errors" / "error-1.txt", lambda: None, None)
    window.setModal(False)
    at.alone.append(window)
    return Shown(window, (window.sizeHint(),))


def today(at: Stage) -> Shown:
    at.page(Place.TODAY, Page)
    return at.main()


def _schedule(at: Stage, view: View = View.WEEK) -> SchedulePage:
    page = at.page(Place.SCHEDULE, SchedulePage)
    page.carrier.let_go()
    page.commands.close()
    page.side.tray.close_form()
    page.overlay.hide()
    page.bar.whose.set_value(None)
    if not toplace.waiting():
        toplace.ask(at.member, ToPlaceWhy.MISSED, MARKED_UP)
    page.show_days(Days(view, DAY))
    page.stand_at(datetime.combine(DAY, time(18)), at.session)
    return page


def schedule_week(at: Stage) -> Shown:
    _schedule(at)
    return at.main()


def schedule_day(at: Stage) -> Shown:
    _schedule(at, View.DAY)
    return at.main()


def schedule_month(at: Stage) -> Shown:
    _schedule(at, View.MONTH)
    return at.main()


def schedule_list(at: Stage) -> Shown:
    _schedule(at, View.LIST)
    return at.main()


def schedule_details(at: Stage) -> Shown:
    _schedule(at).commands.open_current()
    return at.main()


def _scheduled(do: Schedule) -> Callable[[Stage], Shown]:
    def show(at: Stage) -> Shown:
        _schedule(at).commands.do(do)
        return at.main()

    return show


def schedule_block(at: Stage) -> Shown:
    page = _schedule(at)
    lunch = next(one for one in page.found if one.what is What.BLOCK and one.comes_again)
    page.stand_at(lunch.starts, lunch.id)
    page.commands.do(Schedule.CHANGE)
    return at.main()


def schedule_series(at: Stage) -> Shown:
    page = _schedule(at)
    page.commands.pick_up()
    for step in (Schedule.RIGHT, Schedule.DROP):
        page.commands.do(step)
    return at.main()


def schedule_tray(at: Stage) -> Shown:
    _schedule(at).side.tray.ask()
    return at.main()


def groups_(at: Stage) -> Shown:
    at.page(Place.GROUPS, GroupsPage).go_back()
    return at.main()


def _group(at: Stage) -> GroupsPage:
    page = at.page(Place.GROUPS, GroupsPage)
    page.open_group(at.group)
    return page


def group(at: Stage) -> Shown:
    _group(at)
    return at.main()


def group_add_member(at: Stage) -> Shown:
    _group(at).detail.roster.add_button.click()
    return at.main()


def group_leave(at: Stage) -> Shown:
    roster_ = _group(at).detail.roster
    roster_.close_form()
    button(roster_, "Leave").click()
    return at.main()


def group_calendar(at: Stage) -> Shown:
    _group(at).detail.about.add_button.click()
    return at.main()


def group_offer(at: Stage) -> Shown:
    """A seat is free and offered, one more place is free, and a form to offer it is open."""
    detail = _group(at).detail
    detail.roster.close_form()
    if not offers.open_offers(at.group):
        for place in (3, 4):
            stretch = roster.on_day(at.group, DAY)[place]
            noticed = datetime.combine(DAY, time(11))
            absence.record_notice(at.session, stretch.member, noticed)
        free = openings.openings(at.group)[0]
        assert free.next is not None
        assert free.starts is not None
        offers.offer(at.group, free.session, free.next.member, free.starts)
        settle()
    detail.openings.open_form(OfferForm(at.context.actions, openings.openings(at.group)[0]))
    return at.main()


def group_move(at: Stage) -> Shown:
    detail = _group(at).detail
    detail.openings.close_form()
    button(detail.roster, "Move").click()
    return at.main()


def group_wait(at: Stage) -> Shown:
    detail = _group(at).detail
    detail.roster.close_form()
    detail.waitlist.add_button.click()
    return at.main()


def today_offers(at: Stage) -> Shown:
    at.page(Place.TODAY, Page)
    return at.main()


def group_form(at: Stage) -> Shown:
    page = _group(at)
    page.detail.waitlist.close_form()
    page.edit_group()
    return at.main()


def members_(at: Stage) -> Shown:
    page = at.page(Place.GROUPS, GroupsPage)
    if page.form:
        page.form.cancelled.emit()
    at.page(Place.MEMBERS, MembersPage)
    return at.main()


LIST = (
    "First Name;Last Name;DOB;Phone;Shoe size\n"
    "Nora;Quist;13/5/1980;(518) 555-0101;38\n"
    "{given};{family};{born:%d/%m/%Y};+1 518 555 0199;40\n"
    "Luis;Moreau;31/02/1980;;\n"
)


def _import(at: Stage) -> ImportPage:
    page = at.page(Place.IMPORT, ImportPage)
    someone = members.members()[3]
    path = at.scratch / "clients.csv"
    path.write_text(
        LIST.format(given=someone.given_name, family=someone.family_name, born=someone.birth_date)
    )
    page.read_file(path)
    return page


def import_file(at: Stage) -> Shown:
    page = at.page(Place.IMPORT, ImportPage)
    page.read_file(at.scratch / "not there.csv")
    return at.main()


def import_columns(at: Stage) -> Shown:
    _import(at)
    return at.main()


def import_no_headings(at: Stage) -> Shown:
    page = _import(at)
    path = at.scratch / "people.csv"
    path.write_text("Nora,Quist,3/5/1980\nLuis,Moreau,4/6/1981\n")
    page.read_file(path)
    page.columns.go_on.click()
    return at.main()


def import_check(at: Stage) -> Shown:
    _import(at).check_rows()
    return at.main()


def import_working(at: Stage) -> Shown:
    page = _import(at)
    page.working.begin("Putting the list on record…")
    page.show_step(page.working)
    return at.main()


def import_done(at: Stage) -> Shown:
    page = _import(at)
    page.check_rows()
    page.write()
    return at.main()


def _member(at: Stage) -> MembersPage:
    page = at.page(Place.MEMBERS, MembersPage)
    page.show_item(at.member)
    return page


def member(at: Stage) -> Shown:
    _member(at)
    return at.main()


def member_goal(at: Stage) -> Shown:
    button(_member(at).profile, "Add a goal").click()
    return at.main()


def member_diagnosis(at: Stage) -> Shown:
    button(_member(at).profile, "Add a diagnosis").click()
    return at.main()


def member_codes(at: Stage) -> Shown:
    profile = _member(at).profile
    button(profile, "Add a diagnosis").click()
    form = next(f for f in profile.findChildren(EntryForm) if "code" in f.fields)
    QTest.keyClicks(form.fields["code"].widget, "alcohol")
    return at.main()


def _psychotherapy(at: Stage) -> PsychotherapyNotes:
    profile = _member(at).profile
    if not psychotherapy.mine(at.member):
        psychotherapy.save(at.member, psychotherapy.begin(), DAY, "A first thought.")
        psychotherapy.save(at.member, psychotherapy.begin(), DAY, "A second one.")
        release = psychotherapy.Release(member_id=at.member, recipient=MARKED_UP, authorized_on=DAY)
        psychotherapy.keep(release, b"paper")
    found = profile.findChild(PsychotherapyNotes)
    assert found is not None
    return found


def psychotherapy_note(at: Stage) -> Shown:
    _psychotherapy(at).write(psychotherapy.mine(at.member)[0])
    return at.main()


def psychotherapy_delete(at: Stage) -> Shown:
    button(_psychotherapy(at), "Delete").click()
    return at.main()


def psychotherapy_print(at: Stage) -> Shown:
    button(_psychotherapy(at), "Print…").click()
    return at.main()


def psychotherapy_sign(at: Stage) -> Shown:
    _psychotherapy(at).close_form()
    button(_psychotherapy(at), "Sign").click()
    return at.main()


def _plan(at: Stage) -> PlanPage:
    plans.begin(at.member)
    page = at.page(Place.PLAN, PlanPage)
    page.show_item(at.member)
    return page


def plan(at: Stage) -> Shown:
    _plan(at)
    return at.main()


def plan_missing(at: Stage) -> Shown:
    page = _plan(at)
    plans.save_goal(at.member, plans.GoalDetails(words=MARKED_UP, started_on=DAY))
    page.refresh()
    return at.main()


def plan_dates(at: Stage) -> Shown:
    _plan(at).version.ask_dates()
    return at.main()


def plan_problem(at: Stage) -> Shown:
    _plan(at).ask_problem()
    return at.main()


def _plan_section(at: Stage) -> ProblemSection:
    return next(iter(_plan(at).sections.values()))


def plan_goal(at: Stage) -> Shown:
    _plan_section(at).ask_goal(plans.goals(at.member)[0])
    return at.main()


def plan_objective(at: Stage) -> Shown:
    _plan_section(at).ask_objective(plans.goals(at.member)[0].id, None)
    return at.main()


def plan_intervention(at: Stage) -> Shown:
    _plan_section(at).ask_intervention(plans.goals(at.member)[0].id, None)
    return at.main()


def plan_sign(at: Stage) -> Shown:
    _plan(at).ask_signature()
    return at.main()


def plan_paper(at: Stage) -> Shown:
    page = _plan(at)
    page.read(plans.versions(at.member)[0])
    return at.main()


def member_form(at: Stage) -> Shown:
    page = _member(at)
    page.edit_member()
    assert page.form is not None
    page.form.fields["given_name"].set_error("Please enter a name.")
    return at.main()


def _outreach(at: Stage) -> OutreachPage:
    members_ = at.page(Place.MEMBERS, MembersPage)
    if members_.form:
        members_.form.cancelled.emit()
    page = at.page(Place.OUTREACH, OutreachPage)
    page.overlay.hide()
    page.aside.who.close_form()
    page.aside.adding.close_form()
    page.aside.adding.hide()
    page.board.first_to_call()
    return page


def outreach_board(at: Stage) -> Shown:
    _outreach(at)
    return at.main()


def outreach_two_keys(at: Stage) -> Shown:
    _outreach(at).aside.begun.emit(Channel.CALL)
    return at.main()


def _outreach_do(do: Reach) -> Callable[[Stage], Shown]:
    def show(at: Stage) -> Shown:
        _outreach(at).do(do)
        return at.main()

    return show


def outreach_fees(at: Stage) -> Shown:
    page = _outreach(at)
    if page.which.value() is OutreachSide.BOARD:
        page.do(Reach.FEES)
    button(page.fees, "Waive").click()
    return at.main()


def figures(at: Stage) -> Shown:
    page = at.page(Place.OUTREACH, OutreachPage)
    if page.which.value() is OutreachSide.FEES:
        page.fees.open.close_form()
        page.do(Reach.FEES)

    at.page(Place.ATTENDANCE, Page)
    return at.main()


def figures_reason(at: Stage) -> Shown:
    page = at.page(Place.ATTENDANCE, FiguresPage)
    page.overview.table.by.set_value(By.REASON)
    page.overview.load()
    return at.main()


def attendance_page(at: Stage) -> Shown:
    at.context.go.emit(Place.SESSION, at.session)
    return at.main()


def attendance_another_time(at: Stage) -> Shown:
    page = at.page(Place.SESSION, AttendancePage)
    page.show_item(at.session)
    rows = page.listed.findChildren(ActionRow)
    rows[-1].click()
    form = page.listed.form
    assert isinstance(form, AbsenceForm)
    form.another.setChecked(True)
    return at.main()


def attendance_visitor(at: Stage) -> Shown:
    page = at.page(Place.SESSION, AttendancePage)
    page.show_item(at.session)
    page.visitor.click()
    return at.main()


def manual(at: Stage) -> Shown:
    window = HelpWindow()
    at.alone.append(window)
    return Shown(window, (window.size(),))


def notes_list(at: Stage) -> Shown:
    page = at.page(Place.MEMBERS, MembersPage)
    if page.form:
        page.form.cancelled.emit()
    at.page(Place.NOTES, NotesPage).close_item()
    return at.main()


def reports_empty(at: Stage) -> Shown:
    at.page(Place.REPORTS, ReportsPage)
    return at.main()


def reports_filled(at: Stage) -> Shown:
    page = at.page(Place.REPORTS, ReportsPage)
    page.form.choose(at.member)
    page.drafter.wanted.emit()
    return at.main()


def _papers(at: Stage) -> PapersPage:
    return at.page(Place.PAPERS, PapersPage)


def attendance_letter(at: Stage) -> Shown:
    opening.open_attendance_letter(at.context, at.member)
    return at.main()


def attendance_letter_wrong(at: Stage) -> Shown:
    page = _papers(at)
    page.show_document(Document.ATTENDED, at.member)
    page.form.fields["first"].set_error("Please give the first day.")
    return at.main()


def letter_issued(at: Stage) -> Shown:
    someone = next(m.id for m in members.members() if history.no_shows(m.id))
    prepared = missed_letter(someone, history.no_shows(someone)[0].session, at.context.user_id)
    opening.open_issued(at.context, issued.keep(prepared.issue, prepared.draw()))
    return at.main()


def no_show_letter_nobody(at: Stage) -> Shown:
    _papers(at).show_document(Document.MISSED)
    return at.main()


def session_sheet(at: Stage) -> Shown:
    opening.open_sheet(at.context, at.session)
    return at.main()


def call_list(at: Stage) -> Shown:
    opening.open_call_list(at.context)
    return at.main()


def printed_schedule(at: Stage) -> Shown:
    opening.open_schedule(at.context, DAY, whole_week=True)
    return at.main()


def settings(at: Stage) -> Shown:
    at.page(Place.SETTINGS, SettingsPage)
    return at.main()


def settings_busy(at: Stage) -> Shown:
    page = at.page(Place.SETTINGS, SettingsPage)
    page.kit.make.click()
    page.closures.ask()
    page.about.show_licence.click()
    page.backup.tell("The backup was made and read back.")
    page.practice.tell("Saved.")
    page.hours.whose.set_value(at.context.user_id)
    page.hours.keep()
    return at.main()


def settings_supervision(at: Stage) -> Shown:
    people = at.page(Place.SETTINGS, SettingsPage).people
    people.ask_supervisor(at.context.vault.users[-1])
    return at.main()


def live_start(at: Stage) -> Shown:
    return at.beside()


def live_roster(at: Stage) -> Shown:
    at.view().back_to_roster()
    return at.beside()


def live_writing(at: Stage) -> Shown:
    view = at.view()
    view.select(view.record.seats[0].id)
    view.composer.editor.setFocus()
    view.composer.editor.setPlainText(f"Worked with {view.record.seats[2].given_name} and")
    view.composer.look_for_names()
    return at.beside()


def live_phrase(at: Stage) -> Shown:
    view = at.view()
    view.select(view.record.seats[0].id)
    view.composer.editor.setFocus()
    view.composer.editor.setPlainText("Calm today. ;plan")
    view.composer.editor.moveCursor(QTextCursor.MoveOperation.End)
    view.composer.phrase.look()
    return at.beside()


def live_refused(at: Stage) -> Shown:
    view = at.view()
    view.back_to_roster()
    view.say("Nobody has the number 7. The numbers stand beside the names.")
    return replace(at.beside(), sizes=at.beside().sizes[1:])


def _slip(do: Do) -> Callable[[Stage], Shown]:
    def show(at: Stage) -> Shown:
        view = at.view()
        view.composer.editor.clear()
        view.select(view.record.seats[1].id)
        view.commands.do(do)
        return at.beside()

    return show


def _safety(at: Stage) -> Shown:
    view = at.view()
    _note(at, [seat.member for seat in view.record.seats[:6]])
    return _slip(Do.FLAG)(at)


def live_noted(at: Stage) -> Shown:
    """Ratings, lines and a flag beside names; one who was not heard stands out."""
    view = at.view()
    view.back_to_roster()
    _note(at, [seat.member for seat in view.record.seats[:6]])
    return at.beside()


def _note(at: Stage, members: list[str]) -> None:
    """Lines, ratings and a finished safety check, once."""
    if safety.of_session(at.session):
        return
    for member in members:
        live.write_line(at.session, member, "Practised the wave image twice and said so.")
        live.write_line(at.session, member, "Offered a peer help.")
    ratings.rate(at.session, members[0], dict.fromkeys(ratings.QUESTIONS, 7))
    ratings.rate(at.session, members[2], dict.fromkeys(ratings.QUESTIONS[:1], 10))
    check = safety.flag(at.session, members[3])
    safety.finish(check, dict.fromkeys(safety.Step, "Asked openly and answered."))


def live_keys(at: Stage) -> Shown:
    at.view().overlay.open()
    return at.beside()


def curtain(at: Stage) -> Shown:
    at.view()
    at.live().hide_behind_curtain()
    return at.beside()


def curtain_locked(at: Stage) -> Shown:
    at.view()
    at.shell.lock()
    return at.beside()


def wrap_up(at: Stage) -> Shown:
    at.wrap_up()
    return at.main()


def wrap_up_name(at: Stage) -> Shown:
    view = at.wrap_up()
    view.draft.parts["plan"].editor.setFocus()
    other = sessions.seats(at.session)[2]
    view.draft.parts["plan"].insert(f"Sit with {other.given_name} again.")
    view.commit()
    return at.main()


def wrap_up_alike(at: Stage) -> Shown:
    view = at.wrap_up()
    drafts = [part.note for part in view.bench.found.members if part.note and not part.note.signed]
    for note in drafts[:2]:
        notes.save_part(note.id, "participation", "")
        notes.save_part(note.id, "response", "Used the wave image at home and at work.")
    view.reload()
    view.roster.choose(drafts[0].member_id)
    view.draft.alike.buttons[0].click()
    view.draft.begin("response")
    view.commands.do(WrapUp.ORIGIN)
    return at.main()


def wrap_up_keys(at: Stage) -> Shown:
    at.wrap_up().overlay.open()
    return at.main()


def wrap_up_correct(at: Stage) -> Shown:
    at.wrap_up().commands.do(WrapUp.CORRECT)
    return at.main()


def wrap_up_session(at: Stage) -> Shown:
    at.wrap_up().correct_session()
    return at.main()


def wrap_up_missed(at: Stage) -> Shown:
    at.wrap_up().roster.choose_digit("9")
    return at.main()


def sign(at: Stage) -> Shown:
    at.wrap_up().commands.do(WrapUp.SIGN_ALL)
    return at.main()


def _signed(at: Stage) -> WrapUpView:
    view = at.wrap_up()
    if not view.bench.found.members[1].addenda and view.shown is view.draft:
        view.commands.do(WrapUp.REPLACE)
        view.commands.do(WrapUp.SIGN_ONE)
        view.bar.panel.secret.setText(demo.passphrase())
        view.bar.panel.confirm()
        settle()
    return view


def signed(at: Stage) -> Shown:
    _signed(at)
    return at.main()


def to_cosign(at: Stage) -> WrapUpView:
    """A session of the associate, whose notes wait for the owner."""
    page = at.page(Place.NOTES, NotesPage)
    first = next(wait for wait in cosigning.waits() if wait.kind is cosigning.Kind.TO_COSIGN)
    page.show_item(first.session.id)
    assert page.view is not None
    return page.view


def cosign(at: Stage) -> Shown:
    to_cosign(at).commands.do(WrapUp.SIGN_ALL)
    return at.main()


def cosign_return(at: Stage) -> Shown:
    """The supervisor's word is missing."""
    view = to_cosign(at)
    view.commands.do(WrapUp.GIVE_BACK)
    assert view.panel is not None
    view.panel.accept()
    return at.main()


def returned(at: Stage) -> Shown:
    """A note that went back to its author."""
    view = to_cosign(at)
    if view.selected is not None and view.selected.note is not None:
        cosigning.give_back(view.selected.note.id, MARKED_UP)
        settle()
    return at.main()


def palette(at: Stage) -> Shown:
    """With a member, a group and notes that hold the words."""
    at.page(Place.TODAY, Page)
    if at.workspace.finder is None or not at.workspace.finder.isVisible():
        at.workspace.open_palette()
    assert at.workspace.finder is not None
    at.workspace.finder.box.setText("urge")
    return at.main()


def palette_nothing(at: Stage) -> Shown:
    palette(at)
    assert at.workspace.finder is not None
    at.workspace.finder.box.setText("xyzzy")
    return at.main()


def addendum(at: Stage) -> Shown:
    _signed(at).signed.begin_addendum()
    return at.main()


STATES: dict[str, Callable[[Stage], Shown]] = {
    "unlock": unlock_screen,
    "unlock refused": unlock_refused,
    "first run": first_run,
    "first run, passphrase": first_run_passphrase,
    "first run, no keychain": first_run_no_keychain,
    "first run, kit": first_run_kit,
    "trouble": trouble,
    "recover": recover,
    "restore": restore,
    "crash": crash,
    "today": today,
    "schedule": schedule_week,
    "schedule, day": schedule_day,
    "schedule, month": schedule_month,
    "schedule, list": schedule_list,
    "schedule, details": schedule_details,
    "schedule, new": _scheduled(Schedule.NEW),
    "schedule, change": _scheduled(Schedule.CHANGE),
    "schedule, change blocked time": schedule_block,
    "schedule, walk-in": _scheduled(Schedule.WALK_IN),
    "schedule, picked up": _scheduled(Schedule.PICK_UP),
    "schedule, how far": schedule_series,
    "schedule, cancel": _scheduled(Schedule.CANCEL),
    "schedule, to place": schedule_tray,
    "schedule, keys": _scheduled(Schedule.KEYS),
    "groups": groups_,
    "group": group,
    "group, add a member": group_add_member,
    "group, someone leaves": group_leave,
    "group, calendar file": group_calendar,
    "group, offers": group_offer,
    "group, a move": group_move,
    "group, waitlist": group_wait,
    "today, offers": today_offers,
    "group form": group_form,
    "members": members_,
    "import": import_file,
    "import, columns": import_columns,
    "import, no headings": import_no_headings,
    "import, check": import_check,
    "import, working": import_working,
    "import, done": import_done,
    "member": member,
    "member, goal": member_goal,
    "member, diagnosis": member_diagnosis,
    "member, codes": member_codes,
    "psychotherapy note": psychotherapy_note,
    "psychotherapy note, delete": psychotherapy_delete,
    "psychotherapy note, print": psychotherapy_print,
    "psychotherapy note, sign": psychotherapy_sign,
    "plan": plan,
    "plan, missing": plan_missing,
    "plan, dates": plan_dates,
    "plan, problem": plan_problem,
    "plan, goal": plan_goal,
    "plan, objective": plan_objective,
    "plan, intervention": plan_intervention,
    "plan, sign": plan_sign,
    "plan, paper": plan_paper,
    "member form": member_form,
    "outreach": outreach_board,
    "outreach, two keys": outreach_two_keys,
    "outreach, in words": _outreach_do(Reach.WRITE),
    "outreach, closing": _outreach_do(Reach.CLOSE),
    "outreach, someone else": _outreach_do(Reach.ADD),
    "outreach, keys": _outreach_do(Reach.KEYS),
    "outreach, fees": outreach_fees,
    "figures": figures,
    "figures, by reason": figures_reason,
    "attendance": attendance_page,
    "attendance, another time": attendance_another_time,
    "attendance, a visitor": attendance_visitor,
    "manual": manual,
    "notes to finish": notes_list,
    "reports": reports_empty,
    "report": reports_filled,
    "attendance letter": attendance_letter,
    "attendance letter, wrong": attendance_letter_wrong,
    "letter, issued": letter_issued,
    "no-show letter, nobody": no_show_letter_nobody,
    "session sheet": session_sheet,
    "call list": call_list,
    "printed schedule": printed_schedule,
    "settings": settings,
    "settings in use": settings_busy,
    "settings, supervision": settings_supervision,
    "session, start": live_start,
    "session": live_roster,
    "session, writing": live_writing,
    "session, phrase": live_phrase,
    "session, refused": live_refused,
    "session, times": _slip(Do.TIMES),
    "session, how": _slip(Do.HOW),
    "session, add": _slip(Do.ADD),
    "session, its times": _slip(Do.SESSION_TIMES),
    "session, end": _slip(Do.END),
    "session, noted": live_noted,
    "session, rating": _slip(Do.RATE),
    "session, safety check": _safety,
    "session, technique": _slip(Do.TECHNIQUE),
    "session, keys": live_keys,
    "curtain": curtain,
    "curtain, locked": curtain_locked,
    "wrap-up": wrap_up,
    "wrap-up, alike": wrap_up_alike,
    "wrap-up, a name": wrap_up_name,
    "wrap-up, keys": wrap_up_keys,
    "wrap-up, correct": wrap_up_correct,
    "wrap-up, the session": wrap_up_session,
    "wrap-up, missed": wrap_up_missed,
    "sign": sign,
    "signed": signed,
    "addendum": addendum,
    "co-sign": cosign,
    "co-sign, return": cosign_return,
    "co-sign, returned": returned,
    "palette": palette,
    "palette, nothing": palette_nothing,
}
"""In the order of a day: later states may build on earlier ones, each also stands alone."""


def show(at: Stage, name: str) -> Shown:
    """Bring the program into a state, with its window in front."""
    at.unlock()
    shown = STATES[name](at)
    shown.window.resize(shown.sizes[0])
    shown.window.show()
    shown.window.activateWindow()
    QTest.qWaitForWindowActive(shown.window)
    settle()
    return shown
