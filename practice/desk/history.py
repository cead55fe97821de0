"""What a member's attendance was over a period, for reports and the member's page."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from peewee import JOIN, fn

from practice.desk import presence, sessions
from practice.desk.practice import today
from practice.models.enums.attendance import Status
from practice.models.enums.sessions import SESSION_KIND_WORDS, SessionKind, SessionState
from practice.models.office import Attendance, Group, Session
from practice.models.read import rows, tuples


@dataclass(frozen=True, kw_only=True)
class _Row:
    id: str
    session: str
    starts: datetime
    planned_minutes: int
    kind: SessionKind
    group_name: str | None
    status: Status
    started_at: datetime | None
    stopped_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One session a member was expected at. `starts` is wall time; minutes are whole.

    `service` is the group's name, or the kind of a session with this member alone. `held_minutes`
    is how long the session really was; None where it was not held.
    """

    session_id: str
    starts: datetime
    planned_minutes: int
    service: str
    status: Status
    held_minutes: int | None
    minutes: int
    late: int
    left_early: int


def visits(member_id: str, first: date, last: date, newest: int | None = None) -> list[Visit]:
    """Every session from `first` to `last` (both included) that was held or cancelled, in order.

    Only sessions with a row for the member: days before they joined are not there. With `newest`
    only so many of the last ones.
    """
    query = (
        Attendance.select(
            Attendance.id,
            Attendance.session,
            Session.starts,
            Session.minutes.alias("planned_minutes"),
            Session.kind,
            Group.name.alias("group_name"),
            Attendance.status,
            Session.started_at,
            Session.stopped_at,
        )
        .join(Session, JOIN.CROSS)  # from the member's rows, not through everybody's sessions
        .join(Group, JOIN.LEFT_OUTER, on=(Session.group == Group.id))
        .where(
            Attendance.session == Session.id,
            Attendance.member == member_id,
            Session.starts >= datetime.combine(first, time.min),
            Session.starts < datetime.combine(last, time.min) + timedelta(days=1),
            Session.state.in_((SessionState.HELD, SessionState.CANCELLED)),
        )
        .order_by(Session.starts.desc())
        .limit(newest)
    )
    found = rows(query, _Row)[::-1]
    stays = sessions.stays_of_rows([row.id for row in found])
    return [_visit(row, stays.get(row.id, ())) for row in found]


def _visit(row: _Row, stays: tuple[presence.Stay, ...]) -> Visit:
    started, stopped = row.started_at, row.stopped_at
    held, minutes, late, left_early = None, 0, 0, 0
    if started is not None and stopped is not None:
        held = int((stopped - started).total_seconds() // 60)
        if row.status is Status.ATTENDED:
            minutes = presence.minutes(stays, started, stopped)
            late = presence.minutes_late(stays, started)
            left_early = presence.minutes_left_early(stays, stopped)
    return Visit(
        session_id=row.session,
        starts=row.starts,
        planned_minutes=row.planned_minutes,
        service=row.group_name or SESSION_KIND_WORDS[row.kind],
        status=row.status,
        held_minutes=held,
        minutes=minutes,
        late=late,
        left_early=left_early,
    )


def last_expected(since: date) -> dict[str, datetime]:
    """The newest session each member was expected at (wall time), from a day on, up to today."""
    query = (
        Attendance.select(Attendance.member, fn.MAX(Session.starts))
        .join(Session)
        .where(
            Session.starts >= datetime.combine(since, time.min),
            Session.starts < datetime.combine(today() + timedelta(days=1), time.min),
        )
        .group_by(Attendance.member)
    )
    return dict(tuples(query))


@dataclass(frozen=True, kw_only=True)
class NoShow:
    """One appointment a member did not come to; `starts` is wall time."""

    session: str
    starts: datetime


def no_shows(member_id: str, limit: int = 12) -> list[NoShow]:
    """A member's no-shows, newest first."""
    query = (
        Attendance.select(Attendance.session, Session.starts)
        .join(Session)
        .where(Attendance.member == member_id, Attendance.status == Status.NO_SHOW)
        .order_by(Session.starts.desc())
    )
    return rows(query.limit(limit), NoShow)
