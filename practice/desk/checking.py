"""Whether an appointment may stand at a time: what forbids it, and what a person should know."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from itertools import islice

from practice.desk import blocks, booking, clocks, following, planning, roster, rules, schedule
from practice.desk.booking import Asked, Taken, span
from practice.desk.members import member
from practice.desk.practice import practice, user, wall_now
from practice.desk.rules import Rule
from practice.desk.schedule import SessionRow
from practice.models.enums.sessions import SessionKind
from practice.models.guards.schedule import LONGEST
from practice.models.office import Series

FARTHEST = timedelta(days=731)
"""How far ahead the times of a series are compared with other appointments."""
FEWEST = 2
MOST_WARNINGS = 3
BAD_LENGTH = f"The length should be between 1 and {LONGEST} minutes."


class Scope(Enum):
    """Which sessions of a series a change is for. A session of no series is only ever itself."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"


SCOPE_WORDS = {
    Scope.THIS: "This one",
    Scope.FOLLOWING: "This and following",
    Scope.ALL: "All to come",
}


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Where an appointment would stand; `starts` is wall time, `repeats` makes a series of it.

    `session` names the one that would move there, with `scope` for its series; `reset_moved` takes
    along those that were moved by themselves.
    """

    starts: datetime
    minutes: int
    clinician: str
    co_leader: str | None = None
    kind: SessionKind = SessionKind.GROUP
    group: str | None = None
    member: str | None = None
    repeats: Rule | None = None
    session: str | None = None
    scope: Scope = Scope.THIS
    reset_moved: bool = False

    @property
    def ends(self) -> datetime:
        """Wall time."""
        return self.starts + timedelta(minutes=self.minutes)


@dataclass(frozen=True)
class Verdict:
    """`refused` says why it can't be; empty where it can. Warnings stand in nobody's way."""

    refused: str = ""
    warnings: tuple[str, ...] = ()


def as_moved(
    session_id: str,
    starts: datetime,
    minutes: int,
    scope: Scope = Scope.THIS,
    *,
    clinician: str | None = None,
    reset_moved: bool = False,
) -> Candidate:
    """A session, and those of its series that go with it, at another time."""
    row = schedule.session(session_id)
    return Candidate(
        starts=starts,
        minutes=minutes,
        clinician=clinician or row.clinician,
        co_leader=row.co_leader,
        kind=row.kind,
        group=row.group,
        member=row.member,
        session=session_id,
        scope=scope,
        reset_moved=reset_moved,
    )


def check(candidate: Candidate) -> Verdict:
    """What forbids it, and what to know; changes nothing and is quick enough for every step."""
    if not 1 <= candidate.minutes <= LONGEST:
        return Verdict(BAD_LENGTH)
    whole = candidate.session if candidate.scope is not Scope.THIS else None
    moving = schedule.find(whole) if whole else None
    walls = _walls(candidate, moving)
    who = _members(candidate)
    found = booking.clashes(_asked(candidate, moving, walls, who))
    for taken in found:
        if words := _forbids(candidate, taken):
            return Verdict(words)
    warnings = (
        *_about_members(candidate, found, who),
        *_about_time(candidate, walls),
        *_about_blocks(candidate, walls),
    )
    return Verdict("", tuple(islice(dict.fromkeys(warnings), MOST_WARNINGS)))


def _asked(
    candidate: Candidate, moving: SessionRow | None, walls: list[datetime], who: frozenset[str]
) -> Asked:
    return Asked(
        walls=walls,
        minutes=candidate.minutes,
        people=frozenset(filter(None, (candidate.clinician, candidate.co_leader))),
        group=candidate.group,
        members=who,
        but=frozenset(filter(None, (candidate.session,))),
        but_series=moving.series if moving else None,
        but_since=_since(candidate, moving),
        but_moved=candidate.reset_moved,
    )


def _since(candidate: Candidate, moving: SessionRow | None) -> date:
    """From which day of its rule a series moves."""
    if moving is None or moving.occurrence is None or candidate.scope is Scope.ALL:
        return date.min
    return moving.occurrence


def _walls(candidate: Candidate, moving: SessionRow | None) -> list[datetime]:
    """The times it would take, as far ahead as times are compared."""
    rule, begin, empty = _rule(candidate, moving)
    if rule is None:
        return [candidate.starts]
    now, day = wall_now(), candidate.starts.date()
    first = now.date() if candidate.scope is Scope.ALL else max(day, now.date())
    shut = planning.closed(first, first + FARTHEST)
    days = rule.between(begin, first, first + FARTHEST)
    at, earliest = candidate.starts.time(), now - timedelta(minutes=candidate.minutes)
    walls = [datetime.combine(day, at) for day in days if day not in empty and day not in shut]
    return [wall for wall in walls if wall > earliest]


def _rule(
    candidate: Candidate, moving: SessionRow | None
) -> tuple[Rule | None, date, Collection[date]]:
    """How it would come again, from when, and on which days not: a new series, or one moved."""
    to = candidate.starts.date()
    if moving is None or moving.series is None or moving.occurrence is None:
        return candidate.repeats, to, ()
    series, day = Series.get_by_id(moving.series), moving.occurrence
    empty = following.not_taken(series, day, to, reset=candidate.reset_moved, with_it=moving.id)
    return *rules.parse(series.rule).shifted(series.starts_on, day, to), empty


def _members(candidate: Candidate) -> frozenset[str]:
    if candidate.member:
        return frozenset((candidate.member,))
    if not candidate.group:
        return frozenset()
    return roster.ids_on_day(candidate.group, candidate.starts.date())


def _forbids(candidate: Candidate, taken: Taken) -> str:
    for person in (candidate.clinician, candidate.co_leader):
        if person and person in (taken.clinician, taken.co_leader):
            return f"{user(person).name} already has {taken.words}."
    if candidate.group and candidate.group == taken.group:
        return f"This group already meets then: {taken.words}."
    return ""


def _about_members(candidate: Candidate, found: list[Taken], who: frozenset[str]) -> list[str]:
    words = []
    for taken in found:
        if taken.member in who or (taken.group and booking.enrolled_then(who, taken)):
            whose = "A member of this group"
            if candidate.member:
                whose = member(candidate.member).short_name
            words.append(f"{whose} already has {taken.words}.")
    if candidate.kind is SessionKind.GROUP and len(who) < FEWEST:
        words.append("Fewer than two members are in this group that day.")
    return words


def _about_time(candidate: Candidate, walls: list[datetime]) -> list[str]:
    zone = practice().zone
    words = [said for wall in walls if (said := clocks.told(wall, zone))]
    if candidate.ends <= wall_now() and not candidate.repeats:
        words.append("This time is over.")
    day = candidate.starts.date()
    if not candidate.repeats and (why := planning.closed(day, day).get(day)):
        words.append(f"The practice is closed that day: {why}.")
    return words


def _about_blocks(candidate: Candidate, walls: list[datetime]) -> list[str]:
    length = timedelta(minutes=candidate.minutes)
    if not walls:
        return []
    taken = blocks.between(walls[0].date(), walls[-1].date(), candidate.clinician)
    return [
        f"{one.words} is in the calendar then: {span(one.starts, one.ends)}."
        for wall in walls
        for one in taken
        if one.starts < wall + length and one.ends > wall
    ]
