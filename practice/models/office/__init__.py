"""office.db: who, when and whether they came. Front desk holds this key; nothing here is care."""

from practice.models.office.schedule import (
    Attendance,
    Block,
    Closure,
    Series,
    Session,
    Stretch,
    WorkingHours,
)
from practice.models.office.tables import Enrolment, Group, Member, PlanSegment, Practice, User

TABLES = (
    *(Practice, User, Member, Group, PlanSegment, Enrolment),
    *(Series, Session, Attendance, Stretch, Block, Closure, WorkingHours),
)

__all__ = [
    "TABLES",
    "Attendance",
    "Block",
    "Closure",
    "Enrolment",
    "Group",
    "Member",
    "PlanSegment",
    "Practice",
    "Series",
    "Session",
    "Stretch",
    "User",
    "WorkingHours",
]
