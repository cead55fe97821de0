"""A past session written down by whoever has it on paper; the front desk may be that person.

It is a late entry for good, and says so on its notes. Minutes count from the times given here, so
they are asked for and never taken from the plan; the clinician puts them right in the wrap-up.
"""

from datetime import datetime

from practice.desk import attendance, sessions
from practice.desk.absence import NOT_EXPECTED
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE


def record(session_id: str, started: datetime, stopped: datetime) -> None:
    """It was held between these wall times; everybody is still to be marked.

    Raises Refused as `sessions.record_afterwards` does.
    """
    with operation(OFFICE, "Record a past session", undoable=False):
        sessions.record_afterwards(session_id, started, stopped)
        sessions.stop(session_id)


def came(session_id: str, member_id: str, *, reason: str = "") -> None:
    """They were there from the start to the end. Raises Refused where nobody expected them."""
    seat = next((one for one in sessions.seats(session_id) if one.member == member_id), None)
    if seat is None:
        raise Refused(NOT_EXPECTED)
    attendance.mark_present(seat.id, reason=reason)
