"""Signing: what blocks it, that signed means for ever, and what a later correction does."""

from collections.abc import Callable
from dataclasses import replace
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from practice.care import drafts, going_on, live, notes, othernames, plans, signing, waiting, wrapup
from practice.care.signing import Why
from practice.care.wrapup import Standing
from practice.desk import attendance, schedule, sessions
from practice.desk import practice as desk
from practice.desk.sessions import Held
from practice.errors import Refused, Unavailable
from practice.models.audit import operation
from practice.models.base import CHANGES, CLINICAL, OFFICE
from practice.models.clinical import Addendum, Line, NoteGoal
from practice.models.clinical import Note as NoteTable
from practice.models.enums.attendance import Mode, Status
from practice.models.enums.plans import GoalStatus, Progress
from practice.models.office import Session
from practice.reports import gather
from practice.vault.confirmation import Confirmation
from practice.vault.keys import WrongSecret
from tests.care.story import Story, run_group
from tests.conftest import PASSPHRASE, Clock, Opened


@pytest.fixture
def ended(story: Story) -> Story:
    """W1 with its notes made."""
    wrapup.open_session(story.session)
    return story


@pytest.fixture
def me(opened: Opened) -> Confirmation:
    return opened.vault.confirm(opened.user_id, PASSPHRASE)


def note_of(story: Story, digit: int) -> notes.NoteRow:
    """The note of the member with this digit."""
    member = story.members[digit - 1]
    return next(n for n in notes.of_session(story.session) if n.member_id == member)


def sign_all(story: Story, me: Confirmation) -> None:
    signing.sign(story.session, [n.id for n in notes.of_session(story.session)], me)


def whys(story: Story) -> list[Why]:
    return [obstacle.why for obstacle in signing.obstacles(story.session)]


def test_all_eight_are_signed_at_once_with_name_and_time(
    ended: Story, me: Confirmation, clock_at: Clock
) -> None:
    sign_all(ended, me)
    found = notes.of_session(ended.session)
    assert [n.signed for n in found] == [True] * 8
    assert {n.signature for n in found} == {"Maria Lopez, LCSW"}
    assert {n.signed_at for n in found} == {clock_at.now()}
    assert {n.signed_facts.participants for n in found if n.signed_facts} == {8}
    assert schedule.session(ended.session).signed
    assert waiting.to_finish() == []


def test_a_wrong_passphrase_confirms_nobody(opened: Opened) -> None:
    with pytest.raises(WrongSecret):
        opened.vault.confirm(opened.user_id, "not this one at all")


def test_nobody_signs_for_somebody_else(ended: Story) -> None:
    with pytest.raises(Refused, match="signed in"):
        sign_all(ended, Confirmation("somebody-else"))


def test_nothing_to_sign_is_said(ended: Story, me: Confirmation) -> None:
    with pytest.raises(Refused, match="no note"):
        signing.sign(ended.session, [], me)


def test_an_unrecorded_row_blocks_the_whole_session(ended: Story, me: Confirmation) -> None:
    attendance.set_stays(ended.rows[8], ())
    assert whys(ended) == [Why.UNRECORDED]
    with pytest.raises(Refused, match="not marked"):
        signing.sign(ended.session, [note_of(ended, 1).id], me)


def test_a_session_going_on_cannot_be_signed(ended: Story, me: Confirmation) -> None:
    notes.save_part(note_of(ended, 1).id, "plan", "Kept")
    going_on.go_on(ended.session)
    with pytest.raises(Refused, match="not ended"):
        signing.sign(ended.session, [note_of(ended, 1).id], me)


def test_an_empty_note_blocks_itself_and_no_other(ended: Story, me: Confirmation) -> None:
    empty, other = note_of(ended, 1), note_of(ended, 2)
    notes.save_part(empty.id, "response", "")
    notes.save_part(empty.id, "participation", "")
    assert whys(ended) == [Why.EMPTY]
    signing.sign(ended.session, [other.id], me)
    with pytest.raises(Refused, match="Nothing is written"):
        signing.sign(ended.session, [empty.id], me)


def test_words_still_only_typed_block_signing(ended: Story, me: Confirmation) -> None:
    note = note_of(ended, 1)
    drafts.save(notes.draft_key(note.id, "plan"), "typed and shown as saved")
    (obstacle,) = signing.obstacles(ended.session)
    assert (obstacle.why, obstacle.part) == (Why.UNSAVED, "plan")
    with pytest.raises(Refused, match="not in the note"):
        sign_all(ended, me)


