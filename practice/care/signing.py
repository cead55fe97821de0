"""Signing: what stands in the way, the signature itself, addenda, and notes that disagree.

A signed note keeps its words, its shared part and its facts as they stood (CMS: legible, complete,
dated, timed, authenticated). The database refuses every later change; corrections are addenda,
labelled, dated, authored, with the original readable.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from practice import clock
from practice.care import live, notes, othernames
from practice.care.facts import Facts, of_session
from practice.care.notes import NoteRow
from practice.desk import schedule, sessions
from practice.desk.practice import practice, user
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import CLINICAL, OFFICE
from practice.models.clinical import Addendum, Note
from practice.models.enums import STATUS_WORDS, NoteState, SessionState, Status
from practice.models.office import Session
from practice.models.read import tuples
from practice.text import clean_text
from practice.vault.confirmation import Confirmation

UNRECORDED = "Some members are not marked yet. Mark everybody, then sign."
NOT_HELD = "The session has not ended yet."
EMPTY = "Nothing is written about this member yet."
ABSENT = "The attendance says this member was not there. Correct it, or discard the draft."
OTHER_NAME = "Names another member: {}."


@dataclass(frozen=True)
class Obstacle:
    """Why a note can't be signed yet; no `note_id` means it holds for the whole session."""

    note_id: str | None
    words: str


def obstacles(session_id: str, note_ids: Iterable[str] | None = None) -> list[Obstacle]:
    """Everything in the way of signing these drafts of a session (all of them, if none named)."""
    session = schedule.session(session_id)
    if session.state is not SessionState.HELD:
        return [Obstacle(None, NOT_HELD)]
    seats = sessions.seats(session_id)
    if any(seat.status is Status.UNRECORDED for seat in seats):
        return [Obstacle(None, UNRECORDED)]
    wanted = None if note_ids is None else set(note_ids)
    attended = {seat.member for seat in seats if seat.status is Status.ATTENDED}
    found: list[Obstacle] = []
    for note in notes.of_session(session_id):
        if not note.signed and (wanted is None or note.id in wanted):
            found += _obstacles_of(note, attended)
    return found


def _obstacles_of(note: NoteRow, attended: set[str]) -> Iterable[Obstacle]:
    if note.member_id not in attended:
        yield Obstacle(note.id, ABSENT)
    elif not note.participation and not note.response:
        yield Obstacle(note.id, EMPTY)
    for finding in othernames.unresolved(note):
        yield Obstacle(note.id, OTHER_NAME.format(finding.text))


def sign(session_id: str, note_ids: Iterable[str], confirmed: Confirmation) -> None:
    """Sign drafts of one session as the person signed in, who just entered their passphrase.

    All of them or none. Raises Refused with the first obstacle. The office file learns of it in a
    second step; `reconcile` repeats that step after a crash.
    """
    wanted = tuple(note_ids)
    _require(confirmed)
    for obstacle in obstacles(session_id, wanted):
        raise Refused(obstacle.words)
    facts = of_session(schedule.session(session_id))
    shared = notes.shared(session_id)
    with operation(CLINICAL, "Sign notes", undoable=False):
        for row in notes.of_session(session_id):
            if row.id in wanted and not row.signed:
                Note.update(
                    state=NoteState.SIGNED,
                    shared_topic=shared.topic,
                    shared_text=shared.text,
                    facts=facts[row.member_id].to_text(),
                    signed_at=clock.now(),
                    signed_by=CLINICAL.actor,
                    signature=user(CLINICAL.actor).signature,
                ).where(Note.id == row.id).execute()
    _tell_office(session_id)


def _require(confirmed: Confirmation) -> None:
    if confirmed.user_id != CLINICAL.actor:
        raise Refused("Only the person who is signed in can sign.")


def _tell_office(session_id: str) -> None:
    with operation(OFFICE, "Close the session's attendance", undoable=False):
        Session.update(signed=True).where(Session.id == session_id).execute()
    everything_signed = all(note.signed for note in notes.of_session(session_id))
    if everything_signed and practice().delete_lines:
        live.delete_lines(session_id)


def reconcile() -> None:
    """After a crash between the two files: tell the office of sessions with signed notes."""
    held = Session.select(Session.id).where(Session.state == SessionState.HELD, ~Session.signed)
    unsigned = [row[0] for row in tuples(held)]
    signed = Note.select(Note.session_id).where(
        Note.session_id.in_(unsigned), Note.state == NoteState.SIGNED
    )
    for (session_id,) in set(tuples(signed)):
        _tell_office(session_id)


def add_addendum(note_id: str, text: str, confirmed: Confirmation) -> None:
    """Add signed words to a signed note; they take in the attendance as it stands now."""
    _require(confirmed)
    words = clean_text(text)
    if not words:
        raise Refused("Please write what the addendum says.", field="addendum")
    row = notes.note(note_id)
    if not row.signed:
        raise Refused("This note is not signed yet; write in the note itself.")
    for finding in othernames.find(row, words):
        raise Refused(OTHER_NAME.format(finding.text), field="addendum")
    now = of_session(schedule.session(row.session_id)).get(row.member_id)
    with operation(CLINICAL, "Add an addendum", undoable=False):
        Addendum.create(
            note=note_id,
            author_id=CLINICAL.actor,
            text=words,
            facts=now.to_text() if now else "",
            signed_at=clock.now(),
            signature=user(CLINICAL.actor).signature,
        )


@dataclass(frozen=True)
class Disagreement:
    """Something the note says that the attendance, corrected since, says differently."""

    what: str
    noted: str
    now: str


_COMPARED = {
    "minutes": "Minutes",
    "participants": "Participants present",
    "started": "Actual start",
    "stopped": "Actual stop",
    "late": "Minutes late",
    "left_early": "Minutes left early",
    "mode": "Mode",
    "location": "Client's location",
}


def disagreements(row: NoteRow) -> list[Disagreement]:
    """Where a signed note and the attendance differ since it, or its last addendum, was signed."""
    if not row.signed:
        return []
    later = notes.addenda([row.id]).get(row.id, [])
    last_said = later[-1].facts if later else row.facts
    said = Facts.from_text(last_said) if last_said else None
    now = of_session(schedule.session(row.session_id)).get(row.member_id)
    if said is None or now is None:
        return [] if said is now else [_attendance_differs(row, said)]
    return [
        Disagreement(words, str(getattr(said, field)), str(getattr(now, field)))
        for field, words in _COMPARED.items()
        if getattr(said, field) != getattr(now, field)
    ]


def _attendance_differs(row: NoteRow, said: Facts | None) -> Disagreement:
    status = next(
        (s.status for s in sessions.seats(row.session_id) if s.member == row.member_id),
        Status.UNRECORDED,
    )
    noted = STATUS_WORDS[Status.ATTENDED] if said else "Not attended"
    return Disagreement("Attendance", noted, STATUS_WORDS[status])
