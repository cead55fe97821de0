"""The steps: from unlocking the demo to a payer's report, a backup and the lock.

The demo is that of Tuesday 17 November 2026, so that pictures and figures stay the same.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from practice import clock, paths
from practice.care import facts, issued, notes
from practice.care import live as care_live
from practice.desk import groups, members, roster, schedule, sessions
from practice.desk.practice import practice
from practice.errors import Refused
from practice.models.enums import Status
from practice.reports import kit as kit_paper
from practice.reports.progress import Section
from practice.ui import demo, files, theme
from practice.ui.background import InlineLane
from practice.ui.context import Context, Place
from practice.ui.entry import EntryForm
from practice.ui.live.view import SessionView
from practice.ui.live.window import LiveWindow
from practice.ui.page import Page
from practice.ui.preview import dialogs
from practice.ui.settings.backups import BackupPart
from practice.ui.shell import Shell
from practice.ui.start import Start
from practice.ui.theme import Scheme
from practice.ui.tour.guide import Hours, click, come_forward, fill, press, said, type_words
from practice.ui.tour.record import CheckFailed, Record, settle
from practice.ui.workspace import Workspace
from practice.ui.zones import system_zone
from practice.vault import device
from practice.vault.bundle import header_of, list_backups
from practice.vault.folder import harden
from practice.vault.keys import QUICKEST
from practice.vault.restore import restore
from practice.vault.vault import open_bundle

DAY = date(2026, 11, 17)
BEGIN = time(17, 54)
GROUP = "Tuesday Skills"
NEWCOMER = {"given_name": "Ngọc Ánh", "family_name": "Nguyễn", "preferred_name": "Anh"}


def tour(out: Path, home: Path) -> Record:
    """Drive the windows through everything; what failed stands in the record."""
    harden()
    app = QApplication.instance() or QApplication(["practice"])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    files.keep_no_places()
    theme.apply(app, Scheme.LIGHT)
    record, hours = Record(out), Hours(datetime.combine(DAY, BEGIN, ZoneInfo(system_zone())))
    shell = Shell(Start(paths.demo_folder(), demo=True, cost=QUICKEST), InlineLane())
    taken = Tour(record, hours, shell, home)
    try:
        for name, step in STEPS.items():
            with record.step(name):
                step(taken)
    except Exception as error:  # the record says what failed; the tour ends
        record.picture("failed", QApplication.activeWindow() or shell)
        if not isinstance(error, CheckFailed):
            raise
    finally:
        shell.lock_at_once()
        shell.hold.let_go()
        clock.use(None)
    return record


@dataclass
class Tour:
    """What the steps share."""

    record: Record
    hours: Hours
    shell: Shell
    home: Path
    session: str = ""
    member: str = ""
    saved: list[Path] = field(default_factory=list)

    @property
    def context(self) -> Context:
        assert self.shell.context is not None
        return self.shell.context

    @property
    def workspace(self) -> Workspace:
        return self.shell.findChildren(Workspace)[0]

    @property
    def live(self) -> LiveWindow:
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, LiveWindow)]
        return next(window for window in found if window.isVisible())

    @property
    def view(self) -> SessionView:
        assert self.live.view is not None
        return self.live.view

    def page(self, place: Place) -> Page:
        """Go to a page, as Ctrl+number does."""
        self.context.go.emit(place, "")
        settle()
        return self.workspace.pages[place]

    def check(self, what: str, held: object) -> None:
        self.record.check(what, held)

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        settle()
        self.record.picture(name, widget or self.shell)

    def unlock(self) -> None:
        """Type the passphrase that the demo shows."""
        come_forward(self.shell)
        type_words(self.shell, demo.passphrase())
        press(self.shell, "Enter")


def unlock(tour: Tour) -> None:
    shell = tour.shell
    shell.hold.take()
    shell.resize(1440, 900)
    shell.begin()
    shell.show()
    settle()
    tour.check("the lock screen shows the demo's passphrase", demo.passphrase() in said(shell))
    tour.picture("unlock")
    come_forward(shell)
    type_words(shell, "not the passphrase at all")
    press(shell, "Enter")
    tour.check("a wrong passphrase says so", shell.context is None and "passphrase" in said(shell))
    tour.picture("unlock-refused")
    tour.unlock()
    tour.check("the right one opens the practice", shell.context is not None)
    tour.check("the demo's banner is there", demo.BANNER in said(shell))


def today(tour: Tour) -> None:
    page = tour.page(Place.TODAY)
    words = said(page)
    tour.check("the next session is on Today", GROUP in words and "In 6 min" in words)
    tour.check("notes to finish are on Today", "Notes to finish" in words)
    tour.session = next(s.id for s in schedule.on_day(DAY) if s.group_name == GROUP)
    tour.picture("today")


def add_member(tour: Tour) -> None:
    page = tour.page(Place.MEMBERS)
    tour.picture("members")
    press(tour.shell, "Ctrl+N")
    form = page.form  # type: ignore[attr-defined]  # the members page
    fill(form, family_name="Nguyễn")
    form.save_button.click()
    settle()
    tour.check(
        "a member without a name is refused beside the field", form.fields["given_name"].error
    )
    tour.picture("member-refused")
    fill(form, **NEWCOMER, birth_date="31/02/1990")
    form.save_button.click()
    settle()
    tour.check("31 February is no date", form.fields["birth_date"].error)
    fill(form, birth_date="5 Mar 1990", pronouns="she/her", location="Home, Alder Falls")
    fill(
        form, consent_on="10 Nov 2026", emergency_name="Hana Nguyễn", emergency_phone="541 555 0188"
    )
    fill(form, payer="Larkspur Health Plan", payer_member_id="LAR000551190")
    form.save_button.click()
    settle()
    tour.member = next(
        m.id for m in members.members() if m.family_name == "Nguyễn" and m.given_name == "Ngọc Ánh"
    )
    tour.check(
        "the name is stored as typed", members.member(tour.member).full_name == "Ngọc Ánh Nguyễn"
    )


def plan_of_member(tour: Tour) -> None:
    page = tour.page(Place.MEMBERS)
    page.show_item(tour.member)
    settle()
    click(page, "Add a diagnosis")
    form = open_form(page, "code")
    fill(form, code="F10", words="Alcohol use disorder, mild", from_on="10 Nov 2026")
    form.fields["code"].widget.clear()
    fill(form, code="alcohol")
    form.save_button.click()
    settle()
    tour.check("a code of the wrong shape is refused beside the field", form.fields["code"].error)
    form.fields["code"].widget.clear()
    fill(form, code="F10.10")
    form.save_button.click()
    settle()
    click(page, "Add a goal")
    form = open_form(page, "words")
    fill(form, words="Name two early warning signs before each weekend", started_on="17 Nov 2026")
    form.save_button.click()
    settle()
    words = said(page)
    tour.check(
        "diagnosis and goal stand on the member's page",
        "F10.10" in words and "warning signs" in words,
    )
    tour.picture("member")


def open_form(page: QWidget, key: str) -> EntryForm:
    """The form now open on a page that has this field."""
    return next(f for f in page.findChildren(EntryForm) if f.isVisible() and key in f.fields)


def full_group(tour: Tour) -> None:
    page = tour.page(Place.GROUPS)
    tour.picture("groups")
    tour.check("groups of four lengths or more", len({g.minutes for g in groups.groups()}) >= 4)
    group = schedule.session(tour.session).group
    page.show_item(group)
    settle()
    tour.check("the roster says how many of ten", "10 of 10" in said(page))
    click(page, "Add a member")
    form = open_form(page, "member")
    form.fields["member"].editor.set_value(tour.member)
    fill(form, first_day="17 Nov 2026")
    form.save_button.click()
    settle()
    tour.check(
        "the eleventh is refused beside the field", "10 members" in form.fields["member"].error
    )
    tour.picture("group-eleventh-refused")
    form.cancelled.emit()
    leaving = roster.on_day(group, DAY)[-1]
    roster.leave(leaving.id, DAY - timedelta(days=1))
    roster.join(group, tour.member, DAY)
    tour.check("one leaves, the newcomer joins", len(roster.on_day(group, DAY)) == 10)


def begin_session(tour: Tour) -> None:
    page = tour.page(Place.TODAY)
    tour.hours.to("18:00")
    click(page, "Open session notes")
    tour.check("the window's title names nobody", tour.live.windowTitle() == "Session notes")
    tour.picture("session-ready", tour.live)
    press(tour.live, "Enter")
    tour.check("the session runs", sessions.running() == tour.session)
    everybody = {seat.status for seat in sessions.seats(tour.session)}
    tour.check("everybody is still to mark", everybody == {Status.UNRECORDED})


def mark_attendance(tour: Tour) -> None:
    live = tour.live
    press(live, "A", "9", "N", "0", "E")
    tour.hours.to("18:12")
    press(live, "4", "L")
    statuses = [seat.status for seat in sessions.seats(tour.session)]
    tour.check(
        "ten members with three exceptions took seven keys", Status.UNRECORDED not in statuses
    )
    tour.check("one no-show, one excused", statuses[8:] == [Status.NO_SHOW, Status.EXCUSED])
    press(live, "C")
    places = [s.location for s in sessions.seats(tour.session) if s.status is Status.ATTENDED]
    tour.check("usual locations are confirmed in one key", all(places))
    press(live, "5", "M", "Alt+A", "Tab")
    tour.picture("session-how", live)
    slip = tour.view.slip
    assert slip is not None
    _write_reason(tour)
    press(live, "?")
    tour.picture("session-keys", live)
    press(live, "Esc")


def _write_reason(tour: Tour) -> None:
    fields = [w for w in tour.live.findChildren(QLineEdit) if w.isVisible() and w.isEnabled()]
    reason = next(w for w in fields if "audio" in w.accessibleName().lower())
    reason.setFocus()
    type_words(tour.live, "Camera broken")
    press(tour.live, "Enter")
    seat = sessions.seats(tour.session)[4]
    tour.check("audio only is recorded with its reason", seat.audio_reason == "Camera broken")


LINES = {
    "1": ("18:14", "Named payday as this week's strongest cue; called a friend before going out."),
    "2": ("18:18", "Wrote the pros and cons of one drink, stopped at the third con, and laughed."),
    "3": ("18:21", "Quiet at first; tried the breathing with the camera off, came back calmer."),
    "4": ("18:24", "Arrived from work, tense. Joined the second half of the exercise."),
    "5": ("18:27", "By phone. Two days without a drink, first time since August."),
    "6": ("18:31", "Slip on Saturday, told it without being asked, wants to plan the weekend."),
    "7": ("18:35", "Shared the refusal line that worked at a wedding."),
    "8": ("18:38", "Sleep is better; keeps the evening routine four nights of seven."),
}


def write_lines(tour: Tour) -> None:
    live = tour.live
    for digit, (at, words) in LINES.items():
        tour.hours.to(at)
        press(live, digit, "Enter")
        type_words(live, words)
        press(live, "Enter", "Esc")
    tour.hours.to("18:39")
    press(live, "G")
    type_words(live, "Taught the chain from cue to urge to act, practised one link in pairs.")
    press(live, "Enter", "Esc")
    tour.check("nine lines are on record", len(care_live.lines(tour.session)) == 9)
    other = sessions.seats(tour.session)[1]
    press(live, "6", "Enter")
    type_words(live, f"Worked in a pair with {other.given_name} and ")
    tour.check("another member's name is pointed out while typing", "another member" in said(live))
    tour.picture("session-other-name", live)
    press(live, "Alt+R")
    type_words(live, "set a time to call.")
    live.autosave.flush()
    settle()
    tour.check(
        "the name became a peer", "a peer" in said(live) and other.given_name not in _composed(tour)
    )
    tour.check("the saved mark says so only now", "Saved" in said(live))
    tour.picture("session", live)


def _composed(tour: Tour) -> str:
    return "\n".join(
        t.toPlainText() for t in tour.live.findChildren(QPlainTextEdit) if t.isVisible()
    )


def curtain_and_lock(tour: Tour) -> None:
    live, names = tour.live, [seat.given_name for seat in sessions.seats(tour.session)]
    typed = _composed(tour)
    press(live, "F9")
    tour.check("behind the curtain nobody is named", not any(n in said(live) for n in names))
    tour.picture("curtain", live)
    press(live, "F9")
    tour.shell.lock()
    settle()
    tour.check("locking raises the curtain over the session", live.locked and live.isVisible())
    tour.check("nothing is readable while locked", not any(n in said(live) for n in names))
    tour.picture("curtain-locked", live)
    tour.unlock()
    tour.check("unlocking returns to the same words", typed in _composed(tour))
    come_forward(live)
    press(live, "Enter", "Esc")
    tour.check("ten lines are on record", len(care_live.lines(tour.session)) == 10)


def end_session(tour: Tour) -> None:
    live = tour.live
    tour.hours.to("18:41")
    press(live, "7", "X")
    tour.hours.to("19:00")
    press(live, "Ctrl+E")
    tour.picture("session-end", live)
    press(live, "Enter")
    found = notes.of_session(tour.session)
    tour.check("eight drafts, one for each who came", len(found) == 8)
    attended = facts.of_session(schedule.session(tour.session))
    tour.check("each says eight participants", {f.participants for f in attended.values()} == {8})
    by_seat = {
        s.digit: attended[s.member] for s in sessions.seats(tour.session) if s.member in attended
    }
    tour.check("48 minutes for the one who came at 18:12", by_seat["4"].minutes == 48)
    tour.check("41 minutes for the one who left at 18:41", by_seat["7"].minutes == 41)
    tour.check("audio only with its reason", by_seat["5"].audio_reason == "Camera broken")


def wrap_up(tour: Tour) -> None:
    page = tour.workspace.pages[Place.NOTES]
    tour.check("the wrap-up opened by itself", tour.workspace.stack.currentWidget() is page)
    shell = tour.shell
    other = sessions.seats(tour.session)[1]
    press(shell, "Alt+6", "Enter")
    page.view.draft.begin("plan")  # type: ignore[attr-defined]  # the notes page
    type_words(shell, f"Sit with {other.given_name} again.")
    press(shell, "Esc")
    tour.check("another member's name blocks signing", "Names another member" in said(page))
    tour.picture("wrap-up-other-name")
    press(shell, "Alt+R")
    settle()
    for digit in "12345678":
        press(shell, f"Alt+{digit}", "Alt+P")
    tour.check("nothing names another member now", "Names another member" not in said(page))
    tour.picture("wrap-up")


def sign(tour: Tour) -> None:
    shell = tour.shell
    press(shell, "Ctrl+Shift+Enter")
    type_words(shell, "wrong words here now")
    press(shell, "Enter")
    unsigned = [note for note in notes.of_session(tour.session) if not note.signed]
    tour.check("a wrong passphrase signs nothing", len(unsigned) == 8)
    type_words(shell, demo.passphrase())
    tour.picture("sign")
    press(shell, "Enter")
    found = notes.of_session(tour.session)
    tour.check("all eight notes are signed", all(note.signed for note in found))
    tour.check(
        "signed text never changes", _refused(notes.save_part, found[0].id, "plan", "Other.")
    )
    tour.picture("signed")


def _refused(change: Callable[..., object], *arguments: object) -> bool:
    try:
        change(*arguments)
    except Refused:
        return True
    return False


def addendum(tour: Tour) -> None:
    page = tour.workspace.pages[Place.NOTES]
    press(tour.shell, "Alt+4")
    page.view.signed.begin_addendum()  # type: ignore[attr-defined]  # the notes page
    panel = page.view.signed.addendum  # type: ignore[attr-defined]
    panel.editor.setFocus()
    type_words(tour.shell, "Joined late because of a delayed bus, called ahead.")
    panel.secret.setFocus()
    type_words(tour.shell, demo.passphrase())
    press(tour.shell, "Enter")
    note = next(n for n in notes.of_session(tour.session) if n.member_id == _member(tour, "4"))
    later = notes.addenda([note.id]).get(note.id, [])
    tour.check("the addendum is signed and dated", len(later) == 1 and later[0].signed_at)
    tour.picture("addendum")


def _member(tour: Tour, digit: str) -> str:
    return next(s.member for s in sessions.seats(tour.session) if s.digit == digit)


def report(tour: Tour) -> None:
    page = tour.page(Place.REPORTS)
    member_id, path = _member(tour, "1"), tour.record.place / "progress-report.pdf"
    page.form.choose(member_id)  # type: ignore[attr-defined]  # the reports page
    form = page.form  # type: ignore[attr-defined]
    fill(form, first="17 Aug 2026", last="17 Nov 2026")
    for section, words in TEXTS.items():
        widget = form.texts.fields[section].widget
        widget.setFocus()
        type_words(tour.shell, words)
    page.drafter.wanted.emit()  # type: ignore[attr-defined]  # the pause after the last key is over
    settle()
    tour.check("the preview shows the report", page.pane.pdf.startswith(b"%PDF"))  # type: ignore[attr-defined]
    tour.picture("report")
    dialogs.ask_path = lambda _parent, _name: path
    press(tour.shell, "Ctrl+S")
    kept = issued.of_member(member_id)
    tour.check("the report is on disk", path.is_file())
    tour.check("what left is kept", len(kept) == 1)
    tour.check("a reprint is the same bytes", issued.reprint(kept[0].id) == path.read_bytes())
    _check_pages(tour, path, member_id)
    tour.picture("report-issued")


def _check_pages(tour: Tour, path: Path, member_id: str) -> None:
    document = QPdfDocument()
    document.load(str(path))
    pages = [document.getAllText(n).text() for n in range(document.pageCount())]
    me = members.member(member_id)
    others = [s for s in sessions.seats(tour.session) if s.member != member_id]
    tour.check(
        "every page names the member and counts itself",
        all(me.family_name in p and "Page" in p for p in pages),
    )
    tour.check("attendance has its denominator", "/" in pages[0] and "%" in pages[0])
    tour.check("nobody else is named", not any(s.full_name in p for s in others for p in pages))
    document.close()


TEXTS = {
    Section.SUMMARY: "Attends weekly and uses the group's skills between sessions.",
    Section.PLAN: "Continue weekly skills group; practise one refusal line before each weekend.",
    Section.REQUEST: "13 weekly sessions of group therapy, 60 minutes each.",
}


def settings(tour: Tour) -> None:
    page = tour.page(Place.SETTINGS)
    tour.picture("settings")
    place = tour.home / "backups"
    place.mkdir()
    part = page.findChildren(BackupPart)[0]
    fill(part.form, place=str(place))
    part.save_button.click()
    part.back_up()
    settle()
    bundles = list_backups(place)
    tour.check("a backup was made and read back", len(bundles) == 1)
    page.body.parentWidget().parentWidget().parentWidget()
    tour.picture("settings-backup")


def recovery_kit(tour: Tour) -> None:
    kit = tour.context.vault.draft_kit(tour.context.unlocked)
    pdf = kit_paper.render(
        kit_paper.RecoveryKit(
            practice().name, tour.context.vault.header.vault_id[:8], DAY, tuple(kit.code.split("-"))
        )
    )
    (tour.record.place / "recovery-kit.pdf").write_bytes(pdf)
    tour.check("the kit has thirteen groups", len(kit.code.split("-")) == 13)


def lock_and_restore(tour: Tour) -> None:
    place = tour.home / "backups"
    members.archive(tour.member)
    tour.shell.lock()
    settle()
    tour.check("locked", tour.shell.context is None)
    tour.check("locking made another backup", len(list_backups(place)) == 2)
    tour.picture("locked")
    folder = paths.demo_folder()
    tour.shell.hold.let_go()
    bundle = list_backups(place)[0]
    keys = open_bundle(
        bundle, header_of(bundle).users[0].user.id, demo.passphrase(), device.demo_file(folder)
    )
    kept = restore(bundle, folder, keys)
    tour.check("the replaced folder is kept aside", kept is not None and kept.is_dir())
    tour.shell.hold.take()
    tour.shell.begin()
    tour.unlock()
    oldest = members.member(tour.member)
    tour.check(
        "the record is that of the backup", not oldest.archived or len(list_backups(place)) == 2
    )
    tour.page(Place.TODAY)
    tour.picture("today-evening")


STEPS = {
    "Unlock the demo practice": unlock,
    "Today": today,
    "Add a member": add_member,
    "Diagnosis and goal": plan_of_member,
    "A full group": full_group,
    "Begin the session": begin_session,
    "Attendance by keys": mark_attendance,
    "Lines while it runs": write_lines,
    "Curtain and lock": curtain_and_lock,
    "End": end_session,
    "Wrap-up": wrap_up,
    "Sign": sign,
    "Addendum": addendum,
    "Progress report": report,
    "Settings and backup": settings,
    "Recovery kit": recovery_kit,
    "Lock and restore": lock_and_restore,
}
