"""The plan of a session: the steps of a group, of a named plan, and of a session that began."""

from peewee import ForeignKeyField, IntegerField, TextField

from practice.models.base import OfficeRecord
from practice.models.enums.groups import SegmentKind
from practice.models.fields import EnumField
from practice.models.office.schedule import Session
from practice.models.office.tables import Group, Member


class NamedPlan(OfficeRecord):
    """A plan the practice keeps, to put into any group or to follow for one session."""

    name = TextField(unique=True)


class PlanSegment(OfficeRecord):
    """One step in order; the minutes steer the cue and nothing else.

    It belongs to one of three: a group, a named plan, or a session, whose steps never change.
    """

    group = ForeignKeyField(Group, null=True, backref="plan")
    named = ForeignKeyField(NamedPlan, null=True, backref="plan")
    session = ForeignKeyField(Session, null=True, backref="plan")
    position = IntegerField()
    kind = EnumField(SegmentKind, default=SegmentKind.OTHER)
    name = TextField()
    minutes = IntegerField()


class Turn(OfficeRecord):
    """Whose turn it was in individual work, from how many seconds the plan had come to."""

    session = ForeignKeyField(Session, backref="turns")
    number = IntegerField()
    member = ForeignKeyField(Member, backref="turns")
    seconds = IntegerField()

    class Meta:
        indexes = ((("session", "number"), True),)
