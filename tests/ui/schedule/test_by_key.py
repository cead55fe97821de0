"""Everything in the calendar by keyboard alone; then the database is asked."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from practice.desk import blocks, groups, members, schedule, toplace
from practice.desk.blocks import BlockDetails
from practice.desk.members import MemberDetails
from practice.desk.rules import weekly
from practice.desk.series import NewAppointment, Scope, place
from practice.models.enums.sessions import SessionKind, SessionState, ToPlaceWhy
from practice.ui.context import Context, Place
from practice.ui.schedule.block import Block
from practice.ui.schedule.change import BlockForm, SessionForm
from practice.ui.schedule.details import Details
from practice.ui.schedule.form import AppointmentForm, Kind
from practice.ui.schedule.scope import ScopeChoice
from practice.ui.schedule.shown import View
from practice.ui.schedule.walkin import WalkInForm
from tests.build import a_full_group, some_members
from tests.conftest import Opened
from tests.ui.find import button, nameless, said
from tests.ui.schedule.conftest import Desk, on_record, starts

K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
SIX = datetime(2026, 11, 17, 18, 0)
WEEK, MINUTE = timedelta(weeks=1), timedelta(minutes=1)
SitDown = Callable[[], Desk]


@pytest.fixture
def session(opened: Opened) -> str:
    """Today's session of a group of three, 18:00 to 19:00."""
    return a_full_group(opened.user_id, 3)[2]


def one_to_one(opened: Opened, when: datetime, minutes: int = 50) -> str:
    """An individual session with Dana."""
    return place(
        NewAppointment(
            kind=SessionKind.INDIVIDUAL,
            member=some_members(1)[0],
            clinician=opened.user_id,
            starts=when,
            minutes=minutes,
        )
    )


def test_every_block_says_all_of_itself(sit_down: SitDown, session: str) -> None:
    desk = sit_down()
    assert desk.block(session).accessibleName() == (
        "Tuesday Recovery Skills, Tuesday 17 November, 18:00 to 19:00, 3 of 10, planned"
    )
    assert nameless(desk.page) == []


def test_arrows_walk_over_appointments_and_free_times(sit_down: SitDown, session: str) -> None:
    desk = sit_down()
    desk.stand_on(session)
    desk.press(K.Key_Up)
    assert desk.said == "Free time, Tuesday 17 November, 17:30"
    desk.press(K.Key_Down, K.Key_Down)
    assert desk.said == "Free time, Tuesday 17 November, 19:00"
    desk.press(K.Key_Up, K.Key_Right)
    assert desk.said == "Free time, Wednesday 18 November, 18:00"
    desk.press(K.Key_Left, K.Key_Home)
    assert desk.said.startswith("Tuesday Recovery Skills")


def test_right_of_friday_is_the_weekend_and_then_the_next_week(
    sit_down: SitDown, session: str
) -> None:
    desk = sit_down()
    desk.stand_on(session)
    desk.press(K.Key_Up, *[K.Key_Right] * 4)
    assert desk.said == "Free time, Saturday 21 November, 17:30"
    desk.press(K.Key_Right, K.Key_Right)
    assert desk.said == "Free time, Monday 23 November, 17:30"
    desk.press(K.Key_Left)
    assert desk.said == "Free time, Sunday 22 November, 17:30"


def test_a_move_to_another_day_and_its_undo(
    sit_down: SitDown, opened: Opened, context: Context
) -> None:
    moved = one_to_one(opened, SIX)
    desk = sit_down()
    desk.stand_on(moved)
    desk.press(K.Key_M, K.Key_Right, K.Key_Up, K.Key_PageUp)
    assert desk.said == "Dana R., 16:55–17:45 · free"
    desk.press(K.Key_Down, holding=SHIFT)
    desk.press(K.Key_Return)
    one = on_record(moved)
    assert (one.starts, one.minutes) == (datetime(2026, 11, 18, 16, 55), 55)
    assert desk.said.startswith("Dana R., Wednesday 18 November, 16:55 to 17:50")
    context.actions.undo()
    assert (on_record(moved).starts, on_record(moved).minutes) == (SIX, 50)


