"""What stands in the calendar, blocks in it, and the next free time beside it all."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playhouse.test_utils import count_queries

from practice.desk import absence, blocks, calendar, closures, groups, hours, roster, series
from practice.desk.blocks import BlockDetails
from practice.desk.calendar import Appointment, What
from practice.desk.free import next_free
from practice.desk.rules import Rule
from practice.desk.series import Scope, check
from practice.errors import Refused
from practice.models.audit import undo
from practice.models.base import OFFICE, OfficeOperation
from practice.models.enums.sessions import SessionKind, SessionState
from tests.build import a_full_group, some_members
from tests.conftest import Opened
from tests.desk.appointments import edmund, single

MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)
LUNCH = BlockDetails(
    words="Lunch",
    starts=datetime(2026, 11, 16, 12, 0),
    minutes=60,
    repeats=Rule(weekdays=(0, 1, 2, 3, 4)),
)


def week(clinician: str | None = None) -> list[Appointment]:
    return calendar.between(MONDAY, SUNDAY, clinician)


def test_a_week_shows_sessions_blocks_and_closed_days(opened: Opened) -> None:
    _, ids, session = a_full_group(opened.user_id, 3)
    absence.record_notice(session, ids[0], datetime(2026, 11, 17, 9, 0))
    series.place(single(opened, ids[1], co_leader=edmund(), link="https://video.example.org/j/3"))
    blocks.add(BlockDetails(words="Supervision", starts=datetime(2026, 11, 19, 9), minutes=45))
    closures.add(date(2026, 11, 20), date(2026, 11, 20), "Retreat")
    found = week()
    assert [(one.what, one.title) for one in found] == [
        (What.SESSION, "Tuesday Recovery Skills"),
        (What.SESSION, "Luis M."),
        (What.BLOCK, "Supervision"),
        (What.CLOSURE, "Retreat"),
    ]
    group, own, block, closed = found
    assert (group.expected, group.unrecorded, group.state) == (2, 2, SessionState.PLANNED)
    assert (group.short, own.short) == ("Tuesday Recovery Skills", "LM")
    assert (own.kind, own.expected, own.co_leader_name) == (
        SessionKind.INDIVIDUAL,
        1,
        "Edmund Fairweather",
    )
    assert own.link == "https://video.example.org/j/3"
    assert (block.ends, block.clinician) == (datetime(2026, 11, 19, 9, 45), None)
    assert (closed.starts, closed.minutes) == (datetime(2026, 11, 20), 1440)


def test_one_clinicians_week_has_what_they_lead_and_what_is_everybodys(opened: Opened) -> None:
    dana = a_full_group(opened.user_id, 1)[1][0]
    other = edmund()
    series.place(single(opened, dana, clinician=other))
    blocks.add(LUNCH)
    mine = BlockDetails(
        words="Gym", starts=datetime(2026, 11, 18, 7), minutes=60, clinician=opened.user_id
    )
    blocks.add(mine)
    assert {one.title for one in week(other)} == {"Dana R.", "Lunch"}
    assert {one.title for one in week(opened.user_id)} == {
        "Tuesday Recovery Skills",
        "Gym",
        "Lunch",
    }
    assert len({one.key for one in week()}) == len(week())


def test_who_joined_after_the_roster_was_opened_is_expected(opened: Opened) -> None:
    group, ids, session = a_full_group(opened.user_id, 2)
    absence.record_notice(session, ids[0], datetime(2026, 11, 17, 9, 0))
    roster.join(group, some_members(3)[2], date(2026, 11, 17))
    assert week()[0].expected == 2, "two and one more, without the one who cancelled"


def test_reading_takes_no_more_queries_for_more_sessions(opened: Opened) -> None:
    dana = a_full_group(opened.user_id, 1)[1][0]
    with count_queries() as few:
        week()
    for hour in range(8, 17):
        series.place(single(opened, dana, starts=datetime(2026, 11, 19, hour), minutes=45))
    with count_queries() as many:
        week()
    assert many.count == few.count < 10


def test_a_block_comes_again_and_one_day_of_it_moves_alone(opened: Opened) -> None:
    lunch = blocks.add(LUNCH)
    assert [one.starts.day for one in week()] == [16, 17, 18, 19, 20]
    blocks.move(lunch, datetime(2026, 11, 17, 13), 30, day=date(2026, 11, 17), only_this=True)
    assert [(one.starts.hour, one.minutes) for one in week()][:3] == [(12, 60), (13, 30), (12, 60)]
    blocks.remove(lunch, day=date(2026, 11, 18))
    assert [one.starts.day for one in week()] == [16, 17, 19, 20]
    blocks.move(lunch, datetime(2026, 11, 19, 11, 30), 60, day=date(2026, 11, 19))
    assert {one.starts.time() for one in week() if one.id == lunch} == {time(11, 30)}
    blocks.remove(lunch)
    assert [one.starts.day for one in week()] == [17]
    for wrong in (0, 24 * 60 + 1):
        with pytest.raises(Refused) as refused:
            blocks.add(BlockDetails(words="Lunch", starts=LUNCH.starts, minutes=wrong))
        assert refused.value.field == "minutes"
    with pytest.raises(Refused, match="what this time is for"):
        blocks.add(BlockDetails(words=" ", starts=LUNCH.starts, minutes=5))


def test_placing_over_a_block_is_said_and_stands_in_nobodys_way(opened: Opened) -> None:
    blocks.add(LUNCH)
    asked = single(opened, some_members(1)[0], starts=datetime(2026, 11, 18, 12, 30))
    verdict = check(asked)
    assert verdict.refused == ""
    assert verdict.warnings == (
        "Lunch is in the calendar then: Wednesday 18 November, 12:00–13:00.",
    )
    series.place(asked)


def test_the_next_free_times_leave_out_all_that_takes_time(opened: Opened) -> None:
    dana, luis = some_members(2)
    hours.save_hours({2: (time(9), time(13)), 4: (time(9), time(12))})
    blocks.add(LUNCH)
    closures.add(date(2026, 11, 20), date(2026, 11, 20), "Retreat")
    series.place(single(opened, luis, starts=datetime(2026, 11, 18, 9, 15), minutes=50))
    series.place(single(opened, dana, starts=datetime(2026, 11, 18, 11), clinician=edmund()))
    after = datetime(2026, 11, 17, 17, 50)
    found = next_free(50, opened.user_id, after=after, most=3)
    assert found == [
        datetime(2026, 11, 18, 10, 15),
        datetime(2026, 11, 25, 9, 0),
        datetime(2026, 11, 25, 10, 0),
    ]
    with_dana = next_free(60, opened.user_id, dana, after=after, most=2)
    assert with_dana == [datetime(2026, 11, 25, 9), datetime(2026, 11, 25, 10)]
    hours.save_hours({1: (time(18), time(20))}, opened.user_id)
    assert next_free(120, opened.user_id, after=after, most=1) == [datetime(2026, 11, 17, 18)]
    hours.save_hours({}, opened.user_id)
    assert next_free(240, opened.user_id, after=after) == []


def test_hours_that_end_before_they_begin_are_refused(opened: Opened) -> None:
    with pytest.raises(Refused) as refused:
        hours.save_hours({0: (time(18), time(9))})
    assert refused.value.field == "hours"
    assert hours.hours(opened.user_id) == hours.USUAL


@settings(max_examples=15, deadline=None, suppress_health_check=[*HealthCheck])
@given(st.sampled_from((20, 30, 45, 50, 60, 90, 120, 180)), st.integers(0, 20_000))
def test_every_offered_time_may_be_taken(opened: Opened, minutes: int, later: int) -> None:
    if not groups.groups():
        a_full_group(opened.user_id, 1)
        blocks.add(LUNCH)
    after = datetime(2026, 11, 17, 18) + timedelta(minutes=later)
    dana = some_members(1)[0]
    found = next_free(minutes, opened.user_id, dana, after=after)
    assert found == sorted(found)
    for wall in found:
        assert wall >= after
        verdict = check(single(opened, dana, starts=wall, minutes=minutes))
        assert (verdict.refused, verdict.warnings) == ("", ())


def test_moving_one_in_the_picture_is_one_step_to_undo(opened: Opened) -> None:
    a_full_group(opened.user_id, 1)
    before = week()
    series.move(before[0].id, datetime(2026, 11, 19, 9, 5), 45, Scope.THIS)
    assert (week()[0].moved, week()[0].starts) == (True, datetime(2026, 11, 19, 9, 5))
    undo(OFFICE, OfficeOperation.select().order_by(OfficeOperation.id.desc()).get().id)
    assert week() == before
