"""A signed version of a plan never changes, and a member has one begun version at most."""

from practice.models.base import CLINICAL
from practice.models.guards.guard import Guard

_SIGNED = (
    "A signed plan never changes. Begin a new version; it starts from what stands in this one."
)
_PARTS = ("problem", "goal", "objective", "intervention")
_NO_DRAFT = "NOT EXISTS (SELECT 1 FROM plan WHERE state = 'draft' AND member_id = {}.member_id)"
_TWO_DRAFTS = """NEW.state = 'draft' AND EXISTS (
    SELECT 1 FROM plan WHERE state = 'draft' AND member_id = NEW.member_id AND id <> NEW.id
)"""

GUARDS = (
    Guard("plan-signed", CLINICAL, ("UPDATE", "DELETE"), "plan", "OLD.state = 'signed'", _SIGNED),
    Guard(
        "plan-begun",
        CLINICAL,
        ("INSERT", "UPDATE"),
        "plan",
        _TWO_DRAFTS,
        "A new version of this plan was begun already.",
    ),
    *(
        Guard("plan-signed", CLINICAL, events, part, _NO_DRAFT.format(row), _SIGNED)
        for part in _PARTS
        for row, events in (("NEW", ("INSERT", "UPDATE")), ("OLD", ("DELETE",)))
    ),
)
