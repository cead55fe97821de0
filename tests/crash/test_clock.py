"""The computer's clock is set back while people work: what was done keeps its order."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from practice.care import live, sign_in
from practice.desk import attendance, presence, schedule, sessions
from practice.errors import Refused
from practice.models import audit
from practice.models.base import CLINICAL, OFFICE, OPERATIONS
from practice.ui.idle import IdleWatch
from tests.build import a_full_group
from tests.conftest import Clock, Opened


@pytest.fixture
def session(opened: Opened, clock_at: Clock) -> str:
    """Running since 18:00; it is 18:20, the first member came in at 18:10, the second at 18:20."""
    _, _, session = a_full_group(opened.user_id, 3)
    clock_at.to("18:00")
    sessions.start(session)
    seats = sessions.seats(session)
    clock_at.to("18:10")
    attendance.mark_in(seats[0].id)
    clock_at.to("18:20")
    attendance.mark_in(seats[1].id)
    return session


def set_back(clock_at: Clock) -> None:
    clock_at.set(clock_at.now() - timedelta(hours=2))


def done(file: object) -> list[str]:
    table = OPERATIONS[OFFICE if file is OFFICE else CLINICAL]
    return [row.label for row in table.select().order_by(table.id)]


def test_what_was_done_keeps_its_order(opened: Opened, session: str, clock_at: Clock) -> None:
    live.write_line(session, None, "Before")
    earlier = done(OFFICE)
    set_back(clock_at)
    seat = sessions.seats(session)[2]
    attendance.mark_present(seat.id)
    attendance.unmark(seat.id)
    live.change_line(live.lines(session)[0].id, "After")
    assert done(OFFICE) == [*earlier, "Mark present", "Unmark"]
    assert done(CLINICAL)[-2:] == ["Write a line", "Change a line"]
    table = OPERATIONS[OFFICE]
    times = [row.at for row in table.select().order_by(table.id)]
    assert times[-1] < times[-3]
    sign_in.sign_out(opened.vault)
    sign_in.sign_in(opened.vault, opened.unlocked)
    assert done(OFFICE)[-4:] == ["Mark present", "Unmark", "Lock", "Sign in"]
    assert audit.verify(OFFICE) + audit.verify(CLINICAL) == []


def test_undo_takes_back_what_was_done_last(opened: Opened, session: str, clock_at: Clock) -> None:
    set_back(clock_at)
    changes: list[audit.Changes] = []
    stop = audit.subscribe(changes.append)
    attendance.mark_present(sessions.seats(session)[2].id)
    stop()
    before = sessions.seats(session)
    audit.undo(OFFICE, changes[-1].operation_id)
    assert sessions.seats(session)[:2] == before[:2]
    assert not sessions.seats(session)[2].stays


def test_nobody_goes_out_before_they_came_in(opened: Opened, session: str, clock_at: Clock) -> None:
    set_back(clock_at)
    with pytest.raises(Refused, match="time out is before the time in"):
        attendance.mark_out(sessions.seats(session)[0].id)


def test_a_session_ends_no_earlier_than_what_happened_in_it(
    opened: Opened, session: str, clock_at: Clock
) -> None:
    latest = clock_at.now()
    set_back(clock_at)
    sessions.stop(session)
    row = schedule.session(session)
    assert row.started_at is not None
    assert row.stopped_at == latest
    minutes = [
        presence.minutes(seat.stays, row.started_at, latest) for seat in sessions.seats(session)
    ]
    assert minutes == [10, 0, 0]


def test_the_lock_counts_quiet_minutes_by_a_clock_that_never_jumps(
    qtbot: QtBot, clock_at: Clock
) -> None:
    watch, locks = IdleWatch(), list[bool]()
    watch.idle.connect(lambda: locks.append(True))
    watch.start(10)
    set_back(clock_at)
    watch.look()
    clock_at.advance(minutes=9)
    watch.look()
    assert not locks
    clock_at.advance(minutes=1)
    watch.look()
    assert locks
