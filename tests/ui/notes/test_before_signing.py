"""What is said before a signature: how much is open, what reads alike, whose safety check waits."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget

from practice.care import live, notes, ratings, safety
from practice.care.ratings import Asked
from practice.care.safety import Step
from practice.desk import attendance, sessions
from practice.models.enums.live import Rated, RatedWhen
from practice.models.enums.plans import Progress
from practice.reports import gather
from practice.ui.context import Place
from practice.ui.notes.panel import Panel
from practice.ui.theme import Scheme, apply
from tests.care.story import Story, told
from tests.ui.notes.conftest import Desk
from tests.ui.notes.test_wrapup import note_of, words_in

ANSWERS = {
    Step.ASKED: "Openly about wishing to die.",
    Step.ANSWER: "Passing thoughts, no means",
    Step.ACTION: "Went through what helps",
    Step.TOLD: "Their sister",
}
THOUGHTS = "Life is pointless since May."


def links(inside: QWidget) -> dict[str, QPushButton]:
    """The buttons that can be seen, by their words."""
    QCoreApplication.processEvents()  # new buttons are shown by an event of their own
    return {b.text(): b for b in inside.findChildren(QPushButton) if b.isVisible()}


def form_of(desk: Desk) -> Panel | None:
    """The small form above the note, if one is open."""
    return desk.view.panel


def missing(desk: Desk, story: Story, digit: int = 1) -> list[str]:
    """What the draft of this member still lacks, in words."""
    part = desk.view.bench.member(story.members[digit - 1])
    assert part is not None
    return [one.words for one in part.missing]


def test_the_sign_panel_counts_what_to_look_at_and_leads_there(at_work: Desk, story: Story) -> None:
    for digit in (3, 5):
        notes.save_part(note_of(story, digit).id, "participation", "")
        notes.save_part(note_of(story, digit).id, "response", "Used the wave image at home.")
    notes.set_progress(note_of(story, 1).id, _goal(at_work, story, 1), Progress.FORWARD)
    at_work.view.reload()
    at_work.keys.press("Ctrl+Shift+Return")
    panel = at_work.view.bar.panel
    assert "Sign 8 notes" in panel.title.text()
    found = links(panel.before)
    assert list(found) == ["8 with something open", "2 alike", "7 without a goal"]
    found["2 alike"].click()
    assert at_work.view.roster.selected == story.members[2]
    found["7 without a goal"].click()
    assert at_work.view.roster.selected == story.members[1]
    assert panel.isVisible()


def _goal(desk: Desk, story: Story, digit: int) -> str:
    part = desk.view.bench.member(story.members[digit - 1])
    assert part is not None
    return part.goals[0].id


def test_an_empty_shared_part_is_a_gap_of_every_note_and_one_press_away(
    at_work: Desk, story: Story
) -> None:
    notes.save_shared(story.session, "topic", "")
    notes.save_shared(story.session, "text", "")
    assert missing(at_work, story)[:2] == ["Write the topic", "Write the session part"]
    assert at_work.pills()[0] == "6 open"
    found = links(at_work.view.draft.facts)
    found["Write the topic"].click()
    assert at_work.view.topic.editor.hasFocus()
    found["Write the session part"].click()
    assert at_work.view.text.editor.hasFocus()


def test_participation_or_response_is_enough_and_neither_is_a_gap(
    at_work: Desk, story: Story
) -> None:
    note = note_of(story, 2)
    assert note.participation == ""
    assert missing(at_work, story, 2) == ["Write plan", "Say how a goal went"]
    notes.save_part(note.id, "response", "")
    assert missing(at_work, story, 2)[0] == "Write response"


def test_a_finished_safety_check_is_put_into_the_note_as_one_sentence(
    story: Story, desk: Desk
) -> None:
    live.write_line(story.session, story.members[1], THOUGHTS)
    check = safety.flag(story.session, story.members[1])
    safety.finish(check, ANSWERS)
    desk.window.context.wrap_up.emit(story.session)
    desk.keys.press("Alt+2")
    assert THOUGHTS in note_of(story, 2).response
    desk.view.draft.begin("response")
    desk.keys.type(" My own words.")
    links(desk.view.draft.facts)["Add the safety check"].click()
    wanted = (
        "Safety check: asked: Openly about wishing to die; answered: Passing thoughts, no means; "
        "done: Went through what helps; told: Their sister."
    )
    assert note_of(story, 2).response.endswith(f"My own words. {wanted}")
    assert "Add the safety check" not in missing(desk, story, 2)
    editor = desk.view.draft.parts["response"].editor
    assert isinstance(editor, QPlainTextEdit)
    desk.keys.press("Alt+O")
    assert "From the safety check" in words_in(desk.view.draft.parts["response"])
    desk.sign_all()
    printed = " ".join(p.text for p in gather.progress_note(note_of(story, 2).id).note.parts)
    assert wanted in printed


def test_an_open_safety_check_stands_on_its_row_and_opens_from_it(story: Story, desk: Desk) -> None:
    live.write_line(story.session, story.members[8], THOUGHTS)
    safety.flag(story.session, story.members[8])
    desk.window.context.wrap_up.emit(story.session)
    row = desk.view.roster.rows[story.members[8]]
    assert row.pill.text() == "Safety check"
    assert "No-show" in row.accessibleName()
    middle = row.pill.mapTo(row, row.pill.rect().center())
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=middle)
    panel = form_of(desk)
    assert panel is not None
    assert THOUGHTS in words_in(panel)
    desk.keys.press("Esc")
    assert form_of(desk) is None
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(20, middle.y()))
    assert form_of(desk) is None
    desk.keys.press("Return")
    assert form_of(desk) is not None


def test_lines_and_ratings_about_someone_absent_stay_in_sight(story: Story, desk: Desk) -> None:
    live.write_line(story.session, story.members[8], "Texted that the bus broke down.")
    urge = Asked(Rated.URGE, RatedWhen.BEFORE)
    ratings.rate(story.session, story.members[8], {urge: 5})
    desk.window.context.wrap_up.emit(story.session)
    desk.keys.press("Alt+9")
    said = words_in(desk.view.missed)
    assert "Missed session: No-show" in said
    assert "Texted that the bus broke down." in said
    assert "Urge 5 before" in said
    assert "They are in no note" in said
    desk.keys.press("P")
    assert "bus broke down" in note_of(story, 9).own_text


def test_nothing_is_said_of_lines_where_there_are_none(at_work: Desk) -> None:
    at_work.keys.press("Alt+9")
    said = words_in(at_work.view.missed)
    assert "lines" not in said
    assert "in no note" not in said


def test_many_alike_notes_take_one_line_that_opens_each_text_once(
    at_work: Desk, story: Story
) -> None:
    for digit in range(1, 9):
        notes.save_part(note_of(story, digit).id, "participation", "")
        notes.save_part(note_of(story, digit).id, "response", "Used the wave image at home.")
    view = at_work.view
    view.reload()
    (button,) = view.draft.alike.buttons
    two, three = (sessions.seats(story.session)[n].short_name for n in (1, 2))
    assert f"Reads like the notes of {two}, {three} and 5 more" in words_in(view.draft.alike)
    assert all(
        seat.short_name in button.accessibleName() for seat in sessions.seats(story.session)[1:8]
    )
    button.click()
    assert words_in(view.draft.alike).count("Used the wave image at home.") == 2
    row = view.roster.rows[story.members[3]]
    assert "alike" in row.accessibleName()


def test_going_on_and_ending_again_tells_what_was_said_after(at_work: Desk, story: Story) -> None:
    at_work.keys.press("Alt+3")
    at_work.keys.press("Alt+P")
    at_work.page.resume.click()
    live.write_line(story.session, story.members[2], "Disclosed a relapse on Saturday.")
    sessions.stop(story.session)
    at_work.window.context.wrap_up.emit(story.session)
    at_work.keys.press("Alt+3")
    response = at_work.view.draft.parts["response"].editor.value()
    assert response.startswith(told(story, 2)[1])
    assert "disclosed a relapse on Saturday." in response
    assert "made progress on the goal" in response


def test_after_a_signature_nothing_is_left_to_undo(at_work: Desk, story: Story) -> None:
    attendance.confirm_usual_locations(story.session)
    at_work.keys.press("Alt+P")
    assert at_work.window.undo_bar.isVisible()
    at_work.sign_all()
    assert not at_work.window.undo_bar.isVisible()
    assert at_work.window.context.actions.last is None


@pytest.fixture
def larger(qapp: QApplication) -> Iterator[None]:
    """Text of 125 %, until the test is over."""
    apply(qapp, Scheme.LIGHT, 1.25)
    yield
    apply(qapp, Scheme.LIGHT)


@pytest.mark.usefixtures("larger")
def test_at_125_percent_the_text_of_an_alike_note_can_be_seen(desk: Desk, story: Story) -> None:
    desk.window.go(Place.NOTES, story.session)
    for digit in (1, 3):
        notes.save_part(note_of(story, digit).id, "participation", "")
        notes.save_part(note_of(story, digit).id, "response", "Used the wave image at home.")
    desk.view.reload()
    desk.keys.press("Alt+1")
    QApplication.processEvents()
    assert desk.view.draft.alike.isVisible()
    editor = desk.view.draft.parts["response"].editor
    assert editor.visibleRegion().boundingRect().height() >= editor.height() / 2
