"""The timeline: everything there is about one member, newest first, by the key one holds."""

from datetime import date

import pytest

from practice.care import notes, plans, signing, wrapup
from practice.care.plans import GoalDetails
from practice.care.timeline import KIND_WORDS, Kind, kinds, timeline
from practice.desk import contacts, outreach
from practice.desk import issued as letters
from practice.models import store
from practice.models.enums.outreach import Channel, Outcome
from practice.models.enums.plans import GoalStatus
from tests.care.story import Story, run_group
from tests.conftest import PASSPHRASE, Clock, Opened


@pytest.fixture
def story(opened: Opened, clock_at: Clock) -> Story:
    made = run_group(clock_at, opened.user_id)
    wrapup.open_session(made.session)
    clock_at.advance(minutes=5)
    return made


def told(member: str, *wanted: Kind) -> list[str]:
    return [entry.title for entry in timeline(member, wanted or Kind, 99)]


def test_a_member_has_their_session_note_addendum_and_goals_newest_first(
    story: Story, opened: Opened, clock_at: Clock
) -> None:
    member, me = story.members[1], opened.vault.confirm(opened.user_id, PASSPHRASE)
    (note,) = notes.of_member(member)
    signing.sign(story.session, [note.id], me)
    clock_at.advance(minutes=5)
    signing.add_addendum(note.id, "The wave was a lake.", me)
    assert told(member) == [
        "Addendum signed",
        "Note signed",
        "Tuesday Recovery Skills",
        "Goal agreed",
    ]
    assert [entry.at for entry in timeline(member, Kind, 99)] == sorted(
        (entry.at for entry in timeline(member, Kind, 99)), reverse=True
    )


def test_only_the_newest_are_read_when_so_many_are_asked_for(story: Story) -> None:
    member = story.members[1]
    everything = timeline(member, Kind, 99)
    assert len(everything) > 1
    assert timeline(member, Kind, 1) == everything[:1]


def test_what_is_not_signed_is_not_there(story: Story) -> None:
    assert told(story.members[1], Kind.NOTE) == []


def test_a_goal_that_ended_says_how(story: Story) -> None:
    (goal,) = plans.goals(story.members[1])
    done = GoalDetails(
        words=goal.words,
        started_on=goal.started_on,
        status=GoalStatus.MET,
        closed_on=date(2026, 11, 10),
    )
    plans.save_goal(story.members[1], done, goal.id)
    assert told(story.members[1], Kind.PLAN) == ["Goal met", "Goal agreed"]


def test_calls_and_letters_stand_beside_the_missed_session(story: Story, clock_at: Clock) -> None:
    away = story.members[8]
    contacts.log_now(away, Channel.CALL, Outcome.VOICEMAIL)
    assert outreach.tries_of(away)
    assert told(away, Kind.SESSION, Kind.CONTACT) == [
        "Call: left a voicemail",
        "Tuesday Recovery Skills",
    ]
    assert timeline(away, [Kind.SESSION], 99)[0].detail == "No-show"


def test_front_desk_reads_only_what_its_key_opens(story: Story, opened: Opened) -> None:
    assert kinds(clinical=True) == tuple(Kind)
    assert kinds(clinical=False) == (Kind.SESSION, Kind.LETTER, Kind.CONTACT)
    store.rest()
    keys = {"office": opened.unlocked.file_keys()["office"]}
    store.open_files(opened.folder, keys, opened.user_id)
    assert told(story.members[1], *kinds(clinical=False)) == ["Tuesday Recovery Skills"]


def test_letters_of_the_office_are_there_for_both(story: Story) -> None:
    issue = letters.Issue(kind="Letter", title="Please call us", member_id=story.members[8])
    letters.keep(issue, b"%PDF-1.7 made up")
    (entry,) = timeline(story.members[8], [Kind.LETTER], 99)
    assert (entry.title, entry.detail) == ("Letter", "Please call us")


def test_every_kind_has_its_words() -> None:
    assert set(KIND_WORDS) == set(Kind)
