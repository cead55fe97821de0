"""Who belongs to a group, from when to when.

Belonging is dated, both days included, and never rewritten: leaving and coming back makes two
stretches. The database refuses an eleventh member on any day (models/guards/).
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from peewee import fn

from practice import clock
from practice.desk.members import MemberRow, short_name
from practice.desk.practice import signed_in, today, wall_now
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.attendance import Status
from practice.models.enums.groups import Intake, LeftBecause, OfferState
from practice.models.enums.practice import Role
from practice.models.enums.sessions import SessionState
from practice.models.office import (
    Attendance,
    Enrolment,
    Group,
    Member,
    Offer,
    Series,
    Session,
    Waiting,
)
from practice.models.read import rows, tuples
from practice.models.seats import GROUP_SIZE
from practice.text import clean_line

__all__ = [
    "GROUP_SIZE",
    "EnrolmentRow",
    "company",
    "end_all",
    "going_on",
    "groups_on",
    "history",
    "ids_on_day",
    "join",
    "leave",
    "move",
    "on_day",
    "sizes_on",
    "stretches_of",
    "takes_only_admitted",
]

CLINICIANS_DECIDE = "Only a clinician lets someone into a closed group. Please ask one of them."
NOT_THERE_YET = "They are not in their group before that day. Choose a later one."


@dataclass(frozen=True, kw_only=True)
class EnrolmentRow:
    """One stretch of one member in one group."""

    id: str
    group: str
    group_name: str
    member: str
    given_name: str
    family_name: str
    preferred_name: str
    joined_on: date
    left_on: date | None
    left_because: LeftBecause | None
    left_words: str
    admitted_because: str

    @property
    def short_name(self) -> str:
        return short_name(self.given_name, self.family_name, self.preferred_name)

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()


def join(group_id: str, member_id: str, on: date, *, admitted_because: str = "") -> str:
    """Put a member into a group from a day on; returns the enrolment's id.

    They wait for a place there no longer. Into a closed group that has begun only a clinician lets
    someone, and says why. Raises Refused when the group is full on any day from then, or the
    member is already in it.
    """
    why = clean_line(admitted_because, field="admitted_because")
    if why and signed_in().role is Role.FRONT_DESK:
        raise Refused(CLINICIANS_DECIDE, field="admitted_because")
    with operation(OFFICE, "Add a member to a group"):
        made = Enrolment.create(
            group=group_id, member=member_id, joined_on=on, admitted_because=why
        )
        _wait_no_more(group_id, member_id)
        return str(made.id)


def _wait_no_more(group_id: str, member_id: str) -> None:
    Waiting.delete().where(Waiting.group == group_id, Waiting.member == member_id).execute()
    Offer.update(state=OfferState.ACCEPTED, answered_at=clock.now()).where(
        Offer.group == group_id,
        Offer.member == member_id,
        Offer.session.is_null(),
        Offer.state == OfferState.OFFERED,
    ).execute()


def takes_only_admitted(group_id: str, on: date) -> bool:
    """Whether a group is closed and has begun before a day, so that joining then needs a reason."""
    if Group.get_by_id(group_id).intake is Intake.OPEN:
        return False
    first = Series.select(fn.MIN(Series.starts_on)).where(Series.group == group_id)
    return bool(first.scalar() < on)


def leave(
    enrolment_id: str, last_day: date, because: LeftBecause | None = None, words: str = ""
) -> None:
    """End a stretch; `last_day` still counts. Raises Refused if it lies before the first day.

    Why they leave is for the front desk to read. They are expected at no later session; what
    someone wrote down about one stays.
    """
    stretch = Enrolment.get_by_id(enrolment_id)
    said = clean_line(words, field="words")
    with operation(OFFICE, "Take a member out of a group"):
        changed = (
            Enrolment.update(left_on=last_day, left_because=because, left_words=said)
            .where(Enrolment.id == enrolment_id, Enrolment.left_on.is_null())
            .execute()
        )
        if not changed:
            raise Refused("This member has already left the group.")
        _expect_no_more(stretch.group_id, stretch.member_id, last_day)


def going_on(member_id: str) -> list[EnrolmentRow]:
    """The groups a member is in today or joins later."""
    day = today()
    return [one for one in stretches_of(member_id) if one.left_on is None or one.left_on >= day]


def end_all(member_id: str) -> None:
    """They are in no group from today on; for use within an operation.

    Today still counts where a session of the group has begun, or should have by now. What would
    begin later never did.
    """
    day = today()
    for stretch in going_on(member_id):
        last = day if _has_met_today(stretch.group) else day - timedelta(days=1)
        own = Enrolment.id == stretch.id
        if stretch.joined_on > last:
            Enrolment.delete().where(own).execute()
        else:
            Enrolment.update(left_on=last).where(own).execute()
        _expect_no_more(stretch.group, member_id, last)


def _has_met_today(group_id: str) -> bool:
    now = wall_now()
    begin, end = datetime.combine(now, time.min), datetime.combine(now, time.max)
    begun = Session.state.in_((SessionState.LIVE, SessionState.HELD))
    over = (Session.state == SessionState.PLANNED) & (Session.starts <= now)
    query = Session.select().where(Session.group == group_id, Session.starts.between(begin, end))
    return bool(query.where(begun | over).exists())


def move(enrolment_id: str, group_id: str, on: date, *, admitted_because: str = "") -> str:
    """From a day on in another group, in one step; returns the new enrolment's id.

    The day before is the last one in the old group. Raises Refused as `join` and `leave` do, and
    then nothing has changed.
    """
    stretch = Enrolment.get_by_id(enrolment_id)
    if stretch.group_id == group_id:
        raise Refused("They are in this group already. Choose another one.", field="group")
    if on <= stretch.joined_on:
        raise Refused(NOT_THERE_YET, field="first_day")
    with operation(OFFICE, "Move a member to another group"):
        leave(enrolment_id, on - timedelta(days=1), LeftBecause.MOVED)
        return join(group_id, stretch.member_id, on, admitted_because=admitted_because)


def _expect_no_more(group_id: str, member_id: str, last_day: date) -> None:
    after = datetime.combine(last_day + timedelta(days=1), time.min)
    to_come = Session.select(Session.id).where(
        Session.group == group_id,
        Session.state == SessionState.PLANNED,
        Session.starts >= after,
    )
    Attendance.delete().where(
        Attendance.member == member_id,
        Attendance.status == Status.UNRECORDED,
        Attendance.session.in_(to_come),
    ).execute()


def _rows() -> Any:
    return (
        Enrolment.select(
            Enrolment,
            Group.name.alias("group_name"),
            Member.given_name,
            Member.family_name,
            Member.preferred_name,
        )
        .join(Group)
        .switch(Enrolment)
        .join(Member)
        .order_by(Enrolment.joined_on, Member.given_name, Member.family_name, Enrolment.id)
    )


def _covers(day: date) -> Any:
    open_end = Enrolment.left_on.is_null() | (Enrolment.left_on >= day)
    return (Enrolment.joined_on <= day) & open_end


def on_day(group_id: str, day: date) -> list[EnrolmentRow]:
    """Those in the group on a day, in the order they joined; at most ten."""
    return rows(_rows().where(Enrolment.group == group_id, _covers(day)), EnrolmentRow)


def ids_on_day(group_id: str, day: date) -> frozenset[str]:
    """The members in the group on a day, by id."""
    query = Enrolment.select(Enrolment.member).where(Enrolment.group == group_id, _covers(day))
    return frozenset(member for (member,) in tuples(query))


def sizes_on(day: date) -> dict[str, int]:
    """How many members each group has on a day; groups without any are left out."""
    query = (
        Enrolment.select(Enrolment.group, fn.COUNT(Enrolment.id))
        .where(_covers(day))
        .group_by(Enrolment.group)
    )
    return dict(tuples(query))


def groups_on(day: date) -> dict[str, list[str]]:
    """The names of the groups each member is in on a day; members in none are left out."""
    query = (
        Enrolment.select(Enrolment.member, Group.name)
        .join(Group)
        .where(_covers(day))
        .order_by(Group.name)
    )
    found: dict[str, list[str]] = {}
    for member_id, name in tuples(query):
        found.setdefault(member_id, []).append(name)
    return found


def history(group_id: str) -> list[EnrolmentRow]:
    """Every stretch of everybody in a group, oldest first."""
    return rows(_rows().where(Enrolment.group == group_id), EnrolmentRow)


def stretches_of(member_id: str) -> list[EnrolmentRow]:
    """Every group a member was ever in, oldest first."""
    return rows(_rows().where(Enrolment.member == member_id), EnrolmentRow)


def company(member_id: str, first: date, last: date) -> list[MemberRow]:
    """Others who shared a group or a session's roster with a member between two days, by name."""
    period = (
        Enrolment.joined_on <= last,
        Enrolment.left_on.is_null() | (Enrolment.left_on >= first),
    )
    own_groups = Enrolment.select(Enrolment.group).where(Enrolment.member == member_id, *period)
    own_sessions = (
        Attendance.select(Attendance.session)
        .join(Session)
        .where(
            Attendance.member == member_id,
            Session.starts >= datetime.combine(first, time.min),
            Session.starts < datetime.combine(last + timedelta(days=1), time.min),
        )
    )
    in_groups = Enrolment.select(Enrolment.member).where(Enrolment.group.in_(own_groups), *period)
    in_sessions = Attendance.select(Attendance.member).where(Attendance.session.in_(own_sessions))
    there = Member.id.in_(in_groups) | Member.id.in_(in_sessions)
    query = Member.select().where(Member.id != member_id, there)
    return rows(query.order_by(Member.family_name, Member.given_name), MemberRow)
