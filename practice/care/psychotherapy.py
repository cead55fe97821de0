"""Psychotherapy notes (45 CFR 164.501): kept apart, read and changed by their author alone.

Every function here works for the person signed in and reaches no one else's notes. Nothing else in
the program reads these tables: no search, no report, no export, no list of issued documents.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime

from practice import clock
from practice.care import drafts
from practice.desk import members
from practice.desk.practice import to_wall, user
from practice.errors import Refused, Unavailable
from practice.models.audit import note_event, operation
from practice.models.base import CLINICAL, new_id
from practice.models.clinical import PsychotherapyNote, PsychotherapyRelease
from practice.models.read import one, rows
from practice.text import clean_line, clean_text
from practice.vault.confirmation import Confirmation

DRAFT = "psychotherapy:"
EMPTY = "Nothing is written here yet."
NOT_YOURS = "Psychotherapy notes are for their author alone."


@dataclass(frozen=True, kw_only=True)
class PsychotherapyRow:
    """One note; `day` is what it is about, `written_at` when its words were last put on record.

    `kept` are words typed and not on record yet, left by a crash or a lock.
    """

    id: str
    member_id: str
    author_id: str
    day: date
    text: str
    written_at: datetime
    signed_at: datetime | None = None
    signature: str = ""
    kept: str = ""

    @property
    def on_record(self) -> bool:
        """Whether it is more than a draft."""
        return bool(self.text)

    @property
    def signed(self) -> bool:
        """Whether it is signed, and so never changes again."""
        return self.signed_at is not None


@dataclass(frozen=True, kw_only=True)
class Release:
    """Who receives notes, and the day of the written authorization for exactly this."""

    member_id: str
    recipient: str
    authorized_on: date | None


@dataclass(frozen=True, kw_only=True)
class ReleaseRow:
    """Notes that left."""

    id: str
    recipient: str
    authorized_on: date
    released_at: datetime


def draft_key(member_id: str, note_id: str) -> str:
    """Where words being typed are kept until they are on record."""
    return f"{DRAFT}{member_id}:{note_id}"


def member_of_draft(draft: drafts.DraftRow) -> str:
    """About whom the words kept under such a key are."""
    return draft.id.split(":")[1]


def begin() -> str:
    """The id of a new note, which is on record once it is saved."""
    return new_id()


def mine(member_id: str) -> list[PsychotherapyRow]:
    """My notes about a member, newest first; those that only a draft holds are there too."""
    query = PsychotherapyNote.select().where(
        PsychotherapyNote.member_id == member_id, PsychotherapyNote.author_id == CLINICAL.actor
    )
    kept = {row.id.split(":")[2]: row for row in drafts.left_over(draft_key(member_id, ""))}
    found = rows(query, PsychotherapyRow)
    known = {row.id for row in found}
    found = [_with(row, kept.get(row.id)) for row in found]
    found += [_only_draft(member_id, key, row) for key, row in kept.items() if key not in known]
    return sorted(found, key=lambda row: (row.day, row.written_at), reverse=True)


def _with(row: PsychotherapyRow, draft: drafts.DraftRow | None) -> PsychotherapyRow:
    return replace(row, kept=draft.text) if draft and draft.text != row.text else row


def _only_draft(member_id: str, note_id: str, draft: drafts.DraftRow) -> PsychotherapyRow:
    return PsychotherapyRow(
        id=note_id,
        member_id=member_id,
        author_id=draft.author_id,
        day=to_wall(draft.updated_at).date(),
        text="",
        written_at=draft.updated_at,
        kept=draft.text,
    )


def save(member_id: str, note_id: str, day: date, text: str) -> None:
    """Put a note on record, new or changed. It can't be undone: the trail keeps no words of it.

    Raises Refused for empty words, for a signed note, and for another author's.
    """
    words = clean_text(text, field="text")
    if not words.strip():
        raise Refused(EMPTY, field="text")
    what = {"day": day, "text": words, "written_at": clock.now()}
    with operation(CLINICAL, "Write a psychotherapy note", undoable=False):
        known = PsychotherapyNote.update(**what).where(PsychotherapyNote.id == note_id).execute()
        if not known:
            who = {"member_id": member_id, "author_id": CLINICAL.actor}
            PsychotherapyNote.create(id=note_id, **who, **what)
        drafts.discard(draft_key(member_id, note_id))


def delete(member_id: str, note_id: str) -> None:
    """Delete one's own unsigned note for good, with what was typed into it."""
    with operation(CLINICAL, "Delete a psychotherapy note", undoable=False):
        PsychotherapyNote.delete().where(PsychotherapyNote.id == note_id).execute()
        drafts.discard(draft_key(member_id, note_id))


