"""A time zone as calendar files describe it (RFC 5545, 3.6.5).

Where the clocks change by a rule such as “the second Sunday in March” within the period, the rule
is written, since not every calendar program reads lists of single changes; else each change.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Change:
    """The clocks change: `wall` is the time they show just before it."""

    wall: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool

    @property
    def rules(self) -> frozenset[str]:
        """The yearly rules this change follows: the nth and perhaps the last such weekday."""
        weekday, day = _DAYS[self.wall.weekday()], self.wall.day
        last = calendar.monthrange(self.wall.year, self.wall.month)[1] - day < 7
        nths = {(day - 1) // 7 + 1} | ({-1} if last else set())
        return frozenset(f"{self.wall.month}:{nth}{weekday}" for nth in nths)


def describe(zone: ZoneInfo, first: date, last: date) -> "Timezone":
    """The VTIMEZONE that is right from one day to another, both included."""
    from icalendar import Timezone  # noqa: PLC0415  # only while a calendar is made

    made = Timezone()
    made.add("tzid", zone.key)
    found = list(_changes(zone, first.year - 1, last.year + 1))
    if not found:
        begin = datetime(first.year - 1, 1, 1, tzinfo=zone)
        offset = begin.utcoffset() or timedelta()
        made.add_component(_part(Change(begin, offset, offset, begin.tzname() or "", summer=False)))
    for summer in (False, True):
        same = [change for change in found if change.summer is summer]
        rule = _rule(same)
        for change in same[:1] if rule else same:
            made.add_component(_part(change, rule))
    return made


def _changes(zone: ZoneInfo, first: int, last: int) -> Iterator[Change]:
    moment, step = datetime(first, 1, 1, tzinfo=UTC), timedelta(days=1)
    end = datetime(last + 1, 1, 1, tzinfo=UTC)
    while moment < end:
        if _offset(zone, moment) != _offset(zone, moment + step):
            yield _change(zone, moment, moment + step)
        moment += step


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> Change:
    """The one change between two moments, to the minute."""
    old = _offset(zone, before)
    while after - before > timedelta(minutes=1):
        middle = before + (after - before) // 2
        middle = middle.replace(second=0, microsecond=0)
        middle = middle if middle > before else before + timedelta(minutes=1)
        before, after = (middle, after) if _offset(zone, middle) == old else (before, middle)
    local = after.astimezone(zone)
    return Change(
        (after + old).replace(tzinfo=None),
        old,
        _offset(zone, after),
        local.tzname() or "",
        summer=bool(local.dst()),
    )


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _rule(changes: list[Change]) -> str:
    """The one rule all these changes follow, once a year, at the same time; else nothing."""
    kinds = {(change.wall.time(), change.before, change.after) for change in changes}
    years = [change.wall.year for change in changes]
    if len(changes) < 2 or len(kinds) != 1 or years != list(range(years[0], years[-1] + 1)):
        return ""
    shared = frozenset[str].intersection(*(change.rules for change in changes))
    return min(shared, default="")


def _part(change: Change, rule: str = "") -> "TimezoneDaylight | TimezoneStandard":
    from icalendar import TimezoneDaylight, TimezoneStandard  # noqa: PLC0415  # see above

    part = TimezoneDaylight() if change.summer else TimezoneStandard()
    part.add("dtstart", change.wall.replace(tzinfo=None))
    part.add("tzoffsetfrom", change.before)
    part.add("tzoffsetto", change.after)
    part.add("tzname", change.name)
    if rule:
        month, day = rule.split(":")
        part.add("rrule", {"freq": "yearly", "bymonth": int(month), "byday": day})
    return part
