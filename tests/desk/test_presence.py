"""Minutes follow from stretches of presence and nothing else."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.desk import presence
from practice.desk.presence import Stay, WallClock
from practice.errors import Refused

START = datetime(2026, 11, 17, 23, 0, tzinfo=UTC)
STOP = START + timedelta(minutes=60)
WALL = WallClock(ZoneInfo("America/New_York"), START)


def after(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("stays", "minutes", "late", "early"),
    [
        ((Stay(START),), 60, 0, 0),
        ((Stay(after(12)),), 48, 12, 0),
        ((Stay(START, after(41)),), 41, 0, 19),
        ((Stay(after(5), after(20)), Stay(after(25), after(50))), 40, 5, 10),
        ((Stay(START, after(0.9)),), 0, 0, 59),
        ((Stay(after(-10), after(70)),), 60, 0, 0),
        ((Stay(after(10), after(30)), Stay(after(20), after(40))), 30, 10, 20),
        ((), 0, 0, 0),
    ],
    ids=["whole", "late", "early", "dropped", "moment", "beyond", "overlapping", "none"],
)
def test_minutes(stays: tuple[Stay, ...], minutes: int, late: int, early: int) -> None:
    assert presence.minutes(stays, START, STOP) == minutes
    assert presence.minutes_late(stays, START) == late
    assert presence.minutes_left_early(stays, STOP) == early


moments = st.integers(-600, 4800).map(lambda s: START + timedelta(seconds=s))
stays = st.lists(st.tuples(moments, st.one_of(st.none(), moments)), max_size=6).map(
    lambda pairs: tuple(Stay(a, b if b is None or b >= a else a) for a, b in pairs)
)


@given(stays)
def test_minutes_never_exceed_the_session_and_never_fall_below_zero(s: tuple[Stay, ...]) -> None:
    assert 0 <= presence.minutes(s, START, STOP) <= 60


@given(stays, st.randoms())
def test_the_order_of_stretches_makes_no_difference(s: tuple[Stay, ...], random: object) -> None:
    mixed = list(s)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert presence.seconds(mixed, START, STOP) == presence.seconds(s, START, STOP)


@given(stays, moments)
def test_one_more_stretch_never_makes_it_less(s: tuple[Stay, ...], begin: datetime) -> None:
    more = (*s, Stay(begin))
    assert presence.seconds(more, START, STOP) >= presence.seconds(s, START, STOP)


def test_times_are_read_as_they_are_written() -> None:
    stays = (Stay(after(12), after(41)), Stay(after(50)))
    written = presence.as_text(stays, WALL)
    assert written == "18:12-18:41, 18:50-"
    assert presence.parse(written, WALL, START) == stays


def test_the_minute_of_the_start_is_the_start_itself() -> None:
    started = START + timedelta(seconds=25)
    found = presence.parse("18:00-18:41", WallClock(ZoneInfo("America/New_York"), started), started)
    assert found[0].in_at == started


def test_an_hour_that_comes_twice_is_counted_as_it_passed() -> None:
    zone = ZoneInfo("America/New_York")
    started = datetime(2026, 11, 1, 0, 30, tzinfo=zone).astimezone(UTC)
    stopped = started + timedelta(hours=3)
    (stay,) = presence.parse("00:45-02:15", WallClock(zone, started), started)
    assert stay.in_at.tzinfo is UTC
    assert presence.minutes((stay,), started, stopped) == 150


def test_times_past_midnight_belong_to_the_same_session() -> None:
    late = datetime(2026, 11, 18, 4, 30, tzinfo=UTC)
    wall = WallClock(ZoneInfo("America/New_York"), late)
    (stay,) = presence.parse("23:40-00:20", wall, late)
    assert stay.out_at is not None
    assert stay.out_at - stay.in_at == timedelta(minutes=40)


@pytest.mark.parametrize(
    "text", ["noon", "25:00-", "18:61-", "18:41-18:12", "18:00-, 18:30-", "<b>"]
)
def test_what_is_not_times_is_refused_in_words(text: str) -> None:
    with pytest.raises(Refused) as refused:
        presence.parse(text, WALL, START)
    assert refused.value.field == "times"


@given(st.text(max_size=60))
def test_reading_never_fails_otherwise(text: str) -> None:
    try:
        presence.parse(text, WALL, START)
    except Refused:
        pass
