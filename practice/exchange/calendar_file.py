"""A schedule as a calendar file (RFC 5545) for other programs: iCloud, Outlook, Google and others.

It says “Busy” and nothing else unless names are asked for; then groups are named, members and the
words of a block never. No meeting link and no place is in it. A session keeps its UID for ever, so
that importing a newer file over an older one moves it; a cancelled one is told as cancelled. Days
on which the practice is closed are nobody's appointment and not in it.
"""

from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from practice import clock
from practice.desk import calendar
from practice.desk.calendar import Appointment, What
from practice.desk.figures import Period
from practice.desk.practice import practice
from practice.models.enums.sessions import SESSION_KIND_WORDS, SessionKind, SessionState

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Practice//Schedule//EN"
BUSY = "Busy"
_COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)


class Tell(Enum):
    """What other calendars may know."""

    BUSY = "busy"
    GROUPS = "groups"


TELL_WORDS = {Tell.BUSY: "Only “Busy”", Tell.GROUPS: "Names of groups"}


def make(period: Period, tell: Tell, *, clinician: str = "", group: str = "") -> bytes:
    """The schedule of a clinician, of a group, or of everybody."""
    found = calendar.between(period.first, period.last, clinician or None)
    return _file([one for one in found if _belongs(one, group)], period, tell)


def _belongs(one: Appointment, group: str) -> bool:
    return one.what is not What.CLOSURE and (not group or one.group == group)


def _file(found: list[Appointment], period: Period, tell: Tell) -> bytes:
    from icalendar import Calendar  # noqa: PLC0415  # only while a calendar is made

    from practice.exchange import zone as zones  # noqa: PLC0415

    zone = practice().zone
    made = Calendar()
    for name, value in (("prodid", PRODUCT), ("version", "2.0"), ("method", "PUBLISH")):
        made.add(name, value)
    made.add("x-wr-calname", BUSY if tell is Tell.BUSY else "Schedule")
    made.add("x-wr-timezone", zone.key)
    made.add_component(zones.describe(zone, period.first, period.last))
    for one in found:
        made.add_component(_event(one, zone, tell))
    content: bytes = made.to_ical()
    return content


def _event(one: Appointment, zone: ZoneInfo, tell: Tell) -> "Event":
    from icalendar import Event  # noqa: PLC0415  # see above

    now, cancelled = clock.now().replace(microsecond=0), one.state is SessionState.CANCELLED
    begins = one.starts.replace(tzinfo=zone).astimezone(UTC)
    ends = begins + timedelta(minutes=one.minutes)
    made = Event()
    for name, value in (
        ("uid", _uid(one)),
        ("dtstamp", now),
        ("last-modified", now),
        ("sequence", _sequence(now)),
        ("dtstart", begins.astimezone(zone)),
        ("dtend", ends.astimezone(zone)),
        ("summary", _summary(one, tell)),
        ("class", "PRIVATE"),
        ("status", "CANCELLED" if cancelled else "CONFIRMED"),
        ("transp", "TRANSPARENT" if cancelled else "OPAQUE"),
    ):
        made.add(name, value)
    return made


def _uid(one: Appointment) -> str:
    """A session's own id; a block has one for all of its days."""
    own = UUID(one.id)
    return str(own if one.what is What.SESSION else uuid5(own, one.starts.date().isoformat()))


def _summary(one: Appointment, tell: Tell) -> str:
    if tell is Tell.BUSY or one.kind is None:
        return BUSY
    return one.title if one.kind is SessionKind.GROUP else SESSION_KIND_WORDS[one.kind]


def _sequence(now: datetime) -> int:
    """Minutes: programs take a newer file only where this number is not smaller than before."""
    return int((now - _COUNTED_FROM).total_seconds() // 60)
