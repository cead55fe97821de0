"""Carrying the plan of a member's last note forward; never what they said or did."""

from practice.care import drafting, notes
from practice.care.assembly import Sentence
from practice.care.notes import NoteRow
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import CLINICAL
from practice.models.clinical import Note
from practice.models.enums.notes import NoteState
from practice.models.read import first

PLAN = "plan"


def last_plan(row: NoteRow) -> NoteRow | None:
    """This member's last signed note of another session that has a plan."""
    query = Note.select().where(
        Note.member_id == row.member_id,
        Note.state == NoteState.SIGNED,
        Note.session_id != row.session_id,
        Note.plan != "",
    )
    return first(query.order_by(Note.signed_at.desc()).limit(1), NoteRow)


def carry_forward(note_id: str) -> None:
    """Take the plan of the member's last note into a draft.

    Raises Refused where there is none.
    """
    row = notes.note(note_id)
    last = last_plan(row)
    if last is None:
        raise Refused("No note of this member has a plan yet.")
    plan = "\n".join(filter(None, (row.plan, last.plan)))
    before = drafting.sentences_of([note_id]).get(note_id, ())
    with operation(CLINICAL, "Carry the plan forward"):
        Note.update(plan=plan).where(Note.id == note_id).execute()
        drafting.forget(note_id)
        drafting.keep(note_id, (*before, Sentence(PLAN, last.plan, (f"note:{last.id}",))))
