"""Placing and changing series: wall time holds, what was held stays, nothing comes twice."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from practice.desk import absence, groups, planning, rules, schedule, series, sessions
from practice.desk.practice import from_wall, to_wall
from practice.desk.rules import Rule, weekly
from practice.desk.series import NewAppointment, Scope, check
from practice.errors import Refused
from practice.models.audit import operation, undo
from practice.models.base import OFFICE, OfficeOperation
from practice.models.enums.attendance import Mode, Status
from practice.models.enums.sessions import SessionKind, SessionState
from practice.models.office import Series, Session
from tests.build import a_group, some_members
from tests.conftest import ZONE, Clock, Opened
from tests.desk.appointments import WEDNESDAY, WEEK, edmund, nth, single, times


def test_one_appointment_is_a_session_with_its_member(opened: Opened, dana: str) -> None:
    row = schedule.session(series.place(single(opened, dana, platform="Zoom")))
    assert (row.title, row.service, row.group, row.series) == (
        "Dana R.",
        "Individual session",
        None,
        None,
    )
    assert (row.starts, row.ends, row.platform) == (
        WEDNESDAY,
        datetime(2026, 11, 18, 10, 50),
        "Zoom",
    )
    assert [one.member for one in absence.expected(row.id)] == [dana]


def test_a_series_is_planned_a_year_ahead_and_goes_on(
    opened: Opened, dana: str, clock_at: Clock
) -> None:
    series.place(single(opened, dana, repeats=weekly(WEDNESDAY.date())))
    assert times() == [WEDNESDAY + n * WEEK for n in range(53)]
    clock_at.advance(days=14)
    planning.extend()
    planning.extend()
    assert times() == [WEDNESDAY + n * WEEK for n in range(54)]


def test_the_wall_time_holds_when_the_clocks_change(
    opened: Opened, weekly_ten: str, dana: str
) -> None:
    found = times()
    assert {one.time() for one in found} == {time(10, 0)}
    spring = series.place(
        single(opened, dana, starts=datetime(2027, 3, 8, 9), repeats=Rule(weekdays=(0,), count=2))
    )
    first, second = (one for one in times() if one.time() == time(9))
    assert from_wall(second) - from_wall(first) == WEEK - timedelta(hours=1)
    assert to_wall(from_wall(second)) == second
    assert schedule.session(spring).starts == first


@pytest.mark.parametrize(
    ("wall", "words"),
    [
        (datetime(2027, 3, 14, 2, 30), "skip 02:30. The session begins at 03:30"),
        (datetime(2027, 11, 7, 1, 30), "01:30 comes twice. The first one is meant"),
        (datetime(2027, 3, 14, 3, 30), ""),
    ],
)
def test_an_hour_the_clocks_skip_or_repeat_is_told(
    opened: Opened, dana: str, wall: datetime, words: str
) -> None:
    said = " ".join(check(single(opened, dana, starts=wall)).warnings)
    assert words in said
    assert bool(said) == bool(words)
    row = schedule.session(series.place(single(opened, dana, starts=wall)))
    assert row.starts == wall
    assert to_wall(from_wall(wall)).time() == (time(3, 30) if "skip" in words else wall.time())


def test_moving_this_one_leaves_the_others(weekly_ten: str) -> None:
    before, moved = times(), datetime(2026, 11, 26, 15, 5)
    series.move(nth(1), moved, 30, Scope.THIS)
    assert sorted(times()) == sorted([*before[:1], moved, *before[2:]])
    assert (schedule.session(nth(1)).moved, schedule.session(nth(1)).minutes) == (True, 30)


def test_moving_this_and_the_following_parts_the_series(weekly_ten: str) -> None:
    before, ids = times(), [nth(n) for n in range(10)]
    series.move(ids[4], before[4] + timedelta(days=1, hours=2), 50, Scope.FOLLOWING)
    shift = timedelta(days=1, hours=2)
    assert times() == [*before[:4], *(one + shift for one in before[4:])]
    assert [nth(n) for n in range(10)] == ids
    earlier, later = schedule.session(ids[0]).series, schedule.session(ids[4]).series
    assert earlier != later
    assert rules.parse(Series.get_by_id(later).rule).count == 6
    planning.extend()
    assert len(times()) == 10


def test_one_moved_by_itself_keeps_its_place_unless_reset(weekly_ten: str) -> None:
    before, ids = times(), [nth(n) for n in range(10)]
    alone = datetime(2026, 12, 4, 8, 0)
    series.move(ids[2], alone, 50, Scope.THIS)
    series.move(ids[0], before[0] + timedelta(hours=1), 50, Scope.ALL)
    assert schedule.session(ids[2]).starts == alone
    assert schedule.session(ids[3]).starts == before[3] + timedelta(hours=1)
    series.move(ids[1], before[1] - timedelta(days=1), 50, Scope.ALL)
    first, second, third = (schedule.session(one) for one in ids[:3])
    assert (first.starts, first.moved) == (before[0] + timedelta(hours=1), True)
    assert (second.starts, second.moved) == (before[1] - timedelta(days=1), False)
    assert third.starts == alone
    series.move(ids[5], before[5], 50, Scope.ALL, reset_moved=True)
    assert schedule.session(ids[2]).starts == before[2]
    assert not schedule.session(ids[2]).moved
    assert len(times()) == 10


def test_what_stays_behind_is_in_nobodys_way(opened: Opened, weekly_ten: str) -> None:
    """One moved within its day and one cancelled: their days of the rule are free."""
    before, ids = times(), [nth(n) for n in range(10)]
    alone = before[2] + timedelta(minutes=30)
    series.move(ids[2], alone, 50, Scope.THIS)
    series.cancel(ids[4], Scope.THIS)
    luis = some_members(2)[1]
    series.place(single(opened, luis, starts=before[4] + timedelta(minutes=30)))
    quarter = timedelta(minutes=15)
    series.move(ids[0], before[0] + quarter, 50, Scope.ALL)
    assert schedule.session(ids[2]).starts == alone
    assert schedule.session(ids[3]).starts == before[3] + quarter
    series.move(ids[0], before[0] + 2 * quarter, 50, Scope.ALL, reset_moved=True)
    assert schedule.session(ids[2]).starts == alone
    assert not schedule.session(ids[2]).moved
    taken = single(opened, luis, starts=before[5] + timedelta(hours=3))
    series.place(taken)
    with pytest.raises(Refused, match="Wednesday 23 December"):
        series.move(ids[0], before[0] + timedelta(hours=3), 50, Scope.ALL)


def test_what_was_held_or_cancelled_never_moves(weekly_ten: str, clock_at: Clock) -> None:
    before, ids = times(), [nth(n) for n in range(10)]
    clock_at.set(datetime(2026, 11, 18, 10, 0, tzinfo=ZONE))
    sessions.start(ids[0])
    clock_at.advance(minutes=50)
    sessions.stop(ids[0])
    series.cancel(ids[2], Scope.THIS)
    series.move(ids[1], before[1] + timedelta(days=2), 50, Scope.ALL)
    assert schedule.session(ids[0]).starts == before[0]
    assert schedule.session(ids[2]).starts == before[2]
    assert times() == [before[1] + timedelta(days=2), *(b + timedelta(days=2) for b in before[3:])]
    for gone in (ids[0], ids[2]):
        with pytest.raises(Refused, match="stays as it is"):
            series.move(gone, before[0], 50, Scope.THIS)
        with (
            pytest.raises(Refused, match="keeps the time it was planned for"),
            operation(OFFICE, "By hand"),
        ):
            Session.update(minutes=5).where(Session.id == gone).execute()
    with pytest.raises(Refused, match="stays on record"), operation(OFFICE, "By hand"):
        Session.delete().where(Session.id == ids[0]).execute()


def test_a_series_moved_back_onto_what_was_held_keeps_both(
    weekly_ten: str, clock_at: Clock
) -> None:
    before, ids = times(), [nth(n) for n in range(10)]
    clock_at.set(datetime(2026, 11, 18, 10, 0, tzinfo=ZONE))
    sessions.start(ids[0])
    clock_at.advance(days=1)
    sessions.stop(ids[0])
    series.move(ids[2], before[1] + timedelta(hours=2), 50, Scope.ALL)
    assert schedule.session(ids[0]).starts == before[0]
    kept = schedule.session(ids[1])
    assert (kept.starts, kept.series) == (before[1], None)
    assert times() == [before[1], *(one + timedelta(hours=2) for one in before[1:9])]


def test_ending_a_series_keeps_what_was_and_what_somebody_wrote_down(
    weekly_ten: str, dana: str
) -> None:
    before, ids = times(), [nth(n) for n in range(10)]
    absence.record_notice(ids[7], dana, datetime(2026, 11, 17, 9, 0))
    series.cancel(ids[4], Scope.FOLLOWING)
    assert times() == before[:4]
    assert schedule.session(ids[7]).state is SessionState.CANCELLED
    planning.extend()
    assert times() == before[:4]


def test_cancelling_this_one_keeps_it_on_record(weekly_ten: str) -> None:
    series.cancel(weekly_ten, Scope.THIS)
    assert schedule.session(weekly_ten).state is SessionState.CANCELLED
    assert [seat.status for seat in sessions.seats(weekly_ten)] == [Status.PROVIDER_CANCEL]
    planning.extend()
    assert len(times()) == 9


def test_coming_again_otherwise_and_a_single_one_becoming_a_series(
    opened: Opened, weekly_ten: str, dana: str
) -> None:
    before = times()
    series.repeat(nth(2), Rule(weekdays=(2,), interval=2, count=3))
    assert times() == [*before[:2], before[2], before[4], before[6]]
    one = series.place(single(opened, dana, starts=datetime(2026, 11, 19, 9)))
    series.repeat(one, Rule(weekdays=(3,), count=4))
    assert len(times(schedule.session(one).series)) == 4
    assert series.rule_of(one) == Rule(weekdays=(3,), count=4)


def test_a_change_of_how_it_is_held_goes_as_far_as_asked(opened: Opened, weekly_ten: str) -> None:
    ids = [nth(n) for n in range(10)]
    how = series.how(schedule.session(ids[3]))
    series.change(ids[3], replace(how, platform="Meet"), Scope.THIS)
    video = replace(how, link="https://video.example.org/j/9", passcode="4711", platform="Zoom")
    series.change(ids[1], video, Scope.FOLLOWING)
    rows = [schedule.session(one) for one in ids]
    assert [row.passcode for row in rows] == [""] + ["4711"] * 9
    assert [row.platform for row in rows][2:5] == ["Zoom", "Meet", "Zoom"]
    series.change(ids[1], replace(video, platform="Webex"), Scope.ALL)
    assert schedule.session(ids[3]).platform == "Meet"
    assert schedule.session(ids[9]).platform == "Webex"
    with pytest.raises(Refused, match="not a link") as refused:
        series.change(ids[1], replace(video, link="file:///etc/passwd"), Scope.THIS)
    assert refused.value.field == "link"
    second = edmund()
    series.change(ids[0], replace(how, clinician=second), Scope.THIS)
    assert schedule.session(ids[0]).clinician_name == "Edmund Fairweather"


def test_a_walk_in_is_placed_now(opened: Opened, dana: str, clock_at: Clock) -> None:
    clock_at.to("17:53")
    row = schedule.session(series.walk_in(dana, opened.user_id, 5, SessionKind.PEER))
    assert (row.starts, row.kind, row.mode) == (
        datetime(2026, 11, 17, 17, 50),
        SessionKind.PEER,
        Mode.IN_PERSON,
    )
    sessions.start(row.id)
    with pytest.raises(Refused, match="with one member"):
        sessions.add_person(row.id, some_members(2)[1])


def test_each_change_is_one_step_to_undo(opened: Opened, weekly_ten: str) -> None:
    before = sorted((row.id, str(row.__data__)) for row in (*Session.select(), *Series.select()))
    fourth = nth(4)
    at = schedule.session(fourth).starts
    for change in (
        lambda: series.move(fourth, at + timedelta(days=1), 45, Scope.FOLLOWING),
        lambda: series.move(fourth, at - timedelta(days=1), 45, Scope.ALL),
        lambda: series.cancel(fourth, Scope.FOLLOWING),
        lambda: series.repeat(fourth, Rule(weekdays=(2,), interval=3)),
    ):
        change()
        undo(OFFICE, OfficeOperation.select().order_by(OfficeOperation.id.desc()).get().id)
        after = sorted((row.id, str(row.__data__)) for row in (*Session.select(), *Series.select()))
        assert after == before


def test_a_group_says_every_time_it_meets(opened: Opened) -> None:
    group = a_group(opened.user_id)
    assert groups.group(group).when == "Tuesdays 18:00, 60 min"
    second = NewAppointment(
        group=group,
        clinician=opened.user_id,
        starts=datetime(2026, 11, 19, 9),
        minutes=90,
        repeats=Rule(weekdays=(3,), nth=3),
    )
    series.place(second)
    said = "Tuesdays 18:00, 60 min · The third Thursday of the month 09:00, 90 min"
    assert groups.group(group).when == said
    assert schedule.next_of_group(group) is not None
