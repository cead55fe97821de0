"""office.db: who, when and whether they came. Front desk holds this key; nothing here is care."""

from practice.models.office.fees import Fee, FeePolicy
from practice.models.office.issued import IssuedPaper
from practice.models.office.outreach import (
    Contact,
    Outreach,
    OutreachMiss,
    OutreachPolicy,
    OutreachRule,
)
from practice.models.office.places import Offer, Visit, Waiting
from practice.models.office.schedule import (
    Attendance,
    Block,
    Closure,
    Series,
    Session,
    Stretch,
    WorkingHours,
)
from practice.models.office.supervision import Supervision
from practice.models.office.tables import Enrolment, Group, Member, PlanSegment, Practice, User
from practice.models.office.toplace import ToPlace

TABLES = (
    *(Practice, User, Member, Group, PlanSegment, Enrolment),
    *(Series, Session, Attendance, Stretch, Block, Closure, WorkingHours, ToPlace),
    *(Waiting, Offer, Visit),
    *(OutreachPolicy, OutreachRule, Outreach, OutreachMiss, Contact),
    *(FeePolicy, Fee),
    IssuedPaper,
    Supervision,
)

__all__ = [
    "TABLES",
    "Attendance",
    "Block",
    "Closure",
    "Contact",
    "Enrolment",
    "Fee",
    "FeePolicy",
    "Group",
    "IssuedPaper",
    "Member",
    "Offer",
    "Outreach",
    "OutreachMiss",
    "OutreachPolicy",
    "OutreachRule",
    "PlanSegment",
    "Practice",
    "Series",
    "Session",
    "Stretch",
    "Supervision",
    "ToPlace",
    "User",
    "Visit",
    "Waiting",
    "WorkingHours",
]
