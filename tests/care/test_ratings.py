"""Urge and mood, before and after."""

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as some

from practice.care import drafts, notes, ratings, signing
from practice.care.facts import of_session
from practice.care.ratings import Asked
from practice.desk import schedule
from practice.errors import Refused
from practice.models import audit
from practice.models.base import CLINICAL
from practice.models.enums.live import Rated, RatedWhen
from tests.care.story import Story
from tests.conftest import PASSPHRASE, Opened

BEFORE, AFTER = Asked(Rated.URGE, RatedWhen.BEFORE), Asked(Rated.URGE, RatedWhen.AFTER)
MOOD = Asked(Rated.MOOD, RatedWhen.BEFORE)


def test_the_draft_states_what_the_member_answered(story: Story) -> None:
    first = story.members[0]
    ratings.rate(story.session, first, {BEFORE: 7, MOOD: 4})
    ratings.rate(story.session, first, {AFTER: 0})
    facts = of_session(schedule.session(story.session))
    assert facts[first].ratings == ("Urge 7 before, 0 after", "Mood 4 before")
    assert facts[story.members[1]].ratings == ()


def test_rating_is_undone_and_what_is_the_same_is_not_written_again(story: Story) -> None:
    done: list[audit.Changes] = []
    stop = audit.subscribe(done.append)
    member = story.members[0]
    ratings.rate(story.session, member, {BEFORE: 7, MOOD: 4})
    ratings.rate(story.session, member, {BEFORE: 7, MOOD: 4, AFTER: None})
    stop()
    assert len(done) == 1
    audit.undo(CLINICAL, done[0].operation_id)
    assert ratings.of_session(story.session) == {}


def test_an_answer_is_taken_back(story: Story) -> None:
    ratings.rate(story.session, story.members[0], {BEFORE: 7})
    ratings.rate(story.session, story.members[0], {BEFORE: None})
    assert ratings.rows_of(story.session) == []


@for_all(some.integers(0, 10), some.sampled_from(("", " ", "\t")))
def test_every_whole_number_from_0_to_10_is_a_rating(value: int, around: str) -> None:
    assert ratings.read(f"{around}{value}{around}") == value


@for_all(some.text(min_size=1, max_size=4).filter(str.strip))
def test_nothing_else_is(typed: str) -> None:
    allowed = {str(n) for n in range(11)} | {f"0{n}" for n in range(10)}
    if typed.strip() not in allowed:
        with pytest.raises(Refused) as refused:
            ratings.read(typed, "urge-before")
        assert refused.value.field == "urge-before"


def test_the_database_refuses_other_numbers(story: Story) -> None:
    with pytest.raises(Refused, match="0 to 10"):
        ratings.rate(story.session, story.members[0], {BEFORE: 11})


def test_a_signed_note_keeps_its_ratings(story: Story, opened: Opened) -> None:
    ratings.rate(story.session, story.members[0], {BEFORE: 7, AFTER: 3})
    notes.prepare(story.session)
    first = next(n for n in notes.of_session(story.session) if n.member_id == story.members[0])
    signing.sign(story.session, [first.id], opened.vault.confirm(opened.user_id, PASSPHRASE))
    with pytest.raises(Refused, match="addendum"):
        ratings.rate(story.session, story.members[0], {AFTER: 9})
    ratings.rate(story.session, story.members[1], {AFTER: 9})
    facts = notes.note(first.id).signed_facts
    assert facts is not None
    assert facts.ratings == ("Urge 7 before, 3 after",)


def test_what_was_typed_when_the_session_ended_is_not_lost(story: Story) -> None:
    one, other = story.members[:2]
    drafts.save(ratings.draft_key(story.session, one, BEFORE), "10")
    drafts.save(ratings.draft_key(story.session, other, BEFORE), "17")
    notes.prepare(story.session)
    assert ratings.of_session(story.session) == {one: {BEFORE: 10}}
    assert drafts.left_over("rating:") == []


def test_how_a_change_is_written() -> None:
    assert ratings.change({BEFORE: 7, AFTER: 4}, Rated.URGE) == "7→4"
    assert ratings.change({BEFORE: 7}, Rated.URGE) == "7→"
    assert ratings.change({AFTER: 0}, Rated.URGE) == "→0"
    assert not ratings.change({BEFORE: 7}, Rated.MOOD)
