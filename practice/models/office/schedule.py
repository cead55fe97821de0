"""When people meet: series and their sessions, who was there, and what takes time beside them."""

from peewee import BooleanField, ForeignKeyField, IntegerField, TextField

from practice.models.base import OfficeRecord
from practice.models.enums.attendance import MissedBecause, Mode, Status
from practice.models.enums.sessions import SessionKind, SessionState
from practice.models.fields import DayField, EnumField, MomentField, TimeOfDayField, WallField
from practice.models.office.tables import Group, Member, User


class Series(OfficeRecord):
    """What comes again: a group's meetings, or a member's own sessions.

    `starts_on` and `time` are on the practice's wall; `rule` is a recurrence rule without its
    start (desk/rules.py). Up to `planned_until` every day of it has become a session or was
    skipped on purpose; no day before is ever planned again by itself.
    """

    kind = EnumField(SessionKind, default=SessionKind.GROUP)
    group = ForeignKeyField(Group, null=True, backref="series")
    group_id: str | None
    member = ForeignKeyField(Member, null=True, backref="series")
    member_id: str | None
    clinician = ForeignKeyField(User, backref="series")
    clinician_id: str
    co_leader = ForeignKeyField(User, null=True, backref="series_beside")
    co_leader_id: str | None
    starts_on = DayField()
    time = TimeOfDayField()
    minutes = IntegerField()
    rule = TextField()
    planned_until = DayField()
    mode = EnumField(Mode, default=Mode.VIDEO)
    platform = TextField(default="")
    link = TextField(default="")
    passcode = TextField(default="")
    technique = TextField(default="")


class Session(OfficeRecord):
    """`starts` is planned wall time; `started_at` and `stopped_at` are what happened.

    `occurrence` is the day the series' rule gives this session, wherever it was moved to; `moved`
    means it was moved by itself and keeps its place. `cue_paused_at` and `cue_paused_seconds` hold
    back the plan's cue, never anybody's minutes. `signed` is set once a note of this session was
    signed: then attendance needs a reason.
    """

    kind = EnumField(SessionKind, default=SessionKind.GROUP)
    group = ForeignKeyField(Group, null=True, backref="sessions")
    group_id: str | None
    member = ForeignKeyField(Member, null=True, backref="sessions")
    member_id: str | None
    series = ForeignKeyField(Series, null=True, backref="sessions")
    series_id: str | None
    occurrence = DayField(null=True)
    moved = BooleanField(default=False)
    clinician = ForeignKeyField(User, backref="sessions")
    clinician_id: str
    co_leader = ForeignKeyField(User, null=True, backref="sessions_beside")
    co_leader_id: str | None
    starts = WallField(index=True)
    minutes = IntegerField()
    state = EnumField(SessionState, default=SessionState.PLANNED)
    started_at = MomentField(null=True)
    stopped_at = MomentField(null=True)
    cue_paused_at = MomentField(null=True)
    cue_paused_seconds = IntegerField(default=0)
    late_entry = BooleanField(default=False)
    platform = TextField(default="")
    link = TextField(default="")
    passcode = TextField(default="")
    clinician_location = TextField(default="")
    technique = TextField(default="")
    mode = EnumField(Mode, default=Mode.VIDEO)
    signed = BooleanField(default=False)

    class Meta:
        indexes = (
            (("group", "starts"), True),
            (("series", "occurrence"), True),
            (("state", "starts"), False),
            (("signed", "state"), False),
        )


class Attendance(OfficeRecord):
    """One member's row in one session. `seat` is their digit, 1 to 10, for the whole session.

    Above ten is someone who cancelled and whose digit a visitor has.

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


class Block(OfficeRecord):
    """Time that is nobody's appointment; no clinician means everybody's.

    `starts` is wall time; with a `rule` it comes again, but not on the days in `skipped`, which
    are ISO dates parted by spaces.
    """

    clinician = ForeignKeyField(User, null=True, backref="blocks")
    clinician_id: str | None
    words = TextField()
    starts = WallField()
    minutes = IntegerField()
    rule = TextField(default="")
    skipped = TextField(default="")


class Closure(OfficeRecord):
    """The practice is closed from `first` to `last`, both included: series skip these days."""

    first = DayField(index=True)
    last = DayField()
    words = TextField()


class WorkingHours(OfficeRecord):
    """One weekday (Monday 0) of the practice's hours, or of one clinician's own; wall times."""

    clinician = ForeignKeyField(User, null=True, backref="hours")
    weekday = IntegerField()
    begins = TimeOfDayField()
    ends = TimeOfDayField()

    class Meta:
        indexes = ((("clinician", "weekday"), True),)
