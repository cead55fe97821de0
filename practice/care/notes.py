"""Progress notes: one draft for each member who attended, each their own.

Ending a session turns the live record into one shared part and one draft per attending member.
Nothing is invented: what was not recorded stays empty. Every step here may be repeated.
"""

from dataclasses import dataclass
from datetime import datetime

from practice import clock
from practice.care import drafts, live
from practice.care.facts import Facts
from practice.desk import schedule, sessions
from practice.desk.schedule import SessionRow
from practice.desk.sessions import Seat
from practice.models.audit import operation
from practice.models.base import CLINICAL
from practice.models.clinical import Addendum, GroupNote, MissedEntry, Note, NoteGoal
from practice.models.enums import NoteState, Progress, Status
from practice.models.read import first, one, rows, tuples
from practice.text import clean_line, clean_text

PARTS = ("participation", "response", "plan")
_STARTS = {"plan:": "plan", "participation:": "participation", "response:": "response"}


@dataclass(frozen=True, kw_only=True)
class NoteRow:
    """One member's note. `facts` and the shared part are filled once it is signed."""

    id: str
    session_id: str
    member_id: str
    author_id: str
    state: NoteState
    participation: str
    response: str
    plan: str
    shared_topic: str
    shared_text: str
    facts: str
    signed_at: datetime | None
    signed_by: str
    signature: str

    @property
    def signed(self) -> bool:
        return self.state is NoteState.SIGNED

    @property
    def own_text(self) -> str:
        """Everything written about this member."""
        return "\n".join(filter(None, (self.participation, self.response, self.plan)))

    @property
    def signed_facts(self) -> Facts | None:
        return Facts.from_text(self.facts) if self.facts else None


@dataclass(frozen=True, kw_only=True)
class Shared:
    """The part all notes of a session share."""

    session_id: str
    topic: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class AddendumRow:
    id: str
    note: str
    author_id: str
    text: str
    facts: str
    signed_at: datetime
    signature: str


def prepare(session_id: str) -> None:
    """Make what is missing after a session ended: shared part, drafts, missed-session entries.

    Repeating it is harmless: nothing already there is written over. It follows an attendance that
    was corrected meanwhile: someone now attending gets a draft, an empty draft of someone now
    absent goes, and one with words stays until a person decides.
    """
    session = schedule.session(session_id)
    seats = sessions.seats(session_id)
    live.put_leftovers_on_record(session_id)
    said = live.lines(session_id)
    with operation(CLINICAL, "Prepare the notes", undoable=False):
        _prepare_shared(session, said)
        have = {note.member_id: note for note in of_session(session_id)}
        for seat in seats:
            if seat.status is Status.ATTENDED:
                _forget_missed(session_id, seat.member)
                if seat.member not in have:
                    _draft_from(session, seat, said)
            elif seat.status is not Status.UNRECORDED:
                _drop_if_empty(have.get(seat.member))
                _write_missed(session_id, seat)


def _prepare_shared(session: SessionRow, said: list[live.LineRow]) -> None:
    if GroupNote.get_or_none(GroupNote.session_id == session.id) is None:
        text = "\n".join(line.text for line in said if line.member_id is None)
        GroupNote.create(session_id=session.id, topic=session.technique, text=text)


def _draft_from(session: SessionRow, seat: Seat, said: list[live.LineRow]) -> None:
    parts: dict[str, list[str]] = {part: [] for part in PARTS}
    for line in said:
        if line.member_id == seat.member:
            part, text = _part_of(line.text)
            parts[part].append(text)
    Note.create(
        session_id=session.id,
        member_id=seat.member,
        author_id=CLINICAL.actor,
        **{part: "\n".join(texts) for part, texts in parts.items()},
    )


def _part_of(text: str) -> tuple[str, str]:
    """A line goes into the response, unless it begins with the name of another part."""
    for start, part in _STARTS.items():
        if text.lower().startswith(start):
            return part, text[len(start) :].strip()
    return "response", text


def _forget_missed(session_id: str, member_id: str) -> None:
    MissedEntry.delete().where(
        MissedEntry.session_id == session_id, MissedEntry.member_id == member_id
    ).execute()


def _write_missed(session_id: str, seat: Seat) -> None:
    entry = MissedEntry.get_or_none(
        MissedEntry.session_id == session_id, MissedEntry.member_id == seat.member
    )
    if entry is None:
        MissedEntry.create(
            session_id=session_id,
            member_id=seat.member,
            status=seat.status,
            recorded_at=clock.now(),
        )
    elif entry.status is not seat.status:
        MissedEntry.update(status=seat.status).where(MissedEntry.id == entry.id).execute()


def _drop_if_empty(note: NoteRow | None) -> None:
    if note is not None and not note.signed and not note.own_text:
        Note.delete().where(Note.id == note.id).execute()


