"""Full text in signed notes and their addenda, newest first, also by day and by author.

Words being typed, unsigned notes and psychotherapy notes are never found (models/clinical/search).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from practice.care import narrowing, notes, search_by_day
from practice.care.narrowing import Wanted
from practice.care.notes import NoteRow
from practice.desk import members, schedule
from practice.models import store
from practice.models.clinical import Note, NoteWords
from practice.models.read import rows, tuples
from practice.text import fold

SHORTEST = 2
"""Letters that have to be typed before notes are searched."""
BEFORE, SHOWN = 32, 160
"""Characters of a piece before the first word found, and all of it."""
_WORD = re.compile(r"[^\W_]+")
Mark = tuple[int, int]
"""Where a word begins in a piece of text, and its length."""


@dataclass(frozen=True, kw_only=True)
class Found:
    """A note with every word searched for; `piece` is where the first stands, `marks` are in it.

    `member` is the short name, `starts` wall time, `signature` who signed it.
    """

    note_id: str
    session_id: str
    member_id: str
    member: str
    service: str
    starts: datetime
    signature: str
    piece: str
    marks: tuple[Mark, ...]


def find(typed: str, limit: int = 20) -> tuple[Found, ...]:
    """Notes in which a word begins with each of those typed; the note signed last comes first.

    `by:`, `from:` and `to:` narrow it to authors and to the days of sessions (care/narrowing); the
    newest session comes first then, and without words all such notes are listed. Raises Refused
    for a day that is none and a name nobody has. Nothing is found for fewer than two letters, and
    without the key to notes. It reads through connections of its own where the thread has none, so
    it can run beside the window.
    """
    with store.reading():
        if not store.has_clinical():
            return ()
        wanted = narrowing.read(typed)
        enough = wanted.narrowed or sum(map(len, wanted.words)) >= SHORTEST
        return _found(wanted, limit) if enough else ()


def _found(wanted: Wanted, limit: int) -> tuple[Found, ...]:
    if wanted.narrowed:
        found = search_by_day.note_ids(wanted, matching(wanted.words), limit)
    else:
        found = _note_ids(wanted.words, limit)
    return _told(found, wanted.words)


def _told(found: Sequence[str], words: Sequence[str]) -> tuple[Found, ...]:
    by_id = {row.id: row for row in rows(Note.select().where(Note.id.in_(found)), NoteRow)}
    texts = _texts(list(by_id.values()))
    sessions = {s.id: s for s in schedule.sessions([n.session_id for n in by_id.values()])}
    people = members.named([n.member_id for n in by_id.values()])
    begun = tuple(fold(word) for word in words)
    made = []
    for note in (by_id[note_id] for note_id in found):
        piece, marks = piece_of(texts[note.id], begun)
        made.append(
            Found(
                note_id=note.id,
                session_id=note.session_id,
                member_id=note.member_id,
                member=people[note.member_id].short_name,
                service=sessions[note.session_id].service,
                starts=sessions[note.session_id].starts,
                signature=note.signature,
                piece=piece,
                marks=marks,
            )
        )
    return tuple(made)


def matching(words: Sequence[str]) -> str:
    """Each word stands in quotes, so that nothing typed is read as a command of the index."""
    return " ".join(f'"{word}"*' for word in words)


def _note_ids(words: Sequence[str], limit: int) -> list[str]:
    query = (
        NoteWords.select(NoteWords.note_id)
        .where(NoteWords.match(matching(words)))
        .order_by(NoteWords.rowid.desc())
        .limit(limit)
    )
    return list(dict.fromkeys(note_id for (note_id,) in tuples(query)))


def _texts(found: list[NoteRow]) -> dict[str, str]:
    """All signed words of each note: its own first, then the shared part, then the addenda."""
    later = notes.addenda([note.id for note in found])
    return {
        note.id: "\n".join(
            (
                note.own_text,
                note.shared_topic,
                note.shared_text,
                *(addendum.text for addendum in later.get(note.id, [])),
            )
        )
        for note in found
    }


def piece_of(text: str, wanted: tuple[str, ...]) -> tuple[str, tuple[Mark, ...]]:
    """One line of a text, around the first word that begins with a `wanted` one (folded)."""
    line = " ".join(text.split())
    hits = [m for m in _WORD.finditer(line) if fold(m.group()).startswith(wanted)]
    start = _start(line, hits[0].start()) if hits else 0
    before = "… " if start else ""
    piece = before + line[start : start + SHOWN]
    shift = len(before) - start
    marks = tuple(
        (m.start() + shift, len(m.group())) for m in hits if m.end() + shift <= len(piece)
    )
    return piece, marks


def _start(line: str, hit: int) -> int:
    """A little before the first hit, where a word begins."""
    if hit <= BEFORE:
        return 0
    space = line.find(" ", hit - BEFORE, hit)
    return space + 1 if space >= 0 else hit
