"""What the office gave out on paper or as a file."""

from peewee import BlobField, ForeignKeyField, TextField

from practice.models.base import OfficeRecord
from practice.models.fields import DayField, MomentField
from practice.models.office.tables import Member


class IssuedPaper(OfficeRecord):
    """One paper that left: who issued it, when, what and for whom.

    `pdf` holds a letter byte for byte; lists and sheets are known by their digest alone.
    """

    member = ForeignKeyField(Member, backref="papers", null=True)
    kind = TextField()
    title = TextField()
    recipient = TextField(default="")
    consent_on = DayField(null=True)
    issued_at = MomentField()
    issued_by = TextField()
    sha256 = TextField()
    pdf = BlobField(null=True)