def test_esc_leaves_it_where_it_was(sit_down: SitDown, session: str) -> None:
    desk = sit_down()
    desk.stand_on(session)
    desk.press(K.Key_M, K.Key_Right, K.Key_Escape)
    assert not desk.page.week.board.ghost.isVisible()
    assert desk.said.startswith("Tuesday Recovery Skills")
    assert on_record(session).starts == SIX


def test_a_clinician_booked_twice_is_refused_in_words(
    sit_down: SitDown, opened: Opened, session: str
) -> None:
    other = one_to_one(opened, SIX + timedelta(hours=2))
    desk = sit_down()
    desk.stand_on(other)
    desk.press(K.Key_M, K.Key_PageUp, K.Key_Up)
    assert "Maria Lopez already has Tuesday Recovery Skills" in desk.said
    assert any("18:00–19:00" in words for words in said(desk.page.hint))
    desk.press(K.Key_Return)
    assert "already has Tuesday Recovery Skills" in desk.warned
    desk.press(K.Key_Escape)
    assert on_record(other).starts == SIX + timedelta(hours=2)


@pytest.mark.parametrize(
    ("downs", "after"),
    [
        (0, [SIX + WEEK, SIX + WEEK * 2]),
        (1, [SIX + WEEK + MINUTE * 5, SIX + WEEK * 2 + MINUTE * 5]),
    ],
    ids=["this", "following"],
)
def test_of_a_series_it_is_asked_how_far(
    sit_down: SitDown, session: str, downs: int, after: list[datetime]
) -> None:
    desk = sit_down()
    desk.stand_on(session)
    desk.press(K.Key_M, K.Key_Down, K.Key_Return)
    assert isinstance(desk.page.side.panel, ScopeChoice)
    desk.press(*[K.Key_Down] * downs, K.Key_Space)
    assert on_record(session).starts == SIX + MINUTE * 5
    assert starts("Tuesday Recovery Skills")[1:3] == after
    assert desk.page.side.tray.isVisible()
    assert desk.said.startswith("Tuesday Recovery Skills")


def test_carried_past_the_week_the_next_one_comes(sit_down: SitDown, session: str) -> None:
    desk = sit_down()
    desk.stand_on(session)
    desk.press(K.Key_M, *[K.Key_Right] * 9)
    assert desk.page.shown.title == "23 – 27 November"
    assert desk.page.week.board.ghost.isVisible()
    desk.press(K.Key_Return, K.Key_Space)
    assert on_record(session).starts == datetime(2026, 11, 26, 18, 0)


def test_what_was_held_is_never_picked_up(sit_down: SitDown, opened: Opened) -> None:
    a_full_group(opened.user_id, 3)
    held = one_to_one(opened, datetime(2026, 11, 17, 16, 0))
    schedule.session(held)
    desk = sit_down()
    desk.stand_on(held)
    desk.press(K.Key_Delete, K.Key_Down, K.Key_Return)
    assert on_record(held).state is SessionState.CANCELLED
    desk.press(K.Key_M)
    assert "keeps its time" in desk.warned
    assert desk.page.carrier.cargo is None
    desk.press(K.Key_U)
    assert on_record(held).state is SessionState.PLANNED


def test_a_member_who_phones_to_cancel_is_not_the_practice_cancelling(
    sit_down: SitDown, opened: Opened
) -> None:
    a_full_group(opened.user_id, 3)
    held = one_to_one(opened, datetime(2026, 11, 17, 19, 30))
    desk = sit_down()
    went: list[tuple[Place, str]] = []
    desk.page.context.go.connect(lambda place, item: went.append((place, item)))
    desk.stand_on(held)
    desk.press(K.Key_Delete, K.Key_Return)
    assert on_record(held).state is SessionState.PLANNED
    assert went == [(Place.SESSION, f"{held}:{schedule.session(held).member}")]


def test_another_view_keeps_the_keyboard_on_its_day_and_time(
    sit_down: SitDown, opened: Opened
) -> None:
    a_full_group(opened.user_id, 3)
    desk = sit_down()
    desk.page.stand_at(datetime(2026, 11, 19, 10, 0))
    desk.press(K.Key_1)
    assert desk.page.shown.day == date(2026, 11, 19)
    desk.press(K.Key_2)
    assert desk.page.commands.wished() == datetime(2026, 11, 19, 10, 0)
    desk.press(K.Key_3, K.Key_2)
    assert desk.page.commands.wished() == datetime(2026, 11, 19, 10, 0)


