"""office.db: who, when and whether they came. Front desk holds this key; nothing here is care."""

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

TABLES = (Practice, User, Member, Group, PlanSegment, Enrolment, Session, Attendance, Stretch)

__all__ = [
    "TABLES",
    "Attendance",
    "Enrolment",
    "Group",
    "Member",
    "PlanSegment",
    "Practice",
    "Session",
    "Stretch",
    "User",
]
