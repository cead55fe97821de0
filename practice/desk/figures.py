"""Attendance rates over a period: of the practice, and by group, clinician, member and so on.

Counted are the rows of sessions that were held or cancelled, each in the one status it has; days
before a member joined have no row. What each rate is counted of stands in `desk/rates.py`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any

from peewee import JOIN, fn

from practice.desk.members import short_name
from practice.desk.practice import wall_now
from practice.desk.rates import Counts, OfReason
from practice.desk.rules import WEEKDAYS
from practice.errors import Refused
from practice.models.enums.attendance import MISSED_BECAUSE_WORDS, Status
from practice.models.enums.sessions import SESSION_KIND_WORDS, SessionKind, SessionState
from practice.models.office import Attendance, Group, Member, Session, User
from practice.models.read import rows, tuples

_OVER = (SessionState.HELD, SessionState.CANCELLED)
_FOR_A_REASON = (Status.NO_SHOW, Status.LATE_CANCEL, Status.CLIENT_CANCEL)
"""How a session ends for which the front desk may know why."""
NOT_GIVEN = "not-given"
_REASON_NAMES = {
    **{because.value: words for because, words in MISSED_BECAUSE_WORDS.items()},
    NOT_GIVEN: "Not given",
}


class By(Enum):
    """What figures are told apart by. Weekday and hour are those the session was planned for."""

    GROUP = "group"
    CLINICIAN = "clinician"
    MEMBER = "member"
    REASON = "reason"
    WEEKDAY = "weekday"
    HOUR = "hour"


@dataclass(frozen=True)
class Period:
    """Two days on the practice's wall, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Raises Refused where they stand the wrong way round."""
        if self.last < self.first:
            raise Refused("The last day should not come before the first.", field="last")


@dataclass(frozen=True, slots=True)
class Figure:
    """The counts of one group, clinician, member, reason, weekday or hour, with its name.

    `key` is an id, the kind of sessions with one member, a MissedBecause or `NOT_GIVEN`, a weekday
    from Monday 0, or an hour from 00 to 23.
    """

    key: str
    name: str
    counts: Counts


@dataclass(frozen=True)
class Overview:
    """The whole practice, and the same rows told apart; `open_sessions` nobody recorded yet.

    Neither members, since there may be hundreds, nor reasons, which are of missed sessions alone,
    are among `by`: ask `of_members` and `of_reasons`.
    """

    whole: Counts
    sessions: int
    open_sessions: int
    by: Mapping[By, tuple[Figure, ...]]


@dataclass(frozen=True, slots=True)
class Day:
    """How many sessions a day had, and how its rows ended."""

    sessions: int
    counts: Counts


@dataclass(frozen=True, kw_only=True, slots=True)
class Behind:
    """One member's row in one session, as a figure counts it. `starts` is wall time."""

    session: str
    starts: datetime
    kind: SessionKind
    group: str | None
    group_name: str | None
    member: str
    given_name: str
    family_name: str
    preferred_name: str
    status: Status

    @property
    def short_name(self) -> str:
        return short_name(self.given_name, self.family_name, self.preferred_name)

    @property
    def service(self) -> str:
        """The group's name, or the kind of a session with this member alone."""
        return self.group_name or SESSION_KIND_WORDS[self.kind]


_WEEKDAY = fn.strftime("%w", Session.starts).python_value(lambda sunday: str((int(sunday) + 6) % 7))
_HOUR = fn.substr(Session.starts, 12, 2).python_value(str)
_DAY = fn.substr(Session.starts, 1, 10).python_value(date.fromisoformat)
_KEYS: dict[By, Any] = {
    By.GROUP: fn.COALESCE(Session.group, Session.kind).python_value(str),
    By.CLINICIAN: Session.clinician,
    By.WEEKDAY: _WEEKDAY,
    By.HOUR: _HOUR,
}
_ALONE: dict[By, Any] = {
    By.MEMBER: Attendance.member,
    By.REASON: fn.COALESCE(Attendance.missed_because, NOT_GIVEN).python_value(str),
}


def overview(period: Period) -> Overview:
    """Every rate but the members' and the reasons', in one pass over the period's rows."""
    found: dict[By, dict[str, Counter[Status]]] = {by: defaultdict(Counter) for by in _KEYS}
    whole: Counter[Status] = Counter()
    for *keys, status, number in tuples(_counted(period, *_KEYS.values())):
        whole[status] += number
        for by, key in zip(_KEYS, keys, strict=True):
            found[by][key][status] += number
    names = _names()
    return Overview(
        whole=Counts.counted(whole),
        sessions=Session.select().where(_in(period)).count(),
        open_sessions=_open_sessions(period),
        by={by: _figures(found[by], names[by]) for by in _KEYS},
    )


def whole(period: Period) -> Counts:
    """The whole practice."""
    return Counts.counted(dict(tuples(_counted(period))))


