"""Notes that read alike: two of one session, or one and the same member's last ones.

A payer's reviewer takes cloned notes for no notes at all; each must be the member's own. What is
compared is what was written about participation and response, without the member's name and
without the assembled words on goals and ratings, which are alike by nature. Nothing is blocked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from practice.care import drafting
from practice.care.assembly import Sentence
from practice.care.notes import NoteRow
from practice.desk.sessions import Seat
from practice.models.clinical import Note
from practice.models.enums.notes import NoteState
from practice.models.read import rows
from practice.text import fold

THRESHOLD = 80
"""Similarity from 0 to 100 from which two texts are pointed out. In tests/care/alike.toml every
pair that differs in a word or in order lies above it, every pair on the same exercise below."""
FEWEST = 4
"""With fewer words only equal texts are alike: “Spoke twice” says little either way."""
LAST = 3
"""How many of a member's last signed notes are compared."""


@dataclass(frozen=True)
class Alike:
    """The other text: another member's of this session, or this member's own of `signed_at`."""

    member_id: str
    signed_at: datetime | None
    own: str
    other: str


def score(first: str, second: str) -> float:
    """How alike two texts are, from 0 to 100, whatever the order of their words."""
    from rapidfuzz import fuzz  # noqa: PLC0415  # only once notes are compared

    one, two = _words(first), _words(second)
    if min(len(one), len(two)) < FEWEST:
        return 100.0 if one and one == two else 0.0
    return float(max(fuzz.ratio(one, two), fuzz.token_sort_ratio(" ".join(one), " ".join(two))))


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in fold(text)).split()


def of_session(
    written: Iterable[NoteRow], seats: Iterable[Seat], told: Mapping[str, tuple[Sentence, ...]]
) -> dict[str, tuple[Alike, ...]]:
    """What each draft of a session reads like, by member."""
    names = {seat.member: (seat.given_name, seat.preferred_name) for seat in seats}
    notes = list(written)
    texts = {
        row.member_id: _own(row, told.get(row.id, ()), names.get(row.member_id, ()))
        for row in notes
    }
    found: dict[str, tuple[Alike, ...]] = {}
    for one, two in combinations(notes, 2):
        if score(texts[one.member_id], texts[two.member_id]) >= THRESHOLD:
            for row, other in ((one, two), (two, one)):
                _add(found, row, Alike(other.member_id, None, _said(row), _said(other)))
    earlier = {row.id: [] if row.signed else _last(row) for row in notes}
    before = drafting.sentences_of(last.id for lasts in earlier.values() for last in lasts)
    for row in notes:
        for last in earlier[row.id]:
            own = _own(last, before.get(last.id, ()), names.get(row.member_id, ()))
            if score(texts[row.member_id], own) >= THRESHOLD:
                _add(found, row, Alike(row.member_id, last.signed_at, _said(row), _said(last)))
    return found


def _add(found: dict[str, tuple[Alike, ...]], row: NoteRow, alike: Alike) -> None:
    if not row.signed:
        found[row.member_id] = (*found.get(row.member_id, ()), alike)


def _last(row: NoteRow) -> list[NoteRow]:
    query = Note.select().where(
        Note.member_id == row.member_id,
        Note.state == NoteState.SIGNED,
        Note.session_id != row.session_id,
    )
    return rows(query.order_by(Note.signed_at.desc()).limit(LAST), NoteRow)


def _said(row: NoteRow) -> str:
    return "\n".join(filter(None, (row.participation, row.response)))


def _own(row: NoteRow, told: tuple[Sentence, ...], names: Iterable[str]) -> str:
    """What a person typed about this member: without fixed sentences and without the name."""
    text = _said(row)
    for one in told:
        if not any(source.startswith("line:") for source in one.sources):
            text = text.replace(one.text, " ", 1)
    without = {fold(name) for name in names if name}
    return " ".join(word for word in text.split() if fold(word.strip(".,;:")) not in without)
