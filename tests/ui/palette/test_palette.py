"""Stories of the palette: from anywhere to anything by keys alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from practice.care import notes, signing, wrapup
from practice.desk import members
from practice.models import store
from practice.ui.context import Context, Place
from practice.ui.groups.page import GroupsPage
from practice.ui.members.page import MembersPage
from practice.ui.notes.page import NotesPage
from practice.ui.palette.items import Kind
from practice.ui.palette.palette import NOTHING, Palette
from practice.ui.palette.results import ResultModel
from practice.ui.workspace import Workspace
from tests.build import a_full_group
from tests.care.story import run_group
from tests.conftest import PASSPHRASE, Clock, Opened
from tests.ui.find import nameless

Window = Callable[[], Workspace]
CONTROL = Qt.KeyboardModifier.ControlModifier


def opened_in(workspace: Workspace, qtbot: QtBot) -> Palette:
    qtbot.keyClick(workspace, Qt.Key.Key_K, CONTROL)
    assert workspace.finder is not None
    assert workspace.finder.isVisible()
    assert workspace.finder.box.hasFocus()
    return workspace.finder


def titles(palette: Palette) -> list[str]:
    return [item.title for item in palette.list.results.items]


def do(palette: Palette, qtbot: QtBot, words: str) -> None:
    qtbot.keyClicks(palette.box, words)
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)


def test_a_member_is_reached_from_today_by_a_few_letters(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    _, ids, _ = a_full_group(opened.user_id, 4)
    workspace = window()
    palette = opened_in(workspace, qtbot)
    do(palette, qtbot, "koba")
    page = workspace.pages[Place.MEMBERS]
    assert isinstance(page, MembersPage)
    assert page.profile.member is not None
    assert page.profile.member.id == ids[2]
    assert not palette.isVisible()
    assert workspace.place is Place.MEMBERS


def test_co_signing_is_found_by_its_word(opened: Opened, window: Window, qtbot: QtBot) -> None:
    workspace = window()
    do(opened_in(workspace, qtbot), qtbot, "co-sign")
    assert workspace.place is Place.NOTES


def test_a_group_a_form_and_a_page_are_reached_too(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    a_full_group(opened.user_id, 2)
    workspace = window()
    palette = opened_in(workspace, qtbot)
    qtbot.keyClicks(palette.box, "tuesday")
    kinds = [item.kind for item in palette.list.results.items]
    assert kinds == [Kind.SESSION, Kind.GROUP]
    qtbot.keyClick(palette.box, Qt.Key.Key_Down)
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert isinstance(workspace.stack.currentWidget(), GroupsPage)
    do(opened_in(workspace, qtbot), qtbot, "add a mem")
    page = workspace.pages[Place.MEMBERS]
    assert isinstance(page, MembersPage)
    assert page.form is not None
    do(opened_in(workspace, qtbot), qtbot, "go to tod")
    assert workspace.place is Place.TODAY


def test_every_command_of_the_window_is_in_it_with_its_keys(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    workspace = window()
    palette = opened_in(workspace, qtbot)
    shown = {item.title: item.keys for item in palette.list.results.items}
    bound = {a.text(): a.shortcut().toString() for a in workspace.actions()}
    del bound["Go to, find or do"]
    assert bound.items() <= shown.items()
    assert "Ctrl+Z" in bound.values()


def test_escape_and_a_click_beside_it_close_it_and_give_the_keyboard_back(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    a_full_group(opened.user_id, 2)
    workspace = window()
    workspace.go(Place.MEMBERS)
    before = workspace.pages[Place.MEMBERS].focusWidget()
    for close in (
        lambda p: qtbot.keyClick(p.box, Qt.Key.Key_Escape),
        lambda p: qtbot.keyClick(p.box, Qt.Key.Key_K, CONTROL),
        lambda p: qtbot.mouseClick(p, Qt.MouseButton.LeftButton, pos=QPoint(4, 4)),
    ):
        palette = opened_in(workspace, qtbot)
        qtbot.keyClick(palette.box, Qt.Key.Key_Tab)
        assert palette.box.hasFocus()
        close(palette)
        assert not palette.isVisible()
        assert QApplication.focusWidget() is before


def test_what_was_used_last_is_offered_first_and_gone_with_the_lock(
    opened: Opened, context: Context, window: Window, qtbot: QtBot
) -> None:
    a_full_group(opened.user_id, 4)
    workspace = window()
    do(opened_in(workspace, qtbot), qtbot, "brandt")
    assert titles(opened_in(workspace, qtbot))[0] == "Tom Brandt"
    again = window()
    assert "Tom Brandt" not in titles(opened_in(again, qtbot))


def test_notes_are_found_by_their_words_and_opened(
    opened: Opened, clock_at: Clock, window: Window, qtbot: QtBot
) -> None:
    story = run_group(clock_at, opened.user_id)
    wrapup.open_session(story.session)
    ids = [note.id for note in notes.of_session(story.session)]
    signing.sign(story.session, ids, opened.vault.confirm(opened.user_id, PASSPHRASE))
    workspace = window()
    palette = opened_in(workspace, qtbot)
    qtbot.keyClicks(palette.box, "payday")
    (item,) = palette.list.results.items
    assert item.kind is Kind.NOTE
    assert [item.detail[at : at + length] for at, length in item.marks] == ["payday"]
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    page = workspace.pages[Place.NOTES]
    assert isinstance(page, NotesPage)
    assert page.view is not None
    assert page.view.bench.session_id == story.session


def test_front_desk_finds_people_and_never_a_note(
    opened: Opened, clock_at: Clock, window: Window, qtbot: QtBot, context: Context
) -> None:
    story = run_group(clock_at, opened.user_id)
    wrapup.open_session(story.session)
    ids = [note.id for note in notes.of_session(story.session)]
    signing.sign(story.session, ids, opened.vault.confirm(opened.user_id, PASSPHRASE))
    store.rest()
    keys = {"office": opened.unlocked.file_keys()["office"]}
    store.open_files(opened.folder, keys, opened.user_id)
    palette = opened_in(window(), qtbot)
    for words, kinds in (("payday", []), ("dana", [Kind.MEMBER])):
        palette.box.setText(words)
        assert [item.kind for item in palette.list.results.items] == kinds


def test_nothing_found_is_said(opened: Opened, window: Window, qtbot: QtBot) -> None:
    palette = opened_in(window(), qtbot)
    qtbot.keyClicks(palette.box, "xyzzy")
    assert palette.said.text() == NOTHING
    assert palette.said.isVisible()
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_a_screen_reader_hears_what_is_selected(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    a_full_group(opened.user_id, 2)
    palette = opened_in(window(), qtbot)
    assert nameless(palette) == []
    qtbot.keyClicks(palette.box, "dana")
    told = QAccessible.queryAccessibleInterface(palette.box)
    assert told is not None
    words = told.text(QAccessible.Text.Description)
    assert words == "Dana Reyes, Member, Tuesday Recovery Skills, 1 of 1"


@pytest.mark.parametrize("name", ["<b>&amp;</b>", "محمد علي", "👩🏽‍🚀 Ada", '10% _ * "'])
def test_any_name_is_found_as_it_was_typed(
    opened: Opened, window: Window, qtbot: QtBot, name: str
) -> None:
    members.add(members.MemberDetails(given_name=name))
    palette = opened_in(window(), qtbot)
    palette.box.setText(name)
    assert name in titles(palette)


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = ResultModel()
    qtmodeltester.check(model)
