"""Dragging in the calendar: the ghost says what is so, the database what became of it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from practice.desk import blocks, closures, schedule, sessions, toplace
from practice.desk.blocks import BlockDetails
from practice.desk.series import NewAppointment, place
from practice.models.enums.sessions import SessionKind, ToPlaceWhy
from practice.ui.context import Context, Place
from practice.ui.papers.documents import Document
from practice.ui.schedule.board import HOUR
from practice.ui.schedule.details import Details
from practice.ui.schedule.form import AppointmentForm
from practice.ui.schedule.scope import ScopeChoice
from practice.ui.schedule.shown import Shown, View
from practice.ui.theme import theme
from tests.build import a_full_group, some_members
from tests.conftest import Clock, Opened
from tests.ui.find import button, said
from tests.ui.schedule.conftest import Desk, on_record, starts

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SIX = datetime(2026, 11, 17, 18, 0)
SitDown = Callable[[], Desk]


@pytest.fixture
def dana(opened: Opened) -> str:
    """An individual session, Tuesday 18:00 to 18:50."""
    return place(
        NewAppointment(
            kind=SessionKind.INDIVIDUAL,
            member=some_members(1)[0],
            clinician=opened.user_id,
            starts=SIX,
            minutes=50,
        )
    )


def drag(part: QWidget, taken: QPoint, to: QPoint, *, let_go: bool = True) -> None:
    """Press at a place of a part, move to a place on the screen, let go there."""
    QTest.mousePress(part, LEFT, NONE, taken)
    QTest.mouseMove(part, taken + QPoint(3, 12))
    QTest.mouseMove(part, part.mapFromGlobal(to))
    if let_go:
        QTest.mouseRelease(part, LEFT, NONE, part.mapFromGlobal(to))


def place_of(desk: Desk, column: int, minute: int) -> QPoint:
    """Where a time is on the screen, once it is scrolled into view."""
    board = desk.page.week.board
    desk.page.week.show_time(minute)
    return board.mapToGlobal(QPoint(board.x_of(column) + 40, board.y_of(minute)))


def test_a_block_dragged_to_thursday_goes_there(sit_down: SitDown, dana: str) -> None:
    desk = sit_down()
    block = desk.block(dana)
    to = place_of(desk, 3, 17 * 60)
    drag(block, QPoint(20, 0), to, let_go=False)
    assert desk.page.week.board.ghost.words == "17:00–17:50 · free"
    QTest.mouseRelease(block, LEFT, NONE, block.mapFromGlobal(to))
    assert on_record(dana).starts == datetime(2026, 11, 19, 17, 0)
    assert not desk.page.week.board.ghost.isVisible()


def test_it_snaps_to_five_minutes(sit_down: SitDown, dana: str) -> None:
    desk = sit_down()
    minute = theme().px(HOUR) / 60
    drag(desk.block(dana), QPoint(20, 0), place_of(desk, 1, 17 * 60) + QPoint(0, round(7 * minute)))
    assert on_record(dana).starts == datetime(2026, 11, 17, 17, 5)


def test_the_foot_makes_it_longer(sit_down: SitDown, dana: str) -> None:
    desk = sit_down()
    block = desk.block(dana)
    foot = QPoint(20, block.height() - 2)
    drag(block, foot, place_of(desk, 1, 19 * 60 + 15))
    assert (on_record(dana).starts, on_record(dana).minutes) == (SIX, 75)


def test_dropped_beside_the_calendar_it_stays(sit_down: SitDown, dana: str) -> None:
    desk = sit_down()
    drag(desk.block(dana), QPoint(20, 4), desk.page.side.mapToGlobal(QPoint(50, 300)))
    assert on_record(dana).starts == SIX
    assert desk.page.carrier.cargo is None


def test_esc_while_dragging_leaves_it_where_it_was(sit_down: SitDown, dana: str) -> None:
    desk = sit_down()
    block, to = desk.block(dana), place_of(desk, 3, 17 * 60)
    drag(block, QPoint(20, 0), to, let_go=False)
    desk.press(Qt.Key.Key_Escape)
    assert not desk.page.week.board.ghost.isVisible()
    QTest.mouseRelease(block, LEFT, NONE, block.mapFromGlobal(to))
    assert on_record(dana).starts == SIX
    assert desk.page.side.panel is None


def test_dropped_on_a_taken_time_it_is_refused_in_words(
    sit_down: SitDown, opened: Opened, dana: str
) -> None:
    second = place(
        NewAppointment(
            kind=SessionKind.INDIVIDUAL,
            member=some_members(2)[1],
            clinician=opened.user_id,
            starts=SIX + timedelta(days=1),
            minutes=50,
        )
    )
    desk = sit_down()
    block, to = desk.block(dana), place_of(desk, 2, 18 * 60 + 10)
    drag(block, QPoint(20, 0), to, let_go=False)
    assert "Maria Lopez already has" in desk.page.week.board.ghost.words
    QTest.mouseRelease(block, LEFT, NONE, block.mapFromGlobal(to))
    assert "Maria Lopez already has" in desk.warned
    assert (on_record(dana).starts, on_record(second).starts) == (SIX, SIX + timedelta(days=1))
    assert desk.page.carrier.cargo is None


def test_a_series_dropped_is_asked_about_and_left(sit_down: SitDown, opened: Opened) -> None:
    session = a_full_group(opened.user_id, 2)[2]
    desk = sit_down()
    drag(desk.block(session), QPoint(20, 0), place_of(desk, 2, 16 * 60))
    assert isinstance(desk.page.side.panel, ScopeChoice)
    button(desk.page.side, "Leave it as it was").click()
    assert on_record(session).starts == SIX
    drag(desk.block(session), QPoint(20, 0), place_of(desk, 2, 16 * 60))
    button(desk.page.side, "Move all of them").click()
    assert on_record(session).starts == datetime(2026, 11, 18, 16, 0)
    assert starts("Tuesday Recovery Skills")[1] == datetime(2026, 11, 25, 16, 0)


def test_someone_is_dragged_out_of_the_tray(sit_down: SitDown, opened: Opened) -> None:
    member = some_members(2)[1]
    toplace.ask(member, ToPlaceWhy.REFERRAL)
    desk = sit_down()
    card = desk.page.side.tray.cards()[0]
    drag(card, QPoint(30, 10), place_of(desk, 4, 17 * 60))
    assert starts("Luis M.") == [datetime(2026, 11, 20, 17, 0)]
    assert "Nobody waits for a time." in said(desk.page.side.tray)


def test_what_was_held_does_not_move(sit_down: SitDown, opened: Opened, clock_at: Clock) -> None:
    session = a_full_group(opened.user_id, 2)[2]
    sessions.start(session)
    clock_at.to("19:00")
    sessions.stop(session)
    desk = sit_down()
    drag(desk.block(session), QPoint(20, 4), place_of(desk, 3, 17 * 60))
    assert schedule.session(session).starts == SIX
    assert "still to mark" in desk.block(session).accessibleName()


def test_overlapping_appointments_stand_side_by_side(sit_down: SitDown, opened: Opened) -> None:
    session = a_full_group(opened.user_id, 2)[2]
    lunch = BlockDetails(words="Supervision", starts=SIX + timedelta(minutes=30), minutes=60)
    block_id = blocks.add(lunch)
    desk = sit_down()
    left, right = desk.block(session), desk.block(block_id)
    assert left.geometry().right() < right.geometry().left()
    assert left.y() < right.y()
    desk.page.stand_at(SIX, session)
    desk.press(Qt.Key.Key_Right)
    assert desk.said == ("Supervision, Tuesday 17 November, 18:30 to 19:30, nobody’s appointment")


def test_a_block_that_comes_again_is_removed_for_one_day(sit_down: SitDown, opened: Opened) -> None:
    lunch = blocks.add(BlockDetails(words="Lunch", starts=SIX - timedelta(hours=6), minutes=60))
    desk = sit_down()
    desk.stand_on(lunch)
    desk.press(Qt.Key.Key_Delete)
    assert blocks.between(SIX.date(), SIX.date()) == []


def test_a_click_shows_details_that_follow_the_keyboard(
    sit_down: SitDown, opened: Opened, dana: str
) -> None:
    desk = sit_down()
    desk.page.week.show_time(18 * 60)
    QTest.mouseClick(desk.block(dana), LEFT)
    details = desk.page.side.panel
    assert isinstance(details, Details)
    assert details.title.text() == "Dana R."
    blocks.add(BlockDetails(words="Tea", starts=SIX + timedelta(hours=1), minutes=30))
    desk.press(Qt.Key.Key_Down)
    assert details.title.text() == "Tea"


def test_a_click_elsewhere_puts_back_what_was_carried(
    sit_down: SitDown, opened: Opened, dana: str
) -> None:
    tea = blocks.add(BlockDetails(words="Tea", starts=SIX + timedelta(hours=1), minutes=30))
    desk = sit_down()
    desk.stand_on(dana)
    desk.press(Qt.Key.Key_M, Qt.Key.Key_Right)
    QTest.mouseClick(desk.block(tea), LEFT)
    assert desk.page.carrier.cargo is None
    assert on_record(dana).starts == SIX
    assert isinstance(desk.page.side.panel, Details)
    assert desk.said.startswith("Tea")


def test_a_double_click_on_a_free_time_begins_something_there(sit_down: SitDown, dana: str) -> None:
    desk = sit_down()
    board = desk.page.week.board
    where = board.mapFromGlobal(place_of(desk, 2, 17 * 60)) + QPoint(0, 10)
    QTest.mouseDClick(board, LEFT, NONE, where)
    form = desk.page.findChild(AppointmentForm)
    assert isinstance(form, AppointmentForm)
    assert form.placed_at == datetime(2026, 11, 18, 17, 0)


def test_a_closed_day_says_so_over_its_column(sit_down: SitDown, dana: str) -> None:
    closures.add(SIX.date(), SIX.date(), "Founders' Day")
    desk = sit_down()
    heads = desk.page.week.heads.heads
    assert heads[1].accessibleName() == "Tue, 17, closed: Founders' Day, 1 booked"
    desk.page.turn(View.MONTH)
    assert "closed: Founders' Day" in desk.page.month.cells[22].accessibleName()


def test_a_free_time_begins_something_there(sit_down: SitDown, dana: str) -> None:
    desk = sit_down()
    free = desk.page.side.free
    free.length.set_value(30)
    free.rows()[0].click()  # type: ignore[attr-defined]
    form = desk.page.findChild(AppointmentForm)
    assert isinstance(form, AppointmentForm)
    assert form.placed_at == datetime(2026, 11, 17, 19, 0)
    assert form.fields["minutes"].value() == 30


def test_the_days_shown_are_printed_from_their_page(sit_down: SitDown, context: Context) -> None:
    desk = sit_down()
    gone: list[tuple[object, str]] = []
    context.go.connect(lambda where, what: gone.append((where, what)))
    desk.page.bar.print.click()
    desk.page.show_days(Shown(View.DAY, date(2026, 11, 18)))
    desk.page.bar.print.click()
    assert gone == [
        (Place.PAPERS, f"{Document.SCHEDULE.value}:2026-11-17:week:{context.user_id}"),
        (Place.PAPERS, f"{Document.SCHEDULE.value}:2026-11-18:day:{context.user_id}"),
    ]
