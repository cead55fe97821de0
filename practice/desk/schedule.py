"""Sessions as lists and headers show them: of a day, of a group, next, and not yet recorded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from peewee import JOIN, fn

from practice.desk.members import short_name
from practice.desk.practice import wall_now
from practice.models.enums.attendance import Mode, Status
from practice.models.enums.sessions import SESSION_KIND_WORDS, SessionKind, SessionState
from practice.models.office import Attendance, Group, Member, Session, User
from practice.models.read import first, one, plain, rows, tuples


@dataclass(frozen=True, kw_only=True)
class SessionRow:
    """One session with what lists and headers show. `starts` is wall time, moments are UTC.

    It is with a group or with one member, as `kind` says; the other one's name is empty.
    """

    id: str
    kind: SessionKind
    group: str | None
    group_name: str
    member: str | None
    given_name: str
    family_name: str
    preferred_name: str
    series: str | None
    occurrence: date | None
    moved: bool
    link: str
    passcode: str
    clinician: str
    clinician_name: str
    co_leader: str | None
    co_leader_name: str
    starts: datetime
    minutes: int
    state: SessionState
    started_at: datetime | None
    stopped_at: datetime | None
    cue_paused_at: datetime | None
    cue_paused_seconds: int
    late_entry: bool
    platform: str
    clinician_location: str
    technique: str
    mode: Mode
    signed: bool

    @property
    def title(self) -> str:
        """Its name in a list: the group's, or the short name of its one member."""
        if self.group:
            return self.group_name
        return short_name(self.given_name, self.family_name, self.preferred_name)

    @property
    def service(self) -> str:
        """What it is in a member's own record: the group's name, or the kind of session."""
        return self.group_name or SESSION_KIND_WORDS[self.kind]

    @property
    def ends(self) -> datetime:
        """Planned end, wall time."""
        return self.starts + timedelta(minutes=self.minutes)


@dataclass(frozen=True)
class Tally:
    """How many rows a session has, how many attended, how many nobody has recorded yet."""

    expected: int
    attended: int
    unrecorded: int

    @property
    def away(self) -> int:
        """Those known not to come, or not to have come."""
        return self.expected - self.attended - self.unrecorded


_Beside = User.alias()
_UNSIGNED = Session.signed == 0  # an index finds what equals, not what is negated


def _rows() -> Any:
    return (
        Session.select(
            Session,
            _known(Group.name).alias("group_name"),
            _known(Member.given_name).alias("given_name"),
            _known(Member.family_name).alias("family_name"),
            _known(Member.preferred_name).alias("preferred_name"),
            User.name.alias("clinician_name"),
            _known(_Beside.name).alias("co_leader_name"),
        )
        .join(Group, JOIN.LEFT_OUTER)
        .switch(Session)
        .join(Member, JOIN.LEFT_OUTER)
        .switch(Session)
        .join(User, on=(Session.clinician == User.id))
        .switch(Session)
        .join(_Beside, JOIN.LEFT_OUTER, on=(Session.co_leader == _Beside.id))
        .order_by(Session.starts)
    )


def _known(name: Any) -> Any:
    return fn.COALESCE(name, "")


def session(session_id: str) -> SessionRow:
    """One session."""
    return one(_rows().where(Session.id == session_id), SessionRow)


def find(session_id: str) -> SessionRow | None:
    """One session, if it is still there."""
    return first(_rows().where(Session.id == session_id), SessionRow)


def sessions(session_ids: list[str]) -> list[SessionRow]:
    """Several sessions, oldest first."""
    return rows(_rows().where(Session.id.in_(session_ids)), SessionRow)


def days(session_ids: Iterable[str]) -> dict[str, date]:
    """The day of each of several sessions, by id."""
    query = Session.select(Session.id, Session.starts).where(Session.id.in_(set(session_ids)))
    return {session_id: starts.date() for session_id, starts in tuples(query)}


def on_day(day: date) -> list[SessionRow]:
    """The sessions of a day on the practice's wall, in order."""
    return on_days(day, day)


def on_days(first_day: date, last_day: date, clinician: str | None = None) -> list[SessionRow]:
    """The sessions from a day to a day on the practice's wall, both included, in order.

    With a clinician: those they lead, alone or beside another.
    """
    begin, end = datetime.combine(first_day, time.min), datetime.combine(last_day, time.max)
    query = _rows().where(Session.starts >= begin, Session.starts <= end)
    if clinician is not None:
        leads, beside = plain(Session.clinician), plain(Session.co_leader)
        query = query.where((leads == clinician) | (beside == clinician))
    return rows(query, SessionRow)


