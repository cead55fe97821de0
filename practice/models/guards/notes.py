"""Words already signed never change; what has to be there before is asked for."""

from practice.models.base import CLINICAL
from practice.models.guards.guard import Guard

_NOTE_SIGNED = "(SELECT state FROM note WHERE id = {}.note_id) = 'signed'"
_CHECK_OPEN = """NEW.state = 'signed' AND EXISTS (
    SELECT 1 FROM safety_check WHERE session_id = NEW.session_id AND finished_at IS NULL
)"""
_MEMBER_SIGNED = """EXISTS (
    SELECT 1 FROM note WHERE session_id = {0}.session_id AND member_id = {0}.member_id
    AND state = 'signed'
)"""
_SENTENCE_SIGNED = "(SELECT state FROM note WHERE id = {}.owner_id) = 'signed'"
_ADDENDUM = "Words already signed never change. Add an addendum to the note instead."

GUARDS = (
    Guard("signed", CLINICAL, ("UPDATE", "DELETE"), "note", "OLD.state = 'signed'", _ADDENDUM),
    Guard(
        "signed",
        CLINICAL,
        ("INSERT", "UPDATE"),
        "note_goal",
        _NOTE_SIGNED.format("NEW"),
        _ADDENDUM,
    ),
    Guard("signed", CLINICAL, ("DELETE",), "note_goal", _NOTE_SIGNED.format("OLD"), _ADDENDUM),
    Guard(
        "signed",
        CLINICAL,
        ("INSERT", "UPDATE"),
        "draft_sentence",
        _SENTENCE_SIGNED.format("NEW"),
        _ADDENDUM,
    ),
    Guard(
        "signed", CLINICAL, ("DELETE",), "draft_sentence", _SENTENCE_SIGNED.format("OLD"), _ADDENDUM
    ),
    Guard("signed", CLINICAL, ("UPDATE", "DELETE"), "addendum", "1", _ADDENDUM),
    Guard(
        "signed", CLINICAL, ("INSERT", "UPDATE"), "rating", _MEMBER_SIGNED.format("NEW"), _ADDENDUM
    ),
    Guard("signed", CLINICAL, ("DELETE",), "rating", _MEMBER_SIGNED.format("OLD"), _ADDENDUM),
    Guard(
        "signed",
        CLINICAL,
        ("UPDATE", "DELETE"),
        "safety_check",
        f"OLD.finished_at IS NOT NULL AND {_MEMBER_SIGNED.format('OLD')}",
        _ADDENDUM,
    ),
    Guard(
        "rating-range",
        CLINICAL,
        ("INSERT", "UPDATE"),
        "rating",
        "NEW.value NOT BETWEEN 0 AND 10",
        "A rating is a whole number from 0 to 10.",
    ),
    Guard(
        "check-open",
        CLINICAL,
        ("INSERT", "UPDATE"),
        "note",
        _CHECK_OPEN,
        "A safety check of this session is not finished yet. Finish it, then sign.",
    ),
)
