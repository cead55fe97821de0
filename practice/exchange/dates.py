"""Days as lists write them. In which order a list writes day and month follows from all of it.

Years of two figures are read where just one century makes sense of them.
"""

import calendar
import re
from collections.abc import Iterable
from datetime import MAXYEAR, date
from enum import Enum

from practice.errors import Refused
from practice.exchange.wording import months
from practice.text import fold

OLDEST_PERSON = 110
"""Years: a year of two figures is read as one that lies so far back at most."""


class Order(Enum):
    """Which of two figures is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


ORDER_WORDS = {
    Order.DAY_FIRST: "Day first: 3/5 is 3 May",
    Order.MONTH_FIRST: "Month first: 3/5 is March 5",
}


class Evidence(Enum):
    """What a list tells about its order. `EITHER` and `BOTH` have to be asked about."""

    NONE_NEEDED = "no day and month in figures"
    DAY_FIRST = "only day first makes sense"
    MONTH_FIRST = "only month first makes sense"
    EITHER = "both orders make sense"
    BOTH = "some rows allow only one order, some only the other"


_CLOCK = r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
_ISO = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_CLOCK}", re.ASCII)
_DOTS = re.compile(rf"(\d{{1,2}})\. ?(\d{{1,2}})\. ?(\d{{4}}|\d{{2}}){_CLOCK}", re.ASCII)
_FIGURES = re.compile(rf"(\d{{1,2}})[/-](\d{{1,2}})[/-](\d{{4}}|\d{{2}}){_CLOCK}", re.ASCII)
_DAY_NAMED = re.compile(r"(\d{1,2})\.?(?: de | |-)([^\W\d_]+)\.?(?: de |,? |-)(\d{4}|\d{2})")
_MONTH_NAMED = re.compile(r"([^\W\d_]+)\.? (\d{1,2}),? (\d{4})")
_NAMES = tuple(calendar.month_name)


def evidence(cells: Iterable[str]) -> Evidence:
    """What the cells of one column tell."""
    needed = day_first = month_first = False
    for cell in cells:
        if found := _FIGURES.fullmatch(" ".join(cell.split())):
            first, second = int(found[1]), int(found[2])
            needed |= first != second
            day_first |= 12 < first <= 31 and second <= 12
            month_first |= 12 < second <= 31 and first <= 12
    if day_first and month_first:
        return Evidence.BOTH
    if day_first:
        return Evidence.DAY_FIRST
    if month_first:
        return Evidence.MONTH_FIRST
    return Evidence.EITHER if needed else Evidence.NONE_NEEDED


def together(columns: Iterable[Evidence]) -> Evidence:
    """What several columns of one list tell."""
    found = set(columns)
    if Evidence.BOTH in found or {Evidence.DAY_FIRST, Evidence.MONTH_FIRST} <= found:
        return Evidence.BOTH
    told = (Evidence.DAY_FIRST, Evidence.MONTH_FIRST, Evidence.EITHER)
    return next((one for one in told if one in found), Evidence.NONE_NEEDED)


def read_day(cell: str, order: Order, today: date) -> date:
    """The day in a cell: 1980-03-05, 5.3.1980, 3/5/80, 5 Mar 1980, 5 de marzo de 1980.

    `today` decides about years of two figures. Raises Refused in words that name the cell.
    """
    text = " ".join(cell.split())
    if found := _ISO.fullmatch(text):
        return _real(int(found[1]), int(found[2]), int(found[3]), text)
    if found := _DOTS.fullmatch(text):
        return _real(_year(found[3], text, today), int(found[2]), int(found[1]), text)
    if found := _FIGURES.fullmatch(text):
        first, second = int(found[1]), int(found[2])
        month, day = (second, first) if order is Order.DAY_FIRST else (first, second)
        return _real(_year(found[3], text, today), month, day, text)
    if (found := _DAY_NAMED.fullmatch(text)) and (month := months().get(fold(found[2]), 0)):
        return _real(_year(found[3], text, today), month, int(found[1]), text)
    if (found := _MONTH_NAMED.fullmatch(text)) and (month := months().get(fold(found[1]), 0)):
        return _real(int(found[3]), month, int(found[2]), text)
    raise Refused(f"“{_short(text)}” can’t be read as a date.")


def _year(figures: str, text: str, today: date) -> int:
    year = int(figures)
    if len(figures) == 4:
        return year
    newest = today.year - (today.year - year) % 100
    if today.year - (newest - 100) <= OLDEST_PERSON:
        raise Refused(f"“{text}” could mean {newest - 100} or {newest}. Write all four figures.")
    return newest


def _real(year: int, month: int, day: int, text: str) -> date:
    if not 1 <= month <= 12:
        raise Refused(f"“{text}” is no date: there is no month {month}.")
    if not 1 <= year <= MAXYEAR:
        raise Refused(f"“{text}” is no date: there is no year {year}.")
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        name = _NAMES[month]
        raise Refused(f"“{text}” is no date: {name} {year} has {days} days.")
    return date(year, month, day)


def _short(text: str) -> str:
    return text if len(text) <= 24 else text[:23] + "…"