def of_group(group_id: str, limit: int = 12) -> list[SessionRow]:
    """A group's sessions up to now, newest first."""
    query = _rows().where(Session.group == group_id, Session.starts <= wall_now())
    return rows(query.order_by(Session.starts.desc()).limit(limit), SessionRow)


def next_session() -> SessionRow | None:
    """The running session, else the one to come next today or later."""
    running = first(_rows().where(Session.state == SessionState.LIVE), SessionRow)
    if running is not None:
        return running
    now = wall_now()
    coming = _rows().where(
        Session.state == SessionState.PLANNED,
        Session.starts >= datetime.combine(now.date(), time.min),
    )
    return next((row for row in rows(coming.limit(50), SessionRow) if row.ends > now), None)


def next_of_group(group_id: str) -> SessionRow | None:
    """A group's next planned session."""
    query = _rows().where(
        Session.group == group_id,
        Session.state == SessionState.PLANNED,
        Session.starts >= wall_now(),
    )
    return first(query, SessionRow)


def next_of_groups() -> dict[str, datetime]:
    """When each group that has one meets next, wall time."""
    query = Session.select(Session.group, fn.MIN(Session.starts)).where(
        Session.state == SessionState.PLANNED,
        Session.starts >= wall_now(),
        Session.group.is_null(is_null=False),
    )
    return dict(tuples(query.group_by(Session.group)))


@dataclass(frozen=True)
class Ended:
    """A session that was to begin, and what became of it."""

    id: str
    state: SessionState


def last_of_group(group_id: str, limit: int) -> list[Ended]:
    """A group's last sessions up to now, oldest first."""
    query = Session.select(Session.id, Session.state).where(
        Session.group == group_id, Session.starts <= wall_now()
    )
    return rows(query.order_by(Session.starts.desc()).limit(limit), Ended)[::-1]


def unrecorded() -> list[SessionRow]:
    """Past sessions nobody recorded, and held ones with rows still to mark, oldest first.

    They stay here until somebody records them; the program never decides.
    """
    now = wall_now()
    planned = _rows().where(Session.state == SessionState.PLANNED, Session.starts < now)
    past = [row for row in rows(planned, SessionRow) if row.ends <= now]
    return sorted([*past, *sessions(held_unrecorded())], key=lambda row: row.starts)


def held_unsigned() -> list[str]:
    """The ids of held sessions of which no note is signed yet."""
    held = Session.select(Session.id).where(Session.state == SessionState.HELD, _UNSIGNED)
    return [session_id for (session_id,) in tuples(held)]


def held_unrecorded() -> list[str]:
    """The ids of held sessions with rows still to mark."""
    open_rows = (
        Attendance.select(Attendance.session)
        .join(Session)
        .where(Attendance.status == Status.UNRECORDED, Session.state == SessionState.HELD)
    )
    return [session_id for (session_id,) in tuples(open_rows.distinct())]


def held_unsigned_attended() -> list[str]:
    """The ids of held sessions of which no note is signed yet though somebody attended."""
    came = Attendance.select(Attendance.id).where(
        Attendance.session == Session.id, Attendance.status == Status.ATTENDED
    )
    held = Session.select(Session.id).where(
        Session.state == SessionState.HELD, _UNSIGNED, fn.EXISTS(came)
    )
    return [session_id for (session_id,) in tuples(held)]


def tallies(session_ids: list[str]) -> dict[str, Tally]:
    """Counts for several sessions at once; sessions with no rows yet are left out."""
    query = (
        Attendance.select(Attendance.session, Attendance.status, fn.COUNT(Attendance.id))
        .where(Attendance.session.in_(session_ids))
        .group_by(Attendance.session, Attendance.status)
    )
    counts: dict[str, dict[Status, int]] = {}
    for session_id, status, number in tuples(query):
        counts.setdefault(session_id, {})[status] = number
    return {
        session_id: Tally(
            sum(by.values()), by.get(Status.ATTENDED, 0), by.get(Status.UNRECORDED, 0)
        )
        for session_id, by in counts.items()
    }


def number_of(row: SessionRow) -> int:
    """Which session of its group, or with its member, this is: from 1, without cancelled ones."""
    theirs = Session.group == row.group if row.group else Session.member == row.member
    return int(
        Session.select()
        .where(
            theirs,
            Session.kind == row.kind,
            Session.starts <= row.starts,
            Session.state != SessionState.CANCELLED,
        )
        .count()
    )
