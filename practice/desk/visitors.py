"""Members who come to one session of a group they are not in, and who is on a session's list."""

from dataclasses import dataclass

from peewee import fn

from practice.desk import roster, schedule
from practice.desk.members import short_name
from practice.desk.roster import EnrolmentRow
from practice.desk.schedule import SessionRow
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums import SessionState, Status, VisitBecause
from practice.models.office import Attendance, Member, Visit
from practice.models.read import rows, tuples

BEGUN = "This session has begun or is over. Visitors are added in its own window then."
LISTED = "This member is expected at this session already."


@dataclass(frozen=True, kw_only=True)
class Visitor:
    """One visitor of one session."""

    id: str
    session: str
    member: str
    given_name: str
    family_name: str
    preferred_name: str
    because: VisitBecause

    @property
    def short_name(self) -> str:
        return short_name(self.given_name, self.family_name, self.preferred_name)

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()


def of_session(session_id: str) -> list[Visitor]:
    """The session's visitors, by name."""
    query = (
        Visit.select(Visit, Member.given_name, Member.family_name, Member.preferred_name)
        .join(Member)
        .where(Visit.session == session_id)
        .order_by(Member.given_name, Member.family_name, Visit.id)
    )
    return rows(query, Visitor)


def counts(session_ids: list[str]) -> dict[str, int]:
    """How many visitors each session has; sessions without any are left out."""
    query = Visit.select(Visit.session, fn.COUNT(Visit.id)).where(Visit.session.in_(session_ids))
    return dict(tuples(query.group_by(Visit.session)))


def listed(row: SessionRow) -> list[EnrolmentRow | Visitor]:
    """Who is on a session's list, cancelled or not: those in the group that day, then visitors."""
    enrolled = roster.on_day(row.group, row.starts.date())
    inside = {one.member for one in enrolled}
    return [*enrolled, *(one for one in of_session(row.id) if one.member not in inside)]


def invite(session_id: str, member_id: str, because: VisitBecause) -> str:
    """Let a member come to one coming session of another group; returns the visit's id.

    Raises Refused when the session has begun, they are expected anyway, or no seat is free.
    """
    row = schedule.session(session_id)
    if row.state is not SessionState.PLANNED:
        raise Refused(BEGUN)
    if any(person.member == member_id for person in listed(row)):
        raise Refused(LISTED, field="member")
    with operation(OFFICE, "Add a visitor to a session"):
        return note(session_id, member_id, because)


def note(session_id: str, member_id: str, because: VisitBecause) -> str:
    """Write a visit down, inside an operation of whoever lets them in; returns its id."""
    return str(Visit.create(session=session_id, member=member_id, because=because).id)


def take_off(session_id: str, member_id: str) -> None:
    """They will not visit after all; raises Refused once the session has begun.

    Someone who cancelled is marked so instead; what is written down about them stays.
    """
    if schedule.session(session_id).state is not SessionState.PLANNED:
        raise Refused(BEGUN)
    with operation(OFFICE, "Take a visitor off a session"):
        Attendance.delete().where(
            Attendance.session == session_id,
            Attendance.member == member_id,
            Attendance.status == Status.UNRECORDED,
        ).execute()
        Visit.delete().where(Visit.session == session_id, Visit.member == member_id).execute()
