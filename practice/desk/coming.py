"""The next sessions a member is due at: a caller says a name, not a group."""

from dataclasses import dataclass
from datetime import date, timedelta

from practice.desk import roster, schedule
from practice.desk.practice import wall_now
from practice.desk.roster import EnrolmentRow
from practice.desk.schedule import SessionRow
from practice.models.enums.attendance import Status
from practice.models.enums.sessions import SessionState
from practice.models.office import Attendance, Session, Visit
from practice.models.read import tuples

AHEAD = timedelta(weeks=8)
"""How far ahead is looked; a member expected at nothing until then has nothing coming up."""


@dataclass(frozen=True)
class Coming:
    """A planned session, and what was written down about the member for it already."""

    session: SessionRow
    status: Status


def of_member(member_id: str, most: int) -> list[Coming]:
    """The next planned sessions of a member's groups, with them alone, or that they visit."""
    ids = _due(member_id)[:most]
    noted = Attendance.select(Attendance.session, Attendance.status)
    status = dict(tuples(noted.where(Attendance.member == member_id, Attendance.session.in_(ids))))
    return [Coming(row, status.get(row.id, Status.UNRECORDED)) for row in schedule.sessions(ids)]


def _due(member_id: str) -> list[str]:
    visits = Visit.select(Visit.session).where(Visit.member == member_id)
    visited = {session for (session,) in tuples(visits)}
    stretches = roster.stretches_of(member_id)
    now = wall_now()
    query = Session.select(Session.id, Session.group, Session.member, Session.starts).where(
        Session.state == SessionState.PLANNED,
        Session.starts.between(now, now + AHEAD),
        (Session.member == member_id)
        | Session.id.in_(list(visited))
        | Session.group.in_([one.group for one in stretches]),
    )
    return [
        session
        for session, group, member, starts in tuples(query.order_by(Session.starts))
        if member == member_id
        or session in visited
        or any(one.group == group and _covers(one, starts.date()) for one in stretches)
    ]


def _covers(stretch: EnrolmentRow, day: date) -> bool:
    return stretch.joined_on <= day <= (stretch.left_on or date.max)
