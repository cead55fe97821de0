"""Signing: what stands in the way, the signature itself, addenda, and notes that disagree.

A signed note keeps its words, its shared part and its facts as they stood (CMS: legible, complete,
dated, timed, authenticated). The database refuses every later change; corrections are addenda,
labelled, dated, authored, with the original readable.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from practice import clock
from practice.care import cosigning, drafting, drafts, forms, live, notes, othernames, plans, safety
from practice.care.assembly import Sentence
from practice.care.facts import Facts, GoalFact, of_session, signer
from practice.care.notes import NoteRow
from practice.desk import schedule, sessions
from practice.desk.practice import practice, user
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import CLINICAL, OFFICE
from practice.models.clinical import Addendum, Note
from practice.models.enums.attendance import STATUS_WORDS, Status
from practice.models.enums.notes import NoteState
from practice.models.enums.plans import PROGRESS_WORDS
from practice.models.enums.sessions import SessionState
from practice.models.office import Session
from practice.models.read import tuples
from practice.text import clean_text
from practice.vault.confirmation import Confirmation


class Why(Enum):
    """What stands in the way of a signature."""

    NOT_HELD = "not-held"
    UNRECORDED = "unrecorded"
    SAFETY = "safety"
    UNSAVED = "unsaved"
    EMPTY = "empty"
    ABSENT = "absent"
    OTHER_NAME = "other-name"
    SHARED_NAME = "shared-name"


WHY_WORDS = {
    Why.NOT_HELD: "The session has not ended yet.",
    Why.UNRECORDED: "Some members are not marked yet. Mark everybody, then sign.",
    Why.SAFETY: "A safety check is not finished yet.",
    Why.UNSAVED: "Words typed here are not in the note yet. Put them right, then sign.",
    Why.EMPTY: "Nothing is written about this member yet.",
    Why.ABSENT: "The attendance says this member was not there. Correct it, or discard the draft.",
    Why.OTHER_NAME: "Names another member: {}.",
    Why.SHARED_NAME: "The shared part names a member: {}.",
}
OTHER_NAME = WHY_WORDS[Why.OTHER_NAME]
NOTHING = "There is no note here to sign."


@dataclass(frozen=True)
class Obstacle:
    """Why a note can't be signed yet; no `note_id` means it holds for the whole session.

    `part` is the part of the note, or of the shared part, where it stands; of a safety check it is
    the check's id.
    """

    note_id: str | None
    why: Why
    words: str
    part: str = ""


def obstacles(session_id: str, note_ids: Iterable[str] | None = None) -> list[Obstacle]:
    """Everything in the way of signing these drafts of a session (all of them, if none named).

    What holds for the whole session comes first.
    """
    session = schedule.session(session_id)
    if session.state is not SessionState.HELD:
        return [_obstacle(None, Why.NOT_HELD)]
    seats = sessions.seats(session_id)
    check = othernames.SessionCheck(session_id)
    wanted = None if note_ids is None else set(note_ids)
    attended = {seat.member for seat in seats if seat.status is Status.ATTENDED}
    found = list(_obstacles_of_session(session_id, seats, check))
    rows = notes.of_session(session_id)
    told = drafting.sentences_of(row.id for row in rows)
    for note in rows:
        if not note.signed and (wanted is None or note.id in wanted):
            found += _obstacles_of(note, attended, check, told.get(note.id, ()))
    return found


def _obstacle(note_id: str | None, why: Why, part: str = "", name: str = "") -> Obstacle:
    return Obstacle(note_id, why, WHY_WORDS[why].format(name), part)


def _obstacles_of_session(
    session_id: str, seats: list[sessions.Seat], check: othernames.SessionCheck
) -> Iterator[Obstacle]:
    if any(seat.status is Status.UNRECORDED for seat in seats):
        yield _obstacle(None, Why.UNRECORDED)
    for flagged in safety.still_open(session_id):
        yield _obstacle(None, Why.SAFETY, flagged.id)
    for part in _unsaved(session_id):
        yield _obstacle(None, Why.UNSAVED, part)
    for named in check.in_shared():
        yield _obstacle(None, Why.SHARED_NAME, named.part, named.finding.text)


def _obstacles_of(
    note: NoteRow,
    attended: set[str],
    check: othernames.SessionCheck,
    told: tuple[Sentence, ...],
) -> Iterator[Obstacle]:
    unsaved = _unsaved(note.id)
    for part in unsaved:
        yield _obstacle(note.id, Why.UNSAVED, part)
    if note.member_id not in attended:
        yield _obstacle(note.id, Why.ABSENT)
    elif not drafting.tells(note.texts, told) and not unsaved:
        yield _obstacle(note.id, Why.EMPTY, "response")
    for named in check.in_note(note):
        yield _obstacle(note.id, Why.OTHER_NAME, named.part, named.finding.text)


def _unsaved(owner_id: str) -> list[str]:
    prefix = notes.draft_key(owner_id, "")
    return [draft.id.removeprefix(prefix) for draft in drafts.left_over(prefix)]


def sign(session_id: str, note_ids: Iterable[str], confirmed: Confirmation) -> None:
    """Sign drafts of one session as the person signed in, who just entered their passphrase.

    All of them or none. Raises Refused with the first obstacle. Whoever works under supervision
    signs as themselves, and the notes wait for a co-signature (care/cosigning.py). Where the
    practice wants it, the live lines go once all notes are signed. The office file learns of it in
    a second step; `reconcile` repeats that step after a crash.
    """
    wanted = set(note_ids)
    confirmed.require(CLINICAL.actor)
    for obstacle in obstacles(session_id, wanted):
        raise Refused(obstacle.words)
    rows = [row for row in notes.of_session(session_id) if row.id in wanted and not row.signed]
    if not rows:
        raise Refused(NOTHING)
    facts = of_session(schedule.session(session_id))
    with operation(CLINICAL, "Sign notes", undoable=False):
        for row in rows:
            _sign(row, _as_signed(row, facts[row.member_id]))
        if practice().delete_lines and all(n.signed for n in notes.of_session(session_id)):
            live.delete_lines(session_id)
    _tell_office(session_id)


def _sign(row: NoteRow, facts: Facts) -> None:
    shared = notes.shared(row.session_id)
    othernames.carry_over(row.session_id, row.id)
    Note.update(
        state=NoteState.SIGNED,
        headings=forms.to_text(row.form),
        shared_topic=shared.topic,
        shared_text=shared.text,
        facts=facts.to_text(),
        signed_at=clock.now(),
        signed_by=CLINICAL.actor,
        signature=user(CLINICAL.actor).signature,
    ).where(Note.id == row.id).execute()
    cosigning.ask(row.id, row.id)


def _as_signed(row: NoteRow, facts: Facts) -> Facts:
    """Goals as they are worded now, and who signs; a later change leaves the signed note alone."""
    progress = notes.progress_of([row.id]).get(row.id, {})
    goals = tuple(
        GoalFact(goal.words, PROGRESS_WORDS[progress[goal.id]])
        for goal in plans.goals(row.member_id)
        if goal.id in progress
    )
    return replace(facts, goals=goals, signer=signer(user(CLINICAL.actor)))


def _tell_office(session_id: str) -> None:
    with operation(OFFICE, "Close the session's attendance", undoable=False):
        Session.update(signed=True).where(Session.id == session_id).execute()


def reconcile() -> None:
    """After a crash between the two files: tell the office of sessions with signed notes."""
    found = Note.select(Note.session_id, Note.state).where(
        Note.session_id.in_(schedule.held_unsigned())
    )
    for session_id in {s for s, state in tuples(found) if state is NoteState.SIGNED}:
        _tell_office(session_id)


def add_addendum(note_id: str, text: str, confirmed: Confirmation) -> None:
    """Add signed words to a signed note; they take in the attendance as it stands now."""
    confirmed.require(CLINICAL.actor)
    words = clean_text(text)
    if not words:
        raise Refused("Please write what the addendum says.", field="addendum")
    row = notes.note(note_id)
    if not row.signed:
        raise Refused("This note is not signed yet; write in the note itself.")
    for finding in othernames.SessionCheck(row.session_id).in_text(row, words):
        raise Refused(OTHER_NAME.format(finding.text), field="addendum")
    now = of_session(schedule.session(row.session_id)).get(row.member_id)
    with operation(CLINICAL, "Add an addendum", undoable=False):
        added = Addendum.create(
            note=note_id,
            author_id=CLINICAL.actor,
            text=words,
            facts=now.to_text() if now else "",
            signed_at=clock.now(),
            signature=user(CLINICAL.actor).signature,
        )
        cosigning.ask(added.id, note_id)
        drafts.discard(notes.draft_key(note_id, notes.ADDENDUM))


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
    "audio_reason": "Reason for audio only",
    "location": "Member's location",
    "platform": "Platform",
    "clinician_location": "Clinician's location",
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
