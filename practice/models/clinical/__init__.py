"""clinical.db: what was said and thought in care. Only clinicians hold this key.

Rows name members and sessions by the ids of office.db; no key reaches across the two files.
"""

from practice.models.clinical.session import Rating, SafetyCheck, SessionTechnique, Technique
from practice.models.clinical.tables import (
    Addendum,
    Diagnosis,
    Draft,
    DraftSentence,
    Goal,
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
    Goal,
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
)
UNAUDITED = (Draft,)

__all__ = [
    "TABLES",
    "UNAUDITED",
    "Addendum",
    "Diagnosis",
    "Draft",
    "DraftSentence",
    "Goal",
    "GroupNote",
    "IssuedReport",
    "Line",
    "MissedEntry",
    "NameException",
    "Note",
    "NoteGoal",
    "Rating",
    "SafetyCheck",
    "SessionTechnique",
    "Technique",
]
