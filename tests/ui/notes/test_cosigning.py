"""Co-signing by keyboard in the real window, and what the author sees of it."""

import pytest
from pytestqt.qtbot import QtBot

from practice.care import cosigning, notes, signing, wrapup
from practice.desk import supervision
from practice.ui.context import Context, Place
from practice.ui.counting import COUNT_AFTER
from practice.ui.notes.cosigning import ReturnPanel
from practice.ui.today.page import TodayPage
from practice.ui.widgets.button import Button
from tests.care.story import Story, run_group
from tests.care.supervised import IVY, RUTH, at_work, ivy, ruth
from tests.conftest import PASSPHRASE, Clock
from tests.ui.notes.conftest import Desk
from tests.ui.notes.test_wrapup import note_of, words_in


@pytest.fixture
def by_ivy(context: Context, story: Story) -> Story:
    """W1's notes, signed by Ivy; Maria, who supervises her, is at work."""
    wrapup.open_session(story.session)
    ivy(context.user_id)
    signing.sign(story.session, [n.id for n in notes.of_session(story.session)], at_work(IVY))
    at_work(context.user_id)
    return story


@pytest.fixture
def by_maria(context: Context, story: Story) -> Story:
    """W1's notes, signed by Maria, who works under Ruth's supervision and is at work."""
    wrapup.open_session(story.session)
    supervision.supervise(context.user_id, ruth())
    mine = at_work(context.user_id)
    signing.sign(story.session, [n.id for n in notes.of_session(story.session)], mine)
    return story


def open_first(desk: Desk) -> None:
    """Enter on the first row of the list."""
    desk.page.mark_stale()
    desk.page.rows[0].setFocus()
    desk.keys.press("Return")


def listed(desk: Desk) -> list[str]:
    desk.page.mark_stale()
    return [row.accessibleName() for row in desk.page.rows]


def test_all_are_co_signed_by_keyboard(by_ivy: Story, desk: Desk, clock_at: Clock) -> None:
    clock_at.advance(days=9)
    (row,) = listed(desk)
    assert "8 notes by Ivy Chen to co-sign" in row
    assert "9 days" in row
    assert "To co-sign" in words_in(desk.page)
    open_first(desk)
    assert desk.pills() == ["To co-sign"] * 8 + ["No-show"]
    assert "Signed by Ivy Chen, LMSW" in words_in(desk.view.signed)
    assert "Co-signature pending: Maria Lopez, LCSW" in words_in(desk.view.signed)
    assert desk.view.bar.all.text() == "Co-sign all 8"
    desk.keys.press("Ctrl+Shift+Return")
    assert desk.view.bar.panel.title.text() == "Co-sign 8 notes as Maria Lopez, LCSW"
    desk.keys.type(PASSPHRASE)
    desk.keys.press("Return")
    assert desk.pills() == ["Signed"] * 8 + ["No-show"]
    said = words_in(desk.view.signed)
    assert "Co-signed by Maria Lopez, LCSW, licence NY 087654, 26 Nov 2026, 19:00" in said
    assert not desk.view.bar.all.isVisible()
    desk.keys.press("Esc")
    assert listed(desk) == []


def test_a_wrong_passphrase_co_signs_nothing(by_ivy: Story, desk: Desk) -> None:
    open_first(desk)
    desk.sign_all("not this one at all")
    assert desk.pills() == ["To co-sign"] * 8 + ["No-show"]


def test_one_is_co_signed_and_one_returned_with_a_word(by_ivy: Story, desk: Desk) -> None:
    open_first(desk)
    desk.keys.press("Ctrl+Return")
    desk.keys.type(PASSPHRASE)
    desk.keys.press("Return")
    assert desk.pills()[:2] == ["Signed", "To co-sign"]
    desk.keys.press("Alt+2")
    desk.keys.press("Alt+G")
    panel = desk.view.panel
    assert isinstance(panel, ReturnPanel)
    panel.accept_button.click()
    assert "to be added" in panel.form.fields["because"].error
    desk.keys.type("Which goal was worked on?")
    panel.accept_button.click()
    assert desk.pills()[1] == "Returned"
    assert "Maria Lopez returned this note" in words_in(desk.view.signed)
    assert not desk.view.bench.found.members[1].to_do
    second = cosigning.of_notes([note_of(by_ivy, 2).id])[note_of(by_ivy, 2).id]
    assert second.returned is not None
    desk.window.context.actions.undo()
    assert desk.pills()[1] == "To co-sign"


