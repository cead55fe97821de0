"""A line that speaks of risk: flagged, asked about, and in the way of every signature till then."""

import pytest

from practice.care import drafts, leftovers, notes, safety, signing, wrapup
from practice.care.safety import Step
from practice.care.signing import Why
from practice.errors import Refused
from practice.models import audit
from practice.models.audit import operation
from practice.models.base import CLINICAL
from practice.models.clinical import Note
from practice.models.enums.notes import NoteState
from tests.care.story import Story
from tests.conftest import PASSPHRASE, Opened

ANSWERS = {
    Step.ASKED: "Whether they think of harming themselves.",
    Step.ANSWER: "No plan, no means; passing thoughts this week.",
    Step.ACTION: "Went through the safety plan together.",
    Step.TOLD: "Their sister, with their agreement.",
}


def _sign(story: Story, opened: Opened, member: str) -> None:
    row = next(n for n in notes.of_session(story.session) if n.member_id == member)
    signing.sign(story.session, [row.id], opened.vault.confirm(opened.user_id, PASSPHRASE))


def test_nothing_of_the_session_is_signed_before_the_check_is_finished(
    story: Story, opened: Opened
) -> None:
    check = safety.flag(story.session, story.members[5])
    notes.prepare(story.session)
    (obstacle,) = (o for o in signing.obstacles(story.session) if o.why is Why.SAFETY)
    assert obstacle.note_id is None
    found = wrapup.gather(story.session)
    flagged = found.flagged(obstacle)
    assert flagged is not None
    assert flagged.seat.member == story.members[5]
    assert found.ready == ()
    with pytest.raises(Refused, match="safety check"):
        _sign(story, opened, story.members[0])

    safety.finish(check, ANSWERS)
    _sign(story, opened, story.members[0])
    assert safety.check(check).told == ANSWERS[Step.TOLD]


def test_the_database_itself_refuses(story: Story) -> None:
    safety.flag(story.session, story.members[5])
    notes.prepare(story.session)
    with pytest.raises(Refused, match="safety check"), operation(CLINICAL, "Sign past the rules"):
        Note.update(state=NoteState.SIGNED).where(Note.session_id == story.session).execute()


@pytest.mark.parametrize("missing", list(Step))
def test_every_question_wants_an_answer(story: Story, missing: Step) -> None:
    check = safety.flag(story.session, story.members[0])
    with pytest.raises(Refused) as refused:
        safety.finish(check, ANSWERS | {missing: " \n\t"})
    assert refused.value.field == missing.value
    assert safety.check(check).open


def test_a_flag_stands_on_a_line(story: Story) -> None:
    with pytest.raises(Refused, match="Write the line"):
        safety.flag(story.session, story.members[8])


def test_flagging_again_goes_on_with_the_check_that_is_open(story: Story) -> None:
    once = safety.flag(story.session, story.members[0])
    assert safety.flag(story.session, story.members[0]) == once
    safety.finish(once, ANSWERS)
    assert safety.flag(story.session, story.members[0]) == once
    assert len(safety.of_session(story.session)) == 1


def test_flag_and_finish_are_in_the_trail_and_undone(story: Story) -> None:
    done: list[audit.Changes] = []
    stop = audit.subscribe(done.append)
    check = safety.flag(story.session, story.members[0])
    safety.finish(check, ANSWERS)
    stop()
    assert [one.label for one in done] == ["Flag a risk", "Finish a safety check"]
    audit.undo(CLINICAL, done[1].operation_id)
    assert safety.check(check).open
    audit.undo(CLINICAL, done[0].operation_id)
    assert safety.of_session(story.session) == []
    assert audit.verify(CLINICAL) == []


def test_a_finished_check_stays_once_the_members_note_is_signed(
    story: Story, opened: Opened
) -> None:
    check = safety.flag(story.session, story.members[0])
    safety.finish(check, ANSWERS)
    safety.finish(check, ANSWERS | {Step.TOLD: "Their brother."})
    notes.prepare(story.session)
    _sign(story, opened, story.members[0])
    with pytest.raises(Refused, match="addendum"):
        safety.finish(check, ANSWERS)


def test_answers_being_typed_are_offered_after_a_crash(story: Story) -> None:
    check = safety.flag(story.session, story.members[0])
    drafts.save(safety.draft_key(check, Step.ASKED), "Whether they")
    assert [one.session_id for one in leftovers.found()] == [story.session]
    safety.finish(check, ANSWERS)
    assert leftovers.found() == []
