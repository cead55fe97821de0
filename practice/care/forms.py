"""The forms a progress note can have: DAP, BIRP, SOAP, GIRP and plain, each a table of sections.

Two things stand in every form: what all members' notes share is written once, and what a member
has for themselves is their own. A section is stored by its `part`, so that a form only says under
which heading and in which order the parts stand. A signed note keeps its own headings.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from practice.models.enums.notes import NoteForm


class Kind(Enum):
    """What a recorded sentence is about; a section draws from some of these."""

    PARTICIPATION = "participation"
    RESPONSE = "response"
    ASSESSMENT = "assessment"
    PLAN = "plan"


SHARED = "text"
"""The part all notes of a session share."""


@dataclass(frozen=True)
class Section:
    """A part of the note under its heading. `hint` says what is wanted there.

    `required` ones are shown as missing while they are empty; `draws` is empty for the shared part.
    """

    part: str
    heading: str
    hint: str = ""
    draws: tuple[Kind, ...] = ()
    required: bool = True

    @property
    def shared(self) -> bool:
        """Whether all notes of the session share it."""
        return self.part == SHARED


_TOLD = (Kind.PARTICIPATION, Kind.RESPONSE)
_SESSION = Section(SHARED, "Session", "What the group did. Nobody is named.")
_INTERVENTION = Section(SHARED, "Intervention", "What was offered and done. Nobody is named.")
_PLAN = Section("plan", "Plan", "What comes next: practice, homework, next session", (Kind.PLAN,))
_RESPONSE = Section("response", "Response", "What they said and how they responded", _TOLD)
_ASSESSMENT = Section("assessment", "Assessment", "What it means for the goals", (Kind.ASSESSMENT,))

FORMS: dict[NoteForm, tuple[Section, ...]] = {
    NoteForm.PLAIN: (
        _SESSION,
        Section("participation", "Participation", "How they took part", (Kind.PARTICIPATION,)),
        Section(
            "response",
            "Response",
            "What they said and how they responded",
            (Kind.RESPONSE, Kind.ASSESSMENT),
        ),
        _PLAN,
    ),
    NoteForm.DAP: (
        _SESSION,
        Section("response", "Data", "What was seen and said", _TOLD),
        _ASSESSMENT,
        _PLAN,
    ),
    NoteForm.BIRP: (
        Section("participation", "Behavior", "How they took part", (Kind.PARTICIPATION,)),
        _INTERVENTION,
        Section(
            "response",
            "Response",
            "What they said and how they responded",
            (Kind.RESPONSE, Kind.ASSESSMENT),
        ),
        _PLAN,
    ),
    NoteForm.SOAP: (
        _SESSION,
        Section("response", "Subjective", "What they said of themselves", (Kind.RESPONSE,)),
        Section("participation", "Objective", "What was seen", (Kind.PARTICIPATION,)),
        _ASSESSMENT,
        _PLAN,
    ),
    NoteForm.GIRP: (
        Section("assessment", "Goal", "What was worked towards", (Kind.ASSESSMENT,)),
        _INTERVENTION,
        _RESPONSE,
        _PLAN,
    ),
}


def own(form: NoteForm) -> tuple[Section, ...]:
    """The sections a member has for themselves, in order."""
    return tuple(section for section in FORMS[form] if not section.shared)


def shared_heading(form: NoteForm) -> str:
    """The heading of the part all notes share."""
    return next(section.heading for section in FORMS[form] if section.shared)


def to_text(form: NoteForm) -> str:
    """The headings in their order, as a signed note stores them."""
    return json.dumps([[one.part, one.heading] for one in FORMS[form]], ensure_ascii=False)


def from_text(stored: str, form: NoteForm) -> Sequence[Section]:
    """The sections a note was signed with; of a draft, those of its form."""
    if not stored:
        return FORMS[form]
    return tuple(Section(part, heading) for part, heading in json.loads(stored))