def test_another_members_name_blocks_until_it_is_gone(ended: Story, me: Confirmation) -> None:
    six, two = note_of(ended, 6), sessions.seats(ended.session)[1]
    notes.save_part(six.id, "response", f"Sat beside {two.given_name} and listened.")
    (obstacle,) = signing.obstacles(ended.session)
    assert (obstacle.why, obstacle.note_id, obstacle.part) == (Why.OTHER_NAME, six.id, "response")
    with pytest.raises(Refused, match=two.given_name):
        sign_all(ended, me)
    notes.save_part(six.id, "response", "Sat beside a peer and listened.")
    sign_all(ended, me)


def test_a_name_a_clinician_vouches_for_may_stay(ended: Story, me: Confirmation) -> None:
    six, two = note_of(ended, 6), sessions.seats(ended.session)[1]
    notes.save_part(six.id, "response", f"Her sister {two.given_name} called.")
    ((finding),) = othernames.SessionCheck(ended.session).in_text(
        note_of(ended, 6), note_of(ended, 6).response
    )
    with pytest.raises(Refused, match="why this name"):
        othernames.keep_name(six.id, finding, "  ")
    othernames.keep_name(six.id, finding, "Her sister has the same name")
    assert whys(ended) == []
    seven = note_of(ended, 7)
    notes.save_part(seven.id, "response", f"Talked to {two.given_name}.")
    assert whys(ended) == [Why.OTHER_NAME]


def test_nobody_is_named_in_the_shared_part(ended: Story, me: Confirmation) -> None:
    one = sessions.seats(ended.session)[0]
    notes.save_shared(ended.session, "text", f"{one.given_name} showed the exercise.")
    (obstacle,) = signing.obstacles(ended.session)
    assert (obstacle.why, obstacle.note_id, obstacle.part) == (Why.SHARED_NAME, None, "text")
    with pytest.raises(Refused, match=one.given_name):
        signing.sign(ended.session, [note_of(ended, 1).id], me)
    check = othernames.SessionCheck(ended.session)
    (finding,) = check.in_shared_text(notes.shared(ended.session).text)
    othernames.keep_name(ended.session, finding, "A name in a song")
    assert whys(ended) == []


CHANGES_OF_A_NOTE: tuple[Callable[[str], object], ...] = (
    lambda note: notes.save_part(note, "response", "Something else"),
    notes.discard_draft,
    lambda note: NoteTable.update(signature="X").where(NoteTable.id == note).execute(),
    lambda note: NoteTable.delete().where(NoteTable.id == note).execute(),
    lambda note: NoteGoal.delete().where(NoteGoal.note == note).execute(),
    lambda note: NoteGoal.update(progress=Progress.BACK).where(NoteGoal.note == note).execute(),
    lambda note: Addendum.update(text="X").where(Addendum.note == note).execute(),
    lambda note: Addendum.delete().where(Addendum.note == note).execute(),
)


@pytest.mark.parametrize("change", range(len(CHANGES_OF_A_NOTE)))
def test_the_database_refuses_every_change_of_signed_words(
    ended: Story, me: Confirmation, change: int
) -> None:
    note = note_of(ended, 1)
    goal = plans.goals(note.member_id)[0]
    notes.set_progress(note.id, goal.id, Progress.FORWARD)
    sign_all(ended, me)
    signing.add_addendum(note.id, "Later words.", me)
    before = (notes.note(note.id), notes.addenda([note.id]), notes.progress_of([note.id]))
    with (
        pytest.raises(Refused, match="Add an addendum"),
        operation(CLINICAL, "Try to change signed words"),
    ):
        CHANGES_OF_A_NOTE[change](note.id)
    assert (notes.note(note.id), notes.addenda([note.id]), notes.progress_of([note.id])) == before


def test_a_signed_note_keeps_goals_and_diagnoses_as_they_were_worded(
    ended: Story, me: Confirmation
) -> None:
    note = note_of(ended, 2)
    goal = plans.goals(note.member_id)[0]
    notes.set_progress(note.id, goal.id, Progress.STEADY)
    sign_all(ended, me)
    details = plans.GoalDetails(
        words="Another wording", started_on=goal.started_on, status=GoalStatus.ACTIVE
    )
    plans.save_goal(note.member_id, details, goal.id)
    facts = notes.note(note.id).signed_facts
    assert facts is not None
    assert [(g.words, g.progress) for g in facts.goals] == [
        ("Notice urges and wait ten minutes", "No change")
    ]
    printed = gather.progress_note(note.id)
    told = " ".join(part.text for part in printed.note.parts)
    assert told.count("no change on the goal “Notice urges and wait ten minutes”") == 1
    assert "Another wording" not in told
    assert printed.diagnoses == ("F10.20 Alcohol dependence, uncomplicated",)


