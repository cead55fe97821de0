"""Periods that are chosen with one press. Pure."""

from datetime import date, timedelta
from enum import Enum


class Quick(Enum):
    """Each ends today, except the last quarter, which is over."""

    DAYS_30 = "30 days"
    DAYS_90 = "90 days"
    THIS_QUARTER = "This quarter"
    LAST_QUARTER = "Last quarter"
    SINCE_JOINING = "Since joining"


def span(quick: Quick, today: date, joined: date | None) -> tuple[date, date]:
    """First and last day, both included. Someone who never joined a group has 90 days."""
    quarter = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    before = quarter - timedelta(days=1)
    days_90 = (today - timedelta(days=89), today)
    return {
        Quick.DAYS_30: (today - timedelta(days=29), today),
        Quick.DAYS_90: days_90,
        Quick.THIS_QUARTER: (quarter, today),
        Quick.LAST_QUARTER: (date(before.year, before.month - 2, 1), before),
        Quick.SINCE_JOINING: (joined, today) if joined and joined <= today else days_90,
    }[quick]
