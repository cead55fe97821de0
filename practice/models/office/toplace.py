"""People who wait for a time: the tray beside the calendar."""

from peewee import BooleanField, ForeignKeyField, TextField

from practice.models.base import OfficeRecord
from practice.models.enums.sessions import ToPlaceWhy
from practice.models.fields import DayField, EnumField
from practice.models.office.tables import Member


class ToPlace(OfficeRecord):
    """`note` says when it suits them, nothing clinical. `done` once they have a time, or need none.

    `asked_on` is a day on the practice's wall.
    """

    member = ForeignKeyField(Member, backref="to_place")
    why = EnumField(ToPlaceWhy)
    asked_on = DayField()
    note = TextField(default="")
    done = BooleanField(default=False, index=True)
