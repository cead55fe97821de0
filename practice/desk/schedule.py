"""The sessions that are to come, and those of a day.

A group's weekly time becomes planned sessions a few weeks ahead. Only planned sessions follow a
change of the group; what was begun, held or cancelled never moves.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from dateutil.rrule import WEEKLY, rrule
from peewee import fn

from practice.desk.practice import wall_now
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums import GroupKind, Mode, SessionState, Status
from practice.models.office import Attendance, Group, Session, User
from practice.models.read import first, one, rows, tuples

AHEAD = timedelta(days=35)


@dataclass(frozen=True, kw_only=True)
class SessionRow:
    """One session with what lists and headers show. `starts` is wall time, moments are UTC."""

    id: str
    group: str
    group_name: str
    kind: GroupKind
    link: str
    clinician: str
    clinician_name: str
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


def extend() -> None:
    """Plan the sessions of every group up to five weeks ahead; does nothing when all are there."""
    now = wall_now()
    missing = [row for group in Group.select() for row in _missing(group, now)]
    if missing:
        with operation(OFFICE, "Plan coming sessions", undoable=False):
            Session.insert_many(missing).execute()


def replan(group_id: str) -> None:
    """Plan a group's coming sessions anew after the group was changed.

    A session of a day on which the group still meets stays the same session and follows. Of the
    others those that somebody cancelled for already are kept, for a person to decide about.
    """
    now, group = wall_now(), Group.get_by_id(group_id)
    with operation(OFFICE, "Plan coming sessions", undoable=False):
        _move_coming(group, now)
        missing = list(_missing(group, now))
        if missing:
            Session.insert_many(missing).execute()


def _move_coming(group: Group, now: datetime) -> None:
    coming = Session.select().where(
        Session.group == group.id, Session.state == SessionState.PLANNED, Session.starts > now
    )
    known = {row.session_id for row in Attendance.select().where(Attendance.session.in_(coming))}
    days: set[date] = set()
    fits_best = sorted(
        coming, key=lambda one: (one.starts.time() != group.time, one.id not in known)
    )
    for session in fits_best:
        day = session.starts.date()
        if day not in days and _meets_on(group, day, now):
            days.add(day)
            _follow(session, group)
        elif session.id not in known:
            session.delete_instance()


def _meets_on(group: Group, day: date, now: datetime) -> bool:
    within = group.starts_on <= day <= (group.ends_on or date.max)
    ends = datetime.combine(day, group.time) + timedelta(minutes=group.minutes)
    return within and day.weekday() == group.weekday and ends > now


def _follow(session: Session, group: Group) -> None:
    wanted = row_for(group, datetime.combine(session.starts.date(), group.time))
    wanted["id"] = session.id
    if any(session.__data__[name] != value for name, value in wanted.items()):
        Session.update(**wanted).where(Session.id == session.id).execute()


def _missing(group: Group, now: datetime) -> Iterator[dict[str, Any]]:
    begin = max(group.starts_on, now.date())
    last = min(group.ends_on or date.max, now.date() + AHEAD)
    taken = {
        starts.date()
        for (starts,) in tuples(
            Session.select(Session.starts).where(
                Session.group == group.id, Session.starts >= datetime.combine(begin, time.min)
            )
        )
    }
    if begin > last:
        return
    for day in rrule(WEEKLY, byweekday=group.weekday, dtstart=begin, until=last):
        starts = datetime.combine(day.date(), group.time)
        if day.date() not in taken and starts + timedelta(minutes=group.minutes) > now:
            yield row_for(group, starts)


def row_for(group: Group, starts: datetime) -> dict[str, Any]:
    """The columns of a new session of this group at a wall time."""
    clinician = User.get_by_id(group.clinician_id)
    return {
        "id": Session.id.default(),
        "group": group.id,
        "clinician": group.clinician_id,
        "starts": starts,
        "minutes": group.minutes,
        "platform": group.platform,
        "technique": group.technique,
        "mode": group.mode,
        "clinician_location": clinician.location,
    }


def add(group_id: str, starts: datetime) -> str:
    """Put one more session of a group at a wall time, past or to come; returns its id."""
    if Session.select().where(Session.group == group_id, Session.starts == starts).exists():
        raise Refused("This group already has a session at that time.", field="starts")
    with operation(OFFICE, "Add a session"):
        return str(Session.create(**row_for(Group.get_by_id(group_id), starts)).id)


def _rows() -> Any:
    return (
        Session.select(
            Session,
            Group.name.alias("group_name"),
            Group.kind,
            Group.link,
            User.name.alias("clinician_name"),
        )
        .join(Group)
        .switch(Session)
        .join(User)
        .order_by(Session.starts)
    )


def session(session_id: str) -> SessionRow:
    """One session."""
    return one(_rows().where(Session.id == session_id), SessionRow)


def find(session_id: str) -> SessionRow | None:
    """One session, if it is still there."""
    return first(_rows().where(Session.id == session_id), SessionRow)


def sessions(session_ids: list[str]) -> list[SessionRow]:
    """Several sessions, oldest first."""
    return rows(_rows().where(Session.id.in_(session_ids)), SessionRow)


def on_day(day: date) -> list[SessionRow]:
    """The sessions of a day on the practice's wall, in order."""
    begin = datetime.combine(day, time.min)
    return rows(
        _rows().where(Session.starts >= begin, Session.starts < begin + timedelta(days=1)),
        SessionRow,
    )


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


def unrecorded() -> list[SessionRow]:
    """Past sessions nobody recorded, and held ones with rows still to mark, oldest first.

    They stay here until somebody records them; the program never decides.
    """
    now = wall_now()
    planned = _rows().where(Session.state == SessionState.PLANNED, Session.starts < now)
    open_rows = Attendance.select(Attendance.session).where(Attendance.status == Status.UNRECORDED)
    held = _rows().where(Session.state == SessionState.HELD, Session.id.in_(open_rows))
    past = [row for row in rows(planned, SessionRow) if row.ends <= now]
    return sorted([*past, *rows(held, SessionRow)], key=lambda row: row.starts)


def held_unsigned() -> list[str]:
    """The ids of held sessions of which no note is signed yet."""
    held = Session.select(Session.id).where(Session.state == SessionState.HELD, ~Session.signed)
    return [session_id for (session_id,) in tuples(held)]


def held_unrecorded() -> list[str]:
    """The ids of held sessions with rows still to mark."""
    open_rows = Attendance.select(Attendance.session).where(Attendance.status == Status.UNRECORDED)
    held = Session.select(Session.id).where(
        Session.state == SessionState.HELD, Session.id.in_(open_rows)
    )
    return [session_id for (session_id,) in tuples(held)]


def held_unsigned_attended() -> list[str]:
    """The ids of held sessions of which no note is signed yet though somebody attended."""
    came = Attendance.select(Attendance.id).where(
        Attendance.session == Session.id, Attendance.status == Status.ATTENDED
    )
    held = Session.select(Session.id).where(
        Session.state == SessionState.HELD, ~Session.signed, fn.EXISTS(came)
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
    """Which session of its group this is, counting those not cancelled, from 1."""
    return int(
        Session.select()
        .where(
            Session.group == row.group,
            Session.starts <= row.starts,
            Session.state != SessionState.CANCELLED,
        )
        .count()
    )
