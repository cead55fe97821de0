"""People take turns: added in Settings, Switch user, and each finds only what is theirs."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from practice.care import cosigning, notes, signing
from practice.desk import attendance, sessions, supervision
from practice.desk.practice import clinicians, practice, user
from practice.models import store
from practice.models.enums.practice import Role
from practice.ui.context import Context, Place
from practice.ui.frame import Frame
from practice.ui.live.window import LiveWindow
from practice.ui.schedule.details import Details
from practice.ui.schedule.page import SchedulePage
from practice.ui.settings.page import SettingsPage
from practice.ui.settings.part import Part
from practice.ui.settings.people import PeoplePart
from practice.ui.shell import Shell
from practice.ui.unlock import UnlockScreen
from practice.ui.widgets.button import Button
from practice.ui.workspace import Workspace
from tests.build import a_full_group
from tests.conftest import PASSPHRASE, Clock
from tests.ui.find import button, buttons, nameless, said
from tests.ui.shell.conftest import Open
from tests.ui.shell.driving import at_work, fill, labels, screen, settings, unlock
from tests.ui.shell.test_lock import window_of

THEIRS = "orchard pewter violet canyon"
OWNER, NORA = 0, 1


def add_person(qtbot: QtBot, shell: Shell, name: str, role: Role) -> PeoplePart:
    part = settings(shell).people
    qtbot.waitUntil(part.isVisible)
    qtbot.keyClick(part.add_button, Qt.Key.Key_Space)
    fill(qtbot, part.name, name)
    part.role.set_value(role)
    fill(qtbot, part.new.first, THEIRS)
    fill(qtbot, part.new.again, THEIRS)
    qtbot.keyClick(part.save_button, Qt.Key.Key_Space)
    return part


def become(qtbot: QtBot, shell: Shell, which: int, passphrase: str = THEIRS) -> None:
    at_work(shell).switch.emit()
    qtbot.waitUntil(lambda: isinstance(shell.centralWidget(), UnlockScreen))
    screen(shell, UnlockScreen).person.setCurrentIndex(which)
    unlock(qtbot, shell, passphrase)


def pages(shell: Shell) -> Workspace:
    return screen(shell, Frame).workspace


def state(window: LiveWindow) -> str:
    if window.locked:
        return "curtain" if window.view is None else "lines behind the curtain"
    return "lines" if window.view else "nothing"


def shown_parts(page: SettingsPage) -> set[str]:
    return {type(part).__name__ for part in page.findChildren(Part) if part.isVisibleTo(page)}


def test_the_owner_adds_someone_who_unlocks_with_their_own_passphrase(
    qtbot: QtBot, start: Open, known: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    assert not pages(shell).switch_user.isVisible()
    part = add_person(qtbot, shell, "Nora Quill", Role.FRONT_DESK)
    assert part.done.text() == "Nora Quill can unlock now, with Switch user."
    assert part.new.first.text() == part.new.again.text() == ""
    assert not part.form.isVisible()
    assert part.window().focusWidget() is part.add_button
    assert "Add a person who signs in" in labels()
    assert pages(shell).switch_user.isVisible()
    qtbot.keyClick(pages(shell).switch_user, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(shell.centralWidget(), UnlockScreen))
    lock = screen(shell, UnlockScreen)
    listed = [lock.person.itemText(index) for index in range(lock.person.count())]
    assert listed == ["Maria Lopez · Owner", "Nora Quill · Front desk"]
    assert lock.focusProxy() is lock.person
    lock.person.setCurrentIndex(NORA)
    unlock(qtbot, shell, PASSPHRASE)
    assert "does not open" in lock.form.fields["passphrase"].error
    unlock(qtbot, shell, THEIRS)
    assert at_work(shell).unlocked.user.name == "Nora Quill"
    assert not store.has_clinical()
    assert labels()[-1] == "Sign in"


def test_after_a_lock_the_same_person_is_asked_after_a_switch_nobody(
    qtbot: QtBot, start: Open, known: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    add_person(qtbot, shell, "Nora Quill", Role.FRONT_DESK)
    become(qtbot, shell, NORA)
    shell.lock()
    lock = screen(shell, UnlockScreen)
    assert lock.person.currentIndex() == NORA
    assert lock.focusProxy() is lock.passphrase
    unlock(qtbot, shell, THEIRS)
    (action,) = [a for a in pages(shell).actions() if a.text() == "Switch user"]
    assert action.shortcut().toString() == "Ctrl+Shift+L"
    action.trigger()
    qtbot.waitUntil(lambda: isinstance(shell.centralWidget(), UnlockScreen))
    assert screen(shell, UnlockScreen).focusProxy() is screen(shell, UnlockScreen).person


def test_what_is_wrong_with_a_new_person_stands_beside_its_field(
    qtbot: QtBot, start: Open, known: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    part = add_person(qtbot, shell, "maria lopez", Role.CLINICIAN)
    assert "signs in here already" in part.form.fields["name"].error
    fill(qtbot, part.name, "Ben Ode")
    fill(qtbot, part.new.again, "something else entirely")
    qtbot.keyClick(part.save_button, Qt.Key.Key_Space)
    assert "not the same" in part.form.fields["again"].error
    assert len(at_work(shell).vault.users) == 1
    qtbot.keyClick(part.cancel_button, Qt.Key.Key_Space)
    assert part.new.first.text() == ""
    assert nameless(settings(shell)) == []


def test_someone_is_given_another_name(qtbot: QtBot, start: Open, known: Path) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    part = add_person(qtbot, shell, "Nora Quill", Role.FRONT_DESK)
    nora = at_work(shell).vault.users[NORA].id
    button(part, "Rename Nora Quill").click()
    fill(qtbot, part.other_name, "Nora Hale")
    qtbot.keyClick(part.rename_button, Qt.Key.Key_Space)
    assert part.done.text() == "Saved."
    assert user(nora).name == at_work(shell).vault.users[NORA].name == "Nora Hale"
    become(qtbot, shell, NORA)


def test_the_owner_says_who_supervises_and_co_signs_what_is_signed_then(
    qtbot: QtBot, start: Open, known: Path, clock_at: Clock
) -> None:
    """Settings by keyboard; Nora signs, the owner co-signs, and front desk is offered nothing."""
    shell = start(known)
    unlock(qtbot, shell)
    owner = at_work(shell).user_id
    add_person(qtbot, shell, "Nora Quill", Role.CLINICIAN)
    part = add_person(qtbot, shell, "Wilma Prewitt", Role.FRONT_DESK)
    offered = {b.accessibleName() for b in buttons(part) if b.text() == "Supervision"}
    assert offered == {"Supervision of Maria Lopez", "Supervision of Nora Quill"}
    qtbot.keyClick(button(part, "Supervision of Nora Quill"), Qt.Key.Key_Space)
    assert part.window().focusWidget() is part.supervisor
    qtbot.keyClick(part.supervisor, Qt.Key.Key_Down)
    assert part.supervisor.currentText() == "Maria Lopez"
    qtbot.keyClick(part.supervise_button, Qt.Key.Key_Space)
    assert part.done.text() == "Saved."
    assert supervision.supervised() == {at_work(shell).vault.users[NORA].id: owner}
    assert "Clinician under Maria Lopez" in said(part)
    become(qtbot, shell, NORA)
    note = a_signed_note(at_work(shell), clock_at)
    assert [wait.kind for wait in cosigning.waits()] == [cosigning.Kind.AWAITED]
    become(qtbot, shell, OWNER, PASSPHRASE)
    context = at_work(shell)
    cosigning.cosign([note], context.vault.confirm(owner, PASSPHRASE))
    assert cosigning.of_notes([note])[note].rows[note].signature == "Maria Lopez, LCSW"


def a_signed_note(context: Context, clock_at: Clock) -> str:
    """A session of one member, held and signed by whoever is at work; the note's id."""
    _, _, session = a_full_group(context.user_id, 1)
    clock_at.to("18:00")
    sessions.start(session)
    attendance.mark_all_present(session)
    clock_at.to("19:00")
    sessions.stop(session)
    notes.prepare(session)
    (note,) = notes.of_session(session)
    notes.save_part(note.id, "participation", "Spoke of the week.")
    signing.sign(session, [note.id], context.vault.confirm(context.user_id, THEIRS))
    return note.id


