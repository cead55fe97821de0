"""The program itself, driven through everything it does, with a canary typed into every field.

`python -m tests.privacy.whole_job begin OUTSIDE` sets a practice up, works in it and locks; then
`again` works in it until killed, saying READY once there is much to be found. Every window title
there ever was is told as `TITLE …`. What the person saves on purpose goes into OUTSIDE.
"""

import os
import sys
import time
import traceback
from collections.abc import Callable
from datetime import datetime
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from practice import paths
from practice.care import notes, psychotherapy
from practice.desk import members, schedule
from practice.ui import app as program
from practice.ui.context import Context, Place
from practice.ui.crash import CrashWindow
from practice.ui.first_run.screen import FirstRun
from practice.ui.frame import Frame
from practice.ui.groups.form import GroupForm
from practice.ui.groups.page import GroupsPage
from practice.ui.live.slips import HowSlip
from practice.ui.live.window import LiveWindow
from practice.ui.members.page import MembersPage
from practice.ui.notes.page import NotesPage
from practice.ui.notes.view import WrapUpView
from practice.ui.page import Page
from practice.ui.papers.opening import open_attendance_letter
from practice.ui.papers.page import PapersPage
from practice.ui.plan.page import PlanPage
from practice.ui.reports.page import ReportsPage
from practice.ui.settings.page import SettingsPage
from practice.ui.shell import Shell
from practice.ui.start import Start
from practice.ui.tour.before import open_form
from practice.ui.tour.guide import Hours, click, come_forward, press, type_words
from practice.ui.tour.record import settle
from practice.ui.unlock import UnlockScreen
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import LineInput, TextInput
from practice.vault.keys import QUICKEST

WORD = "ZQCANARY"
PASSPHRASE = f"quiet harbour {WORD} seven"
CHANGED = f"lantern meadow {WORD} nine"
EVENING = datetime(2026, 11, 17, 17, 54, tzinfo=ZoneInfo("America/New_York"))
TODAY = "17 Nov 2026"
OPEN = {"closed_on": "", "target_on": ""}
PATIENCE = 30

P = TypeVar("P", bound=Page)
W = TypeVar("W", bound=QWidget)
_numbers = count()


def canary() -> str:
    """A word never typed before, unlike the others, so that the name check sees no name in it."""
    high, low = divmod(next(_numbers), 26)
    return WORD + 4 * chr(65 + high) + 4 * chr(65 + low)


def wait_for(what: str, held: Callable[[], object]) -> None:
    """Wait for slow work, which goes on meanwhile: Qt's own waiting would let no thread run."""
    until = time.monotonic() + PATIENCE
    while not held():
        assert time.monotonic() < until, what
        settle()
        time.sleep(0.005)


def tell(words: str) -> None:
    os.write(1, f"{words}\n".encode())


