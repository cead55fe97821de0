"""Quiet questions below a text, and the overlay with every key of the wrap-up."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication

from practice.care import notes
from practice.care.namecheck import Certainty
from practice.desk import members
from practice.desk.members import MemberDetails
from practice.ui.context import Context
from practice.ui.help.chapters import Chapter
from practice.ui.notes.keys import groups
from practice.ui.notes.part import PartEditor
from practice.ui.widgets.pill import KeyCap
from tests.care.story import Story
from tests.ui.find import button, said
from tests.ui.notes.conftest import Desk

DOUBT = "With Grace in mind she waited. Grace helps."
ASKED = "Is “Grace” another member?"


@pytest.fixture
def plan(desk: Desk, story: Story) -> PartEditor:
    """The first member's plan; the second member is called Grace."""
    row = members.member(story.members[1])
    fields = {name: getattr(row, name) for name in MemberDetails.__dataclass_fields__}
    members.change(story.members[1], replace(MemberDetails(**fields), given_name="Grace"))
    desk.page.show_item(f"{story.session}:{story.members[0]}")
    return desk.view.draft.parts["plan"]


def write(plan: PartEditor, words: str) -> None:
    """Put words on record and let what is said below them appear."""
    plan.editor.set_value(words)
    assert plan.commit()
    QCoreApplication.processEvents()


def test_a_question_is_asked_once_and_signing_goes_on(
    desk: Desk, plan: PartEditor, story: Story
) -> None:
    write(plan, DOUBT)
    assert said(plan.names) == [ASKED]
    assert {f.certainty for f in plan.names._found} == {Certainty.QUESTION}
    assert desk.pills()[0].endswith(" open")
    desk.sign_all()
    assert next(n for n in notes.of_session(story.session) if n.plan).signed


def test_no_ends_it_and_it_is_not_asked_again(desk: Desk, plan: PartEditor) -> None:
    write(plan, DOUBT)
    button(plan.names, "No, keep “Grace”").click()
    assert plan.names.isHidden()
    assert plan.editor.hasFocus()
    assert plan.editor.value() == DOUBT
    desk.view.reload()
    assert plan.names.isHidden()


def test_yes_replaces_the_first_and_asks_on(plan: PartEditor) -> None:
    write(plan, DOUBT)
    button(plan.names, "Replace Grace by “a peer”").click()
    assert plan.editor.value() == "With a peer in mind she waited. Grace helps."


def test_a_sure_name_stands_above_and_alt_r_takes_only_it(
    desk: Desk, plan: PartEditor, story: Story
) -> None:
    other = members.member(story.members[2]).given_name
    write(plan, f"With Grace in mind she called {other}.")
    assert said(plan.names) == [f"Names another member: {other}", ASKED]
    assert desk.pills()[0] == "Names another"
    desk.keys.press("Alt+R")
    QCoreApplication.processEvents()
    assert plan.editor.value() == "With Grace in mind she called a peer."
    assert said(plan.names) == [ASKED]


def test_the_overlay_shows_every_key_and_any_key_closes_it(
    desk: Desk, plan: PartEditor, context: Context
) -> None:
    overlay, keys = desk.view.overlay, desk.keys
    assert not overlay.isVisible()
    keys.press("?")
    assert overlay.isVisible()
    assert overlay.geometry() == desk.view.rect()
    words, caps = said(overlay), {cap.text() for cap in overlay.findChildren(KeyCap)}
    for group in groups():
        for line in group.lines:
            assert line.words in words
            assert set(line.caps) <= caps
    asked: list[Chapter] = []
    context.help.connect(asked.append)
    overlay.manual.click()
    assert asked == [Chapter.AFTER]
    keys.press("Esc")
    assert not overlay.isVisible()
    assert desk.view.roster.hasFocus()


def test_a_question_mark_typed_into_a_note_is_a_question_mark(desk: Desk, plan: PartEditor) -> None:
    plan.editor.setFocus()
    desk.keys.type("Why?")
    assert plan.editor.value() == "Why?"
    assert not desk.view.overlay.isVisible()
