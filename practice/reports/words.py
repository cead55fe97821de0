"""Dates and times as every document writes them: one form, the same in every country."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

_LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTHS = tuple(name[:3] for name in _LONG_MONTHS)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day(value: date) -> str:
    """17 Nov 2026."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def letter_day(value: date) -> str:
    """17 November 2026."""
    return f"{value.day} {_LONG_MONTHS[value.month - 1]} {value.year}"


def full_day(value: date) -> str:
    """Tuesday, 17 November 2026."""
    return f"{_WEEKDAYS[value.weekday()]}, {letter_day(value)}"


def week_day(value: date) -> str:
    """Tue 17 Nov."""
    return f"{_WEEKDAYS[value.weekday()][:3]} {value.day} {_MONTHS[value.month - 1]}"


def week_day_and_year(value: date) -> str:
    """Tue 17 Nov 2026."""
    return f"{week_day(value)} {value.year}"


def place_of(zone: str) -> str:
    """New York, of America/New_York."""
    return zone.rpartition("/")[2].replace("_", " ")


def same_wall(moment: datetime, zone: str, other: str) -> bool:
    """Whether clocks in both zones show the same at this aware moment."""
    return (
        moment.astimezone(ZoneInfo(zone)).utcoffset()
        == moment.astimezone(ZoneInfo(other)).utcoffset()
    )


def time_of_day(moment: datetime, zone: str) -> str:
    """18:05 on the wall in this time zone; `moment` is aware."""
    return f"{moment.astimezone(ZoneInfo(zone)):%H:%M}"


def local_day(moment: datetime, zone: str) -> date:
    """The date of an aware moment in this time zone."""
    return moment.astimezone(ZoneInfo(zone)).date()


def day_of(moment: datetime, zone: str) -> str:
    """The date of an aware moment in this time zone, in words."""
    return day(local_day(moment, zone))


def day_and_time(moment: datetime, zone: str) -> str:
    """17 Nov 2026, 18:05."""
    return f"{day_of(moment, zone)}, {time_of_day(moment, zone)}"


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days, the first and the last included."""

    first: date
    last: date

    def words(self) -> str:
        """1 Jan 2026 – 31 Mar 2026."""
        return f"{day(self.first)} – {day(self.last)}"


def minutes(count: int) -> str:
    """1 minute, 575 minutes."""
    return f"{count} minute{'' if count == 1 else 's'}"


def count(number: int, one: str, many: str) -> str:
    """1 appointment, 3 appointments."""
    return f"{number} {one if number == 1 else many}"


def plain(words: str) -> str:
    """Words as lower-case letters, digits and hyphens, which every file system takes."""
    return re.sub(r"[^A-Za-z0-9-]+", "-", words).strip("-").lower()
