"""The front desk month of walk-through W3 in real rows: forty that count, eight that do not."""

from datetime import date, datetime, time, timedelta

from practice.desk import attendance, calling_off, schedule, sessions
from practice.desk.attendance import Told
from practice.desk.figures import Period
from practice.desk.presence import Stay
from practice.models.enums.attendance import MissedBecause, Status
from tests.build import a_full_group, one_more

FIRST, TODAY = date(2026, 10, 13), date(2026, 11, 17)
PERIOD = Period(FIRST, TODAY)
ENDED = (
    [Status.ATTENDED] * 30
    + [Status.NO_SHOW] * 5
    + [Status.LATE_CANCEL] * 3
    + [Status.CLIENT_CANCEL] * 2
)
LATE, EARLY = (0, 1, 2), (3,)
BECAUSE = {
    30: MissedBecause.CHILDCARE,
    31: MissedBecause.WORK,
    35: MissedBecause.CHILDCARE,
    38: MissedBecause.CHILDCARE,
}
"""Four of the ten who did not come said why."""


def a_front_desk_month(clinician: str) -> tuple[str, list[str]]:
    """Five Tuesdays of eight members, 18:00, then one the practice cancelled.

    Of those who came three came late and one left early. Gives the group and its members.
    """
    group, members, coming = a_full_group(clinician, 8)
    calling_off.cancel(coming)
    for week in range(5):
        _hold(group, FIRST + timedelta(weeks=week), week * 8)
    return group, members


def _hold(group: str, day: date, begin: int) -> None:
    starts = datetime.combine(day, time(18))
    session = one_more(group, starts)
    sessions.record_afterwards(session, starts, starts + timedelta(hours=1))
    for number, seat in enumerate(sessions.seats(session), start=begin):
        _mark(session, seat.id, number)
    sessions.stop(session)


def _mark(session: str, seat: str, number: int) -> None:
    row, minutes = schedule.session(session), timedelta(minutes=10)
    assert row.started_at is not None
    assert row.stopped_at is not None
    if ENDED[number] is not Status.ATTENDED:
        told = Told(because=BECAUSE.get(number))
        attendance.mark_missed(seat, ENDED[number], told=told)
    elif number in LATE:
        attendance.set_stays(seat, (Stay(row.started_at + minutes),))
    elif number in EARLY:
        attendance.set_stays(seat, (Stay(row.started_at, row.stopped_at - minutes),))
    else:
        attendance.mark_present(seat)
