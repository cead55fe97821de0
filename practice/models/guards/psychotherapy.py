"""Psychotherapy notes are their author's alone, and stay once signed or given out."""

from practice.models.base import CLINICAL
from practice.models.guards.guard import Guard

_NOT_THE_AUTHOR = "{}.author_id IS NOT (SELECT user_id FROM operation WHERE finished IS NULL)"
_AUTHOR_ONLY = "Psychotherapy notes are changed by their author alone."

GUARDS = (
    *(
        Guard(
            "author-only", CLINICAL, ("INSERT",), table, _NOT_THE_AUTHOR.format("NEW"), _AUTHOR_ONLY
        )
        for table in ("psychotherapy_note", "psychotherapy_release")
    ),
    Guard(
        "author-only",
        CLINICAL,
        ("UPDATE", "DELETE"),
        "psychotherapy_note",
        _NOT_THE_AUTHOR.format("OLD"),
        _AUTHOR_ONLY,
    ),
    Guard(
        "psychotherapy-signed",
        CLINICAL,
        ("UPDATE", "DELETE"),
        "psychotherapy_note",
        "OLD.signed_at IS NOT NULL",
        "This note is signed, so it never changes. Write another one instead.",
    ),
    Guard(
        "released",
        CLINICAL,
        ("UPDATE", "DELETE"),
        "psychotherapy_release",
        "1",
        "What left the practice is kept as it was.",
    ),
)
