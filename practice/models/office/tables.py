"""The people of office.db, and the groups they belong to."""

from peewee import BooleanField, ForeignKeyField, IntegerField, TextField

from practice.models.base import OfficeRecord
from practice.models.enums.attendance import Mode
from practice.models.enums.groups import GroupKind, Intake, LeftBecause, Orientation
from practice.models.enums.members import Answer, PayerKind
from practice.models.enums.notes import NoteForm
from practice.models.enums.practice import Paper, Role
from practice.models.fields import DayField, EnumField


class Practice(OfficeRecord):
    """The one row about the practice itself. `time_zone` is an IANA name; all walls hang there."""

    name = TextField()
    address = TextField(default="")
    phone = TextField(default="")
    email = TextField(default="")
    time_zone = TextField()
    paper = EnumField(Paper, default=Paper.LETTER)
    part2 = BooleanField(default=False)
    notice_hours = IntegerField(default=24)
    review_days = IntegerField(default=90)
    idle_minutes = IntegerField(default=10)
    delete_lines = BooleanField(default=False)
    note_form = EnumField(NoteForm, default=NoteForm.PLAIN)
    backup_folder = TextField(default="")


class User(OfficeRecord):
    """A person who signs in; the id is that of their slot in the vault's header."""

    name = TextField()
    credentials = TextField(default="")
    licence = TextField(default="")
    npi = TextField(default="")
    location = TextField(default="")
    role = EnumField(Role)


class Member(OfficeRecord):
    code = TextField(unique=True)
    given_name = TextField()
    family_name = TextField(default="")
    preferred_name = TextField(default="")
    pronouns = TextField(default="")
    birth_date = DayField(null=True)
    sex = TextField(default="")
    address = TextField(default="")
    phone = TextField(default="")
    email = TextField(default="")
    time_zone = TextField(default="")
    emergency_name = TextField(default="")
    emergency_phone = TextField(default="")
    location = TextField(default="")
    consent_on = DayField(null=True)
    contact_name = TextField(default="")
    may_call = EnumField(Answer, default=Answer.NOT_ASKED)
    may_text = EnumField(Answer, default=Answer.NOT_ASKED)
    may_voicemail = EnumField(Answer, default=Answer.NOT_ASKED)
    may_write = EnumField(Answer, default=Answer.NOT_ASKED)
    payer_kind = EnumField(PayerKind, null=True)
    payer = TextField(default="")
    payer_member_id = TextField(default="")
    archived = BooleanField(default=False)


class Group(OfficeRecord):
    """What its members share. When it meets is in its series, which begin with these values.

    No `note_form` means that of the practice.
    """

    name = TextField()
    kind = EnumField(GroupKind, default=GroupKind.THERAPY)
    platform = TextField(default="")
    link = TextField(default="")
    passcode = TextField(default="")
    clinician = ForeignKeyField(User, backref="groups")
    clinician_id: str
    technique = TextField(default="")
    mode = EnumField(Mode, default=Mode.VIDEO)
    audience = TextField(default="")
    orientation = EnumField(Orientation, default=Orientation.EITHER)
    intake = EnumField(Intake, default=Intake.OPEN)
    note_form = EnumField(NoteForm, null=True)

    class Meta:
        table_name = "group_"


class PlanSegment(OfficeRecord):
    """One step of a group's plan, in order; the minutes steer the cue and nothing else."""

    group = ForeignKeyField(Group, backref="plan")
    position = IntegerField()
    name = TextField()
    minutes = IntegerField()


class Enrolment(OfficeRecord):
    """One stretch of belonging to a group, both days included; no `left_on` means still in it.

    `admitted_because` says why someone joined a closed group after it had begun.
    """

    group = ForeignKeyField(Group, backref="enrolments")
    group_id: str
    member = ForeignKeyField(Member, backref="enrolments")
    member_id: str
    joined_on = DayField()
    left_on = DayField(null=True)
    left_because = EnumField(LeftBecause, null=True)
    left_words = TextField(default="")
    admitted_because = TextField(default="")
