"""A group from start to end as the clock shows it, and every correction."""

from datetime import date

import pytest

from practice.desk import attendance, calling_off, history, presence, schedule, sessions
from practice.desk.sessions import Seat
from practice.errors import Refused
from practice.models.audit import undo
from practice.models.base import OFFICE, OfficeOperation
from practice.models.enums.attendance import Mode, Status
from practice.models.enums.sessions import SessionState
from tests.build import LATER, a_full_group, a_group, some_members
from tests.conftest import Clock, Opened


def seat(session: str, number: int) -> Seat:
    return next(s for s in sessions.seats(session) if s.seat == number)


def minutes(session: str, number: int) -> int:
    row = schedule.session(session)
    assert row.started_at is not None
    assert row.stopped_at is not None
    return presence.minutes(seat(session, number).stays, row.started_at, row.stopped_at)


@pytest.fixture
def session(opened: Opened, clock_at: Clock) -> str:
    """Nine members, started at 18:00 sharp."""
    _, _, session_id = a_full_group(opened.user_id, 9)
    clock_at.to("18:00")
    sessions.start(session_id)
    return session_id


def test_everybody_starts_unrecorded(session: str) -> None:
    assert {s.status for s in sessions.seats(session)} == {Status.UNRECORDED}
    assert [s.digit for s in sessions.seats(session)] == list("123456789")


def test_late_left_early_dropped_and_absent(session: str, clock_at: Clock) -> None:
    attendance.mark_all_present(session)
    attendance.mark_missed(seat(session, 9).id, Status.NO_SHOW)
    clock_at.to("18:12")
    attendance.mark_in(seat(session, 4).id)
    clock_at.to("18:20")
    attendance.mark_out(seat(session, 2).id)
    clock_at.to("18:25")
    attendance.mark_in(seat(session, 2).id)
    clock_at.to("18:41")
    attendance.mark_out(seat(session, 7).id)
    clock_at.to("19:00")
    sessions.stop(session)
    assert [minutes(session, n) for n in range(1, 10)] == [60, 55, 60, 48, 60, 60, 41, 60, 0]
    assert seat(session, 9).status is Status.NO_SHOW


def test_all_present_leaves_marked_rows_alone(session: str, clock_at: Clock) -> None:
    attendance.mark_missed(seat(session, 3).id, Status.EXCUSED)
    clock_at.to("18:10")
    attendance.mark_in(seat(session, 5).id)
    attendance.mark_all_present(session)
    assert seat(session, 3).status is Status.EXCUSED
    assert seat(session, 5).stays[0].in_at > seat(session, 1).stays[0].in_at


def test_someone_not_in_cannot_go_out(session: str) -> None:
    with pytest.raises(Refused, match="not marked as in"):
        attendance.mark_out(seat(session, 1).id)


def test_a_mark_is_undone_as_one_step(session: str) -> None:
    attendance.mark_all_present(session)
    undo(OFFICE, OfficeOperation.select().order_by(OfficeOperation.id.desc()).get().id)
    assert {s.status for s in sessions.seats(session)} == {Status.UNRECORDED}
    assert all(not s.stays for s in sessions.seats(session))


def test_pausing_the_cue_changes_nobodys_minutes(session: str, clock_at: Clock) -> None:
    attendance.mark_all_present(session)
    clock_at.to("18:10")
    sessions.pause_cue(session)
    clock_at.to("18:30")
    assert sessions.cue_seconds(schedule.session(session)) == 600
    sessions.pause_cue(session)
    clock_at.to("19:00")
    assert sessions.cue_seconds(schedule.session(session)) == 2400
    sessions.stop(session)
    assert minutes(session, 1) == 60


def test_someone_added_comes_last_and_digits_stay(session: str) -> None:
    before = {s.member: s.digit for s in sessions.seats(session)}
    (visitor,) = some_members(1)
    sessions.add_person(session, visitor)
    after = {s.member: s.digit for s in sessions.seats(session)}
    assert after == {**before, visitor: "0"}
    with pytest.raises(Refused, match="already has 10"):
        sessions.add_person(session, some_members(1)[0])


