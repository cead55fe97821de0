"""Days, spans of time and names as people read them. Pure."""

from datetime import date, datetime, timedelta

from practice.desk.groups import WEEKDAYS
from practice.ui.widgets.parsing import MONTHS, show_date

MINUTE = timedelta(minutes=1)
NAME_ROOM = 22
NARROW_ROOM = 15


def short(words: str, room: int = NAME_ROOM) -> str:
    """A name that leaves room for the rest of its row; screen readers get all of it."""
    return words if len(words) <= room else words[: room - 1].rstrip() + "…"


def called(name: str) -> str:
    """`Noor C.`: a colleague's whole name where room is short."""
    first, *rest = name.split() or [""]
    return f"{first} {rest[-1][0]}." if rest else first


def long_day(day: date) -> str:
    """`Tuesday 17 November`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def short_day(day: date) -> str:
    """`Tue 17 Nov`."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}"


def day_near(day: date, today: date) -> str:
    """Today, Yesterday, Tomorrow, else `Tue 17 Nov`, with the year where it is another one."""
    near = {0: "Today", 1: "Tomorrow", -1: "Yesterday"}
    if words := near.get((day - today).days):
        return words
    return short_day(day) if day.year == today.year else show_date(day)


def hours(first: datetime, last: datetime) -> str:
    """`18:00 – 19:00`."""
    return f"{first:%H:%M} – {last:%H:%M}"


def period(first: date, last: date | None) -> str:
    """`6 Jan 2026 – 3 Mar 2026`, or `since 6 Jan 2026`."""
    return f"{show_date(first)} – {show_date(last)}" if last else f"since {show_date(first)}"


def until(now: datetime, starts: datetime, ends: datetime) -> str:
    """How far off a planned session is: `In 6 min`, begun minutes rounded up; `Now` during it."""
    if starts <= now:
        return "Now" if now < ends else "Over"
    left = -((now - starts) // MINUTE)
    if left < 60:
        return f"In {left} min"
    if starts.date() == now.date():
        return f"In {left // 60} h {left % 60} min" if left % 60 else f"In {left // 60} h"
    return day_near(starts.date(), now.date())


def greeting(now: datetime) -> str:
    """Good morning, afternoon or evening."""
    part = "morning" if now.hour < 12 else "afternoon" if now.hour < 18 else "evening"
    return f"Good {part}"


def count(number: int, one: str, many: str = "") -> str:
    """`1 session`, `3 sessions`."""
    return f"{number} {one if number == 1 else many or one + 's'}"
