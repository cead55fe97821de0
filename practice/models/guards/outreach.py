"""One open row of the board for a member; what was logged stays."""

from practice.models.base import OFFICE
from practice.models.guards.guard import NOT_UNDOING, Guard

_OPEN_TWICE = """NEW.closed_at IS NULL AND EXISTS (
    SELECT 1 FROM outreach o
    WHERE o.member_id = NEW.member_id AND o.closed_at IS NULL AND o.id <> NEW.id
)"""
_CONTACT_KEPT = (
    "What was logged is kept as it was. Log it again as it really was; both stay on record."
)

GUARDS = (
    Guard(
        "outreach-open-twice",
        OFFICE,
        ("INSERT", "UPDATE"),
        "outreach",
        _OPEN_TWICE,
        "This member already has an open row on the outreach board. Go on with that one.",
    ),
    Guard("contact-kept", OFFICE, ("UPDATE",), "contact", "1", _CONTACT_KEPT),
    Guard("contact-kept", OFFICE, ("DELETE",), "contact", NOT_UNDOING, _CONTACT_KEPT),
)
