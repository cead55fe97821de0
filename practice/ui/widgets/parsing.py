"""Dates and times as people type them. Pure: text in, value out, or `Refused` in clear words."""

import calendar
import re
from collections.abc import Iterator, Mapping
from datetime import date, time

from practice.errors import Refused

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ENGLISH = {name[:length].lower(): n for n, name in enumerate(MONTHS, 1) for length in (3, 4, 9)}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DOTS = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})", re.ASCII)
_SLASHES = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})\.? ([^\W\d_]+)\.?,? (\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.? (\d{1,2}),? (\d{4})")
_TIME = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?(?: ?([ap])\.?(?:m\.?)?)?", re.ASCII)
_WORDS = {"noon": time(12), "midnight": time(0)}


def parse_date(
    typed: str, *, month_first: bool = False, months: Mapping[str, int] | None = None
) -> date:
    """The date in `typed`: 2026-03-05, 5 Mar 2026, March 5, 2026, 5.3.2026, or with slashes.

    `month_first` says how 3/5/2026 is read; `months` adds lower-case month names of a locale.
    Years have four digits, since two of them could mean two centuries.
    """
    text = " ".join(typed.split())
    for year, month, day in _readings(text, month_first, {**_ENGLISH, **(months or {})}):
        return _real_date(year, month, day)
    raise Refused(
        f"“{_short(text)}” can’t be read as a date. Write it like 2026-03-05 or 5 Mar 2026."
    )


def _readings(
    text: str, month_first: bool, months: Mapping[str, int]
) -> Iterator[tuple[int, int, int]]:
    if found := _ISO.fullmatch(text):
        yield int(found[1]), int(found[2]), int(found[3])
    if found := _DOTS.fullmatch(text):
        yield int(found[3]), int(found[2]), int(found[1])
    if found := _SLASHES.fullmatch(text):
        month, day = (found[1], found[2]) if month_first else (found[2], found[1])
        yield int(found[3]), int(month), int(day)
    if (found := _DAY_FIRST.fullmatch(text)) and found[2].lower() in months:
        yield int(found[3]), months[found[2].lower()], int(found[1])
    if (found := _MONTH_FIRST.fullmatch(text)) and found[1].lower() in months:
        yield int(found[3]), months[found[1].lower()], int(found[2])


def _real_date(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12:
        raise Refused(f"There is no month {month}. Write the date like 2026-03-05 or 5 Mar 2026.")
    if year < 1:
        raise Refused("There is no year 0. Write the year with four digits, like 2026.")
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        name = MONTHS[month - 1]
        raise Refused(f"There is no {day} {name} {year}: {name} has {days} days that year.")
    return date(year, month, day)


def show_date(day: date) -> str:
    """A date nobody can misread: 5 Mar 2026."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year:04}"


def parse_time(typed: str) -> time:
    """The wall-clock time in `typed`: 18:00, 18.00, 1800, 6pm, 6:30 pm, noon, midnight.

    A bare 6 is asked about, never guessed.
    """
    text = " ".join(typed.lower().split())
    if text in _WORDS:
        return _WORDS[text]
    found = _TIME.fullmatch(text)
    if not found:
        raise Refused(f"“{_short(typed)}” can’t be read as a time. Write it like 18:00 or 6 pm.")
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if not half and not found[2] and 1 <= hour <= 12:
        raise Refused(f"{hour} could be morning or evening. Write {hour:02}:00 or {hour} pm.")
    return _real_time(hour, minute, half)


def _real_time(hour: int, minute: int, half: str | None) -> time:
    if half and not 1 <= hour <= 12:
        raise Refused(f"{hour} {half}m is no time of day. Write it like 18:00 or 6 pm.")
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        raise Refused(f"{hour:02}:{minute:02} is no time of day. The last one is 23:59.")
    return time(hour, minute)


def show_time(moment: time) -> str:
    """A time on the 24-hour clock: 18:00."""
    return f"{moment:%H:%M}"


def _short(text: str) -> str:
    return text if len(text) <= 24 else text[:23] + "…"


_TO = re.compile(r"\s*(?:-|–|—|\bto\b|\buntil\b)\s*", re.IGNORECASE)


def parse_hours(typed: str) -> tuple[time, time]:
    """The two times in `typed`, the later one second: 9:00-17:00, 9 am to 5 pm."""
    parts = _TO.split(typed.strip())
    if len(parts) != 2:
        raise Refused(f"“{_short(typed)}” should be two times. Write them like 9:00-17:00.")
    begins, ends = map(parse_time, parts)
    if ends <= begins:
        raise Refused("A day should end after it begins. Write it like 9:00-17:00.")
    return begins, ends


def show_hours(begins: time, ends: time) -> str:
    """From one time to another: 09:00–17:00."""
    return f"{show_time(begins)}–{show_time(ends)}"


_MONEY = re.compile(r"\$?\s?(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{2}))?")


def parse_money(typed: str) -> int:
    """The whole cents in `typed`: 40, 40.00, $40, 1,250.50. Raises Refused for anything else."""
    found = _MONEY.fullmatch(typed.strip())
    if not found or not typed.isascii():
        raise Refused(f"“{_short(typed)}” can’t be read as an amount. Write it like 40 or 40.50.")
    return int(found[1].replace(",", "")) * 100 + int(found[2] or 0)


def show_money(cents: int) -> str:
    """An amount: $40.00."""
    return f"${cents // 100:,}.{cents % 100:02}"
