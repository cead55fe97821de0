"""Placing, moving, changing and cancelling appointments: one of them, those to come, or all.

What has begun, was held or was cancelled never moves. A session moved by itself keeps its place
under a later change of its series unless that change resets it.
"""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from practice.desk import calling_off, following, planning, rules, schedule
from practice.desk.checking import SCOPE_WORDS, Candidate, Scope, Verdict, as_moved, check
from practice.desk.entry import cleaned
from practice.desk.links import check_link
from practice.desk.planning import AHEAD, COPIED
from practice.desk.practice import wall_now
from practice.desk.rules import Rule
from practice.desk.schedule import SessionRow
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.attendance import Mode
from practice.models.enums.sessions import SessionKind, SessionState
from practice.models.office import Series, Session, User

__all__ = [
    "SCOPE_WORDS",
    "Candidate",
    "How",
    "NewAppointment",
    "Scope",
    "Verdict",
    "as_moved",
    "begin",
    "cancel",
    "change",
    "check",
    "check_beside",
    "how",
    "move",
    "place",
    "rearrange",
    "repeat",
    "rule_of",
    "walk_in",
]
NOT_PLANNED = "This session has begun, was held or was cancelled, so it stays as it is."
STEP = 5
"""Minutes to which a walk-in's start is rounded down."""


@dataclass(frozen=True, kw_only=True)
class NewAppointment(Candidate):
    """An appointment to place: a group's session, or one with one member.

    Only a group's says what it is about: the schedule is read at the front desk.
    """

    mode: Mode = Mode.VIDEO
    platform: str = ""
    link: str = ""
    passcode: str = ""
    technique: str = ""


@dataclass(frozen=True, kw_only=True)
class How:
    """Who leads a session, and how it is held."""

    clinician: str
    co_leader: str | None = None
    mode: Mode = Mode.VIDEO
    platform: str = ""
    link: str = ""
    passcode: str = ""
    technique: str = ""


def place(new: NewAppointment) -> str:
    """Put it into the calendar; returns the id of its session, of a series the first to come.

    Raises Refused where `check` does, and at the field that is wrong.
    """
    new = cleaned(new)
    check_link(new.link)
    _check_whose(new)
    if new.repeats is None:
        _allow(new)
        with operation(OFFICE, "Place an appointment"):
            return _place_one(new)
    with operation(OFFICE, "Place a series"):
        placed = begin(new, new.repeats)
        if not placed:
            raise Refused("This series has no day to come.", field="rule")
        return placed[0]


def _check_whose(new: NewAppointment) -> None:
    if new.kind is SessionKind.GROUP and not new.group:
        raise Refused("Please choose the group.", field="group")
    if new.kind is not SessionKind.GROUP and not new.member:
        raise Refused("Please choose the member.", field="member")
    check_beside(new.clinician, new.co_leader)


def check_beside(clinician: str, co_leader: str | None) -> None:
    """Raise Refused where the one who leads beside the clinician is the clinician."""
    if co_leader and co_leader == clinician:
        raise Refused("The co-leader should be someone else.", field="co_leader")


def _allow(candidate: Candidate) -> None:
    if refused := check(candidate).refused:
        raise Refused(refused, field="starts")


def _place_one(new: NewAppointment) -> str:
    place = User.get_by_id(new.clinician).location
    made = Session.create(
        **_values(new), starts=new.starts, clinician_location=place, occurrence=None
    )
    return str(made.id)


def begin(new: NewAppointment, rule: Rule) -> list[str]:
    """Begin a series; returns the ids of its sessions to come. For use within an operation."""
    _allow(replace(new, repeats=rule))
    first = new.starts.date()
    until = max(first, wall_now().date()) + AHEAD
    series = Series.create(
        **_values(new), starts_on=first, time=new.starts.time(), rule=rule.text, planned_until=until
    )
    return planning.fill(series, first, until)


def _values(new: NewAppointment) -> dict[str, Any]:
    group = new.group if new.kind is SessionKind.GROUP else None
    member = None if new.kind is SessionKind.GROUP else new.member
    own = {name: getattr(new, name) for name in ("kind", "minutes", *COPIED)}
    return {**own, "group": group, "member": member}


