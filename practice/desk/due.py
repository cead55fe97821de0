"""Who is due at a session before anybody is marked: the group's members that day, or the one."""

from dataclasses import dataclass
from typing import Any

from peewee import fn

from practice.desk import roster
from practice.desk.members import short_name
from practice.desk.schedule import SessionRow
from practice.models.enums import SessionKind
from practice.models.office import Enrolment, Session
from practice.models.read import tuples

_DAY = fn.substr(Session.starts, 1, 10)


@dataclass(frozen=True, kw_only=True)
class Due:
    """One member who is due."""

    member: str
    given_name: str
    family_name: str
    preferred_name: str

    @property
    def short_name(self) -> str:
        """As `members.short_name`."""
        return short_name(self.given_name, self.family_name, self.preferred_name)


def due(session: SessionRow) -> list[Due]:
    """In the order they joined; a session with one member has just that one."""
    if session.group is None:
        return [_due(session.member, session)]
    enrolled = roster.on_day(session.group, session.starts.date())
    return [_due(one.member, one) for one in enrolled]


def _due(member: str | None, named: SessionRow | roster.EnrolmentRow) -> Due:
    return Due(
        member=member or "",
        given_name=named.given_name,
        family_name=named.family_name,
        preferred_name=named.preferred_name,
    )


def numbers(session_ids: list[str]) -> dict[str, int]:
    """How many are due at each of several sessions; those with nobody are left out."""
    covers = (Enrolment.joined_on <= _DAY) & (
        Enrolment.left_on.is_null() | (Enrolment.left_on >= _DAY)
    )
    enrolled = (
        Session.select(Session.id, fn.COUNT(Enrolment.id))
        .join(Enrolment, on=(Enrolment.group == Session.group) & covers)
        .where(Session.id.in_(session_ids))
        .group_by(Session.id)
    )
    return {**dict(tuples(enrolled)), **dict.fromkeys(_with_one(session_ids), 1)}


def _with_one(session_ids: list[str]) -> list[Any]:
    query = Session.select(Session.id).where(
        Session.id.in_(session_ids), Session.kind != SessionKind.GROUP
    )
    return [session_id for (session_id,) in tuples(query)]