class Titles(QObject):
    """Tells the title of every window, whenever it has one."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() in (QEvent.Type.WindowTitleChange, QEvent.Type.Show)
            and isinstance(watched, QWidget)
            and watched.isWindow()
        ):
            tell(f"TITLE {watched.windowTitle()}")
        return False


class Person:
    """Somebody at the keyboard of the program."""

    def __init__(self, shell: Shell, outside: Path) -> None:
        self.shell, self.outside, self.hours = shell, outside, Hours(EVENING)
        self.handle_bug, sys.excepthook = sys.excepthook, fail

    @property
    def context(self) -> Context:
        assert self.shell.context is not None
        return self.shell.context

    @property
    def live(self) -> LiveWindow:
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, LiveWindow)]
        return next(window for window in found if window.isVisible())

    def screen(self, kind: type[W]) -> W:
        wait_for(kind.__name__, lambda: isinstance(self.shell.centralWidget(), kind))
        shown = self.shell.centralWidget()
        assert isinstance(shown, kind)
        return shown

    def go(self, place: Place, kind: type[P]) -> P:
        self.context.go.emit(place, "")
        settle()
        page = self.screen(Frame).workspace.pages[place]
        assert isinstance(page, kind)
        return page

    def unlock(self, passphrase: str) -> None:
        screen = self.screen(UnlockScreen)
        come_forward(self.shell)
        write(screen.passphrase, passphrase)
        click(screen, "Unlock")
        self.screen(Frame)
        self.shell.idle.stop()  # the leaps in time are no sleep

    def answer_dialog(self, name: str) -> None:
        """The next file dialog gets this answer, through its own hands."""

        def answer(dialog: QFileDialog) -> None:
            assert WORD not in dialog.selectedFiles()[0], dialog.selectedFiles()
            dialog.findChildren(QLineEdit)[0].setText(str(self.outside / name))
            dialog.accept()

        when_shown(QFileDialog, answer)


def when_shown(kind: type[W], act: Callable[[W], object]) -> None:
    """Act on the next window of this kind, which may keep everything else waiting."""
    looking = QTimer(QApplication.instance(), interval=20)

    def look() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, kind) and window.isVisible():
                looking.stop()
                act(window)

    looking.timeout.connect(look)
    looking.start()


def write(widget: QWidget, words: str) -> None:
    """In the place of what stands there, key by key."""
    widget.setFocus()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        widget.selectAll()
    for character in words:
        QTest.keyClicks(widget, character)
    settle()


def fill_everything(form: Form, **given: str) -> None:
    """A canary into every field that takes words; the others get what is given."""
    for key, field in form.fields.items():
        if key in given:
            write(field.widget.focusProxy() or field.widget, given[key])
        elif isinstance(field.widget, LineInput | TextInput):
            write(field.widget, canary())


def save(form: Form, button: str, page: QWidget) -> None:
    click(page, button)
    if not isValid(form):  # saved, and gone
        return
    wrong = {key: field.error for key, field in form.fields.items() if field.error}
    assert not wrong, wrong
    assert not form.banner.text(), form.banner.text()


# What the person does


def first_run(person: Person) -> None:
    run = person.screen(FirstRun)
    fill_everything(run.about_you.practice_form, time_zone="new york")
    fill_everything(run.about_you.person_form, npi="1234567893")
    run.forward.click()
    wait_for("passphrase", lambda: run.secret)
    assert run.secret
    write(run.secret.new.first, PASSPHRASE)
    write(run.secret.new.again, PASSPHRASE)
    run.forward.click()
    wait_for("the keychain was looked for", run.secret.picker.isVisible)
    run.secret.picker.agree.click()
    wait_for("the recovery kit", lambda: run.paper)
    assert run.paper
    assert run._draft
    person.answer_dialog("kit.pdf")
    run.paper.sheet.save_button.click()
    code = run._draft.code.split("-")
    for number, field in zip(run.paper.sheet.asked, run.paper.sheet.groups, strict=True):
        write(field.widget, code[number - 1])
    run.forward.click()
    wait_for("ready", lambda: run.ready)
    run.forward.click()
    person.screen(Frame)
    person.shell.idle.stop()


def people(person: Person) -> None:
    page = person.go(Place.MEMBERS, MembersPage)
    press(person.shell, "Ctrl+N")
    form = open_form(page, "given_name")
    fill_everything(form, birth_date="5 Mar 1990", consent_on=TODAY)
    save(form, "Add this member", page)
    page.show_item(members.members()[0].id)
    click(page, "Add a diagnosis")
    fill_everything(form := open_form(page, "code"), code="F10.20", from_on=TODAY, until_on="")
    save(form, "Save the diagnosis", page)
    click(page, "Add a goal")
    fill_everything(form := open_form(page, "words"), started_on=TODAY, **OPEN)
    save(form, "Save the goal", page)


def plan(person: Person) -> None:
    """A goal's objective and intervention, typed, signed and saved as a PDF."""
    page = person.go(Place.PLAN, PlanPage)
    page.show_item(members.members()[0].id)
    for words, key, saves in (
        ("Add a problem", "words", "Save the problem"),
        ("Add an objective", "words", "Save the objective"),
        ("Add an intervention", "frequency", "Save the intervention"),
    ):
        click(page, words)
        given = {"target_on": ""} if "objective" in words else {}
        fill_everything(form := open_form(page, key), **given)
        save(form, saves, page)
    click(page, "Sign…")
    write(page.card.secret, PASSPHRASE)
    page.card.confirm()
    wait_for("a signed plan", page.card.isHidden)
    click(page, "Preview")
    wait_for("the plan's preview", lambda: page.paper.pane.pdf)
    person.answer_dialog("plan.pdf")
    click(page, "Save as PDF…")
    wait_for("the plan as PDF", page.paper.said.text)


