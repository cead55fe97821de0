"""A finished safety check in the member's note: one sentence of its answers, put in by a person.

A reviewer who reads of a risk looks for what was asked, answered and done, and who was told.
"""

import re
from collections.abc import Iterable

from practice.care import drafting, notes, safety
from practice.care.assembly import Sentence
from practice.care.notes import NoteRow
from practice.care.safety import CheckRow, Step
from practice.models.audit import operation
from practice.models.base import CLINICAL
from practice.models.clinical import Note

PART = "response"
"""Every form has it."""
WORDING = "Safety check: asked: {asked}; answered: {answer}; done: {action}; told: {told}."
_SPOKEN_OF = re.compile(r"safety|suicid|self-harm|harming|crisis", re.IGNORECASE)


def sentence(check: CheckRow) -> Sentence:
    """The answers of a finished check as one sentence, with its id as the source."""
    said = {step.value: " ".join(check.words(step).split()).rstrip(".") for step in Step}
    return Sentence(PART, WORDING.format(**said), (f"safety:{check.id}",))


def put_in(note_id: str, check_id: str) -> None:
    """Add the sentence to a draft. The database refuses once the note is signed."""
    row, said = notes.note(note_id), sentence(safety.check(check_id))
    before = drafting.sentences_of([note_id]).get(note_id, ())
    with operation(CLINICAL, "Put the safety check into the note"):
        text = " ".join(filter(None, (row.response, said.text)))
        Note.update({PART: text}).where(Note.id == note_id).execute()
        drafting.forget(note_id)
        drafting.keep(note_id, (*before, said))


def untold(
    row: NoteRow, told: Iterable[Sentence], checks: Iterable[CheckRow]
) -> tuple[CheckRow, ...]:
    """The finished checks of which a note says nothing; the flagged line alone does not."""
    own = row.own_text
    for one in told:
        if not any(source.startswith("safety:") for source in one.sources):
            own = own.replace(one.text, "", 1)
    spoken_of = _SPOKEN_OF.search(own)
    return () if spoken_of else tuple(check for check in checks if not check.open)
