"""Notes that read alike are pointed out; honest notes on the same exercise are not."""

import tomllib
from pathlib import Path

import pytest

from practice.care import alike, notes, wrapup
from practice.models.enums.plans import Progress
from tests.care.story import Story

PAIRS = tomllib.loads(Path(__file__).with_name("alike.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("pair", PAIRS["same"])
def test_what_a_reviewer_would_call_cloned_is_found(pair: dict[str, str]) -> None:
    assert alike.score(pair["one"], pair["two"]) >= alike.THRESHOLD


@pytest.mark.parametrize("pair", PAIRS["own"])
def test_own_words_on_one_exercise_are_left_alone(pair: dict[str, str]) -> None:
    assert alike.score(pair["one"], pair["two"]) < alike.THRESHOLD


def test_the_threshold_lies_clear_of_both_kinds() -> None:
    scores = {kind: [alike.score(p["one"], p["two"]) for p in PAIRS[kind]] for kind in PAIRS}
    assert min(scores["same"]) - max(scores["own"]) >= 5


def test_equal_responses_in_one_session_show_both(story: Story) -> None:
    wrapup.open_session(story.session)
    first, third = (part_of(story, number) for number in (0, 2))
    assert first.alike == third.alike == ()
    for part in (first, third):
        assert part.note is not None
        notes.save_part(part.note.id, "participation", "")
        notes.save_part(part.note.id, "response", "Used the wave image and felt calmer after.")
    (found,) = part_of(story, 0).alike
    assert (found.member_id, found.signed_at) == (story.members[2], None)
    assert found.own == found.other == "Used the wave image and felt calmer after."


def test_the_words_on_goals_alone_are_never_alike(story: Story) -> None:
    wrapup.open_session(story.session)
    for number in (1, 2):
        note = part_of(story, number).note
        assert note is not None
        notes.save_part(note.id, "response", "")
        (goal,) = part_of(story, number).goals
        notes.set_progress(note.id, goal.id, Progress.FORWARD)
    assert part_of(story, 1).alike == ()


def part_of(story: Story, number: int) -> wrapup.MemberPart:
    found = wrapup.gather(story.session).member(story.members[number])
    assert found is not None
    return found
