"""How a series comes again: weekly, every n weeks, or on a weekday of the month.

Stored as the text of a recurrence rule without its start (RFC 5545, section 3.3.10), counted by
python-dateutil. Only days are counted here: the time is on the practice's wall and never changes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import takewhile

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday

from practice.errors import Refused

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NTH_WORDS = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
MOST_WEEKS = 52
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK = timedelta(weeks=1)
_UNKNOWN = "This is not a rule the program knows: weekly, every few weeks, or a weekday of a month."


@dataclass(frozen=True, kw_only=True)
class Rule:
    """`weekdays` count from Monday 0. With `nth` (1 to 4, or -1 for the last) it is monthly.

    `interval` counts weeks, or months. It ends after `until`, or after `count` days, or never.
    `week_start` is where its weeks begin; it matters only for several weekdays every n weeks.
    """

    weekdays: tuple[int, ...]
    interval: int = 1
    nth: int = 0
    until: date | None = None
    count: int | None = None
    week_start: int = 0

    def __post_init__(self) -> None:
        """Raises Refused for what cannot be: no weekday, a strange interval, an end before 1."""
        known = self.weekdays and all(0 <= day <= 6 for day in self.weekdays)
        monthly = self.nth in NTH_WORDS and len(self.weekdays) == 1
        if not known or (self.nth and not monthly):
            raise Refused(_UNKNOWN, field="rule")
        if not 1 <= self.interval <= MOST_WEEKS:
            raise Refused(f"It can come again every 1 to {MOST_WEEKS} weeks.", field="rule")
        if self.count is not None and not 1 <= self.count <= 1000:
            raise Refused("It should come at least once, at most 1000 times.", field="rule")

    @property
    def text(self) -> str:
        """As it is stored, such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270301`."""
        prefix = str(self.nth) if self.nth else ""
        parts = [
            f"FREQ={'MONTHLY' if self.nth else 'WEEKLY'}",
            f"INTERVAL={self.interval}" if self.interval > 1 else "",
            f"BYDAY={','.join(prefix + _CODES[day] for day in sorted(self.weekdays))}",
            f"UNTIL={self.until:%Y%m%d}" if self.until else "",
            f"COUNT={self.count}" if self.count else "",
            f"WKST={_CODES[self.week_start]}" if self.week_start else "",
        ]
        return ";".join(filter(None, parts))

    @property
    def words(self) -> str:
        """`Tuesdays`, `every second Tuesday`, `the last Friday of the month`, with its end."""
        names = [WEEKDAYS[day] for day in sorted(self.weekdays)]
        if self.nth:
            every = "the month" if self.interval == 1 else f"every {self.interval} months"
            said = f"the {NTH_WORDS[self.nth]} {names[0]} of {every}"
        elif self.interval == 2:
            said = f"every second {_and(names)}"
        elif self.interval > 2:
            said = f"every {self.interval} weeks on {_and(names)}"
        else:
            said = _and([f"{name}s" for name in names])
        return said + self._end_words()

    def _end_words(self) -> str:
        if self.until:
            return f", until {self.until.day} {self.until:%B %Y}"
        return f", {self.count} times" if self.count else ""

    def days(self, starts_on: date) -> Iterator[date]:
        """Every day of it from `starts_on` on, in order; without end where it has none."""
        return self._days(starts_on)

    def between(self, starts_on: date, first: date, last: date) -> list[date]:
        """Its days from `first` to `last`, both included."""
        begin = starts_on
        if self.count is None and not self.nth and first > starts_on:
            period = self.interval * _WEEK
            begin += (first - starts_on) // period * period
        return [
            day for day in takewhile(lambda day: day <= last, self._days(begin)) if day >= first
        ]

    def last_day(self, starts_on: date) -> date | None:
        """The last day it can have; None where it goes on."""
        if self.count is None:
            return self.until
        return max(self._days(starts_on), default=starts_on)

    def goes_on(self, starts_on: date, day: date) -> bool:
        """Whether it can have this day or a later one."""
        last = self.last_day(starts_on)
        return last is None or last >= day

    def _days(self, starts_on: date) -> Iterator[date]:
        until = datetime.combine(self.until, time.min) if self.until else None
        wanted = [weekday(day, self.nth or None) for day in self.weekdays]
        rule = rrule(
            MONTHLY if self.nth else WEEKLY,
            dtstart=datetime.combine(starts_on, time.min),
            interval=self.interval,
            byweekday=wanted,
            until=until,
            count=self.count,
            wkst=self.week_start,
        )
        return (found.date() for found in rule)

    def ended(self, day: date) -> "Rule":
        """The same rule, ended before a day."""
        return replace(self, until=day - timedelta(days=1), count=None)

    def shifted(self, starts_on: date, day: date, to: date) -> tuple["Rule", date]:
        """The same rule with its day `day` at `to`, and where that one starts.

        Its nth day becomes the nth day of the new one: the days of both pair off in order.
        """
        begin = next(self._days(starts_on), day)
        if self.nth:
            return self._shifted_in_month(begin, day, to)
        by = to - day
        moved = replace(
            self,
            weekdays=tuple(sorted((one + by.days) % 7 for one in self.weekdays)),
            week_start=(self.week_start + by.days) % 7 if self._needs_week_start() else 0,
            until=self.until + by if self.until else None,
        )
        return moved, begin + by

    def _needs_week_start(self) -> bool:
        return self.interval > 1 and len(self.weekdays) > 1

    def _shifted_in_month(self, begin: date, day: date, to: date) -> tuple["Rule", date]:
        nth = (to.day - 1) // 7 + 1
        if nth > 4 or (self.nth < 0 and (to + _WEEK).month != to.month):
            nth = -1
        months = 12 * (to.year - day.year) + to.month - day.month
        start = _first_of_month(begin, months)
        until = self.until
        if until:
            last = max(self._days(begin), default=begin)
            until = _first_of_month(last, months + 1) - timedelta(days=1)
        return replace(self, weekdays=(to.weekday(),), nth=nth, until=until), start


@cache
def parse(text: str) -> Rule:
    """The rule a text stands for. Raises Refused for one that is not known."""
    parts = dict(part.split("=", 1) for part in text.upper().split(";") if "=" in part)
    try:
        days = [(code[-2:], code[:-2]) for code in parts["BYDAY"].split(",")]
        until = parts.get("UNTIL")
        monthly = parts["FREQ"] == "MONTHLY"
        if parts["FREQ"] not in ("WEEKLY", "MONTHLY") or len({nth for _, nth in days}) > 1:
            raise Refused(_UNKNOWN, field="rule")
        return Rule(
            weekdays=tuple(_CODES.index(code) for code, _ in days),
            interval=int(parts.get("INTERVAL", "1")),
            nth=int(days[0][1]) if monthly else 0,
            until=datetime.strptime(until[:8], "%Y%m%d").date() if until else None,  # noqa: DTZ007
            count=int(parts["COUNT"]) if "COUNT" in parts else None,
            week_start=_CODES.index(parts.get("WKST", "MO")),
        )
    except (KeyError, ValueError):
        raise Refused(_UNKNOWN, field="rule") from None


def weekly(day: date, *, interval: int = 1, until: date | None = None) -> Rule:
    """Every week, or every few weeks, on the weekday of a day."""
    return Rule(weekdays=(day.weekday(),), interval=interval, until=until)


def monthly(day: date, *, until: date | None = None) -> Rule:
    """Every month on the weekday of a day, counted as in its month; a fifth one is the last."""
    nth = (day.day - 1) // 7 + 1
    return Rule(weekdays=(day.weekday(),), nth=nth if nth <= 4 else -1, until=until)


def _first_of_month(day: date, later: int) -> date:
    month = day.year * 12 + day.month - 1 + later
    return date(month // 12, month % 12 + 1, 1)


def _and(names: list[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
