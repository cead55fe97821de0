"""The computer sleeps, or its clock is set, in the middle of a session: said in words, once."""

from datetime import timedelta

from practice.care import live
from practice.desk import presence, schedule, sessions
from practice.models.enums.sessions import SessionState
from tests.conftest import Clock, Opened
from tests.ui.live.conftest import Desk, Sit, words_on
from tests.ui.live.test_curtain import lock, unlock


def busy(sit: Sit, clock_at: Clock) -> Desk:
    """It is 18:21; everybody is here, a line is on record and one is being written."""
    desk = sit(3)
    desk.begin()
    clock_at.to("18:20")
    desk.press("A", "1", "Enter")
    desk.type("Named a cue")
    desk.press("Enter")
    clock_at.to("18:21")
    desk.type("Half a thought")
    desk.window.autosave.flush()
    desk.window.tick()
    return desk


def asleep(clock_at: Clock, **span: float) -> None:
    """The wall clock goes on, the steady one does not."""
    clock_at.set(clock_at.now() + timedelta(**span))


def minutes(desk: Desk) -> list[int]:
    row = schedule.session(desk.session_id)
    assert row.started_at is not None
    assert row.stopped_at is not None
    seats = sessions.seats(desk.session_id)
    return [presence.minutes(seat.stays, row.started_at, row.stopped_at) for seat in seats]


def test_forty_minutes_of_sleep_are_said_and_cost_nothing(
    sit: Sit, clock_at: Clock, opened: Opened
) -> None:
    desk = busy(sit, clock_at)
    asleep(clock_at, minutes=40)
    lock(desk)
    desk.window.tick()
    unlock(desk, opened)
    desk.window.tick()
    words = words_on(desk.window)
    assert "slept for 40 minutes" in words
    assert "61:00" in words
    assert desk.view.composer.editor.toPlainText() == "Half a thought"
    desk.press("Enter", "Esc")
    assert "slept" not in words_on(desk.window)
    desk.window.tick()
    assert "slept" not in words_on(desk.window)
    began = desk.view.record.started
    said = [(line.text, line.offset(began)) for line in live.lines(desk.session_id)]
    assert said == [("Named a cue", "20:00"), ("Half a thought", "21:00")]
    desk.press("Ctrl+E", "Enter")
    assert schedule.session(desk.session_id).state is SessionState.HELD
    assert minutes(desk) == [61, 61, 61]


def test_a_clock_set_back_an_hour_is_said_and_nothing_runs_backwards(
    sit: Sit, clock_at: Clock
) -> None:
    desk = busy(sit, clock_at)
    asleep(clock_at, hours=-1)
    desk.window.tick()
    words = words_on(desk.window)
    assert "set back by 60 minutes" in words
    assert "00:00" in words
    assert "-" not in desk.view.header.timer.text()
    desk.press("Enter", "Esc", "2", "X", "L")
    lines = live.lines(desk.session_id)
    assert [line.text for line in lines] == ["Named a cue", "Half a thought"]
    desk.press("Ctrl+E", "Enter")
    assert all(0 <= each <= 21 for each in minutes(desk))


def test_a_clock_put_right_by_some_seconds_is_not_worth_a_word(sit: Sit, clock_at: Clock) -> None:
    desk = busy(sit, clock_at)
    for step in (20, -20, 45):
        asleep(clock_at, seconds=step)
        desk.window.tick()
    assert not desk.view.said.isVisible()
