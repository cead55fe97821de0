"""The count beside Notes to finish is what the list holds, without reading it."""

from practice.care import notes, signing, waiting
from practice.desk import attendance, sessions
from practice.models.enums.attendance import Status
from tests.build import a_full_group
from tests.care.story import Story
from tests.conftest import PASSPHRASE, Clock, Opened


def counted() -> int:
    assert waiting.count() == len(waiting.to_finish())
    return waiting.count()


def test_a_session_counts_from_its_end_to_its_last_signature(opened: Opened, story: Story) -> None:
    assert counted() == 1
    notes.prepare(story.session)
    assert counted() == 1
    confirmed = opened.vault.confirm(opened.user_id, PASSPHRASE)
    ids = [note.id for note in notes.of_session(story.session)]
    signing.sign(story.session, ids[:1], confirmed)
    assert counted() == 1
    signing.sign(story.session, ids[1:], confirmed)
    assert counted() == 0
    attendance.unmark(story.rows[8], reason="Someone says they were there")
    assert counted() == 1


def test_a_session_nobody_came_to_needs_no_note(opened: Opened, clock_at: Clock) -> None:
    _, _, session = a_full_group(opened.user_id, 2)
    assert counted() == 0
    clock_at.to("18:00")
    sessions.start(session)
    assert counted() == 0
    clock_at.to("19:00")
    sessions.stop(session)
    assert counted() == 1
    for seat in sessions.seats(session):
        attendance.mark_missed(seat.id, Status.NO_SHOW)
    assert counted() == 0
