"""A series changes, and its coming sessions follow.

Only planned sessions ever follow; what was begun, held or cancelled never moves.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from itertools import takewhile
from typing import Any

from practice.desk import planning, rules
from practice.desk.planning import COPIED
from practice.desk.practice import wall_now
from practice.desk.rules import Rule
from practice.models import bulk
from practice.models.enums.sessions import SessionState
from practice.models.office import Series, Session
from practice.models.read import tuples

_ALONE = {"series": None, "occurrence": None, "moved": False}
"""A session that no longer belongs to a series."""


def shift(
    series: Series,
    day: date,
    starts: datetime,
    minutes: int,
    *,
    leads: Mapping[str, str] | None = None,
    reset: bool = False,
    with_it: str = "",
) -> None:
    """Put a series elsewhere: what it has on `day` comes at `starts`, the rest shifts alike."""
    moved, begin = rules.parse(series.rule).shifted(series.starts_on, day, starts.date())
    to = {"rule": moved.text, "starts_on": begin, "time": starts.time(), "minutes": minutes}
    carry = _carried(series, day, starts.date())
    rearrange(series, {**to, **(leads or {})}, carry, reset=reset, with_it=with_it)
    if with_it and day not in carry:  # over, and of a day its series no longer has
        what = {"starts": starts, "minutes": minutes, **_ALONE}
        Session.update(**what).where(Session.id == with_it).execute()


def not_taken(series: Series, day: date, to: date, *, reset: bool, with_it: str) -> set[date]:
    """Days of the shifted rule at which nothing will stand: their sessions stay where they are."""
    carry = _carried(series, day, to)
    return {
        carry[one.occurrence]
        for one in _in_order(series, carry)
        if not _follows(one, reset=reset, with_it=with_it)
    }


def _follows(session: Session, *, reset: bool, with_it: str) -> bool:
    """Whether a session goes with its series: planned, and not moved by itself before."""
    is_free = reset or not session.moved or session.id == with_it
    return session.state is SessionState.PLANNED and is_free


def _carried(series: Series, day: date, to: date) -> dict[date, date]:
    """Which day of the shifted rule each day of the series that is open to change goes to."""
    rule, (first, last) = rules.parse(series.rule), _to_come(series, day)
    if not rule.nth:
        return {one: one + (to - day) for one in rule.between(series.starts_on, first, last)}
    moved, begin = rule.shifted(series.starts_on, day, to)
    pairs = zip(rule.days(series.starts_on), moved.days(begin), strict=False)
    both = takewhile(lambda pair: pair[0] <= last, pairs)
    return {one: new for one, new in both if one >= first}


def by_rule(series: Series, rule: Rule, starts_on: date) -> None:
    """Let a series come again otherwise; the days it keeps stay what they are."""
    to = {"rule": rule.text, "starts_on": starts_on}
    rearrange(series, to, _kept(series, rule, starts_on))


def copied(series: Series, changed: Mapping[str, Any]) -> None:
    """Change what sessions take from their series (planning.COPIED)."""
    rearrange(series, changed, _kept(series, rules.parse(series.rule), series.starts_on))


def end(series: Series, day: date) -> None:
    """Let a series end before a day: its sessions from then on are gone (planning.take_out)."""
    planning.take_out([one for one in planning.coming(series) if one.occurrence >= day])
    rule = rules.parse(series.rule).ended(day)
    Series.update(rule=rule.text).where(Series.id == series.id).execute()


def part(series: Series, day: date) -> Series:
    """Part a series in two before a day; returns the later one, or itself if nothing is before."""
    rule = rules.parse(series.rule)
    before = list(takewhile(lambda one: one < day, rule.days(series.starts_on)))
    if not before:
        return series
    later = replace(rule, count=rule.count - len(before)) if rule.count else rule
    own = {name: value for name, value in series.__data__.items() if name != "id"}
    new = Series.create(**{**own, "starts_on": day, "rule": later.text})
    Series.update(rule=rule.ended(day).text).where(Series.id == series.id).execute()
    Session.update(series=new.id).where(
        Session.series == series.id, Session.occurrence >= day
    ).execute()
    return new


def _kept(series: Series, rule: Rule, starts_on: date) -> dict[date, date]:
    first, last = _to_come(series)
    return {day: day for day in rule.between(starts_on, first, last)}


def _to_come(series: Series, *also: date) -> tuple[date, date]:
    """The first and the last day of a series that are open to change."""
    days = [*also, *(one.occurrence for one in planning.coming(series))]
    first = min(days, default=wall_now().date())
    return first, max([series.planned_until, *days])


def rearrange(
    series: Series,
    to: Mapping[str, Any],
    carry: Mapping[date, date],
    *,
    reset: bool = False,
    with_it: str = "",
) -> None:
    """Give a series other values, and let its coming sessions follow.

    `carry` says for each day of the old rule which day of the new one its session goes to; for
    days left out there is no session any more. One that was moved by itself keeps its place unless
    `reset` is set or it is `with_it`; so does one whose new time would be over. What has begun or
    was cancelled keeps its time, but its day of the rule goes along: it is not planned again.
    Where an earlier session of the series has that day already, it stands alone from then on.
    """
    before = {name: series.__data__[name] for name in COPIED}
    changed = {name: to[name] for name in COPIED if name in to and to[name] != before[name]}
    Series.update(**to).where(Series.id == series.id).execute()
    after = Series.get_by_id(series.id)
    _leave_out([one for one in planning.coming(after) if one.occurrence not in carry])
    now, new, taken = wall_now(), [], _taken(after, carry)
    for one in _in_order(after, carry):
        what: dict[str, Any] = {"occurrence": carry[one.occurrence]}
        if one.state is SessionState.PLANNED:
            what |= {n: value for n, value in changed.items() if one.__data__[n] == before[n]}
            is_over = planning.slot(after, what["occurrence"]) <= now
            goes = one.id == with_it or (
                _follows(one, reset=reset, with_it=with_it) and not is_over
            )
            what |= _place(one, after, what["occurrence"], goes=goes)
        if what["occurrence"] in taken:
            what |= _ALONE
        if any(one.__data__[name] != value for name, value in what.items()):
            new.append({"id": one.id, **what})
    bulk.update(Session, new)
    first = min(carry.values(), default=wall_now().date())
    shut = planning.closed(first, max(carry.values(), default=first))
    planning.take_out(
        [one for one in planning.coming(after) if one.occurrence in shut and not one.moved]
    )
    planning.fill(after, first, after.planned_until)


def _place(session: Session, series: Series, day: date, *, goes: bool) -> dict[str, Any]:
    wall = planning.slot(series, day)
    if goes:
        return {"starts": wall, "minutes": series.minutes, "moved": False}
    return {"moved": (session.starts, session.minutes) != (wall, series.minutes)}


def _leave_out(coming: list[Session]) -> None:
    """Days the rule no longer has: gone, or kept by themselves for a person to decide about."""
    known = planning.touched(coming)
    gone = [one.id for one in coming if one.id not in known]
    Session.delete().where(Session.id.in_(gone)).execute()
    Session.update(**_ALONE).where(Session.id.in_(known)).execute()


def _taken(series: Series, carry: Mapping[date, date]) -> set[date]:
    """Days that are gone to, and are those of earlier sessions which stay."""
    days = set(carry.values()) - carry.keys()
    query = Session.select(Session.occurrence).where(
        Session.series == series.id, Session.occurrence.in_(list(days))
    )
    return {day for (day,) in tuples(query)}


def _in_order(series: Series, carry: Mapping[date, date]) -> list[Session]:
    """All whose day goes elsewhere, so that none goes where another still is."""
    later = any(new > old for old, new in carry.items())
    days = Session.occurrence.desc() if later else Session.occurrence.asc()
    found = Session.select().where(Session.series == series.id, Session.occurrence.in_(list(carry)))
    return list(found.order_by(days))