def test_front_desk_finds_every_page_without_notes_and_few_settings(
    qtbot: QtBot, start: Open, known: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    a_full_group(at_work(shell).user_id, 2)
    add_person(qtbot, shell, "Nora Quill", Role.FRONT_DESK)
    become(qtbot, shell, NORA)
    workspace = pages(shell)
    places = [
        *(Place.TODAY, Place.SCHEDULE, Place.GROUPS),
        *(Place.MEMBERS, Place.OUTREACH, Place.ATTENDANCE, Place.REPORTS),
    ]
    assert list(workspace.navigation.items) == places
    goes = [a.text() for a in workspace.findChildren(QAction) if a.text().startswith("Go to ")]
    assert goes == [f"Go to {place.value}" for place in places]
    few = {"AppearancePart", "CalendarPart", "PassphrasePart", "AboutPart"}
    assert shown_parts(settings(shell)) == few
    part = settings(shell).passphrase
    fill(qtbot, part.old, THEIRS)
    for line in (part.new.first, part.new.again):
        fill(qtbot, line, "meadow cobalt ferry almond")
    qtbot.keyClick(part.change_button, Qt.Key.Key_Space)
    assert part.done.text().startswith("Your passphrase was changed.")
    shell.lock()
    unlock(qtbot, shell, "meadow cobalt ferry almond")
    assert at_work(shell).unlocked.user.role is Role.FRONT_DESK


def test_a_clinician_signs_their_own_notes_and_sees_nothing_of_the_owners(
    qtbot: QtBot, start: Open, known: Path, clock_at: Clock
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    add_person(qtbot, shell, "Nora Quill", Role.CLINICIAN)
    become(qtbot, shell, NORA)
    context = at_work(shell)
    assert Place.NOTES in pages(shell).navigation.items
    assert shown_parts(settings(shell)) == {
        *("PersonPart", "AppearancePart", "CalendarPart", "AboutPart"),
        *("BackupPart", "PassphrasePart", "PhrasesPart", "PlansPart", "TechniquesPart"),
    }
    backup = settings(shell).backup
    assert not backup.save_button.isVisibleTo(backup)
    assert {person.name for person in clinicians()} == {"Maria Lopez", "Nora Quill"}
    note = notes.note(a_signed_note(context, clock_at))
    assert note.signed
    assert note.signature == "Nora Quill"


def test_a_running_session_waits_behind_its_curtain_for_its_clinician(
    qtbot: QtBot, start: Open, known: Path
) -> None:
    """Front desk comes and goes; the window neither opens for them nor goes away."""
    shell = start(known)
    unlock(qtbot, shell)
    add_person(qtbot, shell, "Nora Quill", Role.FRONT_DESK)
    _, _, session = a_full_group(at_work(shell).user_id, 3)
    sessions.start(session)
    at_work(shell).open_session.emit(session)
    window = window_of(shell)
    qtbot.addWidget(window)
    become(qtbot, shell, NORA)
    assert state(window) == "curtain"
    at_work(shell).open_session.emit(session)
    assert state(window) == "curtain"
    assert pages(shell).pages[Place.TODAY].next.pill.text() == "Running"  # type: ignore[attr-defined]
    become(qtbot, shell, OWNER, PASSPHRASE)
    assert window_of(shell) is window
    assert state(window) == "lines"


def test_nobody_opens_a_session_window_without_the_key(
    qtbot: QtBot, start: Open, known: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    add_person(qtbot, shell, "Nora Quill", Role.FRONT_DESK)
    _, _, session = a_full_group(at_work(shell).user_id, 1)
    become(qtbot, shell, NORA)
    at_work(shell).open_session.emit(session)
    at_work(shell).wrap_up.emit(session)
    assert not shell.work.live.is_live
    assert Place.NOTES not in pages(shell).pages
    assert practice().name == "Harbour Practice"


def test_front_desk_begins_with_everybodys_day_in_the_schedule(
    qtbot: QtBot, start: Open, known: Path, clock_at: Clock
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    a_full_group(at_work(shell).user_id, 2)
    add_person(qtbot, shell, "Nora Quill", Role.FRONT_DESK)
    become(qtbot, shell, NORA)
    at_work(shell).go.emit(Place.SCHEDULE, "")
    page = pages(shell).pages[Place.SCHEDULE]
    assert isinstance(page, SchedulePage)
    assert [column.head for column in page.week.board.columns] == ["Maria Lopez"]
    page.commands.open(page.found[0])
    details = page.side.panel
    assert isinstance(details, Details)
    words = [b.text() for b in details.findChildren(Button)]
    assert "Record attendance" in words
    assert "Open session" not in words
