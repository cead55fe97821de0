"""Progress notes: one draft for each member who attended, each their own.

Ending a session turns the live record into one shared part and one draft per attending member.
Nothing is invented: what was not recorded stays empty. Every step here may be repeated.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from practice import clock
from practice.care import assembly, drafting, drafts, forms, live, plans, ratings, techniques
from practice.care.assembly import Sentence
from practice.care.facts import Facts
from practice.care.forms import SHARED, Section
from practice.desk import schedule, sessions
from practice.desk.schedule import SessionRow
from practice.desk.sessions import Seat
from practice.models.audit import operation
from practice.models.base import CLINICAL, new_id
from practice.models.clinical import Addendum, GroupNote, MissedEntry, Note, NoteGoal
from practice.models.enums.attendance import Status
from practice.models.enums.notes import NoteForm, NoteState
from practice.models.enums.plans import Progress
from practice.models.read import first, one, rows, tuples
from practice.text import clean_line, clean_text

PARTS = ("participation", "response", "assessment", "plan")
SHARED_PARTS = ("topic", "text")
ADDENDUM = "addendum"
Step = Callable[[], object]


@dataclass(frozen=True, kw_only=True)
class NoteRow:
    """One member's note. `facts` and the shared part are filled once it is signed."""

    id: str
    session_id: str
    member_id: str
    author_id: str
    state: NoteState
    form: NoteForm
    headings: str
    participation: str
    response: str
    assessment: str
    plan: str
    shared_topic: str
    shared_text: str
    facts: str
    signed_at: datetime | None
    signed_by: str
    signature: str

    @property
    def signed(self) -> bool:
        """Whether it is signed, and so never changes again."""
        return self.state is NoteState.SIGNED

    @property
    def own_text(self) -> str:
        """Everything written about this member."""
        return "\n".join(filter(None, self.texts.values()))

    @property
    def texts(self) -> dict[str, str]:
        """What is written about this member, by part."""
        return {part: getattr(self, part) for part in PARTS}

    @property
    def sections(self) -> Sequence[Section]:
        """The parts in the order and under the headings of its form, as it was signed."""
        return forms.from_text(self.headings, self.form)

    @property
    def labelled(self) -> list[tuple[str, str]]:
        """A signed note as it reads: each part that says something, under its heading."""
        texts = {**self.texts, SHARED: self.shared_text}
        said = [(section.heading, texts[section.part]) for section in self.sections]
        return [(label, words) for label, words in (("Topic", self.shared_topic), *said) if words]

    @property
    def signed_facts(self) -> Facts | None:
        """The facts it was signed with; None for a draft."""
        return Facts.from_text(self.facts) if self.facts else None


@dataclass(frozen=True, kw_only=True)
class Shared:
    """The part all notes of a session share."""

    session_id: str
    topic: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class AddendumRow:
    """What was added to a signed note. `facts` are those of the moment it was signed, as text."""

    id: str
    note: str
    author_id: str
    text: str
    facts: str
    signed_at: datetime
    signature: str


@dataclass(frozen=True, kw_only=True)
class MissedRow:
    """Says that a member missed a session; needs no signature."""

    member_id: str
    status: Status
    recorded_at: datetime


@dataclass(frozen=True)
class _Recorded:
    """What drafts are assembled from, and under which headings."""

    form: NoteForm
    said: list[live.LineRow]
    rated: list[ratings.RatingRow]


def prepare(session_id: str) -> None:
    """Make what is missing after a session ended: shared part, drafts, missed-session entries.

    Repeating it is harmless: nothing already there is written over. It follows an attendance that
    was corrected meanwhile: someone now attending gets a draft, an empty draft of someone now
    absent goes, and one with words stays until a person decides.
    """
    session = schedule.session(session_id)
    live.put_leftovers_on_record(session_id)
    ratings.put_leftovers_on_record(session_id)
    said = live.lines(session_id)
    recorded = _Recorded(drafting.form_of(session), said, ratings.rows_of(session_id))
    have = {note.member_id: note for note in of_session(session_id)}
    entries = missed(session_id)
    steps = _shared_steps(session, said)
    for seat in sessions.seats(session_id):
        if seat.status is Status.ATTENDED:
            steps += _attended_steps(session, seat, recorded, have.get(seat.member), entries)
        elif seat.status is not Status.UNRECORDED:
            steps += _missed_steps(session, seat, have.get(seat.member), entries)
    if steps:
        with operation(CLINICAL, "Prepare the notes", undoable=False):
            for step in steps:
                step()


def _shared_steps(session: SessionRow, said: list[live.LineRow]) -> list[Step]:
    if GroupNote.get_or_none(GroupNote.session_id == session.id) is not None:
        return []
    sentences = drafting.shared_sentences(session.id, said)
    return [
        partial(drafting.forget, session.id),
        partial(GroupNote.create, session_id=session.id, **shared_from(session, sentences)),
        partial(drafting.keep, session.id, sentences),
    ]


