"""An End taken back: what is recorded until the next one joins the drafts, edited or not."""

import pytest

from practice.care import drafting, going_on, live, notes, plans, ratings, techniques, wrapup
from practice.care.ratings import Asked
from practice.desk import sessions
from practice.models.base import CHANGES, CLINICAL
from practice.models.enums.live import Rated, RatedWhen
from practice.models.enums.plans import Progress
from tests.care.story import Story, told

RELAPSE = "Disclosed a relapse on Saturday."
BEFORE, AFTER = Asked(Rated.URGE, RatedWhen.BEFORE), Asked(Rated.URGE, RatedWhen.AFTER)


def note_of(story: Story, number: int) -> notes.NoteRow:
    member = story.members[number]
    return next(n for n in notes.of_session(story.session) if n.member_id == member)


def name_of(story: Story, number: int) -> str:
    return sessions.seats(story.session)[number].given_name


def end_again(story: Story) -> None:
    sessions.stop(story.session)
    wrapup.open_session(story.session)


def sources_of(note: notes.NoteRow, words: str) -> tuple[str, ...]:
    """Where the sentence that says this came from."""
    said = drafting.sentences_of([note.id])[note.id]
    return drafting.sources_at(said, "response", note.response, note.response.index(words))


@pytest.fixture
def ended(story: Story) -> Story:
    wrapup.open_session(story.session)
    return story


def test_a_draft_with_nothing_but_a_word_on_a_goal_is_told_anew(ended: Story) -> None:
    goal = plans.goals(ended.members[2])[0]
    notes.set_progress(note_of(ended, 2).id, goal.id, Progress.FORWARD)
    before = note_of(ended, 2).response
    going_on.go_on(ended.session)
    line = live.write_line(ended.session, ended.members[2], RELAPSE)
    end_again(ended)
    row, name = note_of(ended, 2), name_of(ended, 2)
    progress = before.removeprefix(told(ended, 2)[1])
    assert row.response == f"{told(ended, 2)[1]} {name} disclosed a relapse on Saturday.{progress}"
    assert sources_of(row, "relapse") == (f"line:{line}",)


def test_later_sentences_come_after_a_persons_own_words_with_their_sources(ended: Story) -> None:
    row = note_of(ended, 1)
    notes.save_part(row.id, "response", "In my own words.")
    going_on.go_on(ended.session)
    line = live.write_line(ended.session, ended.members[1], RELAPSE)
    ratings.rate(ended.session, ended.members[1], {BEFORE: 8, AFTER: 3})
    end_again(ended)
    row, name = note_of(ended, 1), name_of(ended, 1)
    assert row.response.startswith(f"In my own words.\n{name} disclosed a relapse on Saturday. ")
    assert "8 of 10 before the session and at 3 after" in row.response
    assert sources_of(row, "relapse") == (f"line:{line}",)


def test_what_was_told_once_is_never_told_again(ended: Story) -> None:
    notes.save_part(note_of(ended, 1).id, "response", "In my own words.")
    going_on.go_on(ended.session)
    live.write_line(ended.session, ended.members[1], RELAPSE)
    end_again(ended)
    notes.save_part(note_of(ended, 1).id, "response", "In my own words, without it.")
    changes = CHANGES[CLINICAL].select().count()
    wrapup.open_session(ended.session)
    assert note_of(ended, 1).response == "In my own words, without it."
    assert CHANGES[CLINICAL].select().count() == changes


def test_a_number_given_anew_takes_the_place_of_the_old_one(story: Story) -> None:
    ratings.rate(story.session, story.members[1], {BEFORE: 8})
    wrapup.open_session(story.session)
    first = note_of(story, 1).response
    assert "8 of 10 before" in first
    notes.save_part(note_of(story, 1).id, "response", f"{first} My own words.")
    going_on.go_on(story.session)
    ratings.rate(story.session, story.members[1], {BEFORE: 6, AFTER: 2})
    end_again(story)
    response = note_of(story, 1).response
    assert "8 of 10" not in response
    assert response.count("6 of 10 before the session and at 2 after") == 1
    assert response.startswith(told(story, 1)[1])
    assert "My own words." in response


def test_the_shared_part_takes_in_later_lines_and_techniques(ended: Story) -> None:
    notes.save_shared(ended.session, "text", "Our own words.")
    going_on.go_on(ended.session)
    live.write_line(ended.session, None, "Closed with a breath.")
    techniques.choose(ended.session, techniques.library()[0])
    end_again(ended)
    text = notes.shared(ended.session).text
    assert text.startswith("Our own words.\nThe group closed with a breath.")
    assert text.count("Our own words.") == 1
    (practised,) = techniques.of_session(ended.session)
    assert practised.words in text
    end_again(ended)
    assert notes.shared(ended.session).text == text


def test_lines_of_another_clinician_stay_in_a_draft_one_can_only_read(
    ended: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    goal = plans.goals(ended.members[2])[0]
    notes.set_progress(note_of(ended, 2).id, goal.id, Progress.FORWARD)
    before = note_of(ended, 2).texts
    monkeypatch.setattr(CLINICAL, "actor", "somebody-else")
    live.write_line(ended.session, ended.members[2], "Seen by the co-leader.")
    wrapup.open_session(ended.session)
    assert note_of(ended, 2).texts == before
