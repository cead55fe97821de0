"""When groups meet, in words and for the form: the group's first series that goes on."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from practice.desk import following, rules, series
from practice.desk.checking import Candidate, check
from practice.desk.planning import coming, slot
from practice.desk.practice import today
from practice.desk.rules import Rule
from practice.errors import Refused
from practice.models.office import Series

LED = ("clinician", "co_leader")


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """A group's time as its form shows it, and who leads it beside its clinician.

    `weekday` counts from Monday 0.
    """

    weekday: int
    time: time
    minutes: int
    starts_on: date
    ends_on: date | None
    co_leader: str | None = None


@dataclass(frozen=True)
class Meetings:
    """The first series of a group that goes on, and all that do in words."""

    first: Meeting
    words: str


def of_groups(group_ids: list[str]) -> dict[str, Meetings]:
    """For each group; of one that is over, its last series."""
    found: dict[str, list[Series]] = defaultdict(list)
    for one in Series.select().where(Series.group.in_(group_ids)):
        found[one.group_id or ""].append(one)
    day = today()
    return {group_id: _meetings(theirs, day) for group_id, theirs in found.items()}


def _meetings(theirs: list[Series], day: date) -> Meetings:
    going = _going(theirs, day)
    main, first_day = going[0], min(one.starts_on for one in theirs)
    rule = rules.parse(main.rule)
    first = Meeting(
        weekday=rule.weekdays[0],
        time=main.time,
        minutes=main.minutes,
        starts_on=first_day,
        ends_on=rule.last_day(main.starts_on),
        co_leader=main.co_leader_id,
    )
    return Meetings(first, " · ".join(_capital(when(one)) for one in going))


def when(one: Series) -> str:
    """`Tuesdays 18:00, 60 min`, or `every second Monday 11:00, 45 min`."""
    said = replace(rules.parse(one.rule), until=None, count=None).words
    return f"{said} {one.time:%H:%M}, {one.minutes} min"


def _capital(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"


def _going(theirs: list[Series], day: date) -> list[Series]:
    """Those that are not over on a day, by weekday and time; else the one that ended last."""
    by_last = {one.id: rules.parse(one.rule).last_day(one.starts_on) for one in theirs}
    going = [one for one in theirs if (by_last[one.id] or date.max) >= day]
    if not going:
        return [max(theirs, key=lambda one: (by_last[one.id] or date.max, one.starts_on))]
    return sorted(going, key=lambda one: (rules.parse(one.rule).weekdays[0], one.time))


def begin(group_id: str, meeting: Meeting, how: Mapping[str, Any]) -> None:
    """Let a group meet weekly. Raises Refused at the time where its clinician is taken."""
    first = meeting.starts_on + _until(meeting.starts_on, meeting.weekday)
    rule = Rule(weekdays=(meeting.weekday,), until=meeting.ends_on)
    starts = datetime.combine(first, meeting.time)
    new = series.NewAppointment(
        group=group_id, starts=starts, minutes=meeting.minutes, repeats=rule, **how
    )
    _allow(new)
    series.begin(new, rule)


def follow(group_id: str, before: Mapping[str, Any], now: Mapping[str, Any]) -> None:
    """Series that still have the group's value get its new one, and their sessions follow.

    Raises Refused at the clinician or co-leader who is taken.
    """
    changed = {name: value for name, value in now.items() if value != before[name]}
    if not changed:
        return
    for one in _going(list(Series.select().where(Series.group == group_id)), today()):
        theirs = {n: v for n, v in changed.items() if one.__data__[n] == before[n]}
        led = {name: theirs.get(name, one.__data__[name]) for name in LED}
        series.check_beside(led["clinician"], led["co_leader"])
        for field in (name for name in LED if name in theirs):
            _allow_leading(one, theirs, field)
        if theirs:
            following.copied(one, theirs)


def change(group_id: str, before: Meeting, now: Meeting) -> None:
    """Change the first series that goes on. Raises Refused at the time where someone is taken."""
    main = _going(list(Series.select().where(Series.group == group_id)), today())[0]
    if (now.weekday, now.time, now.minutes) != (before.weekday, before.time, before.minutes):
        _shift(main, now)
        main = Series.get_by_id(main.id)
    if (now.starts_on, now.ends_on) != (before.starts_on, before.ends_on):
        rule = replace(rules.parse(main.rule), until=now.ends_on, count=None)
        starts_on = main.starts_on
        if now.starts_on != before.starts_on:
            starts_on = now.starts_on + _until(now.starts_on, now.weekday)
        following.by_rule(main, rule, starts_on)


def _allow_leading(one: Series, leads: Mapping[str, Any], field: str) -> None:
    for session in coming(one)[:1]:
        starts = slot(one, session.occurrence)
        moved = series.as_moved(session.id, starts, one.minutes, series.Scope.ALL)
        _allow(replace(moved, **{field: leads[field]}), field)


def _shift(main: Series, now: Meeting) -> None:
    """To a day of the same week."""
    to_come = coming(main)
    day = to_come[0].occurrence if to_come else main.starts_on
    starts = datetime.combine(day + timedelta(now.weekday - day.weekday()), now.time)
    if to_come:
        _allow(
            replace(
                series.as_moved(to_come[0].id, starts, now.minutes, series.Scope.ALL),
                clinician=main.clinician_id,
            )
        )
    following.shift(main, day, starts, now.minutes)


def _until(day: date, weekday: int) -> timedelta:
    return timedelta(days=(weekday - day.weekday()) % 7)


def _allow(candidate: Candidate, field: str = "time") -> None:
    if refused := check(candidate).refused:
        raise Refused(refused, field=field)