def walk_in(member: str, clinician: str, minutes: int, kind: SessionKind) -> str:
    """Someone is here now: a session with this one member, from this minute; returns its id.

    To put them into a group's session of today instead, see `sessions.add_person`.
    """
    now = wall_now()
    starts = now.replace(minute=now.minute // STEP * STEP, second=0, microsecond=0)
    return place(
        NewAppointment(
            kind=kind,
            member=member,
            clinician=clinician,
            starts=starts,
            minutes=minutes,
            mode=Mode.IN_PERSON,
        )
    )


def move(
    session_id: str,
    starts: datetime,
    minutes: int,
    scope: Scope,
    *,
    clinician: str | None = None,
    reset_moved: bool = False,
) -> None:
    """Put a planned session, and those of its series in `scope`, at another time.

    Their wall time is that of `starts`; their day shifts as this one's does. Those moved by
    themselves before keep their place unless `reset_moved`. Raises Refused where `check` does.
    """
    row = _planned(session_id)
    _allow(
        as_moved(session_id, starts, minutes, scope, clinician=clinician, reset_moved=reset_moved)
    )
    leads = {"clinician": clinician} if clinician else {}
    with operation(OFFICE, "Move an appointment" if _alone(row, scope) else "Move a series"):
        if _alone(row, scope):
            what = {"starts": starts, "minutes": minutes, "moved": row.series is not None}
            Session.update(**what, **leads).where(Session.id == session_id).execute()
            return
        series, day = _from(row, scope)
        following.shift(
            series, day, starts, minutes, leads=leads, reset=reset_moved, with_it=session_id
        )


def change(session_id: str, to: How, scope: Scope) -> None:
    """Who leads a planned session, and how it is held, for those in `scope`.

    What somebody set otherwise for a single session stays. Raises Refused at the field that is
    wrong, or where the clinician is taken.
    """
    row, to = _planned(session_id), cleaned(to)
    check_link(to.link)
    check_beside(to.clinician, to.co_leader)
    changed = {f.name: getattr(to, f.name) for f in fields(to)}
    changed = {name: value for name, value in changed.items() if value != getattr(row, name)}
    if not changed:
        return
    starts = row.starts if _alone(row, scope) else _slot(row)
    asked = as_moved(session_id, starts, row.minutes, scope, clinician=to.clinician)
    if {"clinician", "co_leader"} & changed.keys():
        _allow(replace(asked, co_leader=to.co_leader))
    with operation(OFFICE, "Change an appointment"):
        if _alone(row, scope):
            Session.update(**changed).where(Session.id == session_id).execute()
            return
        series, _ = _from(row, scope)
        Session.update(**changed).where(Session.id == session_id).execute()
        following.copied(series, changed)


def rearrange(session_id: str, starts: datetime, minutes: int, to: How, scope: Scope) -> None:
    """As `move` and `change`, in one step."""
    row = schedule.session(session_id)
    if (starts, minutes) == (row.starts, row.minutes):
        change(session_id, to, scope)
        return
    leads = to.clinician if to.clinician != row.clinician else None
    with operation(OFFICE, "Change an appointment"):
        move(session_id, starts, minutes, scope, clinician=leads)
        change(session_id, to, scope)


def repeat(session_id: str, rule: Rule) -> None:
    """From a planned session on, let it come again by a rule: a new one, or another one."""
    row = _planned(session_id)
    asked = as_moved(session_id, row.starts, row.minutes, clinician=row.clinician)
    with operation(OFFICE, "Change how an appointment comes again"):
        if row.series is None:
            _allow(replace(asked, repeats=rule))
            _begin_series(row, rule)
            return
        series, day = _from(row, Scope.FOLLOWING)
        following.by_rule(series, rule, day)


def _begin_series(row: SessionRow, rule: Rule) -> None:
    day, until = row.starts.date(), max(row.starts.date(), wall_now().date()) + AHEAD
    own = ("kind", "group", "member", "minutes", *COPIED)
    series = Series.create(
        **{name: getattr(row, name) for name in own},
        starts_on=day,
        time=row.starts.time(),
        rule=rule.text,
        planned_until=until,
    )
    Session.update(series=series.id, occurrence=day).where(Session.id == row.id).execute()
    planning.fill(series, day, until)


def cancel(session_id: str, scope: Scope) -> None:
    """The practice cancels a planned session; with a wider scope its series ends before it.

    One alone stays on record as cancelled. Of a series that ends, the sessions to come are gone,
    this one too; where somebody had cancelled already they stay on record as cancelled.
    """
    row = _planned(session_id)
    if _alone(row, scope):
        calling_off.cancel(session_id)
        return
    series = Series.get_by_id(row.series)
    day = row.occurrence or row.starts.date()
    if scope is Scope.ALL:
        day = min((one.occurrence for one in planning.coming(series)), default=day)
    with operation(OFFICE, "End a series"):
        following.end(series, day)


def rule_of(session_id: str) -> Rule | None:
    """How the session comes again; None for one of no series."""
    row = schedule.session(session_id)
    return rules.parse(Series.get_by_id(row.series).rule) if row.series else None


def how(row: SessionRow) -> How:
    """Who leads it and how it is held, for a form."""
    return How(**{field.name: getattr(row, field.name) for field in fields(How)})


def _planned(session_id: str) -> SessionRow:
    row = schedule.session(session_id)
    if row.state is not SessionState.PLANNED:
        raise Refused(NOT_PLANNED)
    return row


def _alone(row: SessionRow, scope: Scope) -> bool:
    return scope is Scope.THIS or row.series is None or row.occurrence is None


def _slot(row: SessionRow) -> datetime:
    """Where the series has this session, wherever it was moved to."""
    series = Series.get_by_id(row.series)
    return datetime.combine(row.occurrence or row.starts.date(), series.time)


def _from(row: SessionRow, scope: Scope) -> tuple[Series, date]:
    """The series the change is for, and this session's day in its rule."""
    series, day = Series.get_by_id(row.series), row.occurrence
    if day is None:
        raise ValueError("a session of a series has its day")
    return (following.part(series, day) if scope is Scope.FOLLOWING else series), day