def test_drafts_beside_what_is_to_co_sign_are_their_authors_to_sign(
    context: Context, story: Story, desk: Desk
) -> None:
    """Ctrl+Shift+Enter never signs the rest of an intern's notes as the supervisor's own."""
    wrapup.open_session(story.session)
    ivy(context.user_id)
    first, *others = [n.id for n in notes.of_session(story.session)]
    signing.sign(story.session, [first], at_work(IVY))
    at_work(context.user_id)
    open_first(desk)
    assert desk.view.bar.all.text() == "Co-sign the one"
    desk.sign_all()
    assert [notes.note(other).signed for other in others] == [False] * 7
    assert cosigning.waits() == []


def test_the_author_sees_what_waits_and_answers_what_came_back(
    by_maria: Story, context: Context, desk: Desk
) -> None:
    (row,) = listed(desk)
    assert "8 notes for Ruth Abel to co-sign" in row
    first = note_of(by_maria, 1).id
    at_work(RUTH)
    cosigning.give_back(first, "Which goal was worked on?")
    mine = at_work(context.user_id)
    returned, waiting = listed(desk)
    assert "1 note returned by Ruth Abel" in returned
    assert "7 notes for Ruth Abel to co-sign" in waiting
    open_first(desk)
    assert desk.pills()[:2] == ["Returned", "Not co-signed"]
    assert desk.view.roster.selected == by_maria.members[0]
    assert "“Which goal was worked on?”" in words_in(desk.view.signed)
    assert not desk.view.signed.return_button.isVisibleTo(desk.view.signed)
    assert not desk.view.bar.one.isVisible()
    desk.keys.press("Alt+G")
    assert desk.view.panel is None
    signing.add_addendum(first, "The goal was to notice urges.", mine)
    assert desk.pills()[:2] == ["Not co-signed", "Not co-signed"]


def test_today_leads_to_what_is_to_co_sign(by_ivy: Story, desk: Desk) -> None:
    desk.window.go(Place.TODAY)
    page = desk.window.pages[Place.TODAY]
    assert isinstance(page, TodayPage)
    assert "8 notes by Ivy Chen to co-sign" in words_in(page.cosign)
    (read,) = [b for b in page.cosign.findChildren(Button) if b.text() == "Read"]
    read.click()
    assert desk.view.bench.session_id == by_ivy.session


def test_the_number_beside_the_page_counts_what_is_to_co_sign(
    qtbot: QtBot, by_ivy: Story, desk: Desk
) -> None:
    item = desk.window.navigation.items[Place.NOTES]
    qtbot.waitUntil(lambda: "1" in item.accessibleName(), timeout=10 * COUNT_AFTER)


def test_a_session_somebody_else_led_says_so(context: Context, clock_at: Clock, desk: Desk) -> None:
    """Whoever helps out signs as themselves; who led stays in the facts of every note."""
    story = run_group(clock_at, ruth())
    (row,) = listed(desk)
    assert "led by Ruth Abel" in row
    open_first(desk)
    assert "led by Ruth Abel" in words_in(desk.page)
    desk.keys.press("Ctrl+Shift+Return")
    assert "Ruth Abel led this session. You sign in your own name" in words_in(desk.view.bar.panel)
    desk.keys.press("Esc")
    desk.sign_all()
    note = note_of(story, 1)
    assert note.signature == "Maria Lopez, LCSW"
    assert note.signed_facts is not None
    assert note.signed_facts.clinician == "Ruth Abel, PhD"
