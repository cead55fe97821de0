"""What is free for those who wait: seats somebody cancelled, and places in groups.

Only groups somebody waits for, that meet on and that take people, have openings. A place is free
from the first day on which there is room for good. Those who said no to it, or did not answer,
are passed over until something else becomes free; a person may ask them again all the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from peewee import fn

from practice.desk import due, groups, schedule, waitlist
from practice.desk.groups import GroupRow
from practice.desk.practice import today, wall_now
from practice.desk.waitlist import WaitingRow
from practice.models.enums.attendance import FREES_SEAT
from practice.models.enums.groups import Intake, OfferState
from practice.models.enums.sessions import SessionState
from practice.models.office import Attendance, Enrolment, Offer, Session
from practice.models.read import tuples
from practice.models.seats import GROUP_SIZE

_NOT_TAKEN = (OfferState.DECLINED, OfferState.EXPIRED)
AHEAD = timedelta(days=35)
"""How far ahead seats are offered."""
_NEXT_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Opening:
    """`free` seats of one session, or without one, `free` places in the group from `first_day`.

    What is offered already is not counted. `candidates` wait for the group and can be asked, in
    line; `next` is the first of them who was not asked yet. `starts` is wall time.
    """

    group: str
    group_name: str
    session: str | None
    starts: datetime | None
    first_day: date
    free: int
    next: WaitingRow | None
    candidates: tuple[WaitingRow, ...]


@dataclass(frozen=True)
class _Free:
    """Something free, before anybody is looked for. Offers older than `since` were for another."""

    session: str | None
    starts: datetime | None
    first_day: date
    number: int
    since: date


@dataclass(frozen=True)
class _Asked:
    session: str | None
    member: str
    first_day: date
    state: OfferState


def openings(group_id: str | None = None) -> list[Opening]:
    """Everything free for somebody, seats of coming sessions in their order, then places."""
    wanted = [groups.group(key) for key in ([group_id] if group_id else waitlist.sizes())]
    found = [one for group in wanted if _takes_people(group) for one in _of(group)]
    return sorted(found, key=lambda one: (one.session is None, str(one.starts), one.group_name))


def find(group_id: str, session_id: str | None) -> Opening | None:
    """One opening, if it is still there."""
    return next((one for one in openings(group_id) if one.session == session_id), None)


def _takes_people(group: GroupRow) -> bool:
    meets = group.ends_on is None or group.ends_on >= today()
    return meets and (group.intake is Intake.OPEN or group.starts_on >= today())


def _of(group: GroupRow) -> list[Opening]:
    line = waitlist.of_group(group.id)
    columns = (Offer.session, Offer.member, Offer.first_day, Offer.state)
    asked = [_Asked(*row) for row in tuples(Offer.select(*columns).where(Offer.group == group.id))]
    found = [_opening(group, free, line, asked) for free in (*_seats(group), *_places(group))]
    return [one for one in found if line and one.free > 0]


def _opening(
    group: GroupRow, free: _Free, line: list[WaitingRow], asked: Sequence[_Asked]
) -> Opening:
    own = [one for one in asked if one.session == free.session]
    pending = {one.member for one in own if one.state is OfferState.OFFERED}
    passed = {one.member for one in own if one.state in _NOT_TAKEN and one.first_day >= free.since}
    there = _listed(free.session) if free.session else set()
    candidates = tuple(row for row in line if row.member not in pending | there)
    return Opening(
        group=group.id,
        group_name=group.name,
        session=free.session,
        starts=free.starts,
        first_day=free.first_day,
        free=free.number - len(pending),
        next=next((row for row in candidates if row.member not in passed), None),
        candidates=candidates,
    )


def _listed(session_id: str) -> set[str]:
    return {person.member for person in due.due(schedule.session(session_id))}


def _seats(group: GroupRow) -> list[_Free]:
    """Coming sessions that somebody cancelled."""
    now = wall_now()
    cancelled = Attendance.select(Attendance.id).where(
        Attendance.session == Session.id, Attendance.status.in_(FREES_SEAT)
    )
    query = Session.select(Session.id, Session.starts).where(
        Session.group == group.id,
        Session.state == SessionState.PLANNED,
        Session.starts > now,
        Session.starts < now + AHEAD,
        fn.EXISTS(cancelled),
    )
    coming = tuples(query.order_by(Session.starts))
    taken = due.numbers([key for key, _starts in coming])
    return [
        _Free(key, starts, starts.date(), GROUP_SIZE - taken[key], date.min)
        for key, starts in coming
    ]


def _places(group: GroupRow) -> list[_Free]:
    query = Enrolment.select(Enrolment.joined_on, Enrolment.left_on)
    stretches = tuples(query.where(Enrolment.group == group.id))
    first_day = room_for_good(stretches, max(today(), group.starts_on))
    if first_day is None:
        return []
    number = GROUP_SIZE - max(_sizes(stretches, first_day).values())
    over = [left + _NEXT_DAY for _joined, left in stretches if left is not None]
    since = max((day for day in over if day <= first_day), default=date.min)
    return [_Free(None, None, first_day, number, since)]


def room_for_good(stretches: Iterable[tuple[date, date | None]], start: date) -> date | None:
    """The first day, `start` or later, from which one more could stay; None if never."""
    sizes = _sizes(list(stretches), start)
    full = [day for day, size in sizes.items() if size >= GROUP_SIZE]
    if not full:
        return start
    return min((day for day in sizes if day > max(full)), default=None)


def _sizes(stretches: Sequence[tuple[date, date | None]], start: date) -> dict[date, int]:
    """How many are in the group on `start` and on every later day on which that changes."""
    days = {start, *(joined for joined, _left in stretches)}
    days |= {left + _NEXT_DAY for _joined, left in stretches if left is not None}
    return {
        day: sum(joined <= day <= (left or date.max) for joined, left in stretches)
        for day in sorted(days)
        if day >= start
    }
