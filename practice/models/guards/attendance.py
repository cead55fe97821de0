"""Attendance makes sense by itself, and once notes are signed it changes only with a reason."""

from practice.models.base import OFFICE
from practice.models.guards.guard import NO_REASON, Guard

_SESSION_SIGNED = "(SELECT signed FROM session WHERE id = {}) = 1 AND " + NO_REASON
_STRETCH_SESSION = "(SELECT session_id FROM attendance WHERE id = {}.attendance_id)"
_FACTS_OF_SESSION = ("started_at", "stopped_at", "mode", "platform", "clinician_location", "signed")
_SESSION_CHANGES = (
    "OLD.signed = 1 AND ("
    + " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in _FACTS_OF_SESSION)
    + f") AND {NO_REASON}"
)
_REASON = (
    "Notes of this session are signed, so its attendance changes only with a reason. "
    "Say why, and the notes it touches will ask for an addendum."
)

GUARDS = (
    Guard(
        "out-before-in",
        OFFICE,
        ("INSERT", "UPDATE"),
        "stretch",
        "NEW.out_at < NEW.in_at",
        "The time out is before the time in. Please check both times.",
    ),
    Guard(
        "attendance-signed",
        OFFICE,
        ("INSERT", "UPDATE"),
        "attendance",
        _SESSION_SIGNED.format("NEW.session_id"),
        _REASON,
    ),
    Guard(
        "attendance-signed",
        OFFICE,
        ("DELETE",),
        "attendance",
        _SESSION_SIGNED.format("OLD.session_id"),
        _REASON,
    ),
    Guard(
        "attendance-signed",
        OFFICE,
        ("INSERT", "UPDATE"),
        "stretch",
        _SESSION_SIGNED.format(_STRETCH_SESSION.format("NEW")),
        _REASON,
    ),
    Guard(
        "attendance-signed",
        OFFICE,
        ("DELETE",),
        "stretch",
        _SESSION_SIGNED.format(_STRETCH_SESSION.format("OLD")),
        _REASON,
    ),
    Guard("attendance-signed", OFFICE, ("UPDATE",), "session", _SESSION_CHANGES, _REASON),
)
