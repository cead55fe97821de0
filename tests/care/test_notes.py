"""What ending a session makes, and making it again."""

from datetime import datetime

import pytest

from practice.care import carrying, drafting, drafts, live, notes, plans, signing, waiting, wrapup
from practice.care.facts import Facts, Gap
from practice.care.facts import of_session as facts_of
from practice.care.wrapup import Standing
from practice.desk import attendance, members, schedule, sessions
from practice.desk.attendance import Correction
from practice.desk.members import MemberDetails
from practice.errors import Refused
from practice.models.base import CHANGES, CLINICAL
from practice.models.enums.attendance import MODE_WORDS, Mode, Status
from practice.models.enums.plans import Progress
from tests.build import one_more
from tests.care.story import Story, told
from tests.conftest import PASSPHRASE, Clock, Opened


def notes_of(story: Story) -> dict[str, notes.NoteRow]:
    return {note.member_id: note for note in notes.of_session(story.session)}


def name_of(story: Story, number: int) -> str:
    return sessions.seats(story.session)[number].given_name


def facts(story: Story) -> list[Facts]:
    found = facts_of(schedule.session(story.session))
    return [found[member] for member in story.members if member in found]


def test_everybody_who_came_gets_a_draft_from_their_own_lines(story: Story) -> None:
    notes.prepare(story.session)
    found = notes_of(story)
    assert [
        (found[member].participation, found[member].response) for member in story.members[:8]
    ] == [told(story, number) for number in range(8)]
    assert story.members[8] not in found
    assert notes.missed(story.session)[story.members[8]].status is Status.NO_SHOW
    shared = notes.shared(story.session)
    assert (shared.topic, shared.text) == (
        "Urge surfing",
        "The group practised urge surfing in pairs.",
    )


def test_the_facts_say_who_was_there_how_long_and_how(story: Story) -> None:
    found = facts(story)
    assert [f.participants for f in found] == [8] * 8
    assert [f.minutes for f in found] == [60, 60, 60, 48, 60, 60, 41, 60]
    assert (found[3].late, found[3].left_early) == (12, 0)
    assert (found[6].late, found[6].left_early) == (0, 19)
    assert (found[4].mode, found[4].audio_reason) == (MODE_WORDS[Mode.AUDIO], "Camera broken")
    assert {(f.scheduled_start, f.scheduled_stop, f.started, f.stopped) for f in found} == {
        ("18:00", "19:00", "18:00", "19:00")
    }
    assert found[0].diagnoses == ("F10.20 Alcohol dependence, uncomplicated",)


def test_what_nobody_recorded_is_missing_and_never_made_up(story: Story) -> None:
    found = facts(story)
    assert found[0].gaps == (Gap.LOCATION, Gap.EMERGENCY)
    assert found[4].gaps == (Gap.EMERGENCY,)
    attendance.set_how(story.rows[0], Mode.IN_PERSON, "", "")
    assert facts(story)[0].gaps == ()


def test_signed_facts_come_back_as_they_were_written(story: Story) -> None:
    found = facts(story)[0]
    assert Facts.from_text(found.to_text()) == found


def test_lines_that_name_a_part_go_there(story: Story) -> None:
    live.write_line(story.session, story.members[0], "Plan: call her sister on Friday")
    live.write_line(story.session, story.members[0], "participation: spoke three times")
    notes.prepare(story.session)
    note = notes_of(story)[story.members[0]]
    assert note.plan == "The plan is to call her sister on Friday."
    assert note.participation == f"{told(story, 0)[0]} {name_of(story, 0)} spoke three times."
    assert note.response == told(story, 0)[1]


def test_words_typed_but_not_yet_a_line_are_in_the_note(story: Story) -> None:
    drafts.save(live.draft_key(story.session, story.members[1]), "and once on Sunday")
    notes.prepare(story.session)
    assert notes_of(story)[story.members[1]].response == (
        f"{told(story, 1)[1][:-1]} and once on Sunday."
    )


