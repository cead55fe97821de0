"""Notes of certain days and authors, newest session first, without reading them all.

An entry of the index has a higher `rowid` the later it was signed, and no note is signed before its
session's day. So the search begins where notes signed soon after the last day wanted stand, and
ends at the first day wanted. Notes signed later than `SOON` come after those.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import Any

from peewee import fn

from practice.care.narrowing import Wanted
from practice.desk import schedule
from practice.desk.practice import from_wall
from practice.models.clinical import Addendum, Note, NoteWords
from practice.models.read import tuples

SOON = timedelta(days=7)
CHUNK, LARGEST = 100, 800
"""Entries read at once at first, and at most: twice as many each time too few of them fit."""
NEAR = 50
"""Entries more or less do not matter where the search begins, as long as none is left out."""


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
    below, size = last + 1, CHUNK
    while True:
        query = NoteWords.select(NoteWords.rowid, NoteWords.note_id).where(
            NoteWords.rowid < below, NoteWords.rowid > first
        )
        if matching:
            query = query.where(NoteWords.match(matching))
        chunk = tuples(query.order_by(NoteWords.rowid.desc()).limit(size))
        if not chunk:
            return
        yield [note_id for _, note_id in chunk]
        below, size = chunk[-1][0], min(2 * size, LARGEST)
        if wanted.first and _signed_at(below) < _begin(wanted.first):
            return


def _fitting(chunk: Sequence[str], wanted: Wanted) -> dict[str, date]:
    query = Note.select(Note.id, Note.session_id).where(Note.id.in_(set(chunk)))
    if wanted.authors is not None:
        authors = [user.id for user in wanted.authors]
        query = query.where(Note.author_id.in_(authors) | Note.signed_by.in_(authors))
    sessions = dict(tuples(query))
    days = schedule.days(sessions.values())
    return {id_: days[session] for id_, session in sessions.items() if wanted.allows(days[session])}


def _place(day: date) -> int:
    """An entry up to which everything was signed before this day begins, found by halving."""
    low, high, moment = 0, _newest(), _begin(day)
    while high - low > NEAR:
        middle = (low + high) // 2
        if _signed_at(middle) < moment:
            low = middle
        else:
            high = middle
    return low


def _newest() -> int:
    return NoteWords.select(fn.MAX(NoteWords.rowid)).scalar() or 0


def _signed_at(place: int) -> datetime:
    """When the note of an entry, or its last addendum, was signed: never earlier than the entry.

    Where there is no entry at a place, it is that of the one before.
    """
    later = Addendum.select(fn.MAX(Addendum.signed_at)).where(Addendum.note == Note.id)
    query: Any = (
        NoteWords.select(fn.MAX(Note.signed_at, fn.COALESCE(later, "")))
        .join(Note, on=(Note.id == NoteWords.note_id))
        .where(NoteWords.rowid <= place)
    )
    signed: datetime = query.order_by(NoteWords.rowid.desc()).limit(1).scalar()
    return signed


def _begin(day: date) -> datetime:
    return from_wall(datetime.combine(day, time.min))
