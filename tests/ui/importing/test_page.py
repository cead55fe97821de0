"""A list of people comes in through the window: matched, looked at, decided about, taken back."""

from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from practice.desk import groups, members, roster, sessions
from practice.desk.members import MemberDetails
from practice.desk.practice import today
from practice.exchange.dates import Order
from practice.exchange.encoding import Encoding
from practice.exchange.people import BadRow
from practice.exchange.plan import Decision
from practice.ui import files
from practice.ui.background import Lane
from practice.ui.context import Context, Place
from practice.ui.importing.columns import ASK_ORDER
from practice.ui.importing.left_out import LeftOutModel
from practice.ui.importing.page import ImportPage
from practice.ui.members.page import MembersPage
from practice.ui.preview import dialogs
from practice.ui.workspace import Workspace
from tests.build import a_full_group, a_group
from tests.conftest import Clock, Opened
from tests.exchange.made import archive, book
from tests.ui.find import button, nameless, said

Window = Callable[[], Workspace]
LIST = (
    "First Name;Last Name;DOB;Phone;Therapy group;Shoe size\n"
    "Nora;Quist;13/5/1980;(518) 555-0101;Tuesday Recovery Skills;38\n"
    "Dana;Reyes;5/3/1980;+1 518 555 0199;;40\n"
    "Luis;Moreau;31/02/1980;;;\n"
)


def import_page(workspace: Workspace) -> ImportPage:
    workspace.go(Place.IMPORT)
    page = workspace.pages[Place.IMPORT]
    assert isinstance(page, ImportPage)
    return page


def a_file(folder: Path, text: str = LIST, code: str = "utf-8") -> Path:
    path = folder / "clients.csv"
    path.write_bytes(text.encode(code))
    return path


def crowd(count: int) -> str:
    """A list of people none of whom could be another."""
    words = (sha256(str(number).encode()).hexdigest() for number in range(count))
    return "Name\n" + "".join(f"{word[:8]} {word[8:16]}\n" for word in words)


def at(page: ImportPage, step: QWidget) -> bool:
    """Whether this is the step shown."""
    return page.step is step


def names() -> set[str]:
    return {row.full_name for row in members.members()}


def dana() -> str:
    return members.add(
        MemberDetails(given_name="Dana", family_name="Reyes", birth_date=date(1980, 3, 5))
    )


