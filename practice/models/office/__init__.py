"""office.db: who, when and whether they came. Front desk holds this key; nothing here is care."""

from practice.models.office.places import Offer, Visit, Waiting
from practice.models.office.tables import (
    Attendance,
    Enrolment,
    Group,
    Member,
    PlanSegment,
    Practice,
    Session,
    Stretch,
    User,
)

TABLES = (
    Practice,
    User,
    Member,
    Group,
    PlanSegment,
    Enrolment,
    Session,
    Attendance,
    Stretch,
    Waiting,
    Offer,
    Visit,
)

__all__ = [
    "TABLES",
    "Attendance",
    "Enrolment",
    "Group",
    "Member",
    "Offer",
    "PlanSegment",
    "Practice",
    "Session",
    "Stretch",
    "User",
    "Visit",
    "Waiting",
]
