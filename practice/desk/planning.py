"""A series becomes sessions: a year ahead, on the practice's wall, never on closed days.

No day is planned twice, since each session keeps the day its rule gave it.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from practice.desk import booking, calling_off, rules
from practice.desk.practice import wall_now
from practice.models import bulk
from practice.models.audit import operation
from practice.models.base import OFFICE, new_id
from practice.models.enums.sessions import SessionState
from practice.models.office import Attendance, Closure, Offer, Series, Session, User, Visit
from practice.models.read import tuples

AHEAD = timedelta(weeks=52)
COPIED = ("clinician", "co_leader", "mode", "platform", "link", "passcode", "technique")
"""What a session takes from its series and may then have otherwise."""


def extend() -> None:
    """Plan every series up to a year ahead; does nothing where all is there."""
    until = wall_now().date() + AHEAD
    short = [one for one in Series.select().where(Series.planned_until < until) if _goes_on(one)]
    if short:
        with operation(OFFICE, "Plan coming sessions", undoable=False):
            for series in short:
                fill(series, series.planned_until + timedelta(days=1), until)
                Series.update(planned_until=until).where(Series.id == series.id).execute()


def _goes_on(series: Series) -> bool:
    last = rules.parse(series.rule).last_day(series.starts_on)
    return last is None or last > series.planned_until


def fill(series: Series, first: date, last: date) -> list[str]:
    """Plan the days of the series that have no session yet; returns the new sessions' ids.

    Left out are closed days, days that are over, and any on which its clinician or its group is
    taken: placing and moving refuse that beforehand (desk/booking.py).
    """
    now = wall_now()
    begin = max(first, now.date(), series.starts_on)
    days = rules.parse(series.rule).between(series.starts_on, begin, last)
    if not days:
        return []
    there, shut = _there(series, days[0]), closed(days[0], days[-1])
    walls = [slot(series, day) for day in days if day not in there and day not in shut]
    length = timedelta(minutes=series.minutes)
    free = booking.free(
        [wall for wall in walls if wall + length > now],
        series.minutes,
        people=(series.clinician_id, series.co_leader_id),
        group=series.group_id,
    )
    new = _columns(series)
    made = [{**new, "id": new_id(), "starts": wall, "occurrence": wall.date()} for wall in free]
    bulk.insert(Session, made)
    return [row["id"] for row in made]


def fill_days(first: date, last: date) -> None:
    """Plan what the series would have had on these days: they were closed and no longer are."""
    for series in Series.select().where(Series.planned_until >= first):
        fill(series, first, min(last, series.planned_until))


def slot(series: Series, day: date) -> datetime:
    """When the series meets on a day, wall time."""
    return datetime.combine(day, series.time)


def _there(series: Series, first: date) -> set[date]:
    query = Session.select(Session.occurrence).where(
        Session.series == series.id, Session.occurrence >= first
    )
    return {day for (day,) in tuples(query)}


def _columns(series: Series) -> dict[str, Any]:
    place = User.get_by_id(series.clinician_id).location
    own = ("kind", "group", "member", "minutes", *COPIED)
    return {
        **{name: series.__data__[name] for name in own},
        "series": series.id,
        "clinician_location": place,
    }


def closed(first: date, last: date) -> dict[date, str]:
    """The days between two, both included, on which the practice is closed, and why."""
    found: dict[date, str] = {}
    query = Closure.select(Closure.first, Closure.last, Closure.words)
    for begin, end, words in tuples(query.where(Closure.first <= last, Closure.last >= first)):
        for number in range((end - begin).days + 1):
            found.setdefault(begin + timedelta(days=number), words)
    return {day: words for day, words in found.items() if first <= day <= last}


def take_out(coming: Iterable[Session]) -> None:
    """Planned sessions that are not to be: gone, or cancelled where somebody had cancelled."""
    coming = list(coming)
    known = touched(coming)
    for session in coming:
        if session.id in known:
            calling_off.cancel(session.id)
    gone = [session.id for session in coming if session.id not in known]
    Session.delete().where(Session.id.in_(gone)).execute()


def touched(coming: Iterable[Session]) -> set[str]:
    """The ids of those sessions about which somebody wrote something down."""
    ids = [session.id for session in coming]
    return {
        session_id
        for table in (Attendance, Visit, Offer)
        for (session_id,) in tuples(table.select(table.session).where(table.session.in_(ids)))
    }


def coming(series: Series) -> list[Session]:
    """The planned sessions of a series that have not begun, by the day of their rule."""
    query = Session.select().where(
        Session.series == series.id,
        Session.state == SessionState.PLANNED,
        Session.starts > wall_now(),
    )
    return list(query.order_by(Session.occurrence))
