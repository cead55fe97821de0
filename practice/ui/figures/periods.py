"""The periods that one press chooses. Pure."""

from datetime import date, timedelta
from enum import Enum

from practice.desk.figures import Period


class Quick(Enum):
    """All but `DATES`, which are typed, end today."""

    MONTH = "This month"
    DAYS_30 = "30 days"
    DAYS_90 = "90 days"
    QUARTER = "This quarter"
    YEAR = "This year"
    DATES = "Dates…"


def span(quick: Quick, today: date) -> Period:
    """The period of a quick choice other than `DATES`."""
    first = {
        Quick.MONTH: today.replace(day=1),
        Quick.DAYS_30: today - timedelta(days=29),
        Quick.DAYS_90: today - timedelta(days=89),
        Quick.QUARTER: date(today.year, (today.month - 1) // 3 * 3 + 1, 1),
        Quick.YEAR: date(today.year, 1, 1),
    }[quick]
    return Period(first, today)


def year_to(last: date) -> Period:
    """The 53 weeks, from a Monday on, that end with this day's."""
    monday = last - timedelta(days=last.weekday())
    return Period(monday - timedelta(weeks=52), last)
