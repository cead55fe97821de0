"""Full text in signed notes and their addenda, newest first.

Words being typed, unsigned notes and psychotherapy notes are never found (models/clinical/search).
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from practice.care import notes
from practice.care.notes import NoteRow
from practice.desk import members, schedule
from practice.models import store
from practice.models.clinical import Note, NoteWords
from practice.models.read import rows, tuples
from practice.text import fold

SHORTEST = 2
"""Letters that have to be typed before notes are searched."""
MOST_WORDS = 12
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

    Nothing for fewer than two letters, and without the key to notes. It reads through connections
    of its own where the thread has none, so it can run beside the window.
    """
    words = words_in(typed)
    if sum(map(len, words)) < SHORTEST:
        return ()
    with store.reading():
        return _found(words, limit) if store.has_clinical() else ()


def words_in(typed: str) -> list[str]:
    """The words to look for."""
    return _WORD.findall(unicodedata.normalize("NFC", typed))[:MOST_WORDS]


def _found(words: list[str], limit: int) -> tuple[Found, ...]:
    found = _note_ids(words, limit)
    by_id = {row.id: row for row in rows(Note.select().where(Note.id.in_(found)), NoteRow)}
    texts = _texts(list(by_id.values()))
    sessions = {s.id: s for s in schedule.sessions([n.session_id for n in by_id.values()])}
    people = members.named([n.member_id for n in by_id.values()])
    wanted = tuple(fold(word) for word in words)
    made = []
    for note in (by_id[note_id] for note_id in found):
        piece, marks = piece_of(texts[note.id], wanted)
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


def _note_ids(words: list[str], limit: int) -> list[str]:
    """Each word stands in quotes, so that nothing typed is read as a command of the index."""
    wanted = " ".join(f'"{word}"*' for word in words)
    query = (
        NoteWords.select(NoteWords.note_id)
        .where(NoteWords.match(wanted))
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