def test_the_list_keeps_the_keyboard_on_its_appointment(
    sit_down: SitDown, opened: Opened, session: str
) -> None:
    one_to_one(opened, datetime(2026, 11, 16, 9, 0))
    desk = sit_down()
    desk.stand_on(session)
    desk.press(K.Key_4)
    assert desk.said.startswith("Tuesday Recovery Skills, Tuesday 17 November")
    desk.press(K.Key_2)
    assert desk.said.startswith("Tuesday Recovery Skills, Tuesday 17 November")
    desk.press(K.Key_Left, K.Key_4)
    assert desk.said.startswith("Tuesday Recovery Skills, Tuesday 17 November")


def test_a_series_is_placed_at_the_time_one_stands_on(sit_down: SitDown, opened: Opened) -> None:
    a_full_group(opened.user_id, 3)
    desk = sit_down()
    desk.page.stand_at(datetime(2026, 11, 18, 10, 0))
    desk.press(K.Key_N, K.Key_Up)
    desk.tab_to("Repeats")
    desk.press(K.Key_Down, K.Key_Down)
    desk.tab_to("It ends")
    desk.press(K.Key_Down, K.Key_Down)
    desk.tab_to("How many times")
    desk.type("3")
    form = desk.page.findChild(AppointmentForm)
    assert isinstance(form, AppointmentForm)
    assert "every second Wednesday, 3 times" in form.verdict.text()
    desk.press(K.Key_Return)
    ten = datetime(2026, 11, 18, 10, 0)
    placed = [when for when in starts("Tuesday Recovery Skills") if when.hour == 10]
    assert placed == [ten, ten + 2 * WEEK, ten + 4 * WEEK]
    assert desk.said.startswith("Tuesday Recovery Skills, Wednesday 18 November, 10:00")


def test_what_is_wrong_stands_beside_its_field(sit_down: SitDown, opened: Opened) -> None:
    a_full_group(opened.user_id, 3)
    desk = sit_down()
    desk.page.stand_at(SIX - timedelta(hours=1))
    desk.press(K.Key_N)
    form = desk.page.findChild(AppointmentForm)
    assert isinstance(form, AppointmentForm)
    desk.press(K.Key_Return)
    assert "Choose a member" in form.fields["member"].error
    form.fields["kind"].set_value(Kind.GROUP)
    form.fields["starts"].widget.setText("18:30")  # type: ignore[attr-defined]
    assert "already" in form.verdict.text()
    form.save()
    assert "already" in form.fields["starts"].error
    assert not [when for when in starts("Tuesday Recovery Skills") if when.minute == 30]


def test_details_open_with_enter_and_close_with_esc(
    sit_down: SitDown, session: str, context: Context
) -> None:
    desk = sit_down()
    desk.stand_on(session)
    desk.press(K.Key_Return)
    details = desk.page.side.panel
    assert isinstance(details, Details)
    assert "Comes again: Tuesdays" in details.facts.text()
    assert desk.focus().parentWidget() is not None
    assert details.isAncestorOf(desk.focus())
    desk.press(K.Key_Escape)
    assert desk.page.side.panel is None
    assert desk.said.startswith("Tuesday Recovery Skills")
    gone: list[tuple[object, str]] = []
    context.go.connect(lambda where, what: gone.append((where, what)))
    desk.press(K.Key_A)
    assert gone == [(Place.SESSION, session)]


def test_the_meeting_link_is_copied_with_one_key(sit_down: SitDown, session: str) -> None:
    desk = sit_down()
    desk.stand_on(session)
    desk.press(K.Key_C)
    assert QGuiApplication.clipboard().text() == "https://video.example.org/j/1"
    desk.press(K.Key_Up, K.Key_C)
    assert "Stand on an appointment first" in desk.warned


def test_someone_from_the_tray_is_placed_at_their_next_free_time(
    sit_down: SitDown, opened: Opened, context: Context
) -> None:
    _, ids, _ = a_full_group(opened.user_id, 3)
    toplace.ask(ids[1], ToPlaceWhy.MISSED, "Mornings")
    desk = sit_down()
    desk.press(K.Key_P)
    assert desk.said == "Luis M., Missed and wants another time · Mornings"
    desk.press(K.Key_M)
    assert desk.said == "Luis M., 19:00–19:50 · free"
    desk.press(K.Key_Down, K.Key_Return)
    assert starts("Luis M.") == [datetime(2026, 11, 17, 19, 5)]
    assert toplace.waiting() == []
    context.actions.undo()
    assert starts("Luis M.") == []
    assert [row.member for row in toplace.waiting()] == [ids[1]]


