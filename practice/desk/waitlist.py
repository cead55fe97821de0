"""Who waits for a place in a group, in what order."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import fn

from practice.desk.members import short_name
from practice.desk.practice import today
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.groups import OfferState
from practice.models.office import Enrolment, Group, Member, Offer, Waiting
from practice.models.read import rows, tuples


@dataclass(frozen=True, kw_only=True)
class WaitingRow:
    """One member waiting for one group; the list's order is their order."""

    id: str
    group: str
    group_name: str
    member: str
    given_name: str
    family_name: str
    preferred_name: str
    position: int
    since: date

    @property
    def short_name(self) -> str:
        return short_name(self.given_name, self.family_name, self.preferred_name)

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()


def _rows() -> Any:
    return (
        Waiting.select(
            Waiting,
            Group.name.alias("group_name"),
            Member.given_name,
            Member.family_name,
            Member.preferred_name,
        )
        .join(Group)
        .switch(Waiting)
        .join(Member)
        .order_by(Waiting.position, Waiting.since, Waiting.id)
    )


def of_group(group_id: str) -> list[WaitingRow]:
    """Who waits for a group, the next in line first."""
    return rows(_rows().where(Waiting.group == group_id), WaitingRow)


def of_member(member_id: str) -> list[tuple[WaitingRow, int]]:
    """Every group a member waits for, each with their place in line from 1."""
    own = rows(_rows().where(Waiting.member == member_id), WaitingRow)
    return [(row, _place(of_group(row.group), row.id) + 1) for row in own]


def sizes() -> dict[str, int]:
    """How many wait for each group; groups nobody waits for are left out."""
    query = Waiting.select(Waiting.group, fn.COUNT(Waiting.id)).group_by(Waiting.group)
    return dict(tuples(query))


def put_on(group_id: str, member_id: str) -> str:
    """Put a member at the end of a group's waitlist; returns the row's id.

    Raises Refused when they wait already, or are in the group today or later.
    """
    if Waiting.get_or_none(Waiting.group == group_id, Waiting.member == member_id):
        raise Refused("This member is on the waitlist already.", field="member")
    here_on = Enrolment.left_on.is_null() | (Enrolment.left_on >= today())
    own = Enrolment.group == group_id, Enrolment.member == member_id
    if Enrolment.select().where(*own, here_on).exists():
        raise Refused("This member is in the group already, or joins it later.", field="member")
    with operation(OFFICE, "Put a member on a waitlist"):
        last = Waiting.select(fn.MAX(Waiting.position)).where(Waiting.group == group_id).scalar()
        row = Waiting.create(
            group=group_id, member=member_id, position=(last or 0) + 1, since=today()
        )
        return str(row.id)


def take_off(waiting_id: str) -> None:
    """They wait no longer; what they were offered and did not answer is withdrawn."""
    row = Waiting.get_by_id(waiting_id)
    with operation(OFFICE, "Take a member off a waitlist"):
        Offer.update(state=OfferState.WITHDRAWN).where(
            Offer.group == row.group_id,
            Offer.member == row.member_id,
            Offer.state == OfferState.OFFERED,
        ).execute()
        row.delete_instance()


def move(waiting_id: str, by: int) -> None:
    """Up the list with -1, down with 1; at its end nothing happens."""
    row = Waiting.get_by_id(waiting_id)
    line = of_group(row.group_id)
    place = _place(line, waiting_id) + by
    if not 0 <= place < len(line):
        return
    other = line[place]
    with operation(OFFICE, "Change the order of a waitlist"):
        Waiting.update(position=other.position).where(Waiting.id == waiting_id).execute()
        Waiting.update(position=row.position).where(Waiting.id == other.id).execute()


def _place(line: list[WaitingRow], waiting_id: str) -> int:
    return next(number for number, row in enumerate(line) if row.id == waiting_id)
