"""What members missed, as far as the rules of the outreach board follow it up.

The joins are CROSS where SQLite shall walk the days asked for, not every no-show of all years.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from peewee import JOIN, fn

from practice.desk import outreach_rules
from practice.desk.practice import today
from practice.models.enums.attendance import Status
from practice.models.enums.outreach import Follow
from practice.models.enums.sessions import SESSION_KIND_WORDS, SessionKind
from practice.models.office import Attendance, Group, Outreach, OutreachMiss, Session
from practice.models.read import plain, rows, tuples

LOOKS_BACK = timedelta(weeks=52)
"""How far back the board looks at most; what was missed before is in the figures alone."""
RUN_BACK = timedelta(weeks=26)
"""How far before the oldest open miss a run of misses is followed."""


@dataclass(frozen=True, kw_only=True)
class Missed:
    """One missed session. `starts` is wall time; no `status` means they are not on its roster."""

    session: str
    member: str
    starts: datetime
    group: str | None
    group_name: str | None
    kind: SessionKind
    clinician: str
    status: Status | None
    in_a_row: int = 1
    follows: frozenset[Follow] = frozenset()

    @property
    def service(self) -> str:
        """The group's name, or the kind of a session with this member alone."""
        return self.group_name or SESSION_KIND_WORDS[self.kind]

    @property
    def taken_back(self) -> bool:
        """Whether attendance no longer says that this was missed."""
        return self.status not in outreach_rules.MISSED


def of_attendance(member_id: str = "") -> dict[str, list[Missed]]:
    """By member, oldest first: what a rule follows up and no closed row was about."""
    rules = outreach_rules.rules()
    candidates = _candidates(frozenset[Status]().union(*(r.statuses for r in rules)), member_id)
    if not candidates:
        return {}
    members = {one.member for one in candidates}
    said: dict[tuple[str, str], outreach_rules.Miss] = {}
    for member, history in _histories(members, min(one.starts for one in candidates)).items():
        found = outreach_rules.misses([status for _session, status in history], rules)
        said |= {(member, s): miss for (s, _status), miss in zip(history, found, strict=True)}
    followed = [
        replace(one, in_a_row=miss.in_a_row, follows=miss.follows)
        for one in candidates
        if (miss := said[one.member, one.session]).follows
    ]
    return {m: list(each) for m, each in groupby(_by_member(followed), key=lambda one: one.member)}


def _by_member(found: Iterable[Missed]) -> list[Missed]:
    return sorted(found, key=lambda one: (one.member, one.starts))


def _candidates(statuses: frozenset[Status], member_id: str) -> list[Missed]:
    closed = (
        OutreachMiss.select(OutreachMiss.id)
        .join(Outreach)
        .where(
            OutreachMiss.session == Attendance.session,
            Outreach.member == Attendance.member,
            Outreach.closed_at.is_null(is_null=False),
        )
    )
    query = _sessions(member_id).where(
        Session.starts >= datetime.combine(_first_day(), time.min),
        Attendance.status.in_(list(statuses)),
        ~fn.EXISTS(closed),
    )
    return rows(query.where(Attendance.member == member_id) if member_id else query, Missed)


def _sessions(member_id: str) -> Any:
    """Everybody's sessions, or one member's, as `Missed` holds them: missed or not."""
    return (
        Session.select(
            Attendance.session,
            Attendance.member,
            Session.starts,
            Session.group,
            Group.name.alias("group_name"),
            Session.kind,
            Session.clinician,
            Attendance.status,
        )
        .join(Attendance, _way(member_id))
        .switch(Session)
        .join(Group, JOIN.LEFT_OUTER)
        .where(Attendance.session == Session.id)
    )


def _way(member_id: str) -> str:
    """SQLite begins with the days for everybody, and with the rows of one member for one."""
    return JOIN.INNER if member_id else JOIN.CROSS


def run_of(newest: Missed) -> list[Missed]:
    """All the sessions in a row that were missed up to this one, oldest first.

    Those that a closed row was about, or that were missed before the board began, are among them.
    """
    if newest.in_a_row < 2:
        return [newest]
    query = _sessions(newest.member).where(
        Attendance.member == newest.member,
        Session.starts.between(newest.starts - LOOKS_BACK, newest.starts),
    )
    past = rows(query.order_by(Session.starts), Missed)
    statuses = [one.status for one in past if one.status]
    counts = outreach_rules.counted(statuses, outreach_rules.rules())
    return [one for one in past if one.status in counts][-newest.in_a_row :]


def _first_day() -> date:
    longest = today() - LOOKS_BACK
    return max(longest, outreach_rules.policy().since or longest)


def _histories(members: set[str], first: datetime) -> dict[str, list[tuple[str, Status]]]:
    """Each member's sessions, oldest first."""
    alone = next(iter(members)) if len(members) == 1 else ""
    query = (
        Session.select(Attendance.member, Attendance.session, Attendance.status)
        .join(Attendance, _way(alone))
        .where(
            Attendance.session == Session.id,
            Attendance.member == alone if alone else plain(Attendance.member).in_(list(members)),
            Session.starts >= first - RUN_BACK,
        )
        .order_by(Session.starts)
    )
    found: dict[str, list[tuple[str, Status]]] = {}
    for member, session, status in tuples(query):
        found.setdefault(member, []).append((session, status))
    return found


@dataclass(frozen=True, kw_only=True)
class _Kept(Missed):
    outreach: str


def of_rows(ids: list[str]) -> dict[str, list[Missed]]:
    """By stored row: its sessions with what attendance says of them now."""
    now = (Attendance.session == OutreachMiss.session) & (Attendance.member == Outreach.member)
    query = (
        OutreachMiss.select(
            OutreachMiss.outreach,
            OutreachMiss.session,
            Outreach.member,
            Session.starts,
            Session.group,
            Group.name.alias("group_name"),
            Session.kind,
            Session.clinician,
            Attendance.status,
        )
        .join(Outreach)
        .switch(OutreachMiss)
        .join(Session)
        .join(Group, JOIN.LEFT_OUTER)
        .join(Attendance, JOIN.LEFT_OUTER, on=now)
        .where(OutreachMiss.outreach.in_(ids))
    )
    found: dict[str, list[Missed]] = {}
    for kept in rows(query, _Kept):
        found.setdefault(kept.outreach, []).append(kept)
    return found
