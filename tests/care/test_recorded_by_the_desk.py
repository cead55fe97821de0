"""A past session the front desk wrote down is the clinician's to finish, as a late entry."""

from datetime import datetime

from practice.care import facts, waiting, wrapup
from practice.desk import absence, afterwards, attendance, schedule
from practice.models.enums.attendance import Status
from tests.build import a_full_group
from tests.conftest import ZONE, Clock, Opened


def test_it_waits_with_its_real_minutes(opened: Opened, clock_at: Clock) -> None:
    _, (dana, luis, aya), session = a_full_group(opened.user_id, 3)
    clock_at.set(datetime(2026, 11, 18, 9, 0, tzinfo=ZONE))
    afterwards.record(session, datetime(2026, 11, 17, 18, 6), datetime(2026, 11, 17, 18, 52))
    absence.record_missed(session, luis, Status.NO_SHOW)
    (waits,) = waiting.to_finish()
    assert (waits.session.id, waits.unrecorded) == (session, 2)
    attendance.mark_all_present(session)
    wrapup.open_session(session)
    told = facts.of_session(schedule.session(session))
    assert set(told) == {dana, aya}
    assert {one.minutes for one in told.values()} == {46}
    assert all(one.late_entry for one in told.values())
    (waits,) = waiting.to_finish()
    assert (waits.drafts, waits.unrecorded) == (2, 0)
    assert schedule.unrecorded() == []
