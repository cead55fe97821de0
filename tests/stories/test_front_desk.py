"""A day at the front desk, with a canary in every clinical field: nothing of it is ever there.

The owner's typing happens in a program of its own, so that whatever this program holds in memory
came to it through the front desk's key alone.
"""

import gc
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from practice.desk import absence, groups, members, outreach, schedule, sessions
from practice.desk.practice import practice, save_practice
from practice.models import store
from practice.models.base import CLINICAL, OFFICE
from practice.models.enums.attendance import Status
from practice.models.enums.outreach import Channel
from practice.ui.attendance.form import AbsenceForm
from practice.ui.attendance.page import AttendancePage
from practice.ui.background import InlineLane
from practice.ui.context import Place
from practice.ui.entry import EntryForm
from practice.ui.frame import Frame
from practice.ui.groups.page import GroupsPage
from practice.ui.members.page import MembersPage
from practice.ui.outreach.forms import AddForm
from practice.ui.outreach.keys import LOGS, Do
from practice.ui.outreach.page import OutreachPage
from practice.ui.papers.documents import LETTERS, Document, offered
from practice.ui.papers.page import FORMS, PapersPage
from practice.ui.shell import Shell
from practice.ui.start import Start
from practice.ui.unlock import UnlockScreen
from practice.ui.workspace import Workspace
from practice.vault import device
from practice.vault.bundle import Checked, list_backups
from practice.vault.databases import connection
from practice.vault.keys import QUICKEST
from practice.vault.roles import Key
from practice.vault.vault import open_vault
from tests.conftest import PASSPHRASE, Clock
from tests.reports.samples import text
from tests.stories.canaries import DESK_PASSPHRASE, canary, code

ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.EditRole)
READ = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)
SPOKEN = ("text", "toPlainText", "title", "placeholderText", "currentText")


@pytest.fixture
def typed(folder: Path) -> Path:
    """The owner has typed into every clinical field, and added the front desk."""
    subprocess.run([sys.executable, "-m", "tests.stories.canaries", str(folder)], check=True)
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def shell(typed: Path, place: Path, clock_at: Clock, qtbot: QtBot) -> Iterator[Shell]:
    """The front desk at work, Wednesday morning."""
    clock_at.advance(hours=15)
    opened = Shell(Start(typed, demo=True, cost=QUICKEST), InlineLane())
    qtbot.addWidget(opened)
    opened.resize(1366, 768)
    opened.begin()
    opened.show()
    lock = opened.centralWidget()
    assert isinstance(lock, UnlockScreen)
    lock.person.setCurrentIndex(1)
    lock.passphrase.setText(DESK_PASSPHRASE)
    lock.try_to_unlock()
    opened.idle.stop()
    yield opened
    opened.lock_at_once()
    store.close()


class Walk:
    """Looks at everything each time something new is shown."""

    def __init__(self, shell: Shell) -> None:
        self.shell, self.seen = shell, 0
        self.texts: set[str] = set()

    @property
    def workspace(self) -> Workspace:
        frame = self.shell.centralWidget()
        assert isinstance(frame, Frame)
        return frame.workspace

    def go(self, where: Place, item: str = "") -> None:
        assert self.shell.context is not None
        self.shell.context.go.emit(where, item)
        self.look()

    def look(self) -> None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        for widget in QApplication.allWidgets():
            self.texts |= texts_of(widget)
        self.seen += 1


def texts_of(widget: QWidget) -> set[str]:
    """All that a widget says to eyes, ears or a pointer."""
    found = {widget.windowTitle(), widget.toolTip(), widget.whatsThis(), widget.statusTip()}
    found |= {widget.accessibleName(), widget.accessibleDescription()}
    spoken = QAccessible.queryAccessibleInterface(widget)
    if spoken:
        found |= {spoken.text(kind) for kind in READ}
    for name in SPOKEN:
        said = getattr(widget, name, None)
        found.add(str(said()) if callable(said) else "")
    found |= {action.text() for action in widget.actions()}
    if isinstance(widget, (QAbstractItemView, QComboBox)) and (model := widget.model()):
        for row in range(model.rowCount()):
            found |= {str(model.index(row, 0).data(role)) for role in ROLES}
    return found


def held_in_memory(sought: str) -> list[str]:
    """Every string that any object of this program refers to and that holds what is sought.

    The very words sought are this test's own; every clinical field holds more than them.
    """
    gc.collect()
    found = []
    for thing in gc.get_objects():
        for held in gc.get_referents(thing):
            if isinstance(held, str) and sought in held and sought != held:
                found.append(held)
            elif isinstance(held, (bytes, bytearray)) and sought.encode() in held:
                found.append(repr(held))
    return found