def of_members(period: Period) -> tuple[Figure, ...]:
    """Every member with a row in the period, by name; two of one name carry their code."""
    found: dict[str, Counter[Status]] = defaultdict(Counter)
    for member, status, number in tuples(_counted(period, _ALONE[By.MEMBER])):
        found[member][status] += number
    return _figures(found, _member_names())


def of_reasons(period: Period, whole: Counts) -> tuple[Figure, ...]:
    """What members missed or cancelled, by the reason they gave; `whole` is all of the period."""
    found: dict[str, Counter[Status]] = defaultdict(Counter)
    missed = _counted(period, _ALONE[By.REASON]).where(Attendance.status.in_(_FOR_A_REASON))
    for reason, status, number in tuples(missed):
        found[reason][status] += number
    return tuple(
        Figure(key, name, replace(OfReason.counted(found[key]), whole=whole))
        for key, name in _REASON_NAMES.items()
        if key in found
    )


def days(period: Period) -> dict[date, Day]:
    """The days of the period that had sessions."""
    found: dict[date, Counter[Status]] = defaultdict(Counter)
    for day, status, number in tuples(_counted(period, _DAY)):
        found[day][status] += number
    held = Session.select(_DAY, fn.COUNT(Session.id)).where(_in(period)).group_by(_DAY)
    return {day: Day(number, Counts.counted(found[day])) for day, number in tuples(held)}


def sessions_behind(
    period: Period,
    by: By | None = None,
    key: str = "",
    *,
    statuses: Iterable[Status] = Status,
    limit: int = 200,
    offset: int = 0,
) -> list[Behind]:
    """The rows a figure was counted from, newest first; no `by` means the whole practice."""
    query = (
        Attendance.select(
            Attendance.session,
            Session.starts,
            Session.kind,
            Session.group,
            Group.name.alias("group_name"),
            Attendance.member,
            Member.given_name,
            Member.family_name,
            Member.preferred_name,
            Attendance.status,
        )
        .join(Session)
        .join(Group, JOIN.LEFT_OUTER)
        .switch(Attendance)
        .join(Member)
        .where(_in(period), Attendance.status.in_(list(statuses)), *_matches(by, key))
        .order_by(Session.starts.desc(), Attendance.session, Attendance.seat)
    )
    return rows(query.limit(limit).offset(offset), Behind)


def _matches(by: By | None, key: str) -> tuple[Any, ...]:
    if by is None:
        return ()
    if by is By.MEMBER:
        return (_ALONE[by] == key,)
    if by is By.REASON:
        return (_ALONE[by] == key, Attendance.status.in_(_FOR_A_REASON))
    if by is By.WEEKDAY:
        return (fn.strftime("%w", Session.starts) == str((int(key) + 1) % 7),)
    if by is By.HOUR:
        return (fn.substr(Session.starts, 12, 2) == key,)
    return (_KEYS[by] == key,)


def _counted(period: Period, *keys: Any) -> Any:
    """How many rows ended in each status, for each combination of the keys."""
    columns = (*keys, Attendance.status)
    query = Attendance.select(*columns, fn.COUNT(Attendance.id)).join(Session)
    return query.where(_in(period)).group_by(*columns)


def _in(period: Period) -> Any:
    begin = datetime.combine(period.first, time.min)
    end = datetime.combine(period.last, time.min) + timedelta(days=1)
    return (Session.starts >= begin) & (Session.starts < end) & Session.state.in_(_OVER)


def _open_sessions(period: Period) -> int:
    now = wall_now()
    last = min(now, datetime.combine(period.last, time.min) + timedelta(days=1))
    query = Session.select(Session.starts, Session.minutes).where(
        Session.state == SessionState.PLANNED,
        Session.starts >= datetime.combine(period.first, time.min),
        Session.starts < last,
    )
    return sum(starts + timedelta(minutes=minutes) <= now for starts, minutes in tuples(query))


def _figures(
    found: Mapping[str, Mapping[Status, int]], names: Mapping[str, str]
) -> tuple[Figure, ...]:
    """In the order of the names."""
    return tuple(
        Figure(key, name, Counts.counted(found[key])) for key, name in names.items() if key in found
    )


def _names() -> dict[By, dict[str, str]]:
    return {
        By.GROUP: {
            **dict(tuples(Group.select(Group.id, Group.name).order_by(Group.name))),
            **{kind.value: words for kind, words in SESSION_KIND_WORDS.items()},
        },
        By.CLINICIAN: dict(tuples(User.select(User.id, User.name).order_by(User.name))),
        By.WEEKDAY: {str(number): name for number, name in enumerate(WEEKDAYS)},
        By.HOUR: {f"{hour:02}": f"{hour:02}:00" for hour in range(24)},
    }


def _member_names() -> dict[str, str]:
    columns = (Member.given_name, Member.family_name, Member.preferred_name)
    found = [
        (key, code, short_name(*name))
        for key, code, *name in tuples(Member.select(Member.id, Member.code, *columns))
    ]
    shared = Counter(name for _key, _code, name in found)
    named = {key: f"{name} ({code})" if shared[name] > 1 else name for key, code, name in found}
    return dict(sorted(named.items(), key=lambda item: item[1]))
