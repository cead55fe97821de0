"""Archiving a former member: out of the lists, and what would go on without them ends.

What was stays as it is, and everything about them stays on record.
"""

from typing import Any

from practice.desk import following, meetings, planning, roster, rules, toplace, visitors, waitlist
from practice.desk.practice import today, wall_now
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.sessions import SESSION_KIND_WORDS, SessionState
from practice.models.office import Group, Member, Series, Session, Visit
from practice.models.read import tuples


def ending(member_id: str) -> tuple[str, ...]:
    """What archiving would end, each in words; empty where nothing goes on."""
    series = _series(member_id)
    own = {one.id for one in series}
    single = sum(session.series_id not in own for session in _appointments(member_id))
    return (
        *(stretch.group_name for stretch in roster.going_on(member_id)),
        *(f"{SESSION_KIND_WORDS[one.kind]}, {meetings.when(one)}" for one in series),
        *(("one appointment to come",) if single == 1 else ()),
        *((f"{single} appointments to come",) if single > 1 else ()),
        *(f"a visit to {name}" for _session, name in _visits(member_id)),
        *(f"the waitlist of {row.group_name}" for row, _place in waitlist.of_member(member_id)),
        *(("their place on To place",) if toplace.waits(member_id) else ()),
    )


def archive(member_id: str) -> None:
    """Take a former member out of the lists, and end what `ending` names, in one step.

    They are in no group from today on (`roster.end_all`), and their own sessions to come are gone;
    those about which somebody wrote something down stay on record as cancelled.
    """
    with operation(OFFICE, "Archive a member"):
        Member.update(archived=True).where(Member.id == member_id).execute()
        for series in _series(member_id):
            following.end(series, today())
        planning.take_out(_appointments(member_id))
        for session_id, _name in _visits(member_id):
            visitors.take_off(session_id, member_id)
        for row, _place in waitlist.of_member(member_id):
            waitlist.take_off(row.id)
        for waiting in toplace.waiting():
            if waiting.member == member_id:
                toplace.settle(waiting.id)
        roster.end_all(member_id)


def bring_back(member_id: str) -> None:
    """Back into the lists. What ended stays ended; Undo right after archiving brings all back."""
    with operation(OFFICE, "Bring a member back"):
        Member.update(archived=False).where(Member.id == member_id).execute()


def _series(member_id: str) -> list[Series]:
    """Their own series that go on."""
    day = today()
    found = Series.select().where(Series.member == member_id)
    return [one for one in found if rules.parse(one.rule).goes_on(one.starts_on, day)]


def _appointments(member_id: str) -> list[Session]:
    """Their own planned sessions that have not begun, of a series or not."""
    return list(Session.select().where(Session.member == member_id, *_to_come()))


def _visits(member_id: str) -> list[tuple[str, str]]:
    """The coming sessions of other groups they would visit, each with the group's name."""
    query = Visit.select(Visit.session, Group.name).join(Session).join(Group)
    return list(tuples(query.where(Visit.member == member_id, *_to_come())))


def _to_come() -> tuple[Any, ...]:
    return Session.state == SessionState.PLANNED, Session.starts > wall_now()
