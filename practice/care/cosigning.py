"""Co-signing: the second signature beside that of a clinician who works under supervision.

Whoever works under supervision signs as themselves; in the same step the note or addendum is
written down as waiting for the one who supervises them then. The supervisor co-signs, or gives the
note back with a word: as signed words never change, the author answers with an addendum, and both
wait together. Who took a supervisor's place since may co-sign too, in their own name.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from practice import clock
from practice.desk import schedule, supervision
from practice.desk.practice import today, user, users
from practice.desk.schedule import SessionRow
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import CLINICAL
from practice.models.clinical import Cosignature, Note
from practice.models.read import rows, tuples
from practice.text import clean_text
from practice.vault.confirmation import Confirmation

NOTHING = "There is no note here for you to co-sign."
NO_WORD = "Please write what is to be added or put right."


class Kind(Enum):
    """Where a pending co-signature stands, as the person at work sees it."""

    TO_COSIGN = "to-cosign"
    RETURNED = "returned"
    AWAITED = "awaited"


_WAITS_WORDS = {
    Kind.TO_COSIGN: "{} by {} to co-sign",
    Kind.RETURNED: "{} returned by {}",
    Kind.AWAITED: "{} for {} to co-sign",
}


@dataclass(frozen=True, kw_only=True)
class CosignRow:
    """A second signature, pending until `signed_at`; the id is that of the note or addendum."""

    id: str
    note: str
    author_id: str
    supervisor_id: str
    returned_at: datetime | None
    returned_by: str
    returned_because: str
    signed_at: datetime | None
    signed_by: str
    signature: str
    licence: str


@dataclass(frozen=True)
class Second:
    """A note's co-signatures by the id of what they stand beside: the note, or an addendum.

    No `kind` means that nothing is pending. `mine`: the person at work can give what is.
    `returned` carries the supervisor's word while the note waits for its author's answer.
    """

    rows: Mapping[str, CosignRow]
    kind: Kind | None = None
    mine: bool = False
    returned: CosignRow | None = None


NO_SECOND = Second({})
"""The signature of someone who works on their own."""


@dataclass(frozen=True)
class Waits:
    """A session some of whose `notes` wait, one way or the other; `days` since it was held.

    `who` wrote what is to co-sign; else it is the supervisor it waits for, or who gave it back.
    """

    session: SessionRow
    kind: Kind
    notes: int
    who: str
    days: int

    @property
    def words(self) -> str:
        """What waits, and for whom."""
        number = f"{self.notes} note" if self.notes == 1 else f"{self.notes} notes"
        return _WAITS_WORDS[self.kind].format(number, self.who)


def ask(signed_id: str, note_id: str) -> None:
    """Write down that a note or addendum, signed just now, waits for a co-signature, if it does.

    Joins the operation under way. An addendum to one's own pending note waits with it, even where
    the supervision has ended since.
    """
    author = CLINICAL.actor
    supervisor = supervision.supervised().get(author) or next(
        (row.supervisor_id for row in _pending([note_id]) if row.author_id == author), ""
    )
    if supervisor:
        who = {"author_id": author, "supervisor_id": supervisor}
        Cosignature.create(id=signed_id, note=note_id, **who)


def of_notes(note_ids: Iterable[str]) -> dict[str, Second]:
    """The co-signatures of these notes, by note; those that need none are left out."""
    query = Cosignature.select().where(Cosignature.note.in_(list(note_ids)))
    is_mine = _cosigner()
    return {note: _second(found, is_mine) for note, found in _by_note(rows(query, CosignRow))}


def _by_note(found: Iterable[CosignRow]) -> Iterable[tuple[str, list[CosignRow]]]:
    by_note: dict[str, list[CosignRow]] = {}
    for row in found:
        by_note.setdefault(row.note, []).append(row)
    return by_note.items()


def _second(found: Sequence[CosignRow], is_mine: Callable[[CosignRow], bool]) -> Second:
    pending = [row for row in found if row.signed_at is None]
    mine = any(map(is_mine, pending))
    returned = pending[0] if pending and all(row.returned_at for row in pending) else None
    kind = Kind.TO_COSIGN if mine else Kind.AWAITED
    return Second(
        {row.id: row for row in found},
        (Kind.RETURNED if returned else kind) if pending else None,
        mine,
        returned,
    )


def _cosigner() -> Callable[[CosignRow], bool]:
    """Whether the person at work can give a second signature: whoever supervised, or does now."""
    me, supervisors = CLINICAL.actor, supervision.supervised()

    def is_mine(row: CosignRow) -> bool:
        return row.author_id != me and me in (row.supervisor_id, supervisors.get(row.author_id))

    return is_mine


def _pending(note_ids: Iterable[str] | None = None) -> list[CosignRow]:
    query = Cosignature.select().where(Cosignature.signed_at.is_null())
    if note_ids is not None:
        query = query.where(Cosignature.note.in_(list(note_ids)))
    return rows(query, CosignRow)


def cosign(note_ids: Iterable[str], confirmed: Confirmation) -> None:
    """Co-sign notes with their addenda as the person signed in, who just entered their passphrase.

    All of them or none, for good. Name, credentials, licence and moment are kept as they are now.
    Raises Refused where one of them is not for this person to co-sign.
    """
    confirmed.require(CLINICAL.actor)
    wanted = set(note_ids)
    found = _mine(wanted)
    who = user(CLINICAL.actor)
    with operation(CLINICAL, "Co-sign notes", undoable=False):
        Cosignature.update(
            signed_at=clock.now(),
            signed_by=who.id,
            signature=who.signature,
            licence=who.licence,
        ).where(Cosignature.id.in_(found)).execute()


def give_back(note_id: str, because: str) -> None:
    """Return a note to its author with a word; an addendum of theirs brings it back.

    Raises Refused without a word, or where the note is not for this person to co-sign.
    """
    words = clean_text(because, field="because")
    if not words:
        raise Refused(NO_WORD, field="because")
    found = _mine({note_id})
    with operation(CLINICAL, "Return a note to its author"):
        Cosignature.update(
            returned_at=clock.now(), returned_by=CLINICAL.actor, returned_because=words
        ).where(Cosignature.id.in_(found)).execute()


def _mine(note_ids: set[str]) -> list[str]:
    """The pending rows of these notes; Refused unless each note has one for the person at work."""
    found = list(filter(_cosigner(), _pending(note_ids)))
    if not note_ids or note_ids != {row.note for row in found}:
        raise Refused(NOTHING)
    return [row.id for row in found]


def waits() -> list[Waits]:
    """What this person is to co-sign, got back, or waits for; in this order, each oldest first."""
    is_mine, pending = _cosigner(), dict(_by_note(_pending()))
    sessions_of = dict(tuples(Note.select(Note.id, Note.session_id).where(Note.id.in_([*pending]))))
    found: Counter[tuple[str, Kind, str]] = Counter()
    for note_id, waiting in pending.items():
        kind = _second(waiting, is_mine).kind
        row = waiting[0]
        if kind is Kind.TO_COSIGN:
            found[sessions_of[note_id], kind, row.author_id] += 1
        elif kind is not None and row.author_id == CLINICAL.actor:
            found[sessions_of[note_id], kind, row.returned_by or row.supervisor_id] += 1
    return _in_order(found)


def _in_order(found: Mapping[tuple[str, Kind, str], int]) -> list[Waits]:
    names, day = {row.id: row.name for row in users()}, today()
    held = {row.id: row for row in schedule.sessions([session for session, _, _ in found])}
    listed = [
        Waits(held[session], kind, notes, names[who], (day - held[session].starts.date()).days)
        for (session, kind, who), notes in found.items()
    ]
    order = list(Kind)
    return sorted(listed, key=lambda w: (order.index(w.kind), w.session.starts, w.who))


def to_do() -> list[Waits]:
    """Those of `waits` that this person can do something about: co-sign, or answer a return."""
    return [wait for wait in waits() if wait.kind is not Kind.AWAITED]


def count() -> int:
    """How many sessions have something to co-sign for this person, or to answer."""
    return len({wait.session.id for wait in to_do()})
