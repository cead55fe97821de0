"""clinical.db: what was said and thought in care. Only clinicians hold this key.

Rows name members and sessions by the ids of office.db; no key reaches across the two files.
"""

from practice.models.clinical.search import NoteWords
from practice.models.clinical.tables import (
    Addendum,
    Diagnosis,
    Draft,
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
    NoteGoal,
    Addendum,
    MissedEntry,
    NameException,
    IssuedReport,
)
UNAUDITED = (Draft, NoteWords)

__all__ = [
    "TABLES",
    "UNAUDITED",
    "Addendum",
    "Diagnosis",
    "Draft",
    "Goal",
    "GroupNote",
    "IssuedReport",
    "Line",
    "MissedEntry",
    "NameException",
    "Note",
    "NoteGoal",
    "NoteWords",
]
