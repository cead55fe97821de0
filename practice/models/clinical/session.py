"""The tables of clinical.db for what is noted while a session runs, beside its lines."""

from peewee import IntegerField, TextField

from practice.models.base import ClinicalRecord
from practice.models.enums import Rated, RatedWhen
from practice.models.fields import EnumField, MomentField


class Rating(ClinicalRecord):
    """A number from 0 to 10 that a member gave for themselves before or after the session."""

    session_id = TextField()
    member_id = TextField()
    what = EnumField(Rated)
    moment = EnumField(RatedWhen)
    value = IntegerField()
    at = MomentField()

    class Meta:
        indexes = ((("session_id", "member_id", "what", "moment"), True),)


class SafetyCheck(ClinicalRecord):
    """A line that spoke of risk, and what was done; no `finished_at` means it is still open."""

    session_id = TextField(index=True)
    member_id = TextField(index=True)
    line_id = TextField(unique=True)
    author_id = TextField()
    flagged_at = MomentField()
    asked = TextField(default="")
    answer = TextField(default="")
    action = TextField(default="")
    told = TextField(default="")
    finished_at = MomentField(null=True)
