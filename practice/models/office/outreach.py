"""Tables of the outreach board: its rules, its rows and every try to reach someone.

A row nobody has touched is not stored: it follows from attendance each time the board is read
(desk/outreach.py). From the first touch on it is kept, with the missed sessions it was about.
"""

from peewee import ForeignKeyField, IntegerField, TextField

from practice.models.base import OfficeRecord
from practice.models.enums.attendance import Status
from practice.models.enums.outreach import Channel, Ended, Follow, Outcome
from practice.models.fields import DayField, EnumField, EnumSetField, MomentField
from practice.models.office.schedule import Session
from practice.models.office.tables import Member, User


class OutreachPolicy(OfficeRecord):
    """The one row about how the practice reaches out. Days are whole days after the miss.

    Sessions before `since` are on no board.
    """

    since = DayField(null=True)
    again_days = IntegerField(default=3)
    letter_days = IntegerField(default=7)
    voicemail = TextField(default="")


class OutreachRule(OfficeRecord):
    """`in_a_row` sessions missed with one of `statuses`, and what follows."""

    position = IntegerField()
    in_a_row = IntegerField()
    statuses = EnumSetField(Status)
    follow = EnumField(Follow)


class Outreach(OfficeRecord):
    """One member to be reached, from the first touch until a person closes it.

    `due` is the day of the next step. At most one row of a member is open (models/guards/).
    """

    member = ForeignKeyField(Member, backref="outreach")
    member_id: str
    opened_at = MomentField()
    due = DayField(null=True)
    closed_at = MomentField(null=True, index=True)
    ended = EnumField(Ended, null=True)
    words = TextField(default="")


class OutreachMiss(OfficeRecord):
    """A missed session that a row is about."""

    outreach = ForeignKeyField(Outreach, backref="misses")
    outreach_id: str
    session = ForeignKeyField(Session)
    session_id: str

    class Meta:
        indexes = ((("outreach", "session"), True),)


class Contact(OfficeRecord):
    """One try to reach a member; it is never changed, only followed by another.

    `at` is when it was, as the person says, `logged_at` when they wrote it down.
    """

    outreach = ForeignKeyField(Outreach, backref="contacts")
    outreach_id: str
    at = MomentField()
    channel = EnumField(Channel)
    outcome = EnumField(Outcome)
    words = TextField(default="")
    by = ForeignKeyField(User)
    by_id: str
    logged_at = MomentField()
