"""Words that may be names: asked about, answered, and in nobody's way."""

from dataclasses import replace

import pytest

from practice.care import notes, signing
from practice.care.namecheck import Certainty
from practice.care.othernames import SessionCheck, answer, keep_name
from practice.desk import members
from practice.desk.members import MemberDetails
from practice.vault.confirmation import Confirmation
from tests.care.story import Story
from tests.conftest import PASSPHRASE, Opened

DOUBT = "With Grace in mind she waited."


@pytest.fixture
def with_grace(story: Story) -> Story:
    """The second member is called Hope Grace."""
    row = members.member(story.members[1])
    fields = {name: getattr(row, name) for name in MemberDetails.__dataclass_fields__}
    changed = replace(MemberDetails(**fields), given_name="Hope", family_name="Grace")
    members.change(story.members[1], changed)
    notes.prepare(story.session)
    return story


def first_note(story: Story) -> notes.NoteRow:
    return next(n for n in notes.of_session(story.session) if n.member_id == story.members[0])


def looked(story: Story, text: str) -> list[tuple[str, Certainty]]:
    found = SessionCheck(story.session).look(first_note(story), text)
    return [(finding.text, finding.certainty) for finding in found]


def test_a_question_is_seen_and_stands_in_nobodys_way(with_grace: Story, opened: Opened) -> None:
    note = first_note(with_grace)
    notes.save_part(note.id, "plan", DOUBT)
    assert looked(with_grace, DOUBT) == [("Grace", Certainty.QUESTION)]
    assert SessionCheck(with_grace.session).in_text(note, DOUBT) == []
    assert signing.obstacles(with_grace.session) == []
    confirmed: Confirmation = opened.vault.confirm(opened.user_id, PASSPHRASE)
    signing.sign(with_grace.session, [note.id], confirmed)
    assert first_note(with_grace).signed


def test_an_answer_ends_the_question_in_this_note_alone(with_grace: Story) -> None:
    note = first_note(with_grace)
    (finding,) = SessionCheck(with_grace.session).look(note, DOUBT)
    answer(note.id, finding)
    assert looked(with_grace, DOUBT) == []
    other = next(n for n in notes.of_session(with_grace.session) if n.id != note.id)
    elsewhere = SessionCheck(with_grace.session).look(other, DOUBT)
    assert other.member_id == with_grace.members[1] or len(elsewhere) == 1


def test_an_answer_never_lets_a_sure_name_pass(with_grace: Story) -> None:
    note = first_note(with_grace)
    doubtful = "There was hope Grace would bring."
    (finding,) = SessionCheck(with_grace.session).look(note, doubtful)
    assert (finding.text, finding.certainty) == ("hope Grace", Certainty.QUESTION)
    answer(note.id, finding)
    assert looked(with_grace, doubtful) == []
    assert looked(with_grace, "Hope Grace came.") == [("Hope Grace", Certainty.BLOCK)]


def test_a_sure_name_takes_a_reason_and_then_answers_the_question_too(with_grace: Story) -> None:
    note = first_note(with_grace)
    (sure,) = SessionCheck(with_grace.session).look(note, "Hope Grace came.")
    with pytest.raises(ValueError, match="reason"):
        answer(note.id, sure)
    keep_name(note.id, sure, "Her sister of the same name")
    assert looked(with_grace, "There was hope Grace would bring.") == []


def test_the_shared_part_asks_for_the_whole_session(with_grace: Story) -> None:
    check = SessionCheck(with_grace.session)
    (finding,) = check.look_in_shared(DOUBT)
    assert check.in_shared_text(DOUBT) == []
    answer(with_grace.session, finding)
    assert check.look_in_shared(DOUBT) == []
