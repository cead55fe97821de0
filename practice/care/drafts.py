"""Words being typed, saved before they are put on record.

A draft is one row, written at once and outside the audit trail; it goes when the words are put on
record or thrown away. Drafts left over by a crash are offered again.
"""

from dataclasses import dataclass
from datetime import datetime

from peewee import DatabaseError

from practice import clock
from practice.errors import Unavailable
from practice.models.audit import FULL_OR_BROKEN
from practice.models.base import CLINICAL
from practice.models.clinical import Draft
from practice.models.read import first, rows


@dataclass(frozen=True)
class DraftRow:
    """`id` says what the words belong to: `line:<session>:<author>:<member>` or
    `note:<note>:<field>`."""

    id: str
    author_id: str
    text: str
    updated_at: datetime


def save(key: str, text: str) -> None:
    """Write the words; when this returns they are on the disk. Empty words remove the draft.

    Raises Unavailable when the disk does not take them; they may or may not be there then, so
    the caller keeps them and saves again.
    """
    try:
        if text:
            Draft.replace(
                id=key, author_id=CLINICAL.actor, text=text, updated_at=clock.now()
            ).execute()
        else:
            Draft.delete().where(Draft.id == key).execute()
    except DatabaseError:
        raise Unavailable(FULL_OR_BROKEN) from None


def discard(key: str) -> None:
    """The words are on record or no longer wanted. Joins an operation that is under way."""
    Draft.delete().where(Draft.id == key).execute()


def load(key: str) -> str:
    """The words saved under this key; empty when there are none."""
    row = find(key)
    return "" if row is None else row.text


def find(key: str) -> DraftRow | None:
    """The draft under this key with when it was last saved."""
    return first(Draft.select().where(Draft.id == key), DraftRow)


def left_over(prefix: str = "") -> list[DraftRow]:
    """Drafts of the person signed in whose key begins so, oldest first."""
    query = Draft.select().where(Draft.author_id == CLINICAL.actor, Draft.id.startswith(prefix))
    return rows(query.order_by(Draft.updated_at), DraftRow)
