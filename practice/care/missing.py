"""What a reviewer looks for in a note (field notes, section 1) and nobody has written yet.

Beside the facts of attendance (care/facts.py): what the group did, the sections of the note's form,
at least one goal with a word on it, what was done about a risk, the diagnosis of that day, the
member's birth date. None of these stops a signature; each is shown with the way to fill it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from practice.care import forms
from practice.care.facts import Facts
from practice.care.forms import SHARED
from practice.care.notes import NoteRow, Shared
from practice.care.plans import GoalRow
from practice.care.safety import CheckRow
from practice.models.enums.plans import Progress


class Lack(Enum):
    """What kind of thing is missing, and so where it is filled in."""

    SHARED = "shared"
    SECTION = "section"
    PROGRESS = "progress"
    RISK = "risk"
    GOAL = "goal"
    DIAGNOSIS = "diagnosis"
    BIRTH_DATE = "birth-date"


WITHOUT_GOAL = frozenset({Lack.PROGRESS, Lack.GOAL})
"""The note links no goal: none has a word, or the member has none."""


@dataclass(frozen=True)
class Missing:
    """One thing; `words` say what to do, `part` names the section or, for a risk, its check."""

    lack: Lack
    words: str
    part: str = ""


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is on record about a draft; `untold` are safety checks it says nothing of."""

    note: NoteRow
    shared: Shared
    facts: Facts | None
    goals: Sequence[GoalRow]
    progress: Mapping[str, Progress]
    untold: Sequence[CheckRow]
    born: bool


def of_draft(known: Known) -> tuple[Missing, ...]:
    """What is missing in a draft, in the order of the note; nothing once it is signed."""
    if known.note.signed:
        return ()
    return (*_of_shared(known), *_of_sections(known), *_of_member(known))


def _of_shared(known: Known) -> Iterator[Missing]:
    if not known.shared.topic:
        yield Missing(Lack.SHARED, "Write the topic", "topic")
    if not known.shared.text.strip():
        heading = forms.shared_heading(known.note.form).lower()
        yield Missing(Lack.SHARED, f"Write the {heading} part", SHARED)


def _of_sections(known: Known) -> Iterator[Missing]:
    """One plain line tells participation or response, so the other is not asked for; a word on a
    goal writes the assessment by itself."""
    texts = known.note.texts
    took_part = bool(texts["participation"].strip())
    by_goal = bool(known.goals) and not known.progress
    for section in forms.own(known.note.form):
        asked = {
            "participation": False,
            "response": not took_part,
            "assessment": not by_goal,
        }.get(section.part, True)
        if asked and not texts[section.part].strip():
            yield Missing(Lack.SECTION, f"Write {section.heading.lower()}", section.part)


def _of_member(known: Known) -> Iterator[Missing]:
    if known.goals and not known.progress:
        yield Missing(Lack.PROGRESS, "Say how a goal went")
    for check in known.untold:
        yield Missing(Lack.RISK, "Add the safety check", check.id)
    checks = (
        (Lack.GOAL, "Add a goal", bool(known.goals)),
        (Lack.DIAGNOSIS, "Add a diagnosis", known.facts is None or bool(known.facts.diagnoses)),
        (Lack.BIRTH_DATE, "Add the birth date", known.born),
    )
    for lack, words, there in checks:
        if not there:
            yield Missing(lack, words)
