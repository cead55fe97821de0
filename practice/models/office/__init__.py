"""office.db: who, when and whether they came. Front desk holds this key; nothing here is care."""

from practice.models.office.issued import IssuedPaper
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
    IssuedPaper,
)

__all__ = [
    "TABLES",
    "Attendance",
    "Enrolment",
    "Group",
    "IssuedPaper",
    "Member",
    "PlanSegment",
    "Practice",
    "Session",
    "Stretch",
    "User",
]
