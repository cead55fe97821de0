"""Who is taken when: a clinician never twice, a member twice only after a word of warning.

The database refuses a clinician's second appointment by itself (models/guards/); here it is said
beforehand, with the name of the other appointment.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from peewee import JOIN

from practice.desk import rules
from practice.desk.members import short_name
from practice.models.enums.sessions import SessionState
from practice.models.guards.schedule import LONGEST
from practice.models.office import Enrolment, Group, Member, Series, Session
from practice.models.read import plain, rows, tuples

_LONGEST = timedelta(minutes=LONGEST)


@dataclass(frozen=True, kw_only=True)
class Taken:
    """One appointment in the way; `starts` is wall time."""

    id: str
    starts: datetime
    minutes: int
    clinician: str
    co_leader: str | None
    group: str | None
    member: str | None
    group_name: str | None
    given_name: str | None
    family_name: str | None
    preferred_name: str | None

    @property
    def ends(self) -> datetime:
        """Planned end, wall time."""
        return self.starts + timedelta(minutes=self.minutes)

    @property
    def words(self) -> str:
        """`Tuesday Skills, Tuesday 17 November, 18:00–19:00`."""
        own = short_name(self.given_name or "", self.family_name or "", self.preferred_name or "")
        return f"{self.group_name or own}, {span(self.starts, self.ends)}"


def span(starts: datetime, ends: datetime) -> str:
    """`Tuesday 17 November, 18:00–19:00`."""
    return f"{starts:%A} {starts.day} {starts:%B}, {starts:%H:%M}–{ends:%H:%M}"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Times somebody asks for: `walls` in order, with whom, and what does not count as taken.

    Of a series that moves, its sessions from the day `but_since` of its rule do not count; those
    moved by themselves only with `but_moved`.
    """

    walls: Sequence[datetime]
    minutes: int
    people: frozenset[str]
    group: str | None = None
    members: frozenset[str] = frozenset()
    but: frozenset[str] = frozenset()
    but_series: str | None = None
    but_since: date = date.min
    but_moved: bool = False


def clashes(asked: Asked) -> list[Taken]:
    """Every appointment that overlaps one of the times and shares a person with it, in order."""
    if not asked.walls:
        return []
    length, taken = timedelta(minutes=asked.minutes), within(asked)
    return [one for wall in asked.walls for one in _between(taken, wall, wall + length)]


def free(
    walls: Sequence[datetime],
    minutes: int,
    *,
    people: Iterable[str | None],
    group: str | None = None,
) -> list[datetime]:
    """Those of the times at which nobody of these people, nor the group, has anything planned."""
    if not walls:
        return []
    asked = Asked(walls=walls, minutes=minutes, people=frozenset(filter(None, people)), group=group)
    taken, length = _in_order(_planned(asked)), timedelta(minutes=minutes)
    return [wall for wall in walls if not _between(taken, wall, wall + length)]


def _between(taken: list[Taken], begin: datetime, end: datetime) -> list[Taken]:
    """Those that overlap a time; `taken` is in order of the starts."""
    low = bisect_right(taken, begin - _LONGEST, key=lambda one: one.starts)
    high = bisect_left(taken, end, key=lambda one: one.starts)
    return [one for one in taken[low:high] if one.ends > begin]


def _in_order(taken: list[Taken]) -> list[Taken]:
    return sorted(taken, key=lambda one: one.starts)


def within(asked: Asked) -> list[Taken]:
    """All they have from the first time to the last, in order.

    What is planned, and beyond it what other series will have.
    """
    return _in_order([*_planned(asked), *_to_come(asked)])


def _planned(asked: Asked) -> list[Taken]:
    first, last = min(asked.walls) - _LONGEST, max(asked.walls) + timedelta(minutes=asked.minutes)
    query = _rows(Session).where(
        Session.starts > first,
        Session.starts < last,
        Session.state != SessionState.CANCELLED,
        _with(Session, asked),
    )
    found = [one for one in rows(query, Taken) if one.id not in asked.but]
    if asked.but_series is None:
        return found
    own = Session.select(Session.id).where(
        Session.series == asked.but_series,
        Session.occurrence >= asked.but_since,
        Session.state == SessionState.PLANNED,
        Session.starts > first,
        Session.starts < last,
        ~Session.moved | asked.but_moved,
    )
    ids = {session_id for (session_id,) in tuples(own)}
    return [one for one in found if one.id not in ids]


def _rows(table: Any) -> Any:
    names = (Member.given_name, Member.family_name, Member.preferred_name)
    columns = (table.id, table.clinician, table.co_leader, table.group, table.member, table.minutes)
    starts = (Session.starts,) if table is Session else ()
    return (
        table.select(*columns, *starts, Group.name.alias("group_name"), *names)
        .join(Group, JOIN.LEFT_OUTER)
        .switch(table)
        .join(Member, JOIN.LEFT_OUTER)
    )


def _with(table: Any, asked: Asked) -> Any:
    people = list(asked.people)
    theirs = plain(table.clinician).in_(people) | plain(table.co_leader).in_(people)
    if asked.group:
        theirs |= table.group == asked.group
    if asked.members:
        theirs |= table.member.in_(list(asked.members)) | table.group.in_(_groups_of(asked))
    return theirs


def _groups_of(asked: Asked) -> Any:
    """The groups these members are in at any of the times."""
    first, last = min(asked.walls).date(), max(asked.walls).date()
    return Enrolment.select(Enrolment.group).where(
        Enrolment.member.in_(list(asked.members)),
        Enrolment.joined_on <= last,
        Enrolment.left_on.is_null() | (Enrolment.left_on >= first),
    )


def _to_come(asked: Asked) -> list[Taken]:
    """Series whose days lie beyond what is planned, as sessions they will have."""
    last = max(asked.walls).date()
    query = Series.select().where(Series.planned_until < last, _with(Series, asked))
    if asked.but_series is not None:
        query = query.where(Series.id != asked.but_series)
    found = []
    for series in query:
        rule = rules.parse(series.rule)
        begin = max(series.planned_until + timedelta(days=1), min(asked.walls).date())
        days = rule.between(series.starts_on, begin, last)
        found += [_as_taken(series, day) for day in days]
    return found


def _as_taken(series: Series, day: date) -> Taken:
    member, group = series.member, series.group
    return Taken(
        id=series.id,
        starts=datetime.combine(day, series.time),
        minutes=series.minutes,
        clinician=series.clinician_id,
        co_leader=series.co_leader_id,
        group=series.group_id,
        member=series.member_id,
        group_name=group.name if group else None,
        given_name=member.given_name if member else None,
        family_name=member.family_name if member else None,
        preferred_name=member.preferred_name if member else None,
    )


def enrolled_then(members: Iterable[str], taken: Taken) -> bool:
    """Whether one of these members is in the group of an appointment on its day."""
    day = taken.starts.date()
    query = Enrolment.select(Enrolment.id).where(
        Enrolment.member.in_(list(members)),
        Enrolment.group == taken.group,
        Enrolment.joined_on <= day,
        Enrolment.left_on.is_null() | (Enrolment.left_on >= day),
    )
    return bool(query.exists())
