"""The plan in the session window: another one for today, and whose turn it is, by keys."""

from PySide6.QtTest import QTest

from practice.desk import named_plans, segments
from practice.desk.segments import Segment
from practice.models.enums.groups import SegmentKind
from practice.ui.live.start import StartPanel
from tests.build import PLAN
from tests.conftest import Clock
from tests.ui.live.conftest import Desk, Sit, words_on

WORK = (
    Segment(name="Teach", minutes=10, kind=SegmentKind.TEACH),
    Segment(name="Individual work", minutes=30, kind=SegmentKind.INDIVIDUAL),
    Segment(name="Close", minutes=5, kind=SegmentKind.CLOSE),
)


def before_start(desk: Desk) -> None:
    """At the panel, with a plan of the practice's own to choose."""
    named_plans.keep("A work evening", WORK)
    desk.window.open(desk.context, desk.session_id)
    QTest.qWaitForWindowActive(desk.window)


def begin_with_work(desk: Desk) -> None:
    """Choose that plan with one key, and start."""
    before_start(desk)
    desk.press("P", "Enter")


def test_one_key_chooses_another_plan_for_this_session(sit: Sit) -> None:
    desk = sit(3)
    before_start(desk)
    start = desk.window.start
    assert isinstance(start, StartPanel)
    assert "Check in 10 · Teach 15 min" in words_on(desk.window)
    desk.press("P")
    assert "Teach 10 · Individual work 30 · Close 5 min" in words_on(desk.window)
    desk.press("Enter")
    assert segments.of_session(desk.session_id) == WORK
    assert desk.view.record.plan == WORK


def test_without_a_key_it_is_the_group_s_own(sit: Sit) -> None:
    desk = sit(2)
    desk.begin()
    assert segments.of_session(desk.session_id) == PLAN


def test_individual_work_shows_whose_turn_it_is(sit: Sit, clock_at: Clock) -> None:
    desk = sit(3)
    begin_with_work(desk)
    desk.press("A", "F8")
    assert "not at individual work now" in words_on(desk.window)
    turn = desk.view.header.turn
    assert not turn.isVisible()
    clock_at.advance(minutes=12)
    desk.window.tick()
    assert "10:00 for each of 3" in words_on(turn)
    desk.press("F8")
    assert "Aya K. · 10:00 left" in words_on(turn)
    first, second, _ = desk.view.roster.rows.values()
    assert "their turn" in first.accessibleName()
    clock_at.advance(minutes=10, seconds=5)
    desk.window.tick()
    assert "Aya K. · time is over" in words_on(turn)
    desk.press("3", "Enter")
    desk.press("F8")
    assert "Dana R. · 10:00 left" in words_on(turn)
    assert "their turn" in second.accessibleName()
    assert "their turn" not in first.accessibleName()
    assert desk.view.writing


def test_the_line_goes_with_the_step(sit: Sit, clock_at: Clock) -> None:
    desk = sit(2)
    begin_with_work(desk)
    desk.press("A")
    clock_at.advance(minutes=11)
    desk.press("F8")
    clock_at.advance(minutes=30)
    desk.window.tick()
    assert not desk.view.header.turn.isVisible()
    assert "their turn" not in next(iter(desk.view.roster.rows.values())).accessibleName()