def test_a_walk_in_joins_a_group_of_today_or_begins_now(
    sit_down: SitDown, opened: Opened, session: str, context: Context
) -> None:
    desk = sit_down()
    desk.page.take_keyboard()
    desk.press(K.Key_W)
    form = desk.page.findChild(WalkInForm)
    assert isinstance(form, WalkInForm)
    assert form.fields["into"].value() == session
    newcomer = members.add(MemberDetails(given_name="Uri"))
    visit = WalkInForm(context.actions, opened.user_id)
    visit.fields["member"].widget.list.choose(newcomer)  # type: ignore[attr-defined]
    visit.save()
    assert on_record(session).expected == 4
    form.fields["into"].set_value(SessionKind.PEER)
    form.fields["member"].widget.search.setText("Dana")  # type: ignore[attr-defined]
    form.fields["member"].widget.list.choose_first()  # type: ignore[attr-defined]
    form.fields["minutes"].set_value(10)
    form.save()
    assert starts("Dana R.") == [datetime(2026, 11, 17, 17, 50)]


def test_views_turn_with_digits_and_keep_the_day(sit_down: SitDown, session: str) -> None:
    desk = sit_down()
    desk.stand_on(session)
    desk.press(K.Key_3)
    assert desk.page.shown.view is View.MONTH
    assert "18:00 Tuesday Recovery Skills" in desk.said
    desk.press(K.Key_Down)
    assert desk.said.startswith("Tuesday 24 November")
    desk.press(K.Key_Return)
    assert desk.page.shown.title == "Tuesday 24 November"
    desk.press(K.Key_4)
    assert desk.page.shown.title == "23 – 27 November"
    assert desk.said.startswith("Tuesday Recovery Skills, Tuesday 24 November")
    desk.press(K.Key_2, K.Key_PageUp, K.Key_T)
    assert desk.page.shown.title == "16 – 20 November"
    assert desk.said == "Free time, Tuesday 17 November, 17:30"


def test_below_the_month_comes_the_next_one(sit_down: SitDown, session: str) -> None:
    desk = sit_down()
    desk.stand_on(session)
    desk.press(K.Key_3, *[K.Key_Down] * 3)
    assert desk.said.startswith("Tuesday 8 December")
    assert desk.page.shown.title == "December 2026"


