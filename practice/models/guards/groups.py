"""Who may be in a group and who has a seat in a session: never more than ten, none twice."""

from practice.models import seats
from practice.models.base import OFFICE
from practice.models.guards.guard import Guard
from practice.models.seats import GROUP_SIZE

_FULL = (
    f"This session already has {GROUP_SIZE} people, the most it can hold. "
    "Someone has to cancel before another person comes."
)

GUARDS = (
    Guard(
        "group-full",
        OFFICE,
        ("INSERT", "UPDATE"),
        "enrolment",
        seats.GROUP_FULL,
        f"This group already has {GROUP_SIZE} members in that time, the most a group can hold. "
        "Choose another group or a later date, or let someone leave first.",
    ),
    Guard(
        "enrolled-twice",
        OFFICE,
        ("INSERT", "UPDATE"),
        "enrolment",
        seats.ENROLLED_TWICE,
        "This member is already in the group in that time.",
    ),
    Guard(
        "left-before-joined",
        OFFICE,
        ("INSERT", "UPDATE"),
        "enrolment",
        "NEW.left_on < NEW.joined_on",
        "The last day is before the first day. Please check both dates.",
    ),
    Guard(
        "group-closed",
        OFFICE,
        ("INSERT", "UPDATE OF group_id, joined_on"),
        "enrolment",
        seats.GROUP_CLOSED,
        "This group is closed and has begun by then, so nobody joins it as a rule. "
        "A clinician can let someone in all the same, and says why.",
    ),
    Guard("session-full", OFFICE, ("INSERT",), "attendance", seats.NO_ROW, _FULL),
    Guard("session-full", OFFICE, ("UPDATE",), "attendance", seats.COMES_AFTER_ALL, _FULL),
    Guard("session-full", OFFICE, ("DELETE",), "attendance", seats.NOT_AWAY_AFTER_ALL, _FULL),
    Guard("session-full", OFFICE, ("INSERT", "UPDATE"), "visit", seats.NO_SEAT, _FULL),
    Guard("session-full", OFFICE, ("UPDATE",), "session", seats.MOVED_FULL, _FULL),
    Guard(
        "seats-given",
        OFFICE,
        ("INSERT", "UPDATE"),
        "enrolment",
        seats.SEATS_GIVEN,
        f"A session in that time has {GROUP_SIZE} people already, visitors among them. "
        "Choose a first day after it, or take a visitor off its list.",
    ),
)
