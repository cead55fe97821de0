"""The tables of office.db."""

from peewee import BooleanField, ForeignKeyField, IntegerField, TextField

from practice.models.base import OfficeRecord
from practice.models.enums import (
    GroupKind,
    MissedBecause,
    Mode,
    Paper,
    Role,
    SessionState,
    Status,
)
from practice.models.fields import DayField, EnumField, MomentField, TimeOfDayField, WallField


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
    payer = TextField(default="")
    payer_member_id = TextField(default="")
    archived = BooleanField(default=False)


class Group(OfficeRecord):
    """`weekday` counts from Monday 0; `time` and `starts_on` are on the practice's wall."""

    name = TextField()
    kind = EnumField(GroupKind, default=GroupKind.THERAPY)
    minutes = IntegerField()
    platform = TextField(default="")
    link = TextField(default="")
    clinician = ForeignKeyField(User, backref="groups")
    clinician_id: str
    starts_on = DayField()
    ends_on = DayField(null=True)
    weekday = IntegerField()
    time = TimeOfDayField()
    technique = TextField(default="")
    mode = EnumField(Mode, default=Mode.VIDEO)

    class Meta:
        table_name = "group_"


class PlanSegment(OfficeRecord):
    """One step of a group's plan, in order; the minutes steer the cue and nothing else."""

    group = ForeignKeyField(Group, backref="plan")
    position = IntegerField()
    name = TextField()
    minutes = IntegerField()


class Enrolment(OfficeRecord):
    """One stretch of belonging to a group, both days included; no `left_on` means still in it."""

    group = ForeignKeyField(Group, backref="enrolments")
    group_id: str
    member = ForeignKeyField(Member, backref="enrolments")
    member_id: str
    joined_on = DayField()
    left_on = DayField(null=True)


class Session(OfficeRecord):
    """`starts` is planned wall time; `started_at` and `stopped_at` are what happened.

    `cue_paused_at` and `cue_paused_seconds` hold back the plan's cue, never anybody's minutes.
    `signed` is set once a note of this session was signed: then attendance needs a reason.
    """

    group = ForeignKeyField(Group, backref="sessions")
    clinician = ForeignKeyField(User)
    starts = WallField(index=True)
    minutes = IntegerField()
    state = EnumField(SessionState, default=SessionState.PLANNED, index=True)
    started_at = MomentField(null=True)
    stopped_at = MomentField(null=True)
    cue_paused_at = MomentField(null=True)
    cue_paused_seconds = IntegerField(default=0)
    late_entry = BooleanField(default=False)
    platform = TextField(default="")
    clinician_location = TextField(default="")
    technique = TextField(default="")
    mode = EnumField(Mode, default=Mode.VIDEO)
    signed = BooleanField(default=False)

    class Meta:
        indexes = ((("group", "starts"), True),)


class Attendance(OfficeRecord):
    """One member's row in one session. `seat` is their digit, 1 to 10, for the whole session.

    No `mode` means as the session; an empty `location` means it was not asked. `notice_at` is when
    they said that they would not come; a late or timely cancel follows from it.
    """

    session = ForeignKeyField(Session, backref="attendance")
    session_id: str
    member = ForeignKeyField(Member, backref="attendance")
    seat = IntegerField()
    status = EnumField(Status, default=Status.UNRECORDED, index=True)
    mode = EnumField(Mode, null=True)
    audio_reason = TextField(default="")
    location = TextField(default="")
    notice_at = MomentField(null=True)
    missed_because = EnumField(MissedBecause, null=True)

    class Meta:
        indexes = ((("session", "member"), True), (("session", "seat"), True))


class Stretch(OfficeRecord):
    """Present from `in_at` to `out_at`; no `out_at` means until the session stops."""

    attendance = ForeignKeyField(Attendance, backref="stretches")
    in_at = MomentField()
    out_at = MomentField(null=True)
