"""Placing and changing series: wall time holds, what was held stays, nothing comes twice."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from practice.desk import absence, groups, planning, roster, rules, schedule, series, sessions
from practice.desk.practice import UserDetails, from_wall, save_user, to_wall, wall_now
from practice.desk.rules import Rule, weekly
from practice.desk.series import Candidate, NewAppointment, Scope, check
from practice.errors import Refused
from practice.models.audit import operation, undo
from practice.models.base import OFFICE, OfficeOperation, new_id
from practice.models.enums import Mode, Role, SessionKind, SessionState, Status
from practice.models.office import Series, Session
from tests.build import a_full_group, a_group, some_members
from tests.conftest import ZONE, Clock, Opened

WEDNESDAY = datetime(2026, 11, 18, 10, 0)
WEEK = timedelta(weeks=1)


def edmund() -> str:
    """A second clinician."""
    save_user("edmund", UserDetails(name="Edmund Fairweather", role=Role.CLINICIAN))
    return "edmund"


def single(opened: Opened, member: str | None, **more: object) -> NewAppointment:
    """An individual session on Wednesday at ten."""
    made = NewAppointment(
        kind=SessionKind.INDIVIDUAL,
        member=member,
        clinician=opened.user_id,
        starts=WEDNESDAY,
        minutes=50,
    )
    return replace(made, **more)  # type: ignore[arg-type]  # fields by name


def times(series_id: str | None = None) -> list[datetime]:
    """When the planned sessions of a series begin, in order; of all where none is named."""
    query = Session.select().where(Session.state == SessionState.PLANNED).order_by(Session.starts)
    if series_id:
        query = query.where(Session.series == series_id)
    return [row.starts for row in query]


def nth(number: int) -> str:
    """The id of a planned session, counted from 0."""
    planned = Session.select().where(Session.state == SessionState.PLANNED)
    return str(list(planned.order_by(Session.starts))[number].id)


@pytest.fixture
def dana(opened: Opened) -> str:
    return some_members(1)[0]


@pytest.fixture
def weekly_ten(opened: Opened, dana: str) -> str:
    """Ten Wednesdays at ten with one member; the first one's id."""
    return series.place(single(opened, dana, repeats=Rule(weekdays=(2,), count=10)))


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


def test_a_clinician_booked_twice_is_refused_by_name(
    opened: Opened, weekly_ten: str, dana: str
) -> None:
    luis = some_members(2)[1]
    words = "Maria Lopez already has Dana R., Wednesday 25 November, 10:00–10:50."
    asked = single(opened, luis, starts=datetime(2026, 11, 25, 10, 45))
    assert check(asked).refused == words
    with pytest.raises(Refused) as refused:
        series.place(asked)
    assert (refused.value.message, refused.value.field) == (words, "starts")
    assert check(replace(asked, starts=datetime(2026, 11, 25, 10, 50))).refused == ""
    beside = replace(asked, clinician=edmund(), co_leader=opened.user_id)
    assert check(beside).refused == words
    assert check(replace(beside, co_leader=None)).refused == ""
    monthly = replace(asked, starts=datetime(2026, 11, 4, 10), repeats=Rule(weekdays=(2,), nth=1))
    assert "Wednesday 2 December" in check(monthly).refused


def test_no_write_gets_around_it(opened: Opened, weekly_ten: str, dana: str) -> None:
    row = Session.get_by_id(weekly_ten)
    copy = {**row.__data__, "id": "another", "series": None, "occurrence": None}
    late = datetime(2026, 11, 18, 10, 49)
    for values in (copy, {**copy, "starts": late}, {**copy, "clinician": edmund()}):
        if values["clinician"] == "edmund":
            values["co_leader"] = opened.user_id
        with (
            pytest.raises(Refused, match="two appointments at that time"),
            operation(OFFICE, "Import"),
        ):
            Session.insert(values).execute()
    with operation(OFFICE, "Import"):
        Session.insert({**copy, "starts": datetime(2026, 11, 18, 10, 50)}).execute()
    with pytest.raises(Refused, match="two appointments"), operation(OFFICE, "Import"):
        Session.update(starts=late).where(Session.id == "another").execute()


