"""Lanes and arrow keys over any set of appointments: nothing overlaps, nothing is left out."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from practice.desk.calendar import Appointment, What
from practice.ui.schedule.keys import Do
from practice.ui.schedule.span import Placed, side_by_side
from practice.ui.schedule.walk import Here, step

MIDNIGHT = datetime(2026, 11, 17)


def _appointments(spans: list[tuple[int, int]]) -> list[Appointment]:
    return [
        Appointment(
            id=str(number),
            what=What.BLOCK,
            title="Time",
            short="T",
            starts=MIDNIGHT + timedelta(minutes=5 * begin),
            minutes=5 * length,
        )
        for number, (begin, length) in enumerate(spans)
    ]


DAYS = st.lists(st.tuples(st.integers(0, 280), st.integers(1, 36)), max_size=12).map(_appointments)


def _touch(one: Placed, other: Placed) -> bool:
    a, b = one.appointment, other.appointment
    return a.starts < b.ends and b.starts < a.ends


@given(DAYS)
def test_those_that_overlap_stand_in_lanes_of_their_own(day: list[Appointment]) -> None:
    placed = side_by_side(day)
    assert sorted(one.appointment.id for one in placed) == sorted(one.id for one in day)
    for one in placed:
        assert 0 <= one.lane < one.lanes
        for other in placed:
            if one is not other and _touch(one, other):
                assert (one.lane, one.lanes) != (other.lane, one.lanes)
                assert one.lanes == other.lanes


@given(DAYS)
def test_down_comes_by_every_appointment_and_up_goes_back(day: list[Appointment]) -> None:
    column = side_by_side(day)
    here, met, path = Here(0, 0), set[str](), [Here(0, 0)]
    while (there := step([column], here, Do.DOWN)) not in (None, here):
        assert there is not None
        here = there
        path.append(here)
        met.add(here.id)
        assert len(path) < 100
    first_minutes = {one.id for one in day if one.starts == MIDNIGHT}
    assert met - {""} >= {one.id for one in day} - first_minutes
    assert step([column], here, Do.DOWN) == here


@given(DAYS)
def test_sideways_leaves_the_column_or_stays_in_it(day: list[Appointment]) -> None:
    column = side_by_side(day)
    for one in column:
        begins = one.appointment.starts - MIDNIGHT
        here = Here(0, begins.seconds // 60, one.appointment.id)
        there = step([column], here, Do.RIGHT)
        right = [other for other in column if _touch(one, other) and other.lane > one.lane]
        assert (there is None) == (not right)
