"""A schedule of several clinicians: whose everything is stands in words and is never guessed."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt

from practice.desk import hours, roster, toplace
from practice.desk.series import NewAppointment, place
from practice.models.enums.sessions import SessionKind, ToPlaceWhy
from practice.ui.schedule.block import Block
from practice.ui.schedule.form import AppointmentForm, Kind
from practice.ui.schedule.free import NONE
from practice.ui.schedule.shown import View
from tests.build import a_group, some_members
from tests.conftest import Opened
from tests.desk.appointments import edmund
from tests.ui.find import button, said
from tests.ui.schedule.conftest import Desk, on_record

K = Qt.Key
WEDNESDAY = datetime(2026, 11, 18, 10, 0)
SitDown = Callable[[], Desk]


@pytest.fixture
def members(opened: Opened) -> list[str]:
    """Dana is in Edmund's group, Luis in none. Maria is the one at the keyboard."""
    dana, luis = some_members(2)
    roster.join(a_group(edmund(), name="Calm mornings"), dana, date(2026, 11, 3))
    return [dana, luis]


@pytest.fixture
def own(opened: Opened, members: list[str]) -> str:
    """A session of Maria's with Luis, Wednesday at ten."""
    return place(
        NewAppointment(
            kind=SessionKind.INDIVIDUAL,
            member=members[1],
            clinician=opened.user_id,
            starts=WEDNESDAY,
            minutes=50,
        )
    )


def everybody(desk: Desk, view: View = View.WEEK) -> None:
    """Everybody's calendar, as the picker above it chooses it."""
    desk.page.bar.whose.set_value(None)
    desk.page.bar.whose_changed.emit()
    desk.page.turn(view)


def form_of(desk: Desk) -> AppointmentForm:
    return next(form for form in desk.page.findChildren(AppointmentForm) if form.isVisible())


def test_what_is_everybodys_says_whose_each_appointment_is(sit_down: SitDown, own: str) -> None:
    desk = sit_down()
    assert "with" not in desk.block(own).accessibleName()
    everybody(desk)
    assert desk.block(own).accessibleName() == (
        "Luis M., Wednesday 18 November, 10:00 to 10:50, with Maria Lopez, individual, planned"
    )
    desk.page.turn(View.LIST)
    listed = [b.accessibleName() for b in desk.page.agenda.findChildren(Block) if b.isVisible()]
    assert any("with Edmund Fairweather" in name for name in listed)
    everybody(desk, View.DAY)
    desk.stand_on(own)
    assert "with Maria Lopez" in desk.said


def test_someone_who_waits_goes_to_who_sees_them(
    sit_down: SitDown, opened: Opened, members: list[str]
) -> None:
    toplace.ask(members[0], ToPlaceWhy.MISSED)
    desk = sit_down()
    everybody(desk)
    desk.press(K.Key_P, K.Key_M)
    assert desk.said.endswith("with Edmund F. · free")
    desk.press(K.Key_Return)
    found = [one for one in desk.page.found if one.member == members[0]]
    assert [one.clinician for one in found] == ["edmund"]


def test_whoever_is_chosen_above_comes_before_who_sees_them(
    sit_down: SitDown, opened: Opened, members: list[str]
) -> None:
    toplace.ask(members[0], ToPlaceWhy.MISSED)
    desk = sit_down()
    desk.press(K.Key_P, K.Key_M)
    assert "with" not in desk.said
    desk.press(K.Key_Return)
    found = [one for one in desk.page.found if one.member == members[0]]
    assert [one.clinician for one in found] == [opened.user_id]


def test_a_group_and_a_member_bring_their_clinician_until_one_is_chosen(
    sit_down: SitDown, opened: Opened, members: list[str]
) -> None:
    desk = sit_down()
    everybody(desk)
    desk.press(K.Key_N)
    form = form_of(desk)
    clinician = form.fields["clinician"]
    assert clinician.value() == opened.user_id
    form.fields["kind"].set_value(Kind.GROUP)
    assert clinician.value() == "edmund"
    form.fields["kind"].set_value(Kind.INDIVIDUAL)
    form.fields["member"].set_value(members[1])
    assert clinician.value() == opened.user_id
    clinician.set_value("edmund")
    form.fields["kind"].set_value(Kind.GROUP)
    form.fields["kind"].set_value(Kind.PEER)
    assert clinician.value() == "edmund"


def test_a_column_says_whose_it_is(sit_down: SitDown, opened: Opened, members: list[str]) -> None:
    desk = sit_down()
    everybody(desk, View.DAY)
    desk.press(K.Key_Left if desk.page.week.clinician() == opened.user_id else K.Key_Right)
    assert desk.page.week.clinician() == "edmund"
    desk.press(K.Key_N)
    assert form_of(desk).fields["clinician"].value() == "edmund"


def test_free_times_of_anybody_are_the_first_of_each(
    sit_down: SitDown, opened: Opened, members: list[str]
) -> None:
    desk = sit_down()
    free = desk.page.side.free
    assert free.whose.value() == opened.user_id
    everybody(desk)
    assert free.whose.value() is None
    names = [row.accessibleName() for row in free.rows()]
    assert [name.rsplit(" with ")[1] for name in names] == ["Maria Lopez", "Edmund Fairweather"]
    free.whose.setFocus()
    desk.press(K.Key_Down)
    assert free.whose.currentText() == "With Edmund Fairweather"
    assert len(free.rows()) > 2
    desk.page.refresh()
    assert free.whose.value() == "edmund"
    free.rows()[0].click()  # type: ignore[attr-defined]
    assert form_of(desk).fields["clinician"].value() == "edmund"


def test_the_form_goes_from_one_free_time_to_the_next(
    sit_down: SitDown, opened: Opened, members: list[str], own: str
) -> None:
    desk = sit_down()
    desk.stand_on(own)
    desk.press(K.Key_N)
    form = form_of(desk)
    form.fields["starts"].widget.setText("09:30")  # type: ignore[attr-defined]
    form.fields["minutes"].set_value(90)
    button(form, "Find the next free time").click()
    assert form.placed_at == WEDNESDAY + timedelta(minutes=60)
    form.fields["clinician"].set_value("edmund")
    form.fields["starts"].widget.setText("09:30")  # type: ignore[attr-defined]
    form.fields["member"].set_value(members[1])
    button(form, "Find the next free time").click()
    assert form.placed_at == WEDNESDAY + timedelta(minutes=60)
    hours.save_hours({0: (time(9), time(9, 30))}, "edmund")
    button(form, "Find the next free time").click()
    assert NONE in said(form)


def test_a_free_time_of_somebody_else_takes_what_is_carried(
    sit_down: SitDown, opened: Opened, members: list[str], own: str
) -> None:
    desk = sit_down()
    everybody(desk)
    desk.stand_on(own)
    desk.press(K.Key_M)
    desk.page.side.free.rows()[1].click()  # type: ignore[attr-defined]
    assert "with Edmund F. · free" in desk.said
    desk.press(K.Key_Return)
    assert on_record(own).clinician == "edmund"
