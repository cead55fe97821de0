"""Who will not come, or did not: written down before a session, while it runs, or afterwards.

A cancel is late or in time by the practice's wall clock: with 24 hours' notice, for a session at
18:00 that is 18:00 the day before, also over a change of the clocks (field.md, section 2). Why
someone is excused lives with the clinicians; here it is only said that they are.
"""

from dataclasses import dataclass
from datetime import datetime

from practice.desk import attendance, schedule, sessions, toplace
from practice.desk.attendance import Told
from practice.desk.due import due, visitors
from practice.desk.members import short_name
from practice.desk.notice import cancel_status
from practice.desk.practice import from_wall, practice, wall_now
from practice.desk.schedule import SessionRow
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.attendance import MissedBecause, Status
from practice.models.enums.groups import VisitBecause
from practice.models.enums.sessions import SessionState, ToPlaceWhy

MISSED = (Status.NO_SHOW, Status.EXCUSED, Status.PROVIDER_CANCEL)
"""What can be written down without notice."""
NOT_YET = "This session has not begun, so nobody has missed it. Did they tell you? Choose that."
BEGUN = "The session had begun by then, so this counts as a no-show. Choose that instead."
FUTURE = "This moment is still to come. Please check the day and the time."
CAME = "This member is marked as having come. That is corrected in the session’s notes."
CANCELLED = "The practice cancelled this session, and everybody is written down so."
NOT_EXPECTED = "This member is not expected at this session."


@dataclass(frozen=True, kw_only=True)
class Expected:
    """One member expected at a session; unrecorded where nothing was written down yet.

    `notice_at` is a moment (UTC). Visitors are not in the group; `visits_because` says why they
    come.
    """

    member: str
    given_name: str
    family_name: str
    preferred_name: str
    status: Status = Status.UNRECORDED
    notice_at: datetime | None = None
    missed_because: MissedBecause | None = None
    visits_because: VisitBecause | None = None

    @property
    def short_name(self) -> str:
        return short_name(self.given_name, self.family_name, self.preferred_name)

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()


def expected(session_id: str) -> list[Expected]:
    """The session's roster in its order; before it begins, everybody who is due too."""
    row = schedule.session(session_id)
    visits = {one.member: one.visits_because for one in visitors(session_id)}
    found = [
        Expected(
            member=seat.member,
            given_name=seat.given_name,
            family_name=seat.family_name,
            preferred_name=seat.preferred_name,
            status=seat.status,
            notice_at=seat.notice_at,
            missed_because=seat.missed_because,
            visits_because=visits.get(seat.member),
        )
        for seat in sessions.seats(session_id)
    ]
    there = {one.member for one in found}
    if row.state is SessionState.PLANNED:
        found += [
            Expected(
                member=one.member,
                given_name=one.given_name,
                family_name=one.family_name,
                preferred_name=one.preferred_name,
                visits_because=one.visits_because,
            )
            for one in due(row)
            if one.member not in there
        ]
    return found


def record_notice(
    session_id: str,
    member_id: str,
    noticed: datetime,
    because: MissedBecause | None = None,
    *,
    reason: str = "",
    another_time: str | None = None,
) -> Status:
    """They said at a wall time that they would not come; returns what that makes of it.

    With `another_time`, when it suits them, they wait for one (desk/toplace.py) from now on.
    Raises Refused at the field `notice` for a moment still to come, or after the start.
    """
    row = _open_for_change(session_id)
    if noticed > wall_now():
        raise Refused(FUTURE, field="notice")
    status = cancel_status(row.starts, noticed, practice().notice_hours)
    if status is Status.NO_SHOW:
        raise Refused(BEGUN, field="notice")
    told = Told(notice_at=from_wall(noticed), because=because)
    with operation(OFFICE, "Record that a member cancelled", reason=reason):
        attendance.mark_missed(_row_of(row, member_id), status, told=told)
        _ask_for(member_id, another_time)
    return status


def record_missed(
    session_id: str,
    member_id: str,
    status: Status,
    because: MissedBecause | None = None,
    *,
    reason: str = "",
    another_time: str | None = None,
) -> None:
    """Not there without a cancel of their own: one of `MISSED`. Only a no-show keeps a `because`.

    With `another_time` as `record_notice`.
    Raises Refused for a no-show at a session that has not begun.
    """
    if status not in MISSED:
        raise ValueError(status)
    row = _open_for_change(session_id)
    if status is Status.NO_SHOW and _is_to_come(row):
        raise Refused(NOT_YET, field="what")
    told = Told(because=because if status is Status.NO_SHOW else None)
    with operation(OFFICE, "Record that a member missed a session", reason=reason):
        attendance.mark_missed(_row_of(row, member_id), status, told=told)
        _ask_for(member_id, another_time)


def _ask_for(member_id: str, another_time: str | None) -> None:
    if another_time is not None and not toplace.waits(member_id):
        toplace.ask(member_id, ToPlaceWhy.MISSED, another_time)


def take_back(session_id: str, member_id: str, *, reason: str = "") -> None:
    """Nothing is written down about this member any more; they are to be marked."""
    row = _open_for_change(session_id)
    with operation(OFFICE, "Take back what was recorded", reason=reason):
        attendance.unmark(_row_of(row, member_id))


def _open_for_change(session_id: str) -> SessionRow:
    row = schedule.session(session_id)
    if row.state is SessionState.CANCELLED:
        raise Refused(CANCELLED)
    return row


def _is_to_come(row: SessionRow) -> bool:
    return row.state is SessionState.PLANNED and wall_now() < row.starts


def _row_of(row: SessionRow, member_id: str) -> str:
    """Their row in the session; made with everybody else's where the session has none yet."""
    if row.state is SessionState.PLANNED:
        sessions.open_roster(row)
    seat = next((one for one in sessions.seats(row.id) if one.member == member_id), None)
    if seat is None:
        raise Refused(NOT_EXPECTED)
    if seat.status is Status.ATTENDED:
        raise Refused(CAME)
    return seat.id
