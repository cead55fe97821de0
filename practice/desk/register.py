"""Everybody's attendance over a period: one row for each member and session, office facts only."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from peewee import JOIN

from practice.desk import presence
from practice.desk.figures import Period
from practice.desk.presence import Stay
from practice.models.enums.attendance import MissedBecause, Status
from practice.models.enums.sessions import SessionState
from practice.models.office import Attendance, Group, Member, Session, Stretch, User
from practice.models.read import rows, tuples

_OVER = (SessionState.HELD, SessionState.CANCELLED)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One member's row in one session that was held or cancelled. `starts` is wall time."""

    id: str
    starts: datetime
    planned_minutes: int
    started_at: datetime | None
    stopped_at: datetime | None
    group_name: str | None
    clinician_name: str
    code: str
    given_name: str
    family_name: str
    status: Status
    notice_at: datetime | None
    missed_because: MissedBecause | None
    stays: tuple[Stay, ...] = ()

    @property
    def minutes(self) -> int | None:
        """Whole minutes they were there; None for who did not attend."""
        if self.status is not Status.ATTENDED or self.started_at is None or self.stopped_at is None:
            return None
        return presence.minutes(self.stays, self.started_at, self.stopped_at)


def entries(period: Period) -> list[Entry]:
    """By time, then by seat; two queries whatever the period."""
    query = (
        Attendance.select(
            Attendance.id,
            Session.starts,
            Session.minutes.alias("planned_minutes"),
            Session.started_at,
            Session.stopped_at,
            Group.name.alias("group_name"),
            User.name.alias("clinician_name"),
            Member.code,
            Member.given_name,
            Member.family_name,
            Attendance.status,
            Attendance.notice_at,
            Attendance.missed_because,
        )
        .join(Session)
        .join(Group, JOIN.LEFT_OUTER)
        .switch(Session)
        .join(User, on=(Session.clinician == User.id))
        .switch(Attendance)
        .join(Member)
        .where(*_in(period))
        .order_by(Session.starts, Attendance.session, Attendance.seat)
    )
    stays = _stays(period)
    return [_with(row, stays.get(row.id, ())) for row in rows(query, Entry)]


def _with(entry: Entry, stays: tuple[Stay, ...]) -> Entry:
    return Entry(**{**vars(entry), "stays": stays}) if stays else entry


def _in(period: Period) -> tuple[object, ...]:
    begin = datetime.combine(period.first, time.min)
    end = datetime.combine(period.last, time.min) + timedelta(days=1)
    return Session.starts >= begin, Session.starts < end, Session.state.in_(_OVER)


def _stays(period: Period) -> dict[str, tuple[Stay, ...]]:
    query = (
        Stretch.select(Stretch.attendance, Stretch.in_at, Stretch.out_at)
        .join(Attendance)
        .join(Session)
        .where(*_in(period))
        .order_by(Stretch.in_at)
    )
    found: dict[str, tuple[Stay, ...]] = {}
    for attendance, in_at, out_at in tuples(query):
        found[attendance] = (*found.get(attendance, ()), Stay(in_at, out_at))
    return found