def shared_from(session: SessionRow, sentences: Iterable[Sentence]) -> dict[str, str]:
    """The shared part as the session, its techniques and the sentences give it."""
    practised = techniques.of_session(session.id)
    topic = techniques.topic(session.technique, practised)
    return {"topic": topic, SHARED: assembly.text_of(sentences, SHARED)}


def _attended_steps(
    session: SessionRow,
    seat: Seat,
    recorded: _Recorded,
    note: NoteRow | None,
    entries: dict[str, MissedRow],
) -> list[Step]:
    steps: list[Step] = []
    if seat.member in entries:
        steps.append(MissedEntry.delete().where(*_entry(session.id, seat.member)).execute)
    if note is None:
        steps += _draft_steps(session, seat, recorded)
    return steps


def _draft_steps(session: SessionRow, seat: Seat, recorded: _Recorded) -> list[Step]:
    form, note_id = recorded.form, new_id()
    sentences = drafting.own_sentences(form, seat.member, recorded.said, recorded.rated)
    texts = {part: assembly.text_of(sentences, part) for part in PARTS}
    who = {"session_id": session.id, "member_id": seat.member, "author_id": CLINICAL.actor}
    return [
        partial(Note.create, id=note_id, form=form, **who, **texts),
        partial(drafting.keep, note_id, sentences),
    ]


def _missed_steps(
    session: SessionRow, seat: Seat, note: NoteRow | None, entries: dict[str, MissedRow]
) -> list[Step]:
    steps: list[Step] = []
    if note is not None and not note.signed and not note.own_text and not _typed(note):
        steps.append(partial(drop, note.id))
    entry = entries.get(seat.member)
    if entry is None:
        what = {"session_id": session.id, "member_id": seat.member, "status": seat.status}
        steps.append(partial(MissedEntry.create, **what, recorded_at=clock.now()))
    elif entry.status is not seat.status:
        changed = MissedEntry.update(status=seat.status).where(*_entry(session.id, seat.member))
        steps.append(changed.execute)
    return steps


def _entry(session_id: str, member_id: str) -> tuple[Any, Any]:
    return MissedEntry.session_id == session_id, MissedEntry.member_id == member_id


def _typed(note: NoteRow) -> bool:
    return bool(drafts.left_over(draft_key(note.id, "")))


def discard_draft(note_id: str) -> None:
    """Throw away a draft of someone who turned out not to have attended."""
    with operation(CLINICAL, "Discard a draft note"):
        for part in PARTS:
            drafts.discard(draft_key(note_id, part))
        drop(note_id)


def drop(note_id: str) -> None:
    """Delete a draft with what was kept about its sentences. Joins the operation under way."""
    Note.delete().where(Note.id == note_id).execute()
    drafting.forget(note_id)


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


def save_shared(session_id: str, part: str, text: str) -> None:
    """Put one part of what all notes share on record; signed notes keep what they were signed with.

    `part` is `topic`, one line, or `text`.
    """
    if part not in SHARED_PARTS:
        raise ValueError(part)
    words = clean_line(text) if part == "topic" else clean_text(text)
    with operation(CLINICAL, "Write the shared part"):
        GroupNote.update(**{part: words}).where(
            GroupNote.session_id == session_id, getattr(GroupNote, part) != words
        ).execute()
        drafts.discard(draft_key(session_id, part))


def set_progress(note_id: str, goal_id: str, progress: Progress | None) -> None:
    """Say how it went with a goal in this session; None takes the word back.

    The draft says so too, unless a person has put it in their own words.
    """
    with operation(CLINICAL, "Record progress on a goal"):
        where = (NoteGoal.note == note_id) & (NoteGoal.goal == goal_id)
        if progress is None:
            NoteGoal.delete().where(where).execute()
        elif not NoteGoal.update(progress=progress).where(where).execute():
            NoteGoal.create(note=note_id, goal=goal_id, progress=progress)
        _retell_goals(note(note_id))


def _retell_goals(row: NoteRow) -> None:
    said = progress_of([row.id]).get(row.id, {})
    worked_on = [(goal, said[goal.id]) for goal in plans.goals(row.member_id) if goal.id in said]
    before = drafting.sentences_of([row.id]).get(row.id, ())
    who = drafting.about(row.member_id)
    found = drafting.retold(row.form, who, before, row.texts, worked_on)
    if found is not None:
        Note.update(**{found.part: found.text}).where(Note.id == row.id).execute()
        drafting.forget(row.id)
        drafting.keep(row.id, found.sentences)


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


def missed(session_id: str) -> dict[str, MissedRow]:
    """The missed-session entries, by member id."""
    query = MissedEntry.select(
        MissedEntry.member_id, MissedEntry.status, MissedEntry.recorded_at
    ).where(MissedEntry.session_id == session_id)
    return {row.member_id: row for row in rows(query, MissedRow)}


def addenda(note_ids: list[str]) -> dict[str, list[AddendumRow]]:
    """The addenda of each note, oldest first."""
    query = Addendum.select().where(Addendum.note.in_(note_ids)).order_by(Addendum.signed_at)
    found: dict[str, list[AddendumRow]] = {}
    for row in rows(query, AddendumRow):
        found.setdefault(row.note, []).append(row)
    return found