def test_preparing_again_changes_nothing_and_writes_nothing(story: Story) -> None:
    notes.prepare(story.session)
    first = notes_of(story)
    notes.save_part(first[story.members[0]].id, "plan", "Own words")
    changes = CHANGES[CLINICAL].select().count()
    before = notes_of(story)
    notes.prepare(story.session)
    assert notes_of(story) == before
    assert CHANGES[CLINICAL].select().count() == changes


@pytest.mark.parametrize("made", range(10))
def test_a_crash_after_any_step_is_made_good_by_repeating(story: Story, made: int) -> None:
    notes.prepare(story.session)
    whole = {m: (n.participation, n.response, n.plan) for m, n in notes_of(story).items()}
    notes_in_order = sorted(notes_of(story).values(), key=lambda n: n.id)
    for note in notes_in_order[made:]:
        notes.discard_draft(note.id)
    notes.prepare(story.session)
    assert {m: (n.participation, n.response, n.plan) for m, n in notes_of(story).items()} == whole


def test_a_corrected_attendance_is_followed(story: Story) -> None:
    notes.prepare(story.session)
    attendance.mark_present(story.rows[8])
    notes.prepare(story.session)
    assert notes_of(story)[story.members[8]].own_text == ""
    assert story.members[8] not in notes.missed(story.session)
    attendance.mark_missed(story.rows[8], Status.EXCUSED)
    notes.prepare(story.session)
    assert story.members[8] not in notes_of(story)
    assert notes.missed(story.session)[story.members[8]].status is Status.EXCUSED
    attendance.mark_missed(story.rows[8], Status.LATE_CANCEL)
    notes.prepare(story.session)
    assert notes.missed(story.session)[story.members[8]].status is Status.LATE_CANCEL


def test_a_draft_with_words_stays_when_its_member_turns_out_absent(story: Story) -> None:
    notes.prepare(story.session)
    attendance.mark_missed(story.rows[0], Status.NO_SHOW)
    notes.prepare(story.session)
    note = notes_of(story)[story.members[0]]
    assert note.response == told(story, 0)[1]
    part = wrapup.gather(story.session).member(story.members[0])
    assert part is not None
    assert part.standing is Standing.ABSENT
    notes.discard_draft(note.id)
    assert story.members[0] not in notes_of(story)


def test_a_session_whose_notes_were_never_made_is_still_to_finish(story: Story) -> None:
    (found,) = waiting.to_finish()
    assert (found.drafts, found.empty, found.unrecorded, found.days) == (8, 8, 0, 0)


def test_sessions_to_finish_say_what_is_missing_oldest_first(
    story: Story, clock_at: Clock, opened: Opened
) -> None:
    notes.prepare(story.session)
    clock_at.advance(days=2)
    (found,) = waiting.to_finish()
    assert (found.words, found.days) == ("8 to sign", 2)
    note = notes_of(story)[story.members[0]]
    notes.save_part(note.id, "response", "")
    notes.save_part(note.id, "participation", "")
    attendance.set_stays(story.rows[1], ())
    (found,) = waiting.to_finish()
    assert found.words == "1 to mark · 1 of 8 notes empty · 8 to sign"


def test_words_left_by_a_crash_are_taken_into_their_notes(story: Story) -> None:
    wrapup.open_session(story.session)
    note = notes_of(story)[story.members[0]]
    key = notes.draft_key(note.id, "plan")
    drafts.save(key, "Call on Friday")
    drafts.save(notes.draft_key(story.session, "text"), "In pairs, then all together.")
    assert key in wrapup.open_session(story.session)
    assert notes_of(story)[story.members[0]].plan == "Call on Friday"
    assert notes.shared(story.session).text == "In pairs, then all together."
    assert wrapup.open_session(story.session) == frozenset()


def test_words_that_cannot_be_stored_wait_for_a_person(story: Story) -> None:
    wrapup.open_session(story.session)
    note = notes_of(story)[story.members[0]]
    key = notes.draft_key(note.id, "plan")
    drafts.save(key, "Call on \u202eFriday")
    assert wrapup.open_session(story.session) == {key}
    assert drafts.load(key) == "Call on \u202eFriday"
    part = wrapup.gather(story.session).member(story.members[0])
    assert part is not None
    assert part.standing is Standing.UNSAVED


