"""Notes under the headings of their form, and where each sentence of a draft came from."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCursor

from practice.care import forms, notes, plans
from practice.desk import groups, schedule
from practice.desk import practice as desk
from practice.models.enums.notes import NoteForm
from practice.models.enums.plans import Progress
from practice.reports import gather
from practice.ui.notes.part import OWN_WORDS
from practice.ui.notes.view import WrapUpView
from practice.ui.widgets.button import Button
from practice.ui.widgets.inputs import TextInput
from tests.care.story import Story, told
from tests.ui.notes.conftest import Desk
from tests.ui.notes.test_wrapup import note_of, words_in


def place_cursor(view: WrapUpView, part: str, words: str) -> None:
    editor = view.draft.parts[part].editor
    assert isinstance(editor, TextInput)
    cursor = QTextCursor(editor.document())
    cursor.setPosition(editor.value().index(words))
    editor.setTextCursor(cursor)
    editor.setFocus()


@pytest.fixture(params=NoteForm)
def form(request: pytest.FixtureRequest, story: Story) -> NoteForm:
    """What the practice, or for BIRP its group alone, writes notes in."""
    wanted: NoteForm = request.param
    if wanted is NoteForm.BIRP:
        group_id = schedule.session(story.session).group or ""
        row = groups.group(group_id)
        details = {name: getattr(row, name) for name in groups.OWN}
        details |= {"starts_on": row.starts_on, "weekday": row.weekday, "time": row.time}
        groups.change(
            group_id,
            groups.GroupDetails(**details | {"minutes": row.minutes, "note_form": wanted}),
        )
    else:
        desk.save_practice(replace(desk.practice(), note_form=wanted))
    return wanted


def test_every_form_is_written_signed_and_printed_under_its_headings(
    form: NoteForm, at_work: Desk, story: Story
) -> None:
    shown = list(at_work.view.draft.parts)
    assert shown == [section.part for section in forms.own(form)]
    assert note_of(story, 1).form is form
    at_work.keys.press("Alt+P")
    at_work.view.draft.parts["plan"].editor.set_value("Meet again on Tuesday.")
    at_work.view.draft.commit()
    at_work.sign_all()
    printed = gather.progress_note(note_of(story, 1).id).note.parts
    headings = [part.label for part in printed]
    wanted = [section.heading for section in forms.FORMS[form]]
    assert [heading for heading in headings if heading in wanted] == [
        heading for heading in wanted if heading in headings
    ]
    assert "Plan" in headings
    words = " ".join(part.text for part in printed)
    for said in told(story, 0):
        assert said.removeprefix(said.split()[0]) in words


def test_a_note_keeps_the_headings_it_was_signed_with(at_work: Desk, story: Story) -> None:
    at_work.sign_all()
    before = note_of(story, 1).labelled
    desk.save_practice(replace(desk.practice(), note_form=NoteForm.SOAP))
    assert note_of(story, 1).labelled == before


def test_a_word_on_a_goal_is_told_in_the_draft_until_it_is_ones_own(
    at_work: Desk, story: Story
) -> None:
    at_work.keys.press("Alt+P")
    goal = plans.goals(story.members[0])[0]
    assert f"made progress on the goal “{goal.words}”" in note_of(story, 1).response
    notes.set_progress(note_of(story, 1).id, goal.id, Progress.BACK)
    changed = note_of(story, 1).response
    assert "progress on" not in changed
    assert changed.endswith(f"had a setback on the goal “{goal.words}”.")
    own = changed.replace("had a setback on", "slipped with")
    notes.save_part(note_of(story, 1).id, "response", own)
    notes.set_progress(note_of(story, 1).id, goal.id, Progress.FORWARD)
    assert note_of(story, 1).response == own
    notes.save_part(note_of(story, 1).id, "response", changed)
    notes.set_progress(note_of(story, 1).id, goal.id, None)
    assert note_of(story, 1).response == told(story, 0)[1]


def test_words_being_typed_are_not_lost_when_a_goal_gets_its_word(
    at_work: Desk, story: Story
) -> None:
    at_work.view.draft.begin("response")
    at_work.keys.type(" Asked for more.")
    at_work.keys.press("Alt+P")
    response = note_of(story, 1).response
    assert "Asked for more." in response
    assert "made progress on the goal" in response
    assert at_work.view.draft.parts["response"].editor.value() == response


def test_each_sentence_says_where_it_came_from_until_it_is_changed(
    at_work: Desk, story: Story
) -> None:
    view = at_work.view
    at_work.keys.press("Alt+P")
    said = told(story, 0)[1]
    place_cursor(view, "response", "payday")
    at_work.keys.press("Alt+O")
    assert "From your line of 20:00: “Named payday" in words_in(view.draft.parts["response"])
    place_cursor(view, "response", "progress")
    at_work.keys.press("Alt+O")
    assert "From the goal “" in words_in(view.draft.parts["response"])
    view.draft.parts["response"].editor.set_value(said.replace("first", "only"))
    place_cursor(view, "response", "payday")
    at_work.keys.press("Alt+O")
    assert OWN_WORDS in words_in(view.draft.parts["response"])


def test_two_notes_that_read_alike_are_shown_side_by_side(at_work: Desk, story: Story) -> None:
    view = at_work.view
    assert view.draft.alike.isHidden()
    for digit in (1, 3):
        notes.save_part(note_of(story, digit).id, "participation", "")
        notes.save_part(note_of(story, digit).id, "response", "Used the wave image at home.")
    view.reload()
    (button,) = view.draft.alike.buttons
    button.click()
    said = words_in(view.draft.alike)
    assert said.count("Used the wave image at home.") == 2
    at_work.sign_all()
    assert note_of(story, 1).signed


def test_what_is_still_open_leads_to_its_place(at_work: Desk, story: Story) -> None:
    view = at_work.view
    part = view.bench.member(story.members[0])
    assert part is not None
    assert [one.words for one in part.missing] == ["Write plan", "Say how a goal went"]
    buttons = {b.text(): b for b in view.draft.facts.findChildren(Button)}
    buttons["Write plan"].click()
    assert view.draft.parts["plan"].editor.hasFocus()
    buttons["Say how a goal went"].click()
    assert view.draft.goals.lines[0].chips[Progress.FORWARD].hasFocus()
    at_work.keys.press("Alt+P")
    notes.save_part(note_of(story, 1).id, "plan", "Meet again on Tuesday.")
    view.reload()
    assert "Still open" not in words_in(view.draft.facts)
