"""From the calendar to the printed schedule: a week by clinician, or a day with all of them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import partial

from practice.desk import calendar, members
from practice.desk.calendar import Appointment, What
from practice.desk.issued import Issue
from practice.desk.practice import practice, user, wall_now
from practice.models.enums.attendance import Mode
from practice.models.enums.sessions import SessionKind, SessionState
from practice.reports import schedule
from practice.reports.prepared import Prepared, letterhead
from practice.reports.schedule import Entry, Lane, Schedule, Timetable
from practice.reports.words import day as day_words
from practice.reports.words import full_day, plain, week_day

WEEK = timedelta(days=6)
_WORKING_DAYS = 5
_MODES = {Mode.VIDEO: "video", Mode.AUDIO: "phone", Mode.IN_PERSON: "in person"}
_KINDS = {SessionKind.INDIVIDUAL: "individual", SessionKind.PEER: "peer contact"}
Namer = Callable[[Appointment], str]


def week(day: date, *, clinician: str = "", full_names: bool = False) -> Prepared:
    """The week around a day, Monday first: a table for each clinician, or for one of them.

    Saturday and Sunday are there if something is on them.
    """
    first = day - timedelta(days=day.weekday())
    last = first + WEEK
    found = calendar.between(first, last, clinician or None)
    busy = {one.starts.date() for one in found if one.what is not What.CLOSURE}
    days = [first + timedelta(days=n) for n in range(7)]
    shown = [one for one in days if one.weekday() < _WORKING_DAYS or one in busy]
    namer = _namer(full_names=full_names)
    people = _people(found, clinician)
    tables = tuple(
        Timetable(tuple(_day_lane(one, _of(who, found), namer) for one in shown), name)
        for who, name in people
    )
    when = f"{full_day(first)} – {full_day(last)}"
    return _prepared("Schedule of the week", when, first, tables, full_names=full_names)


def day(on: date, *, clinician: str = "", full_names: bool = False) -> Prepared:
    """One day with a column for each clinician, or for one of them."""
    found = calendar.between(on, on, clinician or None)
    namer = _namer(full_names=full_names)
    lanes = tuple(
        Lane(name, _entries(_of(who, found), namer)) for who, name in _people(found, clinician)
    )
    closed = _closed(found)
    when = f"{full_day(on)} · {closed}" if closed else full_day(on)
    return _prepared("Schedule of the day", when, on, (Timetable(lanes),), full_names=full_names)


def _prepared(
    title: str, when: str, first: date, tables: tuple[Timetable, ...], *, full_names: bool
) -> Prepared:
    here, now = practice(), wall_now()
    printed = Schedule(
        letterhead=letterhead(here),
        title=title,
        when=when,
        tables=tables,
        zone=here.time_zone,
        printed=f"{day_words(now.date())}, {now:%H:%M}",
        full_names=full_names,
        paper=here.paper,
    )
    name = plain(f"{title} {first.isoformat()}") + ".pdf"
    issue = Issue(kind=schedule.KIND, title=when)
    return Prepared(issue, name, partial(schedule.render, printed))


def _people(found: Iterable[Appointment], only: str) -> list[tuple[str, str]]:
    """The id and name of everybody who leads something, by name; one alone if asked for."""
    if only:
        return [(only, user(only).name)]
    leading = {one.clinician: one.clinician_name for one in found if one.clinician}
    beside = {one.co_leader: one.co_leader_name for one in found if one.co_leader}
    people = {who: name for who, name in (beside | leading).items() if who}
    return sorted(people.items(), key=lambda each: each[1]) or [("", "")]


def _of(who: str, found: Iterable[Appointment]) -> list[Appointment]:
    """What takes this person's time: theirs, beside another, or everybody's."""
    return [one for one in found if one.clinician is None or who in (one.clinician, one.co_leader)]


def _day_lane(on: date, found: Sequence[Appointment], namer: Namer) -> Lane:
    here = [one for one in found if one.starts.date() == on]
    return Lane(week_day(on), _entries(here, namer), _closed(here))


def _closed(found: Iterable[Appointment]) -> str:
    words = [one.title for one in found if one.what is What.CLOSURE]
    return f"Closed: {', '.join(words)}" if words else ""


def _entries(found: Iterable[Appointment], namer: Namer) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            one.starts, one.ends, namer(one), _detail(one), off=one.state is SessionState.CANCELLED
        )
        for one in found
        if one.what is not What.CLOSURE
    )


def _namer(*, full_names: bool) -> Namer:
    """Initials for a member, or the whole name; groups and blocks have their own."""
    if not full_names:
        return lambda one: one.short
    everybody = members.members() + members.members(archived=True)
    names = {row.id: row.full_name for row in everybody}
    return lambda one: names.get(one.member or "", one.title)


def _detail(one: Appointment) -> str:
    """`9 expected · video · with Jo Park`."""
    if one.what is What.BLOCK:
        return ""
    number = f"{one.expected} expected" if one.kind is SessionKind.GROUP else ""
    if one.state is SessionState.HELD and number:
        number = f"{one.attended} of {one.expected} came"
    kind = _KINDS.get(one.kind, "") if one.kind else ""
    mode = _MODES[one.mode] if one.mode else ""
    beside = f"with {one.co_leader_name}" if one.co_leader_name else ""
    return " · ".join(filter(None, (kind, number, mode, beside)))