def everything_in_office(folder: Path, key: bytearray) -> str:
    """Every value of every row of the file front desk can open, the record of changes included."""
    with connection(folder / "office.db", key) as opened:
        tables = [
            name
            for (name,) in opened.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        return repr([opened.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables])


def test_the_canary_is_where_it_should_be(typed: Path) -> None:
    """Else the story below could not fail."""
    vault = open_vault(typed, device.demo_file(typed))
    owner = vault.unlock(vault.users[0].id, PASSPHRASE)
    wanted = {
        "diagnosis": {"words"},
        "goal": {"words"},
        "plan": {"content"},
        "problem": {"words"},
        "objective": {"words"},
        "intervention": {"words", "frequency", "responsible"},
        "psychotherapy_note": {"text"},
        "psychotherapy_release": {"recipient", "pdf"},
        "line": {"text"},
        "draft": {"text"},
        "group_note": {"topic", "text"},
        "note": {"participation", "response", "plan", "shared_topic", "shared_text"},
        "addendum": {"text"},
        "cosignature": {"returned_because"},
        "name_exception": {"found", "reason"},
        "issued_report": {"kind", "title", "recipient", "pdf"},
    }
    with connection(typed / "clinical.db", owner.keys[Key.CLINICAL]) as opened:
        for table, columns in wanted.items():
            for column in columns:
                query = f'SELECT count(*) FROM "{table}" WHERE instr("{column}", ?)'
                where = canary().encode() if column == "pdf" else canary()
                assert opened.execute(query, (where,)).fetchone()[0], f"{table}.{column}"
        query = "SELECT count(*) FROM diagnosis WHERE code = ?"
        assert opened.execute(query, (code(),)).fetchone()[0]


def test_a_day_without_a_word_that_is_not_theirs(shell: Shell, typed: Path, qtbot: QtBot) -> None:
    before = (typed / "clinical.db").read_bytes()
    walk = Walk(shell)
    through_every_page(walk, qtbot)
    record_at_the_desk(walk)
    through_every_paper(walk)
    reach_someone(walk)
    reach_for_what_is_not_theirs(walk, qtbot)
    assert walk.seen > 25
    assert any("Dana Reyes" in text for text in walk.texts)
    for sought in (canary(), code()):
        assert not [text for text in walk.texts if sought in text]
    assert held_in_memory("Dana")
    assert held_in_memory(canary()) == []
    nothing_clinical_is_open(shell)
    context = shell.context
    assert context is not None
    office = bytearray(context.unlocked.keys[Key.OFFICE])
    shell.lock()
    assert canary() not in everything_in_office(typed, office)
    assert code() not in everything_in_office(typed, office)
    assert (typed / "clinical.db").read_bytes() == before


def through_every_page(walk: Walk, qtbot: QtBot) -> None:
    for action in walk.workspace.actions():
        if action.text().startswith("Go to"):
            action.trigger()
            walk.look()
    for number in range(1, 10):
        qtbot.keyClick(
            walk.shell, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier
        )
        walk.look()
    walk.go(Place.SETTINGS)
    for member in members.members():
        walk.go(Place.MEMBERS, member.id)
    page = walk.workspace.pages[Place.MEMBERS]
    assert isinstance(page, MembersPage)
    for words in (canary()[:4], code()[:3], "Dana"):
        page.search.setText(words)
        walk.look()
    page.search.clear()
    page.edit_member()
    walk.look()
    leave(page.form)
    for group in groups.groups():
        walk.go(Place.GROUPS, group.id)
        shown = walk.workspace.pages[Place.GROUPS]
        assert isinstance(shown, GroupsPage)
        shown.edit_group()
        walk.look()
        leave(shown.form)
        for session in schedule.of_group(group.id):
            walk.go(Place.SESSION, session.id)


def leave(form: EntryForm | None) -> None:
    assert form is not None
    form.cancelled.emit()


def record_at_the_desk(walk: Walk) -> None:
    """A cancel for the session to come, a no-show at the one nobody recorded, and Undo."""
    group = groups.groups()[0].id
    coming = schedule.next_of_group(group)
    assert coming is not None
    walk.go(Place.SESSION, coming.id)
    page = walk.workspace.pages[Place.SESSION]
    assert isinstance(page, AttendancePage)
    page.listed.rows()[0].click()  # type: ignore[attr-defined]
    walk.look()
    assert isinstance(page.listed.form, AbsenceForm)
    page.listed.form.save()
    walk.look()
    assert absence.expected(coming.id)[0].status is Status.CLIENT_CANCEL
    context = walk.shell.context
    assert context is not None
    context.actions.undo()
    walk.look()
    assert absence.expected(coming.id)[0].status is Status.UNRECORDED
    for _ in range(5):
        context.actions.undo()
        walk.look()


def through_every_paper(walk: Walk) -> None:
    """Reports offers the office's papers alone; each is drawn for everybody."""
    walk.go(Place.REPORTS)
    page = walk.workspace.pages[Place.REPORTS]
    assert isinstance(page, PapersPage)
    assert walk.shell.context is not None
    assert Document.PROGRESS not in offered(walk.shell.context)
    for document in FORMS:
        for member in members.members() if document in LETTERS else (None,):
            page.show_document(document, *([member.id] if member else []))
            walk.look()
            drawn = text(page.pane.pdf) if page.pane.pdf else ""
            assert canary() not in drawn
            assert code() not in drawn
            walk.texts.add(drawn)


def reach_someone(walk: Walk) -> None:
    """Dana is put on the board, called, and her row closed."""
    walk.go(Place.OUTREACH)
    page = walk.workspace.pages[Place.OUTREACH]
    assert isinstance(page, OutreachPage)
    page.do(Do.ADD)
    form = page.aside.adding.form
    assert isinstance(form, AddForm)
    dana = next(m.id for m in members.members() if m.given_name == "Dana")
    form.picker.set_value(dana)
    form.save()
    page.aside.begun.emit(Channel.CALL)
    walk.look()
    page.aside.logged.emit(LOGS[0])
    walk.look()
    assert [tried.outcome for tried in outreach.tries_of(dana)] == [LOGS[0].outcome]
    for do in (Do.WRITE, Do.CLOSE, Do.FEES, Do.FEES, Do.KEYS):
        page.do(do)
        walk.look()
    page.overlay.put_away()
    walk.go(Place.MEMBERS, dana)


def reach_for_what_is_not_theirs(walk: Walk, qtbot: QtBot) -> None:
    context = walk.shell.context
    assert context is not None
    for where in (Place.NOTES, Place.PAPERS):
        walk.go(where)
        assert where not in walk.workspace.pages
    for session in {row.id for g in groups.groups() for row in schedule.of_group(g.id)}:
        context.open_session.emit(session)
        context.wrap_up.emit(session)
        walk.look()
    assert not walk.shell.work.live.is_live
    actions = [a.text() for a in walk.shell.findChildren(QAction)]
    assert not [words for words in actions if "note" in words.lower()]
    assert [words for words in actions if "report" in words.lower()] == ["Go to Reports"]


def nothing_clinical_is_open(shell: Shell) -> None:
    assert shell.context is not None
    assert CLINICAL.is_closed()
    assert not CLINICAL.has_key()
    assert OFFICE.has_key()
    assert set(shell.context.unlocked.keys) == {Key.OFFICE}
    assert not store.has_clinical()


def test_the_lock_of_the_front_desk_backs_up_both_files(
    shell: Shell, typed: Path, place: Path, clock_at: Clock
) -> None:
    vault = shell.context.vault if shell.context else None
    assert vault is not None
    before = vault.header.heads
    shell.lock()
    owner = open_vault(typed, device.demo_file(typed))
    unlocked = owner.unlock(owner.users[0].id, PASSPHRASE)
    store.open_files(typed, unlocked.file_keys(), unlocked.user.id)
    save_practice(replace(practice(), backup_folder=str(place)))
    owner.record_heads(store.heads())
    store.rest()
    lock = shell.centralWidget()
    assert isinstance(lock, UnlockScreen)
    shell.reception.begin()
    lock = shell.centralWidget()
    assert isinstance(lock, UnlockScreen)
    lock.person.setCurrentIndex(1)
    lock.passphrase.setText(DESK_PASSPHRASE)
    lock.try_to_unlock()
    assert sessions.running() is None
    shell.lock()
    (made,) = list_backups(place)
    checked = {file.name: file.checked for file in made.manifest.files}
    assert checked["office.db"] is Checked.ROWS
    assert checked["clinical.db"] is Checked.BYTES
    assert (made.path / "clinical.db").read_bytes() == (typed / "clinical.db").read_bytes()
    after = open_vault(typed, device.demo_file(typed)).header.heads
    assert after[Key.OFFICE] != before[Key.OFFICE]
    assert (
        made.manifest.heads["clinical"] == after[Key.CLINICAL] == owner.header.heads[Key.CLINICAL]
    )
