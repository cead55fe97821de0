"""Dates and times as every document writes them: one form, the same in every country."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(value: date) -> str:
    """17 Nov 2026."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def time_of_day(moment: datetime, zone: str) -> str:
    """18:05 on the wall in this time zone; `moment` is aware."""
    return f"{moment.astimezone(ZoneInfo(zone)):%H:%M}"


def day_of(moment: datetime, zone: str) -> str:
    """The date of an aware moment in this time zone."""
    return day(moment.astimezone(ZoneInfo(zone)).date())


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
