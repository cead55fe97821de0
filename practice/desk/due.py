"""Who is due at a session before anybody is marked: all in the group that day and its visitors,
or the one member it is with."""

from dataclasses import dataclass

from peewee import SQL

from practice.desk import roster
from practice.desk.members import short_name
from practice.desk.schedule import SessionRow
from practice.models.enums.groups import VisitBecause
from practice.models.office import Member, Session, Visit
from practice.models.read import rows, tuples
from practice.models.seats import TAKEN


@dataclass(frozen=True, kw_only=True)
class Due:
    """One member who is due; `visits_because` says why someone comes who is not in the group."""

    member: str
    given_name: str
    family_name: str
    preferred_name: str
    visits_because: VisitBecause | None = None

    @property
    def short_name(self) -> str:
        """As `members.short_name`."""
        return short_name(self.given_name, self.family_name, self.preferred_name)


def due(session: SessionRow) -> list[Due]:
    """In the order they joined, then visitors by name; a session with one member has just that one.

    Who cancelled is among them.
    """
    if session.group is None:
        return [_due(session.member, session)]
    enrolled = roster.on_day(session.group, session.starts.date())
    inside = {one.member for one in enrolled}
    visiting = (one for one in visitors(session.id) if one.member not in inside)
    return [*(_due(one.member, one) for one in enrolled), *visiting]


def _due(member: str | None, named: SessionRow | roster.EnrolmentRow) -> Due:
    return Due(
        member=member or "",
        given_name=named.given_name,
        family_name=named.family_name,
        preferred_name=named.preferred_name,
    )


def visitors(session_id: str) -> list[Due]:
    """Who visits a session, by name."""
    query = (
        Visit.select(
            Visit.member,
            Visit.because.alias("visits_because"),
            Member.given_name,
            Member.family_name,
            Member.preferred_name,
        )
        .join(Member)
        .where(Visit.session == session_id)
        .order_by(Member.given_name, Member.family_name, Visit.id)
    )
    return rows(query, Due)


def numbers(session_ids: list[str]) -> dict[str, int]:
    """How many are still expected at each of several planned sessions: due, and not cancelled."""
    planned = Session.alias("s")
    query = planned.select(planned.id, SQL(TAKEN)).where(planned.id.in_(session_ids))
    return dict(tuples(query))