def test_the_shared_part_may_change_for_the_notes_still_open(
    ended: Story, me: Confirmation
) -> None:
    first, second = note_of(ended, 1), note_of(ended, 2)
    signing.sign(ended.session, [first.id], me)
    notes.save_shared(ended.session, "text", "Practised in threes.")
    signing.sign(ended.session, [second.id], me)
    assert notes.note(first.id).shared_text == "The group practised urge surfing in pairs."
    assert notes.note(second.id).shared_text == "Practised in threes."


def test_a_crash_between_the_files_is_made_good(
    ended: Story, me: Confirmation, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(signing, "_tell_office", _die)
        with pytest.raises(Unavailable):
            sign_all(ended, me)
    assert not schedule.session(ended.session).signed
    signing.reconcile()
    assert schedule.session(ended.session).signed
    assert waiting.to_finish() == []


def _die(session_id: str) -> None:
    raise Unavailable("power cut")


def test_live_lines_go_with_the_last_signature_if_the_practice_wants_it(
    ended: Story, me: Confirmation
) -> None:
    desk.save_practice(replace(desk.practice(), delete_lines=True))
    absent = live.write_line(ended.session, ended.members[8], "Texted that the bus broke down.")
    signing.sign(ended.session, [note_of(ended, digit).id for digit in range(1, 8)], me)
    assert len(live.lines(ended.session)) == 10
    with pytest.raises(Refused, match="kept until"):
        live.delete_lines(ended.session)
    signing.sign(ended.session, [note_of(ended, 8).id], me)
    assert [line.id for line in live.lines(ended.session)] == [absent]
    assert Line.select().count() == 1
    words = "Named payday as the first cue"
    trail = CHANGES[CLINICAL].select().where(CHANGES[CLINICAL].table_name == "line")
    assert not any(words in f"{row.before}{row.after}" for row in trail)


def test_live_lines_stay_unless_the_practice_wants_them_gone(
    ended: Story, me: Confirmation
) -> None:
    sign_all(ended, me)
    assert len(live.lines(ended.session)) == 9


def test_before_signing_attendance_changes_freely_and_after_only_with_a_reason(
    ended: Story, me: Confirmation
) -> None:
    attendance.mark_present(ended.rows[3])
    sign_all(ended, me)
    session = schedule.session(ended.session)
    assert session.started_at is not None
    assert session.stopped_at is not None
    held = Held(
        started=session.started_at,
        stopped=session.started_at + (session.stopped_at - session.started_at) / 2,
        platform="Zoom",
        clinician_location="Home",
    )
    changes: tuple[Callable[[str], None], ...] = (
        lambda why: attendance.mark_missed(ended.rows[0], Status.NO_SHOW, reason=why),
        lambda why: attendance.set_stays(ended.rows[1], (), reason=why),
        lambda why: attendance.set_how(ended.rows[2], Mode.IN_PERSON, "", "", reason=why),
        lambda why: attendance.confirm_usual_locations(ended.session, reason=why),
        lambda why: sessions.correct(ended.session, held, reason=why),
    )
    for change in changes:
        with pytest.raises(Refused, match="only with a reason"):
            change("")
        change("The call log shows it")


def test_the_office_never_forgets_that_a_note_was_signed(ended: Story, me: Confirmation) -> None:
    sign_all(ended, me)
    with pytest.raises(Refused, match="reason"), operation(OFFICE, "Try"):
        Session.update(signed=False).execute()


def test_a_later_correction_shows_until_an_addendum_takes_it_in(
    ended: Story, me: Confirmation
) -> None:
    sign_all(ended, me)
    note = note_of(ended, 4)
    attendance.mark_present(ended.rows[3], reason="She had joined by phone")
    found = {(d.what, d.noted, d.now) for d in signing.disagreements(note)}
    assert found == {("Minutes", "48", "60"), ("Minutes late", "12", "0")}
    assert signing.disagreements(note_of(ended, 1)) == []
    part = wrapup.gather(ended.session).member(ended.members[3])
    assert part is not None
    assert part.standing is Standing.DIFFERS
    signing.add_addendum(note.id, "Present for all 60 minutes.", me)
    assert signing.disagreements(note) == []
    assert notes.note(note.id).signed_facts == note.signed_facts


def test_someone_marked_absent_later_changes_everybodys_count(
    ended: Story, me: Confirmation
) -> None:
    sign_all(ended, me)
    attendance.mark_missed(ended.rows[0], Status.NO_SHOW, reason="Mixed up two members")
    notes.prepare(ended.session)
    (found,) = signing.disagreements(note_of(ended, 1))
    assert (found.what, found.noted, found.now) == ("Attendance", "Attended", "No-show")
    (count,) = signing.disagreements(note_of(ended, 2))
    assert (count.what, count.noted, count.now) == ("Participants present", "8", "7")
    signing.add_addendum(note_of(ended, 1).id, "This member was not there.", me)
    assert signing.disagreements(note_of(ended, 1)) == []
    attendance.mark_present(ended.rows[0], reason="They were there after all")
    (back,) = signing.disagreements(note_of(ended, 1))
    assert (back.what, back.now) == ("Attendance", "Attended")


def test_an_addendum_is_for_signed_notes_and_says_something(ended: Story, me: Confirmation) -> None:
    note, two = note_of(ended, 1), sessions.seats(ended.session)[1]
    with pytest.raises(Refused, match="not signed yet"):
        signing.add_addendum(note.id, "Words", me)
    sign_all(ended, me)
    with pytest.raises(Refused, match="what the addendum says"):
        signing.add_addendum(note.id, " \n ", me)
    with pytest.raises(Refused, match=two.given_name):
        signing.add_addendum(note.id, f"{two.given_name} was there too.", me)
    with pytest.raises(Refused, match="signed in"):
        signing.add_addendum(note.id, "Words", Confirmation("somebody-else"))
    drafts.save(notes.draft_key(note.id, notes.ADDENDUM), "First")
    signing.add_addendum(note.id, "First", me)
    signing.add_addendum(note.id, "Second", me)
    assert [a.text for a in notes.addenda([note.id])[note.id]] == ["First", "Second"]
    assert drafts.left_over() == []


def test_words_left_for_a_signed_note_wait_for_an_addendum(ended: Story, me: Confirmation) -> None:
    sign_all(ended, me)
    note = note_of(ended, 1)
    drafts.save(notes.draft_key(note.id, "plan"), "typed too late")
    key = notes.draft_key(note.id, notes.ADDENDUM)
    assert wrapup.open_session(ended.session) == {key}
    assert drafts.load(key) == "typed too late"


HOSTILE = (
    "<b>&</b> <img src=x>",
    "'; DROP TABLE note; --",
    "עברית עם 12 מילים",
    "e\u0301 ạ̈ 👩‍👩‍👧 \U0001f9e1",
    "a\nb\tc",
    'NEAR/2 "x* OR y',
)


@pytest.mark.parametrize("text", HOSTILE)
def test_odd_text_is_signed_as_it_was_typed(ended: Story, me: Confirmation, text: str) -> None:
    note = note_of(ended, 1)
    notes.save_part(note.id, "response", text)
    signing.sign(ended.session, [note.id], me)
    assert notes.note(note.id).response == normalize("NFC", text)


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b", "a\u202eb", "x" * 200_001])
def test_text_that_could_mislead_is_refused_in_words(ended: Story, text: str) -> None:
    note = note_of(ended, 1)
    with pytest.raises(Refused):
        notes.save_part(note.id, "response", text)
    assert notes.note(note.id) == note


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(chosen=st.sets(st.integers(1, 8)), empty=st.sets(st.integers(1, 8)))
def test_signing_is_all_or_nothing(
    ended: Story, me: Confirmation, chosen: set[int], empty: set[int]
) -> None:
    """Either every chosen draft is signed, or none is and the words say why."""
    rows = {digit: note_of(ended, digit) for digit in range(1, 9)}
    drafts_left = {digit for digit, row in rows.items() if not row.signed}
    for digit in drafts_left:
        notes.save_part(rows[digit].id, "participation", "")
        notes.save_part(rows[digit].id, "response", "" if digit in empty else "Took part.")
    wanted = chosen & drafts_left
    try:
        signing.sign(ended.session, [rows[digit].id for digit in chosen], me)
    except Refused:
        signed = {d for d in drafts_left if notes.note(rows[d].id).signed}
        assert not signed
        assert not wanted or wanted & empty
    else:
        assert wanted
        assert not wanted & empty
        assert {d for d in drafts_left if notes.note(rows[d].id).signed} == wanted


def test_everything_the_window_needs_is_gathered(
    opened: Opened, clock_at: Clock, me: Confirmation
) -> None:
    story = run_group(clock_at, opened.user_id, lines=False)
    attendance.set_stays(story.rows[7], ())
    wrapup.open_session(story.session)
    found = wrapup.gather(story.session)
    assert [m.standing for m in found.members] == [
        *[Standing.EMPTY] * 7,
        Standing.TO_MARK,
        Standing.MISSED,
    ]
    assert found.ready == ()
    assert (found.unsigned, found.signed) == (7, 0)
    assert [o.why for o in found.obstacles] == [Why.UNRECORDED]
    attendance.mark_missed(story.rows[7], Status.EXCUSED)
    notes.save_part(note_of(story, 1).id, "response", "Took part.")
    found = wrapup.gather(story.session)
    assert found.ready == (note_of(story, 1).id,)
    assert [m.to_do for m in found.members] == [False, *[True] * 6, False, False]
