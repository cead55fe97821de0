"""Sessions after their end that still wait for someone: notes to write or sign, rows to mark."""

from dataclasses import dataclass
from datetime import date
from itertools import chain

from practice.care.notes import NoteRow
from practice.desk import schedule
from practice.desk.practice import today
from practice.desk.schedule import SessionRow
from practice.models.clinical import Note
from practice.models.enums.notes import NoteState
from practice.models.read import rows, tuples


@dataclass(frozen=True)
class ToFinish:
    """A held session that still needs someone: notes to write or sign, or rows to mark.

    `drafts` are the notes to sign, those not made yet included; `days` since the session.
    """

    session: SessionRow
    drafts: int
    signed: int
    empty: int
    unrecorded: int
    days: int

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
    """Held sessions with notes to write or sign, or with rows to mark, oldest first.

    A session whose notes were never made, because the computer stopped at its end, is here too.
    """
    open_ones = _with_drafts()
    candidates = list(open_ones.union(schedule.held_unsigned(), schedule.held_unrecorded()))
    tallies = schedule.tallies(candidates)
    by_session: dict[str, list[NoteRow]] = {}
    for row in rows(Note.select().where(Note.session_id.in_(candidates)), NoteRow):
        by_session.setdefault(row.session_id, []).append(row)
    day = today()
    found = (
        _to_finish(session, by_session.get(session.id, []), tallies.get(session.id), day)
        for session in schedule.sessions(candidates)
    )
    return [one for one in found if one.drafts or one.unrecorded]


def _to_finish(
    session: SessionRow, notes: list[NoteRow], tally: schedule.Tally | None, day: date
) -> ToFinish:
    signed = sum(note.signed for note in notes)
    written = sum(not note.signed and bool(note.own_text) for note in notes)
    wanted = max(len(notes), tally.attended if tally else 0) - signed
    return ToFinish(
        session=session,
        drafts=wanted,
        signed=signed,
        empty=wanted - written,
        unrecorded=tally.unrecorded if tally else 0,
        days=(day - session.starts.date()).days,
    )


def count() -> int:
    """How many sessions `to_finish` would list, without reading any note."""
    lists = (_with_drafts(), schedule.held_unsigned_attended(), schedule.held_unrecorded())
    return len(set(chain.from_iterable(lists)))


def _with_drafts() -> set[str]:
    query = Note.select(Note.session_id).where(Note.state == NoteState.DRAFT).distinct()
    return {session_id for (session_id,) in tuples(query)}
