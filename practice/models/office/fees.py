"""Tables of fees for missed sessions. They are on no document for a payer."""

from peewee import ForeignKeyField, IntegerField, TextField

from practice.models.base import OfficeRecord
from practice.models.enums.attendance import Status
from practice.models.enums.fees import FeeDecision
from practice.models.fields import DayField, EnumField, EnumSetField, MomentField
from practice.models.office.schedule import Session
from practice.models.office.tables import Member, User


class FeePolicy(OfficeRecord):
    """The one row about fees; without it there are none. `cents` are whole cents.

    The first `grace` misses within `grace_days` days are free. Sessions before `since` never cost.
    """

    cents = IntegerField()
    statuses = EnumSetField(Status)
    grace = IntegerField(default=0)
    grace_days = IntegerField(default=365)
    since = DayField()


class Fee(OfficeRecord):
    """One decision about one missed session; the newest holds, and all of them are kept."""

    member = ForeignKeyField(Member, backref="fees")
    member_id: str
    session = ForeignKeyField(Session)
    session_id: str
    decision = EnumField(FeeDecision)
    cents = IntegerField()
    reason = TextField(default="")
    at = MomentField()
    by = ForeignKeyField(User)
    by_id: str