def sign(note_id: str, confirmed: Confirmation) -> None:
    """Sign one's own note, for good."""
    confirmed.require(CLINICAL.actor)
    with operation(CLINICAL, "Sign a psychotherapy note", undoable=False):
        PsychotherapyNote.update(
            signed_at=clock.now(), signature=user(CLINICAL.actor).signature
        ).where(PsychotherapyNote.id == note_id).execute()


def check_release(release: Release) -> Release:
    """As it would be written down. Raises Refused at the field that is missing."""
    recipient = clean_line(release.recipient, field="recipient")
    if not recipient:
        raise Refused("Please say who receives these notes.", field="recipient")
    if release.authorized_on is None:
        raise Refused(
            "Psychotherapy notes leave only under a written authorization of their own. Please "
            "enter its date.",
            field="authorized_on",
        )
    return Release(
        member_id=release.member_id, recipient=recipient, authorized_on=release.authorized_on
    )


def keep(release: Release, pdf: bytes) -> str:
    """Write down that exactly these bytes leave; do this before they do. Returns its id."""
    checked = check_release(release)
    with operation(CLINICAL, "Release psychotherapy notes", undoable=False):
        row = PsychotherapyRelease.create(
            member_id=checked.member_id,
            author_id=CLINICAL.actor,
            recipient=checked.recipient,
            authorized_on=checked.authorized_on,
            released_at=clock.now(),
            sha256=hashlib.sha256(pdf).hexdigest(),
            pdf=pdf,
        )
    return str(row.id)


def releases(member_id: str) -> list[ReleaseRow]:
    """What I let leave about a member, newest first."""
    table = PsychotherapyRelease
    query = table.select(table.id, table.recipient, table.authorized_on, table.released_at)
    mine_ = query.where(table.member_id == member_id, table.author_id == CLINICAL.actor)
    return rows(mine_.order_by(table.released_at.desc()), ReleaseRow)


def released_pdf(release_id: str) -> bytes:
    """The very bytes that left, to print again.

    Raises Refused for another author's, Unavailable when they were altered.
    """
    row = PsychotherapyRelease.get_by_id(release_id)
    if row.author_id != CLINICAL.actor:
        raise Refused(NOT_YOURS)
    pdf = bytes(row.pdf)
    if hashlib.sha256(pdf).hexdigest() != row.sha256:
        raise Unavailable(
            "The stored document was altered, so it is not printed. Restore a backup from before."
        )
    return pdf


def released_again() -> None:
    """Write down that what left once leaves again; do this before it does."""
    note_event(CLINICAL, "Release psychotherapy notes again")


def file_name(member_id: str) -> str:
    """A name for the saved document that names nobody."""
    return f"{members.member(member_id).code.lower()}-psychotherapy-notes.pdf"


def note(note_id: str) -> PsychotherapyRow:
    """One of my notes. Raises Refused for another author's."""
    row = one(PsychotherapyNote.select().where(PsychotherapyNote.id == note_id), PsychotherapyRow)
    if row.author_id != CLINICAL.actor:
        raise Refused(NOT_YOURS)
    return row
