"""The practice calls a session off, or it takes place after all."""

from practice.desk import schedule, sessions
from practice.desk.notice import cancel_status
from practice.desk.practice import practice, to_wall
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.attendance import Status
from practice.models.enums.groups import OfferState
from practice.models.enums.sessions import SessionState
from practice.models.office import Attendance, Offer, Session

BEGUN = "Only a session that has not begun can be cancelled."
NOT_CANCELLED = "This session is not cancelled."


def cancel(session_id: str) -> None:
    """The practice cancels a planned session: everybody expected that day is written down so.

    What a member had said before stays on their row and counts for nothing now: nobody could have
    come (field.md, section 2). Free seats in it are on offer no more.
    """
    row = schedule.session(session_id)
    if row.state is not SessionState.PLANNED:
        raise Refused(BEGUN)
    with operation(OFFICE, "Cancel the session"):
        sessions.open_roster(row)
        _mark(Attendance.session == session_id, Status.PROVIDER_CANCEL)
        Session.update(state=SessionState.CANCELLED).where(Session.id == session_id).execute()
        Offer.update(state=OfferState.WITHDRAWN).where(
            Offer.session == session_id, Offer.state == OfferState.OFFERED
        ).execute()


def take_up_again(session_id: str) -> None:
    """A cancelled session takes place after all, at its time.

    Who had given notice before it was cancelled has cancelled by it; the others are to be marked.
    Raises Refused where the clinician has something else by now.
    """
    row = schedule.session(session_id)
    if row.state is not SessionState.CANCELLED:
        raise Refused(NOT_CANCELLED)
    hours = practice().notice_hours
    with operation(OFFICE, "Take a cancelled session up again"):
        Session.update(state=SessionState.PLANNED).where(Session.id == session_id).execute()
        for seat in sessions.seats(session_id):
            told = seat.notice_at and cancel_status(row.starts, to_wall(seat.notice_at), hours)
            _mark(Attendance.id == seat.id, told or Status.UNRECORDED)


def _mark(rows: object, status: Status) -> None:
    Attendance.update(status=status).where(rows).execute()