def test_putting_the_start_right_moves_those_present_from_it(session: str, clock_at: Clock) -> None:
    clock_at.to("18:20")
    attendance.mark_all_present(session)
    attendance.mark_in(seat(session, 4).id)
    row = schedule.session(session)
    wall = sessions.wall_clock(row)
    (corrected,) = presence.parse("18:05-", wall, row.started_at or wall.moment(row.starts.time()))
    sessions.set_times(session, corrected.in_at, None)
    clock_at.to("19:00")
    sessions.stop(session)
    assert minutes(session, 1) == 55
    assert minutes(session, 4) == 40


def test_audio_only_needs_its_reason(session: str) -> None:
    with pytest.raises(Refused) as refused:
        attendance.set_how(seat(session, 5).id, Mode.AUDIO, "", "Home")
    assert refused.value.field == "audio_reason"
    attendance.set_how(seat(session, 5).id, Mode.AUDIO, "Camera broken", "Home")
    assert seat(session, 5).audio_reason == "Camera broken"


def test_usual_places_are_confirmed_only_for_those_who_came(session: str) -> None:
    attendance.mark_present(seat(session, 1).id)
    attendance.set_how(seat(session, 1).id, None, "", "Parked car, Troy")
    attendance.mark_present(seat(session, 2).id)
    attendance.confirm_usual_locations(session)
    assert [seat(session, n).location for n in (1, 2, 3)] == [
        "Parked car, Troy",
        "Home, Albany",
        "",
    ]


def test_recorded_afterwards_is_a_late_entry_with_typed_times(
    opened: Opened, clock_at: Clock
) -> None:
    _, _, session_id = a_full_group(opened.user_id, 2)
    clock_at.advance(days=1)
    (missed,) = schedule.unrecorded()
    sessions.record_afterwards(session_id, missed.starts, missed.ends)
    attendance.mark_all_present(session_id)
    with pytest.raises(Refused, match="recorded afterwards"):
        attendance.mark_in(seat(session_id, 2).id)
    row = schedule.session(session_id)
    assert row.started_at is not None
    stays = presence.parse("18:30-", sessions.wall_clock(row), row.started_at)
    attendance.set_stays(seat(session_id, 2).id, stays)
    sessions.stop(session_id)
    row = schedule.session(session_id)
    assert row.late_entry
    assert row.state is SessionState.HELD
    assert [minutes(session_id, n) for n in (1, 2)] == [60, 30]


def test_one_session_runs_at_a_time(session: str, opened: Opened) -> None:
    other = a_group(opened.user_id, at=LATER)
    second = next(s for s in schedule.on_day(date(2026, 11, 17)) if s.group == other)
    with pytest.raises(Refused, match="Another session is running"):
        sessions.start(second.id)


def test_starting_and_ending_twice_do_no_harm(session: str, clock_at: Clock) -> None:
    started = schedule.session(session).started_at
    clock_at.to("18:30")
    sessions.start(session)
    assert schedule.session(session).started_at == started
    sessions.stop(session)
    stopped = schedule.session(session).stopped_at
    clock_at.to("18:40")
    sessions.stop(session)
    assert schedule.session(session).stopped_at == stopped


def test_a_cancelled_session_is_written_down_for_everybody_expected(opened: Opened) -> None:
    _, ids, session_id = a_full_group(opened.user_id, 3)
    calling_off.cancel(session_id)
    assert {s.status for s in sessions.seats(session_id)} == {Status.PROVIDER_CANCEL}
    (visit,) = history.visits(ids[0], date(2026, 11, 1), date(2026, 11, 30))
    assert visit.status is Status.PROVIDER_CANCEL


def test_a_past_session_stays_listed_until_somebody_records_it(
    session: str, clock_at: Clock
) -> None:
    attendance.mark_all_present(session)
    attendance.set_stays(seat(session, 2).id, ())
    sessions.stop(session)
    clock_at.advance(days=30)
    assert session in {row.id for row in schedule.unrecorded()}
    attendance.mark_missed(seat(session, 2).id, Status.NO_SHOW)
    assert session not in {row.id for row in schedule.unrecorded()}
