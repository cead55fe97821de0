"""Notes of certain days and authors, newest session first, without reading them all.

An entry of the index has a higher `rowid` the later it was signed, and no note is signed before its
session's day. So the search begins where notes signed soon after the last day wanted stand, and
ends at the first day wanted. Notes signed later than `SOON` come after those.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import Any

from peewee import fn

from practice.care.narrowing import Wanted
from practice.desk import schedule
from practice.desk.practice import from_wall
from practice.models.clinical import Addendum, Note, NoteWords
from practice.models.read import rows, tuples

SOON = timedelta(days=30)
CHUNK = 200
"""Entries read at once."""


@dataclass(frozen=True)
class _Note:
    id: str
    session_id: str
    author_id: str
    signed_by: str


def note_ids(wanted: Wanted, matching: str, limit: int) -> list[str]:
    """At most so many notes that fit; `matching` are words in the index's own language, or none."""
    end = _place(wanted.last + SOON) if wanted.last else _newest()
    soon, later = _chunks(matching, 0, end, wanted), _chunks(matching, end, _newest(), wanted)
    found: dict[str, date] = {}
    for chunk in chain(soon, later):
        found |= _fitting(chunk, wanted)
        if len(found) >= limit:
            break
    return sorted(found, key=lambda note_id: found[note_id], reverse=True)[:limit]


def _chunks(matching: str, first: int, last: int, wanted: Wanted) -> Iterator[list[str]]:
    """Ids of notes whose entries match, from `last` down to `first` (not itself)."""
    below = last + 1
    while True:
        query = NoteWords.select(NoteWords.rowid, NoteWords.note_id).where(
            NoteWords.rowid < below, NoteWords.rowid > first
        )
        if matching:
            query = query.where(NoteWords.match(matching))
        chunk = tuples(query.order_by(NoteWords.rowid.desc()).limit(CHUNK))
        if not chunk:
            return
        yield [note_id for _, note_id in chunk]
        below, oldest = chunk[-1]
        if wanted.first and _signed(oldest) < _begin(wanted.first):
            return


def _fitting(chunk: Sequence[str], wanted: Wanted) -> dict[str, date]:
    columns = (Note.id, Note.session_id, Note.author_id, Note.signed_by)
    found = rows(Note.select(*columns).where(Note.id.in_(set(chunk))), _Note)
    if wanted.authors is not None:
        authors = {user.id for user in wanted.authors}
        found = [note for note in found if {note.author_id, note.signed_by} & authors]
    days = schedule.days(note.session_id for note in found)
    return {n.id: days[n.session_id] for n in found if wanted.allows(days[n.session_id])}


def _place(day: date) -> int:
    """The entry up to which everything was signed before this day begins, found by halving."""
    low, high, moment = 0, _newest(), _begin(day)
    while low < high:
        middle = (low + high + 1) // 2
        if _signed(_entry_at(middle)) < moment:
            low = middle
        else:
            high = middle - 1
    return low


def _newest() -> int:
    return NoteWords.select(fn.MAX(NoteWords.rowid)).scalar() or 0


def _entry_at(place: int) -> str:
    """The note of the entry at a place, or of the one before it."""
    query: Any = NoteWords.select(NoteWords.note_id).where(NoteWords.rowid <= place)
    note_id: str = query.order_by(NoteWords.rowid.desc()).limit(1).scalar()
    return note_id


def _signed(note_id: str) -> datetime:
    """When a note or its last addendum was signed: no entry of it is later."""
    later: datetime | None = (
        Addendum.select(fn.MAX(Addendum.signed_at)).where(Addendum.note == note_id).scalar()
    )
    signed: datetime = Note.select(Note.signed_at).where(Note.id == note_id).scalar()
    return max(signed, later or signed)


def _begin(day: date) -> datetime:
    return from_wall(datetime.combine(day, time.min))