def psychotherapy_notes(person: Person) -> None:
    """One note on record, one only typed."""
    page = person.go(Place.MEMBERS, MembersPage)
    page.show_item(members.members()[0].id)
    for done in (True, False):
        click(page, "Write a note")
        fill_everything(form := open_form(page, "text"), day=TODAY)
        if done:
            save(form, "Put on record", page)
        else:
            click(form, "Close")
    found = psychotherapy.mine(members.members()[0].id)
    assert sorted(bool(note.kept) for note in found) == [False, True]


def group(person: Person) -> None:
    page = person.go(Place.GROUPS, GroupsPage)
    press(person.shell, "Ctrl+N")
    form = page.form
    assert isinstance(form, GroupForm)
    link = f"https://{canary().lower()}.example.org/{canary()}"
    fill_everything(form, time="18:00", starts_on=TODAY, ends_on="", link=link)
    form.fields["minutes"].set_value(60)
    form.plan.add_step()
    write(form.plan.steps[0].name, canary())
    write(form.plan.steps[0].minutes, "20")
    save(form, "Add this group", page)
    click(page, "Add a member")
    joining = open_form(page, "member")
    joining.fields["member"].set_value(members.members()[0].id)
    save(joining, joining.save_button.text(), page)


def session(person: Person) -> str:
    row = schedule.on_day(EVENING.date())[0].id
    person.hours.to("18:00")
    person.context.open_session.emit(row)
    settle()
    press(person.live, "Enter", "A", "1", "M", "Alt+A")
    assert person.live.view
    slip = person.live.view.slip
    assert isinstance(slip, HowSlip)
    fill_everything(slip.form)
    press(person.live, "Enter", "1", "Enter")
    type_words(person.live, canary())
    press(person.live, "Enter", "Esc", "G")
    type_words(person.live, canary())
    press(person.live, "Enter")
    type_words(person.live, canary())
    person.live.autosave.flush()
    return row


def lock_and_return(person: Person, passphrase: str) -> None:
    person.context.lock.emit()
    person.screen(UnlockScreen)
    person.unlock(passphrase)


def wrap_up(person: Person, row: str) -> None:
    come_forward(person.live)
    person.hours.to("19:00")
    press(person.live, "Ctrl+E", "Enter")
    page = person.go(Place.NOTES, NotesPage)
    page.show_item(row)
    settle()
    view = page.view
    assert isinstance(view, WrapUpView)
    press(person.shell, "Alt+1")
    for part in (view.topic, view.text, *view.draft.parts.values()):
        write(part.editor, canary())
    view.draft.goals.lines[0].chips[next(iter(view.draft.goals.lines[0].chips))].click()
    settle()
    assert view.commit()
    person.shell.raise_()
    press(person.shell, "Ctrl+Shift+Enter")
    type_words(person.shell, PASSPHRASE)
    press(person.shell, "Enter")
    wait_for("signed", lambda: all(note.signed for note in notes.of_session(row)))
    settle()
    view.signed.begin_addendum()
    write(view.signed.addendum.editor, canary())
    write(view.signed.addendum.secret, PASSPHRASE)
    press(person.shell, "Enter")
    note = notes.of_session(row)[0].id
    wait_for("addendum", lambda: notes.addenda([note]).get(note))
    person.answer_dialog("note.pdf")
    view.signed.save_button.click()
    wait_for("the note as PDF", (person.outside / "note.pdf").is_file)


def report(person: Person) -> None:
    page = person.go(Place.REPORTS, ReportsPage)
    page.form.choose(members.members()[0].id)
    fill_everything(page.form, first="1 Nov 2026", last=TODAY)
    for editor in page.form.texts.editors.values():
        write(editor, canary())
    page.drafter.wanted.emit()
    wait_for("the preview", lambda: page.pane.pdf)
    person.answer_dialog("report.pdf")
    page.save.click()
    wait_for("the report as PDF", (person.outside / "report.pdf").is_file)