def test_taking_back_a_cancel_is_refused_once_the_time_is_taken(
    opened: Opened, weekly_ten: str, dana: str
) -> None:
    series.cancel(weekly_ten, Scope.THIS)
    done = OfficeOperation.select().order_by(OfficeOperation.id.desc()).get().id
    series.place(single(opened, dana))
    with pytest.raises(Refused, match="two appointments at that time"):
        undo(OFFICE, done)


def test_far_beyond_what_is_planned_the_rule_counts(opened: Opened, dana: str) -> None:
    series.place(single(opened, dana, repeats=weekly(WEDNESDAY.date())))
    far = WEDNESDAY + 60 * WEEK
    assert "already has Dana R." in check(single(opened, dana, starts=far)).refused
    assert check(single(opened, dana, starts=far + timedelta(hours=1))).refused == ""


def test_a_member_booked_twice_or_a_group_under_two_is_only_warned(opened: Opened) -> None:
    group, (dana, _luis), _ = a_full_group(opened.user_id, 2)
    then = datetime(2026, 11, 24, 18, 30)
    asked = single(opened, dana, starts=then, clinician=edmund())
    verdict = check(asked)
    assert verdict.refused == ""
    assert verdict.warnings == (
        "Dana R. already has Tuesday Recovery Skills, Tuesday 24 November, 18:00–19:00.",
    )
    series.place(asked)
    extra = Candidate(
        starts=datetime(2026, 11, 20, 9), minutes=60, clinician=opened.user_id, group=group
    )
    assert check(extra).warnings == ()
    roster.leave(roster.history(group)[0].id, date(2026, 11, 19))
    assert "Fewer than two members" in check(extra).warnings[0]
    twice = replace(extra, starts=then, clinician="edmund")
    assert "This group already meets then" in check(twice).refused


def test_a_length_that_cannot_be_is_refused(opened: Opened, dana: str) -> None:
    for minutes in (0, -5, 481):
        with pytest.raises(Refused, match="between 1 and 480"):
            series.place(single(opened, dana, minutes=minutes))


def test_an_appointment_needs_someone(opened: Opened, dana: str) -> None:
    with pytest.raises(Refused, match="choose the member"):
        series.place(single(opened, None))
    with pytest.raises(Refused, match="choose the group"):
        series.place(single(opened, dana, kind=SessionKind.GROUP))
    with pytest.raises(Refused, match="someone else"):
        series.place(single(opened, dana, co_leader=opened.user_id))
    with pytest.raises(Refused, match="belongs to a group"), operation(OFFICE, "By hand"):
        Session.create(clinician=opened.user_id, starts=WEDNESDAY, minutes=5)


def test_what_one_member_comes_for_never_stands_in_the_schedule(opened: Opened, dana: str) -> None:
    for repeats in (None, weekly(WEDNESDAY.date())):
        with pytest.raises(Refused, match="belongs into its notes"):
            series.place(single(opened, dana, technique="Grief", repeats=repeats))
    placed = series.place(single(opened, dana))
    how = series.how(schedule.session(placed))
    with pytest.raises(Refused, match="belongs into its notes"):
        series.change(placed, replace(how, technique="Grief"), Scope.THIS)


def test_a_groups_new_clinician_may_not_be_taken_either(opened: Opened) -> None:
    group, other = a_group(opened.user_id), edmund()
    a_group(other, name="Elsewhere")
    row = groups.group(group)
    known = {name: getattr(row, name) for name in groups.GroupDetails.__dataclass_fields__}
    with pytest.raises(Refused, match="Edmund Fairweather already has Elsewhere") as refused:
        groups.change(group, groups.GroupDetails(**{**known, "clinician": other}))
    assert refused.value.field == "clinician"


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


