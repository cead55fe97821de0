"""The next times free for a length, a clinician and a member."""

from datetime import date, datetime, time, timedelta

from practice.desk import blocks, booking, clocks, hours, planning
from practice.desk.booking import Asked
from practice.desk.practice import practice

STEP = timedelta(minutes=15)
"""How far apart offered times begin."""
MOST = 12
WITHIN = timedelta(weeks=8)
Span = tuple[datetime, datetime]


def next_free(
    minutes: int,
    clinician: str,
    member: str | None = None,
    *,
    after: datetime,
    within: timedelta = WITHIN,
    most: int = MOST,
) -> list[datetime]:
    """The first times from `after` on at which this length is free; all are wall times.

    Free is what lies within the clinician's working hours on a day the practice is open, and where
    neither they nor the member has an appointment and no block stands. Two offered times never
    overlap. At most `most`; empty where nothing is free `within` that time.
    """
    first, last = after.date(), (after + within).date()
    shut, week = planning.closed(first, last), hours.hours(clinician)
    taken = _taken(first, last, clinician, member)
    found: list[datetime] = []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if len(found) >= most:
            break
        if day in shut or day.weekday() not in week:
            continue
        begins, ends = (datetime.combine(day, at) for at in week[day.weekday()])
        found += _in_day(max(begins, _rounded_up(after)), ends, timedelta(minutes=minutes), taken)
    zone = practice().zone
    return [wall for wall in found if not clocks.told(wall, zone)][:most]


def _taken(first: date, last: date, clinician: str, member: str | None) -> list[Span]:
    """Everything in the way from one day to another, in order."""
    begin, end = datetime.combine(first, time.min), datetime.combine(last, time.max)
    asked = Asked(
        walls=(begin, end),
        minutes=1,
        people=frozenset((clinician,)),
        members=frozenset(filter(None, (member,))),
    )
    spans = [(one.starts, one.ends) for one in booking.within(asked)]
    spans += [(one.starts, one.ends) for one in blocks.between(first, last, clinician)]
    return sorted(spans)


def _in_day(
    begin: datetime, ends: datetime, length: timedelta, taken: list[Span]
) -> list[datetime]:
    found, wall = [], begin
    while wall + length <= ends:
        until = max(
            (stop for start, stop in taken if start < wall + length and stop > wall), default=None
        )
        if until is None:
            found.append(wall)
            wall += max(length, STEP)
        else:
            wall = until
        wall = _rounded_up(wall)
    return found


def _rounded_up(wall: datetime) -> datetime:
    past = timedelta(minutes=wall.minute, seconds=wall.second, microseconds=wall.microsecond)
    return wall - past + -(-past // STEP) * STEP
