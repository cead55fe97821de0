"""The computer's clock is set back while people work: what was done keeps its order."""

from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from practice.care import live, sign_in
from practice.desk import attendance, cue, presence, schedule, sessions
from practice.errors import Refused
from practice.models import audit
from practice.models.base import CLINICAL, OFFICE, OPERATIONS
from practice.ui.idle import IdleWatch
from tests.build import a_full_group, one_more
from tests.conftest import ZONE, Clock, Opened


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


def test_nobody_goes_out_before_they_came_in_or_comes_back_before_they_went(
    opened: Opened, session: str, clock_at: Clock
) -> None:
    first, latest = sessions.seats(session)[0], clock_at.now()
    set_back(clock_at)
    attendance.mark_out(first.id)
    attendance.mark_in(first.id)
    attendance.mark_out(first.id)
    stays = sessions.seats(session)[0].stays
    assert stays[0] == presence.Stay(first.stays[0].in_at, latest)
    assert stays[1:] == (presence.Stay(latest, latest),)
    assert presence.minutes(stays, latest - timedelta(minutes=20), latest) == 10


def test_times_before_the_clock_was_set_back_can_still_be_put_right(
    opened: Opened, session: str, clock_at: Clock
) -> None:
    second, latest = sessions.seats(session)[1], clock_at.now()
    set_back(clock_at)
    attendance.set_stays(second.id, (presence.Stay(latest - timedelta(minutes=5)),))
    with pytest.raises(Refused, match="still to come"):
        attendance.set_stays(second.id, (presence.Stay(latest + timedelta(minutes=5)),))


def test_lines_stay_in_the_order_in_which_they_were_written(
    opened: Opened, session: str, clock_at: Clock
) -> None:
    said = ("First", "Second", "Third", "Fourth")
    for words in said[:2]:
        clock_at.advance(minutes=1)
        live.write_line(session, None, words)
    clock_at.set(clock_at.now() - timedelta(hours=1))
    for words in said[2:]:
        clock_at.advance(minutes=1)
        live.write_line(session, None, words, at=clock_at.now())
    lines = live.lines(session)
    assert tuple(line.text for line in lines) == said
    started = schedule.session(session).started_at
    assert started is not None
    assert [line.offset(started) for line in lines] == ["21:00", "22:00", "22:00", "22:00"]


def test_the_plan_does_not_run_backwards(opened: Opened, session: str, clock_at: Clock) -> None:
    cue.pause(session)
    set_back(clock_at)
    cue.pause(session)
    assert schedule.session(session).cue_paused_seconds == 0
    assert cue.seconds(schedule.session(session)) == 0


def test_an_hour_that_the_clocks_show_twice_costs_nobody_a_minute(
    opened: Opened, clock_at: Clock
) -> None:
    clock_at.set(datetime(2026, 11, 1, 0, 50, tzinfo=ZONE))
    group, _, _ = a_full_group(opened.user_id, 3)
    session = one_more(group, datetime(2026, 11, 1, 1, 0))
    clock_at.advance(minutes=10)
    sessions.start(session)
    began, row = clock_at.now(), schedule.session(session)
    attendance.mark_all_present(session)
    _, second, third = sessions.seats(session)
    clock_at.advance(minutes=40)
    attendance.mark_out(second.id)
    clock_at.advance(minutes=45)
    live.write_line(session, third.member, "Came late")
    attendance.mark_in(third.id)
    wall = sessions.wall_clock(row)
    shown = [presence.as_text(seat.stays, wall) for seat in sessions.seats(session)]
    assert shown == ["01:00-", "01:00-01:40", "01:25-"]
    for seat, words in zip(sessions.seats(session), shown, strict=True):
        assert presence.parse(words, wall, began, seat.stays) == seat.stays
    assert presence.parse("01:50-01:20", wall, began) == (
        presence.Stay(began + timedelta(minutes=50), began + timedelta(minutes=80)),
    )
    clock_at.advance(minutes=5)
    sessions.stop(session)
    ended = schedule.session(session).stopped_at
    assert ended is not None
    minutes = [presence.minutes(seat.stays, began, ended) for seat in sessions.seats(session)]
    assert minutes == [90, 40, 5]
    assert live.lines(session)[0].offset(began) == "85:00"


def test_a_session_that_began_in_the_second_of_the_two_hours_keeps_to_it(
    opened: Opened, clock_at: Clock
) -> None:
    began = datetime(2026, 11, 1, 1, 30, fold=1, tzinfo=ZONE).astimezone(UTC)
    wall = presence.WallClock(ZONE, began)
    assert presence.parse("01:40-01:55", wall, began) == (
        presence.Stay(began + timedelta(minutes=10), began + timedelta(minutes=25)),
    )


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
