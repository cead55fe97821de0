"""A schedule as a calendar file (RFC 5545) for other programs: iCloud, Outlook, Google and others.

It says “Busy” and nothing else unless names are asked for; then groups are named, members never.
No meeting link and no place is in it. A session keeps its UID for ever, so that importing a newer
file over an older one moves it; a cancelled one is told as cancelled.
"""

from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from practice import clock
from practice.desk.figures import Period
from practice.desk.practice import practice
from practice.desk.timetable import Slot
from practice.models.enums import SessionState

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Practice//Schedule//EN"
BUSY = "Busy"
ALONE = "Individual session"
_COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)


class Tell(Enum):
    """What other calendars may know."""

    BUSY = "busy"
    GROUPS = "groups"


TELL_WORDS = {Tell.BUSY: "Only “Busy”", Tell.GROUPS: "Names of groups"}


def make(slots: list[Slot], period: Period, tell: Tell) -> bytes:
    """The file; `period` is the one the slots were read for."""
    from icalendar import Calendar  # noqa: PLC0415  # only while a calendar is made

    from practice.exchange import zone as zones  # noqa: PLC0415

    zone = practice().zone
    made = Calendar()
    for name, value in (("prodid", PRODUCT), ("version", "2.0"), ("method", "PUBLISH")):
        made.add(name, value)
    made.add("x-wr-calname", BUSY if tell is Tell.BUSY else "Schedule")
    made.add("x-wr-timezone", zone.key)
    made.add_component(zones.describe(zone, period.first, period.last))
    for slot in slots:
        made.add_component(_event(slot, zone, tell))
    content: bytes = made.to_ical()
    return content


def _event(slot: Slot, zone: ZoneInfo, tell: Tell) -> "Event":
    from icalendar import Event  # noqa: PLC0415  # see above

    now, cancelled = clock.now().replace(microsecond=0), slot.state is SessionState.CANCELLED
    begins = slot.starts.replace(tzinfo=zone).astimezone(UTC)
    ends = begins + timedelta(minutes=slot.minutes)
    made = Event()
    for name, value in (
        ("uid", str(UUID(slot.id))),
        ("dtstamp", now),
        ("last-modified", now),
        ("sequence", _sequence(now)),
        ("dtstart", begins.astimezone(zone)),
        ("dtend", ends.astimezone(zone)),
        ("summary", _summary(slot, tell)),
        ("class", "PRIVATE"),
        ("status", "CANCELLED" if cancelled else "CONFIRMED"),
        ("transp", "TRANSPARENT" if cancelled else "OPAQUE"),
    ):
        made.add(name, value)
    return made


def _summary(slot: Slot, tell: Tell) -> str:
    return BUSY if tell is Tell.BUSY else slot.group_name or ALONE


def _sequence(now: datetime) -> int:
    """Minutes: programs take a newer file only where this number is not smaller than before."""
    return int((now - _COUNTED_FROM).total_seconds() // 60)