MOVES = st.lists(
    st.tuples(
        st.sampled_from(("move", "cancel", "hold", "extend", "how", "repeat", "undo")),
        st.integers(0, 7),
        st.integers(-9, 9),
        st.sampled_from(Scope),
        st.booleans(),
    ),
    max_size=8,
)
STEP = timedelta(minutes=5)
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""Eight edits are short enough to read; making them shorter would take minutes."""


@settings(max_examples=20, deadline=None, phases=QUICK, suppress_health_check=[*HealthCheck])
@given(MOVES)
def test_any_edits_keep_wall_time_and_neither_double_nor_lose_what_was_held(
    opened: Opened,
    clock_at: Clock,
    edits: list[tuple[str, int, int, Scope, bool]],
) -> None:
    """Hold, move, cancel, change and undo in any order, over both changes of the clocks."""
    clock_at.set(datetime(2026, 10, 20, 12, 0, tzinfo=ZONE))
    who = _begin_anew(opened)
    held: dict[str, datetime] = {}
    for what, which, by, scope, flag in edits:
        rows = [row for row in _all(who) if row.state is SessionState.PLANNED]
        if not rows:
            break
        row = rows[which % len(rows)]
        try:
            _edit(what, row, by, scope, reset=flag, clock_at=clock_at, held=held)
        except Refused:
            continue
        finally:
            _check(who, held)


def _begin_anew(opened: Opened) -> str:
    """Fourteen Wednesdays of a clinician with nothing else."""
    who = new_id()
    save_user(who, UserDetails(name="Edmund Fairweather", role=Role.CLINICIAN))
    series.place(
        single(
            opened,
            some_members(1)[0],
            clinician=who,
            starts=datetime(2026, 10, 21, 9, 0),
            repeats=Rule(weekdays=(2,), count=14),
        )
    )
    return who


def _all(who: str) -> list[Session]:
    return list(Session.select().where(Session.clinician == who).order_by(Session.starts))


def _edit(
    what: str,
    row: Session,
    by: int,
    scope: Scope,
    *,
    reset: bool,
    clock_at: Clock,
    held: dict[str, datetime],
) -> None:
    if what == "move":
        to = row.starts + timedelta(days=by)
        series.move(row.id, to + by * STEP, 50, scope, reset_moved=reset)
        assert schedule.session(row.id).starts == to + by * STEP
    elif what == "cancel":
        series.cancel(row.id, scope)
    elif what == "hold":
        clock_at.set(row.starts.replace(tzinfo=ZONE))
        sessions.start(row.id)
        sessions.stop(row.id)
        held[row.id] = row.starts
    elif what == "how":
        how = series.how(schedule.session(row.id))
        series.change(row.id, replace(how, platform=f"{by}"), scope)
    elif what == "repeat":
        series.repeat(row.id, Rule(weekdays=(row.starts.weekday(),), interval=1 + by % 3, count=9))
    elif what == "extend":
        planning.extend()
    else:
        undo(OFFICE, OfficeOperation.select().order_by(OfficeOperation.id.desc()).get().id)


def _check(who: str, held: dict[str, datetime]) -> None:
    rows = [row for row in _all(who) if row.state is not SessionState.CANCELLED]
    for session_id, starts in held.items():
        assert schedule.session(session_id).starts == starts
        assert schedule.session(session_id).state is SessionState.HELD
    twice = Counter((row.series_id, row.occurrence) for row in rows if row.occurrence)
    assert not [key for key, number in twice.items() if number > 1]
    for one, following in pairwise(rows):
        assert one.starts + timedelta(minutes=one.minutes) <= following.starts
    for row in rows:
        is_coming = row.state is SessionState.PLANNED and row.starts > wall_now()
        if row.series_id and not row.moved and is_coming:
            owner = Series.get_by_id(row.series_id)
            assert row.starts == datetime.combine(row.occurrence, owner.time)
            rule = rules.parse(owner.rule)
            assert rule.between(owner.starts_on, row.occurrence, row.occurrence)
