"""Letting members come to one session of a group they are not in; desk/due.py reads who does."""

from practice.desk import schedule
from practice.desk.due import due
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.attendance import Status
from practice.models.enums.groups import VisitBecause
from practice.models.enums.sessions import SessionState
from practice.models.office import Attendance, Visit

BEGUN = "This session has begun or is over. Visitors are added in its own window then."
WITH_ONE = "This session is with one member. Place another session for someone else."
LISTED = "This member is expected at this session already."


def invite(session_id: str, member_id: str, because: VisitBecause) -> str:
    """Let a member come to one coming session of another group; returns the visit's id.

    Raises Refused when the session has begun, they are expected anyway, or no seat is free.
    """
    row = schedule.session(session_id)
    if row.group is None:
        raise Refused(WITH_ONE)
    if row.state is not SessionState.PLANNED:
        raise Refused(BEGUN)
    if any(one.member == member_id for one in due(row)):
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