def discard_draft(note_id: str) -> None:
    """Throw away a draft of someone who turned out not to have attended."""
    with operation(CLINICAL, "Discard a draft note"):
        Note.delete().where(Note.id == note_id).execute()


def draft_key(note_id: str, part: str) -> str:
    """Where words being typed into a part of a note are kept until they are in the note."""
    return f"note:{note_id}:{part}"


def save_part(note_id: str, part: str, text: str) -> None:
    """Put one part of a draft note on record. The database refuses once it is signed."""
    if part not in PARTS:
        raise ValueError(part)
    words = clean_text(text)
    with operation(CLINICAL, "Write a note"):
        Note.update(**{part: words}).where(
            Note.id == note_id, getattr(Note, part) != words
        ).execute()
        drafts.discard(draft_key(note_id, part))


def save_shared(session_id: str, topic: str, text: str) -> None:
    """Put the shared part on record; notes already signed keep the one they were signed with."""
    topic, text = clean_line(topic), clean_text(text)
    with operation(CLINICAL, "Write the shared part"):
        GroupNote.update(topic=topic, text=text).where(GroupNote.session_id == session_id).execute()
        for part in ("topic", "text"):
            drafts.discard(draft_key(session_id, part))


def set_progress(note_id: str, goal_id: str, progress: Progress | None) -> None:
    """Say how it went with a goal in this session; None takes the word back."""
    with operation(CLINICAL, "Record progress on a goal"):
        where = (NoteGoal.note == note_id) & (NoteGoal.goal == goal_id)
        if progress is None:
            NoteGoal.delete().where(where).execute()
        elif not NoteGoal.update(progress=progress).where(where).execute():
            NoteGoal.create(note=note_id, goal=goal_id, progress=progress)


def note(note_id: str) -> NoteRow:
    """One note."""
    return one(Note.select().where(Note.id == note_id), NoteRow)


def of_session(session_id: str) -> list[NoteRow]:
    """All notes of a session."""
    return rows(Note.select().where(Note.session_id == session_id), NoteRow)


def of_member(member_id: str) -> list[NoteRow]:
    """All notes of a member, in no order; sessions carry the dates."""
    return rows(Note.select().where(Note.member_id == member_id), NoteRow)


def shared(session_id: str) -> Shared:
    """The shared part; empty before the session ended."""
    columns = (GroupNote.session_id, GroupNote.topic, GroupNote.text)
    query = GroupNote.select(*columns).where(GroupNote.session_id == session_id)
    return first(query, Shared) or Shared(session_id=session_id)


def progress_of(note_ids: list[str]) -> dict[str, dict[str, Progress]]:
    """For each note, the word on each goal it worked on, by goal id."""
    query = NoteGoal.select(NoteGoal.note, NoteGoal.goal, NoteGoal.progress)
    found: dict[str, dict[str, Progress]] = {}
    for note_id, goal_id, progress in tuples(query.where(NoteGoal.note.in_(note_ids))):
        found.setdefault(note_id, {})[goal_id] = progress
    return found


def addenda(note_ids: list[str]) -> dict[str, list[AddendumRow]]:
    """The addenda of each note, oldest first."""
    query = Addendum.select().where(Addendum.note.in_(note_ids)).order_by(Addendum.signed_at)
    found: dict[str, list[AddendumRow]] = {}
    for row in rows(query, AddendumRow):
        found.setdefault(row.note, []).append(row)
    return found


@dataclass(frozen=True)
class ToFinish:
    """A held session that still needs someone: notes to sign or rows to mark."""

    session: SessionRow
    drafts: int
    signed: int
    empty: int
    unrecorded: int

    @property
    def words(self) -> str:
        """What is missing."""
        parts = [
            (self.unrecorded, f"{self.unrecorded} to mark"),
            (self.empty, f"{self.empty} of {self.drafts + self.signed} notes empty"),
            (self.drafts, f"{self.drafts} to sign"),
        ]
        return " · ".join(words for number, words in parts if number)


def to_finish() -> list[ToFinish]:
    """Held sessions with notes to sign, oldest first."""
    by_session: dict[str, list[NoteRow]] = {}
    open_sessions = Note.select(Note.session_id).where(Note.state == NoteState.DRAFT)
    for row in rows(Note.select().where(Note.session_id.in_(open_sessions)), NoteRow):
        by_session.setdefault(row.session_id, []).append(row)
    tallies = schedule.tallies(list(by_session))
    found = [
        ToFinish(
            session=schedule.session(session_id),
            drafts=sum(not n.signed for n in notes),
            signed=sum(n.signed for n in notes),
            empty=sum(not n.signed and not n.own_text for n in notes),
            unrecorded=tallies[session_id].unrecorded,
        )
        for session_id, notes in by_session.items()
    ]
    return sorted(found, key=lambda f: f.session.starts)
