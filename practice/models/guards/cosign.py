"""A co-signature is another person's, given once, beside what is signed; and who may supervise."""

from practice.models.base import CLINICAL, OFFICE
from practice.models.guards.guard import Guard

_BOTH = ("INSERT", "UPDATE")
_COSIGNS = "NEW.signed_at IS NOT NULL AND "
_NOT_AT_WORK = "NEW.signed_by IS NOT (SELECT user_id FROM operation WHERE finished IS NULL)"
_NOTHING_SIGNED = """NOT EXISTS (
    SELECT 1 FROM note WHERE id = NEW.note_id AND state = 'signed'
    AND (id = NEW.id OR EXISTS (SELECT 1 FROM addendum WHERE id = NEW.id AND note_id = note.id))
)"""
_FOR_WHOM_CHANGES = " OR ".join(
    f"NEW.{column} IS NOT OLD.{column}"
    for column in ("id", "note_id", "author_id", "supervisor_id")
)
_AT_FRONT_DESK = """EXISTS (
    SELECT 1 FROM user WHERE id IN (NEW.supervisee_id, NEW.supervisor_id) AND role = 'frontdesk'
)"""
_IN_A_CHAIN = """EXISTS (
    SELECT 1 FROM supervision WHERE id <> NEW.id
    AND (supervisee_id = NEW.supervisor_id OR supervisor_id = NEW.supervisee_id)
)"""

GUARDS = (
    Guard(
        "cosigned",
        CLINICAL,
        ("UPDATE",),
        "cosignature",
        "OLD.signed_at IS NOT NULL",
        "This is co-signed, so it never changes. Add an addendum to the note instead.",
    ),
    Guard(
        "cosign-kept",
        CLINICAL,
        ("DELETE",),
        "cosignature",
        "1",
        "A note signed under supervision keeps that it needs a co-signature.",
    ),
    Guard(
        "cosign-for-whom",
        CLINICAL,
        ("UPDATE",),
        "cosignature",
        _FOR_WHOM_CHANGES,
        "Whose signature a co-signature stands beside never changes.",
    ),
    Guard(
        "cosign-unsigned",
        CLINICAL,
        ("INSERT",),
        "cosignature",
        _NOTHING_SIGNED,
        "Only what is signed can be co-signed.",
    ),
    Guard(
        "cosign-own",
        CLINICAL,
        _BOTH,
        "cosignature",
        f"{_COSIGNS}NEW.signed_by = NEW.author_id",
        "Nobody co-signs their own note. Their supervisor does.",
    ),
    Guard(
        "cosign-as-other",
        CLINICAL,
        _BOTH,
        "cosignature",
        _COSIGNS + _NOT_AT_WORK,
        "Only the person who is signed in can co-sign.",
    ),
    *(
        Guard(name, OFFICE, _BOTH, "supervision", when, words)
        for name, when, words in (
            (
                "supervise-oneself",
                "NEW.supervisee_id = NEW.supervisor_id",
                "Nobody supervises themselves. Choose another person.",
            ),
            (
                "supervise-front-desk",
                _AT_FRONT_DESK,
                "Front desk holds no key to notes, so it neither signs nor co-signs any.",
            ),
            (
                "supervise-in-a-chain",
                _IN_A_CHAIN,
                "Someone who works under supervision can’t supervise. Choose another person.",
            ),
        )
    ),
)
