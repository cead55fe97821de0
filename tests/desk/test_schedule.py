"""A group's weekly time becomes sessions on the practice's wall, and what happened never moves."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from practice.desk import groups, planning, schedule, sessions
from practice.desk.practice import from_wall, to_wall
from practice.errors import Refused
from practice.models.enums.sessions import SessionState
from tests.build import a_full_group, a_group
from tests.conftest import ZONE, Clock, Opened
from tests.desk.appointments import edmund


def starts(group: str) -> list[datetime]:
    found = []
    for day in (date(2026, 11, d) for d in range(1, 31)):
        found += [s.starts for s in schedule.on_day(day) if s.group == group]
    return found


def test_five_weeks_ahead_are_planned_once(opened: Opened, clock_at: Clock) -> None:
    group = a_group(opened.user_id)
    planning.extend()
    assert starts(group) == [datetime(2026, 11, 17, 18), datetime(2026, 11, 24, 18)]
    clock_at.advance(days=7)
    planning.extend()
    planning.extend()
    assert len(starts(group)) == 2


def test_the_wall_time_holds_over_the_change_of_the_clocks(opened: Opened, clock_at: Clock) -> None:
    clock_at.set(datetime(2026, 10, 27, 12, 0, tzinfo=ZONE))
    group = a_group(opened.user_id)
    planned = [row for row in (schedule.next_of_group(group),) if row]
    assert planned[0].starts.time() == time(18, 0)
    before, after = from_wall(datetime(2026, 10, 27, 18)), from_wall(datetime(2026, 11, 3, 18))
    assert (after - before).total_seconds() == 7 * 86400 + 3600
    assert to_wall(after).time() == time(18, 0)


def test_changing_a_group_moves_what_is_to_come_and_nothing_else(
    opened: Opened, clock_at: Clock
) -> None:
    group_id, _, session = a_full_group(opened.user_id, 2)
    clock_at.to("18:00")
    sessions.start(session)
    sessions.stop(session)
    row = groups.group(group_id)
    details = groups.GroupDetails(
        **{f: getattr(row, f) for f in groups.GroupDetails.__dataclass_fields__}
    )
    groups.change(group_id, replace(details, weekday=3, time=time(19, 30), minutes=50))
    assert schedule.session(session).state is SessionState.HELD
    assert schedule.session(session).starts == datetime(2026, 11, 17, 18)
    coming = schedule.next_of_group(group_id)
    assert coming is not None
    assert (coming.starts, coming.minutes) == (datetime(2026, 11, 26, 19, 30), 50)


def test_who_leads_beside_the_clinician_is_booked_once(opened: Opened) -> None:
    edmund()
    other = a_group("edmund", name="Calm evenings")
    row = groups.group(a_group(opened.user_id))
    details = groups.GroupDetails(
        **{f: getattr(row, f) for f in groups.GroupDetails.__dataclass_fields__}
    )
    with pytest.raises(Refused, match="Edmund Fairweather already has Calm evenings") as refused:
        groups.change(row.id, replace(details, co_leader="edmund"))
    assert refused.value.field == "co_leader"
    later = replace(details, time=time(20, 0))
    groups.change(row.id, later)
    groups.change(row.id, replace(later, co_leader="edmund"))
    assert groups.group(row.id).co_leader == "edmund"
    with pytest.raises(Refused, match="already has"):
        groups.change(other, replace(details, clinician="edmund", time=time(20, 30)))


def test_the_next_session_is_the_running_one_or_the_one_to_come(
    opened: Opened, clock_at: Clock
) -> None:
    _, _, session = a_full_group(opened.user_id, 2)
    assert schedule.next_session() == schedule.session(session)
    clock_at.to("18:30")
    sessions.start(session)
    clock_at.to("19:30")
    found = schedule.next_session()
    assert found is not None
    assert found.id == session
    sessions.stop(session)
    following = schedule.next_session()
    assert following is not None
    assert following.starts == datetime(2026, 11, 24, 18)