def test_going_on_takes_in_what_is_said_after(story: Story, clock_at: Clock) -> None:
    wrapup.open_session(story.session)
    kept = notes_of(story)[story.members[1]]
    notes.save_part(kept.id, "plan", "My own words")
    goal = plans.goals(story.members[2])[0]
    notes.set_progress(notes_of(story)[story.members[2]].id, goal.id, Progress.FORWARD)
    wrapup.go_on(story.session)
    clock_at.to("19:05")
    live.write_line(story.session, story.members[0], "One more thing.")
    live.write_line(story.session, None, "Closed with a breath.")
    sessions.stop(story.session)
    wrapup.open_session(story.session)
    found = notes_of(story)
    assert found[story.members[0]].response == f"{told(story, 0)[1]} Noted: One more thing."
    assert found[story.members[1]].plan == "My own words"
    assert notes.progress_of([found[story.members[2]].id])
    assert "closed with a breath." in notes.shared(story.session).text
    assert facts(story)[0].minutes == 65


def test_a_running_session_has_no_wrap_up(story: Story) -> None:
    wrapup.go_on(story.session)
    with pytest.raises(Refused, match="not ended"):
        wrapup.open_session(story.session)
    with pytest.raises(Refused, match="not ended"):
        wrapup.go_on(story.session)


def test_one_correction_puts_times_mode_and_place_right(story: Story) -> None:
    seat = sessions.seats(story.session)[4]
    attendance.correct(
        story.rows[4], Correction(stays=seat.stays, mode=None, audio_reason="", location="Car park")
    )
    seat = sessions.seats(story.session)[4]
    assert (seat.mode, seat.audio_reason, seat.location) == (None, "", "Car park")
    with pytest.raises(Refused, match="audio only"):
        attendance.correct(
            story.rows[4],
            Correction(stays=(), mode=Mode.AUDIO, audio_reason="", location="Elsewhere"),
        )
    assert sessions.seats(story.session)[4].location == "Car park"


def test_notes_by_a_part_that_does_not_exist_are_a_bug(story: Story) -> None:
    notes.prepare(story.session)
    note = notes_of(story)[story.members[0]]
    with pytest.raises(ValueError, match="mood"):
        notes.save_part(note.id, "mood", "good")
    with pytest.raises(ValueError, match="mood"):
        notes.save_shared(story.session, "mood", "good")


def test_an_emergency_contact_and_consent_are_read_from_the_member(story: Story) -> None:
    row = members.member(story.members[0])
    members.change(
        row.id,
        MemberDetails(
            given_name=row.given_name,
            emergency_name="Ana Reyes",
            emergency_phone="518-555-0199",
        ),
    )
    found = facts(story)[0]
    assert found.emergency == "Ana Reyes 518-555-0199"
    assert Gap.CONSENT in found.gaps


def test_the_plan_is_carried_forward_and_nothing_else(story: Story, opened: Opened) -> None:
    notes.prepare(story.session)
    before = notes_of(story)[story.members[0]]
    notes.save_part(before.id, "plan", "Call the sponsor twice a week.")
    confirmed = opened.vault.confirm(opened.user_id, PASSPHRASE)
    signing.sign(story.session, [before.id], confirmed)
    group = schedule.session(story.session).group or ""
    later = one_more(group, datetime(2026, 11, 17, 20, 0))
    sessions.start(later)
    attendance.mark_all_present(later)
    sessions.stop(later)
    notes.prepare(later)
    note = next(n for n in notes.of_session(later) if n.member_id == story.members[0])
    part = wrapup.gather(later).member(story.members[0])
    assert part is not None
    assert part.last_plan == "Call the sponsor twice a week."
    carrying.carry_forward(note.id)
    after = notes.note(note.id)
    assert after.texts == {**note.texts, "plan": "Call the sponsor twice a week."}
    (sentence,) = drafting.sentences_of([note.id])[note.id]
    assert sentence.sources == (f"note:{before.id}",)
    other = next(n for n in notes.of_session(later) if n.member_id == story.members[1])
    with pytest.raises(Refused, match="plan yet"):
        carrying.carry_forward(other.id)
