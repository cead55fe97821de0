"""The live record: timed lines to a member or to the whole group, seen by their author alone."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from practice import clock
from practice.care import drafts
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import CLINICAL, new_id
from practice.models.clinical import Line, Note
from practice.models.enums.notes import NoteState
from practice.models.read import rows, tuples
from practice.text import clean_text


@dataclass(frozen=True)
class LineRow:
    """One line; `member_id` empty means the group. `at` is when it was begun."""

    id: str
    session_id: str
    member_id: str | None
    author_id: str
    at: datetime
    text: str

    def offset(self, started: datetime) -> str:
        """`12:02`: minutes and seconds since the session's start, as shown beside the line."""
        seconds = max(0, int((self.at - started).total_seconds()))
        return f"{seconds // 60:02}:{seconds % 60:02}"


GROUP = "group"


def draft_key(session_id: str, member_id: str | None) -> str:
    """Where one's own words being typed for someone are kept until they are a line."""
    return f"{_prefix(session_id)}{member_id or GROUP}"


def _prefix(session_id: str) -> str:
    return f"line:{session_id}:{CLINICAL.actor}:"


def unfinished(session_id: str) -> list[tuple[str | None, drafts.DraftRow]]:
    """One's own words that are not yet a line, with the member they are for; oldest first."""
    prefix = _prefix(session_id)
    found = [(row.id.removeprefix(prefix), row) for row in drafts.left_over(prefix)]
    return [(None if member == GROUP else member, row) for member, row in found]


def write_line(
    session_id: str, member_id: str | None, text: str, *, at: datetime | None = None
) -> str:
    """Put a line on the live record and drop its draft, both at once. Returns the line's id."""
    words = clean_text(text)
    if not words:
        raise Refused("There is nothing to write down yet.", field="line")
    line_id = new_id()
    with operation(CLINICAL, "Write a line"):
        Line.create(
            id=line_id,
            session_id=session_id,
            member_id=member_id,
            author_id=CLINICAL.actor,
            at=at or clock.now(),
            text=words,
        )
        drafts.discard(draft_key(session_id, member_id))
    return line_id


def change_line(line_id: str, text: str) -> None:
    """Put one's own line right, before the notes are signed."""
    words = clean_text(text)
    with operation(CLINICAL, "Change a line", undoable=False):
        if words:
            Line.update(text=words).where(Line.id == line_id, _mine()).execute()
        else:
            Line.delete().where(Line.id == line_id, _mine()).execute()


def lines(session_id: str) -> list[LineRow]:
    """One's own lines of a session, in the order of their times."""
    query = Line.select().where(Line.session_id == session_id, _mine())
    return rows(query.order_by(Line.at, Line.id), LineRow)


def put_leftovers_on_record(session_id: str) -> None:
    """Words typed but not yet a line become lines, so that ending a session loses none."""
    for member_id, draft in unfinished(session_id):
        if draft.text.strip():
            write_line(session_id, member_id, draft.text.strip(), at=draft.updated_at)


def delete_lines(session_id: str) -> None:
    """Delete one's own lines of a session for good (the practice's setting, once it is signed).

    The audit trail keeps that lines were written and deleted, never their words.
    """
    states = {state for (state,) in tuples(_states(session_id))}
    if states != {NoteState.SIGNED}:
        raise Refused("Lines are kept until the notes are signed.")
    with operation(CLINICAL, "Delete live lines", undoable=False):
        Line.delete().where(Line.session_id == session_id, _mine()).execute()


def _states(session_id: str) -> Any:
    return Note.select(Note.state).where(Note.session_id == session_id)


def _mine() -> Any:
    return Line.author_id == CLINICAL.actor