def test_tab_stops_once_in_the_calendar_whatever_week_it_was(
    sit_down: SitDown, opened: Opened, session: str
) -> None:
    for hour in (10, 12, 14):
        one_to_one(opened, datetime(2026, 11, 17, hour, 0))
    desk = sit_down()
    for key in (K.Key_Home, K.Key_Down, K.Key_Down, K.Key_PageDown, K.Key_Home, K.Key_PageUp):
        desk.press(key)
        board = desk.page.week.board
        stops = [
            part
            for part in (*board.findChildren(Block), board.slot)
            if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert stops == [desk.focus()]


def test_coming_here_for_one_session_shows_it_whoever_leads(
    sit_down: SitDown, session: str, context: Context
) -> None:
    desk = sit_down()
    desk.page.turn(View.MONTH)
    desk.page.turn(View.WEEK)
    desk.page.move_by(3)
    context.go.emit(Place.SCHEDULE, session)
    details = desk.page.side.panel
    assert isinstance(details, Details)
    assert details.title.text() == "Tuesday Recovery Skills"
    assert desk.page.shown.title == "16 – 20 November"


def test_a_date_is_typed_to_go_there(sit_down: SitDown, session: str) -> None:
    desk = sit_down()
    desk.stand_on(session)
    desk.press(K.Key_G)
    desk.type("2026-12-24")
    desk.press(K.Key_Return)
    assert desk.page.shown.title == "21 – 25 December"
    assert desk.said == "Free time, Thursday 24 December, 09:00"
    desk.press(K.Key_G)
    desk.type("31/02/2026")
    desk.press(K.Key_Return)
    assert "no" in desk.warned


def test_all_keys_are_shown_over_the_page(sit_down: SitDown, session: str) -> None:
    desk = sit_down()
    desk.stand_on(session)
    desk.type("?")
    assert desk.page.overlay.isVisible()
    desk.press(K.Key_Escape)
    assert not desk.page.overlay.isVisible()
    assert desk.said.startswith("Tuesday Recovery Skills")


def test_a_series_ends_from_the_one_that_is_cancelled(sit_down: SitDown, session: str) -> None:
    desk = sit_down()
    desk.stand_on(session)
    desk.press(K.Key_Delete)
    assert button(desk.page.side, "Cancel only this one").hasFocus()
    desk.press(K.Key_Down, K.Key_Space)
    assert starts("Tuesday Recovery Skills") == []


def test_it_opens_where_the_time_it_is_can_be_seen(sit_down: SitDown, session: str) -> None:
    week = sit_down().page.week
    QApplication.processEvents()
    seen = week.board.visibleRegion().boundingRect()
    assert seen.top() < week.board.y_of(17 * 60 + 50) < seen.bottom()


def test_time_and_place_change_in_one_step(
    sit_down: SitDown, session: str, context: Context
) -> None:
    desk = sit_down()
    desk.stand_on(session)
    desk.press(K.Key_E)
    form = desk.page.findChild(SessionForm)
    assert isinstance(form, SessionForm)
    form.fields["starts"].widget.setText("18:30")  # type: ignore[attr-defined]
    form.fields["platform"].set_value("Doxy")
    desk.press(K.Key_Return)
    row = schedule.session(session)
    assert (row.starts, row.platform) == (SIX + 30 * MINUTE, "Doxy")
    context.actions.undo()
    row = schedule.session(session)
    assert (row.starts, row.platform) == (SIX, "Zoom")


def test_blocked_time_changes_its_words_and_length_for_one_day_or_all(
    sit_down: SitDown, opened: Opened, context: Context
) -> None:
    noon = SIX - 6 * timedelta(hours=1)
    lunch = blocks.add(
        BlockDetails(words="Lunch", starts=noon, minutes=60, repeats=weekly(noon.date()))
    )
    desk = sit_down()
    desk.stand_on(lunch)
    desk.press(K.Key_E)
    form = desk.page.findChild(BlockForm)
    assert isinstance(form, BlockForm)
    form.fields["words"].set_value("")
    form.save()
    assert "what this time is for" in form.fields["words"].error
    form.fields["words"].set_value("Lunch together")
    form.fields["minutes"].set_value(30)
    form.save()
    days = blocks.between(noon.date(), (noon + WEEK).date())
    assert [(b.words, b.minutes) for b in days] == [("Lunch together", 30), ("Lunch", 60)]
    context.actions.undo()
    desk.stand_on(lunch)
    desk.press(K.Key_E)
    form = next(f for f in desk.page.findChildren(BlockForm) if f.isVisible())
    form.fields["minutes"].set_value(30)
    form.fields["clinician"].set_value(opened.user_id)
    form.scope.set_value(Scope.ALL)
    form.save()
    days = blocks.between(noon.date(), (noon + WEEK).date())
    assert [(b.minutes, b.clinician) for b in days] == [(30, opened.user_id)] * 2


def test_a_group_brings_its_usual_length_until_another_is_typed(
    sit_down: SitDown, opened: Opened
) -> None:
    a_full_group(opened.user_id, 3)
    assert [row.minutes for row in groups.groups()] == [60]
    desk = sit_down()
    desk.press(K.Key_N)
    form = desk.page.findChild(AppointmentForm)
    assert isinstance(form, AppointmentForm)
    minutes, kind = form.fields["minutes"], form.fields["kind"]
    assert minutes.value() == 50
    kind.set_value(Kind.GROUP)
    assert minutes.value() == 60
    kind.set_value(Kind.PEER)
    assert minutes.value() == 50
    minutes.set_value(20)
    kind.set_value(Kind.GROUP)
    assert minutes.value() == 20


def test_what_was_refused_goes_with_the_next_thing_done(sit_down: SitDown, session: str) -> None:
    desk = sit_down()
    desk.page.stand_at(SIX - timedelta(hours=3))
    desk.press(K.Key_C)
    assert "Stand on an appointment first" in desk.warned
    desk.stand_on(session)
    desk.press(K.Key_Return)
    assert desk.warned == ""
