"""The thread of a goal through the notes: which sessions worked on it, of how many."""

from practice.care import notes, plan_thread, plans, signing
from practice.models.enums.plans import Progress
from tests.care.story import Story, run_group, told
from tests.conftest import PASSPHRASE, Clock, Opened


def note_of(story: Story, member: str) -> str:
    return next(n.id for n in notes.of_session(story.session) if n.member_id == member)


def test_a_goal_is_followed_to_the_note_that_worked_on_it(opened: Opened, clock_at: Clock) -> None:
    story = run_group(clock_at, opened.user_id)
    member = story.members[0]
    notes.prepare(story.session)
    note = note_of(story, member)
    first, second = plans.goals(member)
    notes.set_progress(note, first.id, Progress.FORWARD)
    notes.set_progress(note, second.id, Progress.NOT_WORKED_ON)
    drafted = plan_thread.threads(member)
    assert [each.signed for each in drafted[first.id].worked] == [False]
    assert drafted[first.id].words == "Worked on in 0 of 0 signed notes."
    signing.sign(story.session, [note], opened.vault.confirm(opened.user_id, PASSPHRASE))
    found = plan_thread.threads(member)
    (worked,) = found[first.id].worked
    assert worked.session_id == story.session
    assert (worked.title, worked.progress) == ("Tuesday Recovery Skills", Progress.FORWARD)
    assert f"{worked.starts:%Y-%m-%d %H:%M}" == "2026-11-17 18:00"
    assert worked.excerpt.startswith(f"{told(story, 0)[1]} ")
    assert found[first.id].words == "Worked on in 1 of 1 signed note: progress in 1."
    assert found[second.id].words == "Worked on in 0 of 1 signed note."


def test_a_long_response_is_shortened_to_one_line(opened: Opened, clock_at: Clock) -> None:
    story = run_group(clock_at, opened.user_id)
    member = story.members[1]
    notes.prepare(story.session)
    note = note_of(story, member)
    notes.save_part(note, "response", "A long answer.\n" * 40)
    goal = plans.goals(member)[0]
    notes.set_progress(note, goal.id, Progress.STEADY)
    (worked,) = plan_thread.threads(member)[goal.id].worked
    assert worked.excerpt.endswith("…")
    assert "\n" not in worked.excerpt
    assert len(worked.excerpt) <= plan_thread.EXCERPT
