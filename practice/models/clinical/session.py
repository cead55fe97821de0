"""The tables of clinical.db around a session: who is suited, and what is noted beside the lines."""

from peewee import BooleanField, IntegerField, TextField

from practice.models.base import ClinicalRecord
from practice.models.enums.groups import GroupKind
from practice.models.enums.live import Family, Rated, RatedWhen
from practice.models.enums.members import Suitability
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


class Technique(ClinicalRecord):
    """A technique of the practice's own, or its words for one the program brings, by `key`."""

    key = TextField(unique=True)
    name = TextField()
    family = EnumField(Family)
    practises = TextField()
    home = TextField(default="")
    removed = BooleanField(default=False)


class SessionTechnique(ClinicalRecord):
    """A technique practised in a session, in the words it had then."""

    session_id = TextField()
    key = TextField()
    name = TextField()
    practises = TextField()
    home = TextField(default="")
    at = MomentField()

    class Meta:
        indexes = ((("session_id", "key"), True),)


class Phrase(ClinicalRecord):
    """Words for what is typed after a semicolon; no `owner_id` means everybody's.

    A field to fill stands in braces: `Plan: until the next group {what}.`
    """

    owner_id = TextField(default="")
    key = TextField()
    words = TextField()

    class Meta:
        indexes = ((("owner_id", "key"), True),)


class Screening(ClinicalRecord):
    """A clinician's word on whether a kind of group is for a member; the newest one holds."""

    member_id = TextField(index=True)
    kind = EnumField(GroupKind)
    verdict = EnumField(Suitability)
    reason = TextField(default="")
    author_id = TextField()
    at = MomentField()
