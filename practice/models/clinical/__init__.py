"""clinical.db: what was said and thought in care. Only clinicians hold this key.

Rows name members and sessions by the ids of office.db; no key reaches across the two files.
"""

from practice.models.clinical.cosign import Cosignature
from practice.models.clinical.plan import (
    Diagnosis,
    Goal,
    Intervention,
    Objective,
    Plan,
    Problem,
)
from practice.models.clinical.psychotherapy import PsychotherapyNote, PsychotherapyRelease
from practice.models.clinical.search import NoteWords
from practice.models.clinical.session import (
    Phrase,
    Rating,
    SafetyCheck,
    Screening,
    SessionTechnique,
    Technique,
)
from practice.models.clinical.tables import (
    Addendum,
    Draft,
    DraftSentence,
    GroupNote,
    IssuedReport,
    Line,
    MissedEntry,
    NameException,
    Note,
    NoteGoal,
)

TABLES = (
    Diagnosis,
    Plan,
    Problem,
    Goal,
    Objective,
    Intervention,
    Line,
    GroupNote,
    Note,
    DraftSentence,
    NoteGoal,
    Addendum,
    MissedEntry,
    NameException,
    IssuedReport,
    Rating,
    SafetyCheck,
    Technique,
    SessionTechnique,
    Phrase,
    Screening,
    PsychotherapyNote,
    PsychotherapyRelease,
    Cosignature,
)
UNAUDITED = (Draft, NoteWords)

__all__ = [
    "TABLES",
    "UNAUDITED",
    "Addendum",
    "Cosignature",
    "Diagnosis",
    "Draft",
    "DraftSentence",
    "Goal",
    "GroupNote",
    "Intervention",
    "IssuedReport",
    "Line",
    "MissedEntry",
    "NameException",
    "Note",
    "NoteGoal",
    "NoteWords",
    "Objective",
    "Phrase",
    "Plan",
    "Problem",
    "PsychotherapyNote",
    "PsychotherapyRelease",
    "Rating",
    "SafetyCheck",
    "Screening",
    "SessionTechnique",
    "Technique",
]
