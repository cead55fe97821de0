"""Who belongs to a group, from when to when.

Belonging is dated, both days included, and never rewritten: leaving and coming back makes two
stretches. The database refuses an eleventh member on any day (models/guards.py).
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from peewee import fn

from practice.desk.members import MemberRow, short_name
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums import SessionState, Status
from practice.models.guards import GROUP_SIZE
from practice.models.office import Attendance, Enrolment, Group, Member, Session
from practice.models.read import rows, tuples

__all__ = [
    "GROUP_SIZE",
    "EnrolmentRow",
    "company",
    "groups_on",
    "history",
    "join",
    "leave",
    "on_day",
    "sizes_on",
    "stretches_of",
]


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

    @property
    def short_name(self) -> str:
        return short_name(self.given_name, self.family_name, self.preferred_name)


def join(group_id: str, member_id: str, on: date) -> str:
    """Put a member into a group from a day on; returns the enrolment's id.

    Raises Refused when the group is full on any day from then, or the member is already in it.
    """
    with operation(OFFICE, "Add a member to a group"):
        return str(Enrolment.create(group=group_id, member=member_id, joined_on=on).id)


def leave(enrolment_id: str, last_day: date) -> None:
    """End a stretch; `last_day` still counts. Raises Refused if it lies before the first day.

    They are expected at no later session; what someone wrote down about one stays.
    """
    stretch = Enrolment.get_by_id(enrolment_id)
    with operation(OFFICE, "Take a member out of a group"):
        changed = (
            Enrolment.update(left_on=last_day)
            .where(Enrolment.id == enrolment_id, Enrolment.left_on.is_null())
            .execute()
        )
        if not changed:
            raise Refused("This member has already left the group.")
        _expect_no_more(stretch, last_day)


def _expect_no_more(stretch: Enrolment, last_day: date) -> None:
    after = datetime.combine(last_day + timedelta(days=1), time.min)
    to_come = Session.select(Session.id).where(
        Session.group == stretch.group_id,
        Session.state == SessionState.PLANNED,
        Session.starts >= after,
    )
    Attendance.delete().where(
        Attendance.member == stretch.member_id,
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
