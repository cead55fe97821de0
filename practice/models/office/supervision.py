"""Who works under whose supervision, from now on; signed notes keep what held at their signing."""

from peewee import ForeignKeyField

from practice.models.base import OfficeRecord
from practice.models.office.tables import User


class Supervision(OfficeRecord):
    """One clinician, such as an intern or associate, and the person who co-signs for them."""

    supervisee = ForeignKeyField(User, backref="+", unique=True)
    supervisee_id: str
    supervisor = ForeignKeyField(User, backref="+")
    supervisor_id: str