def letter(person: Person) -> None:
    """Written by the office, of the member and the evening above."""
    open_attendance_letter(person.context, members.members()[0].id)
    page = person.screen(Frame).workspace.pages[Place.PAPERS]
    assert isinstance(page, PapersPage)
    fill_everything(page.form, member_id=members.members()[0].given_name, first=TODAY, last=TODAY)
    page.drafter.wanted.emit()
    wait_for("the preview", lambda: page.pane.pdf)
    person.answer_dialog("letter.pdf")
    page.save.click()
    wait_for("the letter as PDF", (person.outside / "letter.pdf").is_file)


def settings(person: Person) -> None:
    page = person.go(Place.SETTINGS, SettingsPage)
    fill_everything(page.practice.form, time_zone="new york")
    save(page.practice.form, "Save practice", page)
    fill_everything(page.person.form, npi="1234567893")
    save(page.person.form, "Save your details", page)
    page.appearance.text_size.setCurrentIndex(2)
    page.appearance.text_size.activated.emit(2)
    backups = Path.home() / "backups"
    backups.mkdir()
    write(page.backup.form.fields["place"].widget.focusProxy(), str(backups))  # type: ignore[arg-type]
    click(page, "Save folder")
    click(page, "Back up now")
    wait_for("a backup", lambda: list(backups.iterdir()) and page.backup.now.isEnabled())
    write(page.passphrase.old, PASSPHRASE)
    write(page.passphrase.new.first, CHANGED)
    write(page.passphrase.new.again, CHANGED)
    click(page, "Change passphrase")
    wait_for("a new passphrase", page.passphrase.done.text)


def internal_error(person: Person) -> None:
    """A bug whose message quotes the record."""

    when_shown(CrashWindow, lambda window: window.go_on.click())
    try:
        raise LookupError(canary(), members.members()[0])
    except LookupError:
        person.handle_bug(*sys.exc_info())
    assert list((paths.settings_folder() / "error-reports").iterdir())


def begin(person: Person) -> None:
    """From the first run to a locked practice."""
    first_run(person)
    people(person)
    plan(person)
    psychotherapy_notes(person)
    group(person)
    row = session(person)
    lock_and_return(person, PASSPHRASE)
    wrap_up(person, row)
    report(person)
    letter(person)
    settings(person)
    internal_error(person)
    person.context.lock.emit()
    person.screen(UnlockScreen)


def again(person: Person) -> None:
    """Unlocked, half-typed words everywhere, something on the clipboard; then the end."""
    person.unlock(CHANGED)
    page = person.go(Place.REPORTS, ReportsPage)
    page.form.choose(members.members()[0].id)
    for editor in page.form.texts.editors.values():
        write(editor, canary())
    page.form.texts.autosave.flush()
    wait_for("the preview", lambda: page.pane.pdf)
    found = person.go(Place.MEMBERS, MembersPage)
    press(person.shell, "Ctrl+N")
    fill_everything(form := open_form(found, "given_name"))
    QApplication.clipboard().setText(str(form.fields["given_name"].value()))
    tell("READY")
    QTest.qWait(60_000)


JOBS: dict[str, Callable[[Person], None]] = {"begin": begin, "again": again}


class Driven(QApplication):
    """The program's application; instead of waiting for a person it is one."""

    job: Callable[[Person], None]
    outside: Path

    def exec(self) -> int:  # type: ignore[override]  # static in Qt
        titles = Titles(self)
        self.installEventFilter(titles)
        shell = next(w for w in self.topLevelWidgets() if isinstance(w, Shell))
        wait_for("the first screen", shell.centralWidget)
        type(self).job(Person(shell, type(self).outside))
        return 0


def fail(
    kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
) -> None:
    """The whole story, for whoever mends the test."""
    traceback.print_exception(kind, error, trace)
    os._exit(1)


def main(job: str, outside: Path) -> int:
    Driven.job = JOBS[job]
    Driven.outside = outside
    vars(program)["QApplication"] = Driven
    return program.run(Start(paths.data_folder(), cost=QUICKEST))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
