"""The plan of a session: kept by name, put into groups, fixed with the session that follows it."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.desk import attendance, cue, groups, named_plans, schedule, segments, sessions
from practice.desk.groups import GroupDetails
from practice.desk.segments import Plan, Segment
from practice.desk.usual import GIVEN, USUAL, minutes_of
from practice.errors import Refused
from practice.models import audit
from practice.models.base import OFFICE, OfficeOperation
from practice.models.enums.groups import GroupKind, SegmentKind
from tests.build import PLAN, a_full_group, a_group
from tests.conftest import Clock, Opened

SHORT = (Segment(name="Arrive", minutes=5),)
WORK = (
    Segment(name="Teach", minutes=10, kind=SegmentKind.TEACH),
    Segment(name="Individual work", minutes=30, kind=SegmentKind.INDIVIDUAL),
)


def details(group: str) -> GroupDetails:
    row = groups.group(group)
    return GroupDetails(**{field.name: getattr(row, field.name) for field in fields(GroupDetails)})


def own() -> dict[str, Plan]:
    return {row.name: row.plan for row in named_plans.library() if row.id}


def undo_last() -> None:
    audit.undo(OFFICE, OfficeOperation.select().order_by(OfficeOperation.id.desc()).get().id)


def test_a_plan_of_a_group_is_kept_for_others_in_one_step(opened: Opened) -> None:
    group = a_group(opened.user_id)
    groups.change(group, details(group), WORK, "Evening of work")
    assert own() == {"Evening of work": WORK}
    undo_last()
    assert own() == {}
    assert segments.of_group(group) == PLAN


def test_one_name_holds_one_plan_and_groups_keep_what_they_have(opened: Opened) -> None:
    group = a_group(opened.user_id)
    first = named_plans.keep("Evening", WORK)
    groups.change(group, details(group), segments.of_named(first))
    assert named_plans.keep("  evening ", SHORT) == first
    assert own() == {"Evening": SHORT}
    assert segments.of_group(group) == WORK


def test_a_plan_of_the_program_gives_way_to_one_s_own_and_comes_back(opened: Opened) -> None:
    plan_id = named_plans.keep("One hour", SHORT)
    assert [row.plan for row in named_plans.library() if row.name == "One hour"] == [SHORT]
    named_plans.remove(plan_id)
    assert {row.name: row.plan for row in named_plans.library()} == GIVEN
    undo_last()
    assert own() == {"One hour": SHORT}


@pytest.mark.parametrize(
    ("name", "plan", "field"),
    [
        (" ", SHORT, "keep_as"),
        ("a\x00", SHORT, "keep_as"),
        ("x" * 1_000, SHORT, "keep_as"),
        ("None", (), "plan"),
        ("Long", (Segment(name="Sit", minutes=0),), "plan"),
        ("Long", (Segment(name="Sit", minutes=481),), "plan"),
        ("Nameless", (Segment(name=" ", minutes=5),), "plan"),
    ],
)
def test_what_is_no_plan_is_refused_at_its_field(
    opened: Opened, name: str, plan: Plan, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        named_plans.keep(name, plan)
    assert refused.value.field == field
    assert own() == {}


def test_what_is_given_fits_its_name_and_kind() -> None:
    assert {kind: minutes_of(plan) for kind, plan in USUAL.items()} == {
        GroupKind.THERAPY: 60,
        GroupKind.PSYCHOEDUCATION: 60,
        GroupKind.PEER_SUPPORT: 60,
        GroupKind.MICRO: 20,
    }
    lengths = [minutes_of(plan) for plan in GIVEN.values()]
    assert lengths == [60, 60, 60, 20, 90, 180]


def test_a_session_keeps_the_plan_it_began_with(opened: Opened, clock_at: Clock) -> None:
    group, _, session = a_full_group(opened.user_id, 2)
    clock_at.to("18:00")
    sessions.start(session)
    groups.change(group, details(group), SHORT)
    assert segments.of_session(session) == PLAN
    assert segments.of_group(group) == SHORT
    with pytest.raises(Refused, match="kept as it was"):
        with_new_plan(session)


def with_new_plan(session: str) -> None:
    with audit.operation(OFFICE, "Change what was followed"):
        segments.write(SHORT, session=session)


def test_another_plan_holds_for_one_session_alone(opened: Opened, clock_at: Clock) -> None:
    group, _, session = a_full_group(opened.user_id, 2)
    clock_at.to("18:00")
    sessions.start(session, WORK)
    assert segments.of_session(session) == WORK
    assert segments.of_group(group) == PLAN


def test_a_session_without_a_group_has_no_plan(opened: Opened, clock_at: Clock) -> None:
    _, _, session = a_full_group(opened.user_id, 1)
    named_plans.keep("Evening", WORK)
    clock_at.to("18:00")
    sessions.start(session)
    assert segments.of_group(None) == ()


def test_turns_go_through_those_who_are_here(opened: Opened, clock_at: Clock) -> None:
    _, _, session = a_full_group(opened.user_id, 4)
    clock_at.to("18:00")
    sessions.start(session, WORK)
    attendance.mark_all_present(session)
    digits = {seat.member: seat.digit for seat in sessions.seats(session)}
    with pytest.raises(Refused, match="not at individual work"):
        cue.next_turn(session)
    clock_at.advance(minutes=10)
    cue.next_turn(session)
    attendance.mark_out(sessions.seats(session)[1].id)
    cue.next_turn(session)
    cue.next_turn(session)
    with pytest.raises(Refused, match="had a turn"):
        cue.next_turn(session)
    assert [digits[turn.member] for turn in cue.turns(session)] == ["1", "3", "4"]
    undo_last()
    assert len(cue.turns(session)) == 2


def test_a_pause_holds_the_turn_too(opened: Opened, clock_at: Clock) -> None:
    _, _, session = a_full_group(opened.user_id, 2)
    clock_at.to("18:00")
    sessions.start(session, WORK)
    attendance.mark_all_present(session)
    clock_at.advance(minutes=12)
    cue.pause(session)
    clock_at.advance(minutes=7)
    cue.pause(session)
    cue.next_turn(session)
    (turn,) = cue.turns(session)
    assert turn.seconds == 12 * 60
    assert cue.seconds(schedule.session(session)) == 12 * 60


@given(st.lists(st.integers(1, 90), max_size=8), st.integers(0, 60_000))
def test_the_place_in_a_plan_adds_up(minutes: list[int], at: int) -> None:
    plan = tuple(Segment(name=str(number), minutes=one) for number, one in enumerate(minutes))
    where = cue.place(plan, at)
    before = 60 * sum(minutes[: where.number])
    assert before + where.since == at
    assert (where.step is None) == (at >= 60 * sum(minutes))
    if where.step is not None:
        assert where.since + where.left == 60 * where.step.minutes


@pytest.mark.parametrize("people", [0, 1, 3, 10])
def test_a_step_is_parted_evenly_and_never_by_nobody(people: int) -> None:
    assert cue.share(WORK[1], people) == 1800 // max(1, people)
