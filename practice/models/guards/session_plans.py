"""The steps of a session's plan: each belongs to one thing, and a session keeps those it had."""

from practice.models.base import OFFICE
from practice.models.guards.guard import Guard
from practice.models.guards.schedule import LONGEST

_OWNERS = "(NEW.group_id IS NOT NULL) + (NEW.named_id IS NOT NULL) + (NEW.session_id IS NOT NULL)"

GUARDS = (
    Guard(
        "segment-owner",
        OFFICE,
        ("INSERT", "UPDATE"),
        "plan_segment",
        f"{_OWNERS} <> 1",
        "A step belongs to one group, one plan that is kept, or one session.",
    ),
    Guard(
        "segment-length",
        OFFICE,
        ("INSERT", "UPDATE"),
        "plan_segment",
        f"NEW.minutes NOT BETWEEN 1 AND {LONGEST}",
        "Each step of the plan takes at least a minute.",
    ),
    Guard(
        "plan-followed",
        OFFICE,
        ("UPDATE", "DELETE"),
        "plan_segment",
        "OLD.session_id IS NOT NULL",
        "The plan a session followed is kept as it was.",
    ),
)
