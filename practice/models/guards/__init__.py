"""Rules the database itself refuses to break, by subject, each with the words a person reads.

A guard is a trigger that aborts with its own name; `WORDS` turns that name into a sentence.
They hold for every writer: windows, imports, undo and bulk queries alike.
"""

from practice.models.guards import (
    attendance,
    cosign,
    fees,
    groups,
    kept,
    notes,
    outreach,
    plans,
    psychotherapy,
    schedule,
)
from practice.models.keyed import KeyedDatabase

_SUBJECTS = (
    plans,
    psychotherapy,
    groups,
    attendance,
    outreach,
    fees,
    schedule,
    notes,
    cosign,
    kept,
)
GUARDS = tuple(guard for subject in _SUBJECTS for guard in subject.GUARDS)
WORDS = {guard.name: guard.words for guard in GUARDS}


def triggers(file: KeyedDatabase) -> dict[str, str]:
    """All guard triggers of one file, name to SQL."""
    return {
        name: sql
        for guard in GUARDS
        if guard.file is file
        for name, sql in guard.triggers().items()
    }
