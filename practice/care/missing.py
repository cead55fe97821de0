"""What a reviewer looks for in a note (field notes, section 1) and nobody has written yet.

Beside the facts of attendance (care/facts.py): the sections of the note's form, at least one goal
with a word on it, the diagnosis of that day, the member's birth date. None of these stops a
signature; each is shown with the way to fill it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from practice.care import forms
from practice.care.facts import Facts
from practice.care.notes import NoteRow
from practice.care.plans import GoalRow
from practice.models.enums.plans import Progress


class Lack(Enum):
    """What kind of thing is missing, and so where it is filled in."""

    SECTION = "section"
    PROGRESS = "progress"
    GOAL = "goal"
    DIAGNOSIS = "diagnosis"
    BIRTH_DATE = "birth-date"


@dataclass(frozen=True)
class Missing:
    """One thing; `words` say what to do, `part` names the section."""

    lack: Lack
    words: str
    part: str = ""


def of_draft(
    note: NoteRow,
    facts: Facts | None,
    goals: Sequence[GoalRow],
    progress: Mapping[str, Progress],
    *,
    born: bool,
) -> tuple[Missing, ...]:
    """What is missing in a draft, in the order of the note; nothing once it is signed."""
    if note.signed:
        return ()
    texts = note.texts
    found = [
        Missing(Lack.SECTION, f"Write {section.heading.lower()}", section.part)
        for section in forms.own(note.form)
        if section.required and not texts[section.part].strip()
    ]
    if goals and not progress:
        found.append(Missing(Lack.PROGRESS, "Say how a goal went"))
    checks = (
        (Lack.GOAL, "Add a goal", bool(goals)),
        (Lack.DIAGNOSIS, "Add a diagnosis", facts is None or bool(facts.diagnoses)),
        (Lack.BIRTH_DATE, "Add the birth date", born),
    )
    return (*found, *(Missing(lack, words) for lack, words, there in checks if not there))