def test_a_list_comes_in_by_keyboard_alone_and_one_undo_takes_it_back(
    opened: Opened,
    window: Window,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    group, known = a_group(opened.user_id), dana()
    path = a_file(tmp_path)
    monkeypatch.setattr(files, "ask_file", lambda *_: str(path))
    workspace = window()
    workspace.go(Place.MEMBERS)
    start = workspace.pages[Place.MEMBERS]
    assert isinstance(start, MembersPage)
    qtbot.keyClick(start.bring_in, Qt.Key.Key_Space)
    page = import_page(workspace)
    qtbot.keyClick(page.begin.choose, Qt.Key.Key_Space)
    assert at(page, page.columns)
    assert QApplication.focusWidget() is page.columns.go_on
    qtbot.keyClick(page.columns.go_on, Qt.Key.Key_Space)
    assert at(page, page.check)
    assert page.check.added.text() == "1 to add"
    assert page.check.skipped.text() == "1 left out, may be there already"
    assert page.check.bad.text() == "1 can’t go in"
    assert said(page.check.doubles.beside)[:3] == [
        "In the list, row 3",
        "On record, M-0001",
        "Name",
    ]
    fill = button(page.check.doubles.what, "Fill in what is empty")
    qtbot.keyClick(fill, Qt.Key.Key_Space)
    assert page.check.filled.text() == "1 to fill in"
    assert [row.number for row in page.check.left_out.left_out.rows] == [4]
    qtbot.keyClick(page.check.go_on, Qt.Key.Key_Space)
    assert at(page, page.done)
    assert page.done.said.text() == "1 member added, 1 filled in, 1 came into a group."
    assert names() == {"Nora Quist", "Dana Reyes"}
    assert members.member(known).phone == "+1 518 555 0199"
    assert [row.given_name for row in roster.on_day(group, today())] == ["Nora"]
    qtbot.keyClick(workspace, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names() == {"Dana Reyes"}
    assert members.member(known).phone == ""
    assert roster.on_day(group, today()) == []


def test_columns_can_be_put_right_and_are_used_once(
    opened: Opened, window: Window, tmp_path: Path
) -> None:
    page = import_page(window())
    page.read_file(a_file(tmp_path, "Name,Nr,Contact\nDana Reyes,1,518\n"))
    choices = page.columns.choices
    assert [choices[place].value() for place in range(3)] == ["full_name", "", ""]
    choices[2].set_value("full_name")
    choices[2].activated.emit(0)
    assert choices[0].value() == ""
    page.columns.go_on.click()
    page.check.back.emit()
    choices[2].set_value("phone")
    page.columns.go_on.click()
    assert "which column holds the names" in page.columns.form.banner.text()
    assert at(page, page.columns)


def test_the_first_row_is_a_person_unless_one_says_it_is_the_headings(
    opened: Opened, window: Window, tmp_path: Path
) -> None:
    page = import_page(window())
    page.read_file(a_file(tmp_path, "Izena,Abizena\nDana,Reyes\n"))
    assert page.columns.headed.isVisible()
    page.columns.headed.click()
    page.columns.choices[0].set_value("given_name")
    page.columns.choices[1].set_value("family_name")
    page.columns.go_on.click()
    page.write()
    assert names() == {"Dana Reyes"}


def test_days_that_could_be_read_both_ways_are_asked_about(
    opened: Opened, window: Window, tmp_path: Path
) -> None:
    page = import_page(window())
    page.read_file(a_file(tmp_path, "Name,DOB\nDana Reyes,3/5/1980\n"))
    page.columns.go_on.click()
    assert page.columns.form.fields["order"].error == ASK_ORDER
    page.columns.order.set_value(Order.MONTH_FIRST)
    page.columns.go_on.click()
    page.write()
    (member,) = members.members()
    assert str(member.birth_date) == "1980-03-05"


def test_letters_read_wrongly_are_read_anew(opened: Opened, window: Window, tmp_path: Path) -> None:
    page = import_page(window())
    page.read_file(a_file(tmp_path, "Name,City\nΜαρία Παππά,Αθήνα\n", "cp1253"))
    page.columns.encoding.set_value(Encoding.GREEK)
    page.columns.encoding.activated.emit(0)
    assert page.table is not None
    assert page.table.columns[0].samples == ("Μαρία Παππά",)
    page.columns.encoding.set_value(Encoding.UTF_8)
    page.columns.encoding.activated.emit(0)
    assert "can’t be read as Unicode" in page.columns.form.banner.text()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "nothing in this file"),
        (b"\x89PNG" + bytes(99), "not a list"),
        (b"Name\n" + b"Dana\n" * 100_000, "more than 20,000 rows"),
        (b"Name,Note\nDana," + b"x" * 10_000_000, "more than 20,000 characters"),
        (b'Name,Note\n"Dana,x\nLuis,y\n', "quotation mark"),
        (book(("Name",), ("Dana",))[:-40], "damaged"),
        (archive(**{"xl/worksheets/sheet1.xml": bytes(50_000_000)}), "far more than a list"),
        (b"\xd0\xcf\x11\xe0" + bytes(99), "password"),
    ],
    ids=("empty", "picture", "rows", "cell", "cut", "workbook", "bomb", "old"),
)
def test_a_file_that_is_no_list_is_told_in_its_step_and_changes_nothing(
    opened: Opened, window: Window, tmp_path: Path, content: bytes, words: str
) -> None:
    page = import_page(window())
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    page.read_file(path)
    assert at(page, page.begin)
    assert words in page.begin.banner.text()
    assert page.begin.banner.isVisible()
    assert names() == set()
    page.read_file(a_file(tmp_path))
    assert at(page, page.columns)


def test_one_decision_goes_for_all_who_may_be_there(
    opened: Opened, window: Window, tmp_path: Path
) -> None:
    page = import_page(window())
    rows = "Name,Phone\nDana Reyes,1\nDana Reyes,2\nDana Reyes,3\n"
    page.read_file(a_file(tmp_path, rows))
    page.check_rows()
    button(page.check.doubles.what, "Add anyway").click()
    assert page.check.doubles.decisions == {3: Decision.ADD}
    page.check.doubles.for_all.click()
    assert page.check.doubles.decisions == {3: Decision.ADD, 4: Decision.ADD}
    assert page.check.go_on.text() == "Import 3 members"


