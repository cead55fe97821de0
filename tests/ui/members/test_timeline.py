"""The timeline on a member's page: more when asked for, one kind at a time, a way to each thing."""

from collections.abc import Callable
from datetime import date

from pytestqt.qtbot import QtBot

from practice.care import notes, plans, signing, wrapup
from practice.care.plans import GoalDetails
from practice.care.timeline import Kind
from practice.models import store
from practice.ui.context import Place
from practice.ui.members.page import MembersPage
from practice.ui.members.timeline import FIRST, MORE, Timeline
from practice.ui.notes.page import NotesPage
from practice.ui.widgets.rows import ListRow
from practice.ui.workspace import Workspace
from tests.build import some_members
from tests.care.story import run_group
from tests.conftest import PASSPHRASE, Clock, Opened
from tests.ui.find import button, nameless

Window = Callable[[], Workspace]


def shown(workspace: Workspace, member: str) -> Timeline:
    workspace.go(Place.MEMBERS, member)
    page = workspace.pages[Place.MEMBERS]
    assert isinstance(page, MembersPage)
    return page.profile.timeline


def titles(timeline: Timeline) -> list[str]:
    return [row.words() for row in timeline.rows() if isinstance(row, ListRow)]


def test_it_shows_more_when_asked_and_one_kind_at_a_time(opened: Opened, window: Window) -> None:
    (member,) = some_members(1)
    for number in range(FIRST + 2):
        words = GoalDetails(words=f"Goal {number}", started_on=date(2026, 1, 1 + number))
        plans.save_goal(member, words)
    timeline = shown(window(), member)
    assert len(titles(timeline)) == FIRST
    assert f"Goal {FIRST + 1}" in titles(timeline)[0]
    timeline.more.click()
    assert len(titles(timeline)) == FIRST + 2 <= FIRST + MORE
    assert timeline.more.isHidden()
    timeline.which.set_value(Kind.SESSION)
    assert titles(timeline) == []
    timeline.which.set_value(Kind.PLAN)
    assert len(titles(timeline)) == FIRST
    assert nameless(timeline) == []


def test_a_signed_note_is_read_from_it(
    opened: Opened, clock_at: Clock, window: Window, qtbot: QtBot
) -> None:
    story = run_group(clock_at, opened.user_id)
    wrapup.open_session(story.session)
    member = story.members[1]
    (note,) = notes.of_member(member)
    signing.sign(story.session, [note.id], opened.vault.confirm(opened.user_id, PASSPHRASE))
    workspace = window()
    timeline = shown(workspace, member)
    assert titles(timeline)[0].startswith("Note signed, Today, 19:00 · Maria Lopez")
    button(timeline, "Read").click()
    page = workspace.pages[Place.NOTES]
    assert isinstance(page, NotesPage)
    assert page.view is not None
    assert page.view.bench.session_id == story.session


def test_front_desk_is_offered_no_clinical_kind(
    opened: Opened, clock_at: Clock, window: Window
) -> None:
    story = run_group(clock_at, opened.user_id)
    store.rest()
    keys = {"office": opened.unlocked.file_keys()["office"]}
    store.open_files(opened.folder, keys, opened.user_id)
    timeline = shown(window(), story.members[0])
    offered = [timeline.which.itemText(at) for at in range(timeline.which.count())]
    assert offered == ["Everything", "Sessions", "Letters", "Reaching out"]
    assert len(titles(timeline)) == 1
