"""Sessions of the past with a status for everybody, for stories about those who missed them."""

from datetime import date, datetime, time, timedelta

from practice.desk import attendance, sessions
from practice.models.enums.attendance import Status
from tests.build import one_more

TODAY = date(2026, 11, 17)


def weeks_ago(weeks: int) -> date:
    """A Tuesday."""
    return TODAY - timedelta(weeks=weeks)


def held(group: str, day: date, ended: dict[str, Status]) -> str:
    """A session at noon of a past day; whoever is not named came. Gives its id."""
    starts = datetime.combine(day, time(12))
    session = one_more(group, starts)
    sessions.record_afterwards(session, starts, starts + timedelta(hours=1))
    for seat in sessions.seats(session):
        status = ended.get(seat.member, Status.ATTENDED)
        if status is Status.ATTENDED:
            attendance.mark_present(seat.id)
        else:
            attendance.mark_missed(seat.id, status)
    sessions.stop(session)
    return session


def mark(session: str, member: str, status: Status) -> None:
    """Correct one row."""
    seat = next(seat for seat in sessions.seats(session) if seat.member == member)
    if status is Status.ATTENDED:
        attendance.mark_present(seat.id)
    else:
        attendance.mark_missed(seat.id, status)
