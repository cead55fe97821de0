"""Who waits for a place, who was offered one, and who visits a single session."""

from peewee import ForeignKeyField, IntegerField

from practice.models.base import OfficeRecord
from practice.models.enums.groups import OfferState, VisitBecause
from practice.models.fields import DayField, EnumField, MomentField, WallField
from practice.models.office.schedule import Session
from practice.models.office.tables import Group, Member


class Waiting(OfficeRecord):
    """One member waiting for a place in one group; lower positions come first, gaps are fine."""

    group = ForeignKeyField(Group, backref="waiting")
    group_id: str
    member = ForeignKeyField(Member, backref="waiting")
    member_id: str
    position = IntegerField()
    since = DayField()

    class Meta:
        indexes = ((("group", "member"), True),)


class Offer(OfficeRecord):
    """A free seat in one session, or with no `session` a place in the group from `first_day` on.

    `until` is wall time: by then an answer is asked for. Passing it changes nothing by itself.
    """

    group = ForeignKeyField(Group, backref="offers")
    group_id: str
    session = ForeignKeyField(Session, null=True, backref="offers")
    session_id: str | None
    member = ForeignKeyField(Member, backref="offers")
    member_id: str
    first_day = DayField()
    made_at = MomentField()
    until = WallField()
    state = EnumField(OfferState, default=OfferState.OFFERED, index=True)
    answered_at = MomentField(null=True)


class Visit(OfficeRecord):
    """One member at one session of a group they are not in that day."""

    session = ForeignKeyField(Session, backref="visits")
    session_id: str
    member = ForeignKeyField(Member, backref="visits")
    member_id: str
    because = EnumField(VisitBecause)

    class Meta:
        indexes = ((("session", "member"), True),)