def test_rows_left_out_are_saved_with_their_reason(
    opened: Opened, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "ask_path", lambda _parent, name: tmp_path / name)
    page = import_page(window())
    page.read_file(a_file(tmp_path))
    page.columns.choices[4].set_value("")
    page.check_rows()
    page.check.save_rows.click()
    saved = (tmp_path / "rows-left-out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert saved[1].startswith('"4","Birth date: “31/02/1980” is no date')


def test_while_a_session_runs_it_is_refused_in_words(
    opened: Opened, window: Window, clock_at: Clock, tmp_path: Path
) -> None:
    _, _, session = a_full_group(opened.user_id, 2)
    page = import_page(window())
    page.read_file(a_file(tmp_path, "Name\nNew Person\n"))
    page.check_rows()
    clock_at.to("18:00")
    sessions.start(session)
    page.write()
    assert at(page, page.check)
    assert "A session is running" in page.check.banner.text()
    assert "New Person" not in names()


@pytest.fixture
def lane(context: Context) -> Iterator[Lane]:
    """A real lane: work runs in its own thread."""
    real = Lane()
    context.lane = real
    yield real
    real.close()


@pytest.mark.usefixtures("lane")
def test_nothing_else_can_be_changed_while_rows_are_written(
    opened: Opened, context: Context, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace = window()
    page = import_page(workspace)
    page.read_file(a_file(tmp_path, crowd(300)))
    qtbot.waitUntil(lambda: at(page, page.columns))
    page.check_rows()
    qtbot.waitUntil(lambda: at(page, page.check))
    page.write()
    assert not workspace.navigation.isEnabled()
    assert not page.members.isVisible()
    assert [a.text() for a in workspace.actions() if a.isEnabled()] == ["Lock now"]
    qtbot.waitUntil(lambda: at(page, page.done))
    assert workspace.navigation.isEnabled()
    assert len(members.members()) == 300
    assert context.actions.last is not None


@pytest.mark.usefixtures("lane")
def test_cancel_takes_back_what_was_written(
    opened: Opened, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace = window()
    page = import_page(workspace)
    page.read_file(a_file(tmp_path, crowd(300)))
    qtbot.waitUntil(lambda: at(page, page.columns))
    page.check_rows()
    qtbot.waitUntil(lambda: at(page, page.check))
    page.write()
    page.working.cancel.click()
    qtbot.waitUntil(lambda: at(page, page.check))
    assert page.check.banner.text() == "Stopped. Nothing was changed."
    assert members.members() == []
    assert workspace.navigation.isEnabled()


@pytest.mark.usefixtures("lane")
def test_the_window_goes_on_meanwhile(
    opened: Opened, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    """It gets turns all along; how long the longest wait is, the benchmark tells."""
    page, turns = import_page(window()), list[int]()
    timer = QTimer(page, interval=0)
    timer.timeout.connect(lambda: turns.append(1))
    page.read_file(a_file(tmp_path, crowd(5_000)))
    qtbot.waitUntil(lambda: at(page, page.columns))
    timer.start()
    page.check_rows()
    qtbot.waitUntil(lambda: at(page, page.check), timeout=20_000)
    assert len(turns) > 20


def test_locking_stops_it(opened: Opened, context: Context, window: Window, tmp_path: Path) -> None:
    page = import_page(window())
    progress = page.working.begin("Putting the list on record…")
    context.locking.emit()
    assert progress.cancelled


def test_the_list_of_rows_is_a_proper_model(qtmodeltester: ModelTester) -> None:
    model = LeftOutModel()
    model.show_rows([BadRow(3, ("Dana", "x" * 99), "No date."), BadRow(4, (), "No name.")])
    qtmodeltester.check(model)


def test_everything_has_a_name_in_every_step(
    opened: Opened, window: Window, tmp_path: Path
) -> None:
    dana()
    page = import_page(window())
    assert nameless(page) == []
    page.read_file(a_file(tmp_path, "Name,DOB\nDana Reyes,1980-03-05\nLuis,never\n"))
    assert nameless(page) == []
    page.check_rows()
    assert nameless(page) == []
    page.write()
    assert groups.groups() == []
