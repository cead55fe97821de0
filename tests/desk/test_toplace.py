"""People who wait for a time."""

from datetime import date, datetime

import pytest

from practice.desk import calendar, toplace
from practice.desk.series import NewAppointment
from practice.errors import Refused
from practice.models import audit
from practice.models.base import OFFICE, OfficeOperation
from practice.models.enums.sessions import SessionKind, ToPlaceWhy
from tests.build import some_members
from tests.conftest import Clock, Opened

NINE = datetime(2026, 11, 18, 9, 0)


def an_hour(opened: Opened, member: str, when: datetime = NINE) -> NewAppointment:
    return NewAppointment(
        kind=SessionKind.INDIVIDUAL,
        member=member,
        clinician=opened.user_id,
        starts=when,
        minutes=50,
    )


def test_they_wait_in_the_order_they_asked(opened: Opened, clock_at: Clock) -> None:
    first, second = some_members(2)
    toplace.ask(second, ToPlaceWhy.MOVE, "  Mornings \t only ")
    clock_at.advance(days=1)
    toplace.ask(first, ToPlaceWhy.MISSED)
    rows = toplace.waiting()
    assert [row.short_name for row in rows] == ["Luis M.", "Dana R."]
    assert (rows[0].note, rows[0].asked_on) == ("Mornings only", date(2026, 11, 17))


def test_placing_takes_them_off_the_list_in_one_step(opened: Opened) -> None:
    member = some_members(1)[0]
    row = toplace.ask(member, ToPlaceWhy.REFERRAL)
    placed = toplace.place(row, an_hour(opened, member))
    assert toplace.waiting() == []
    assert [one.id for one in calendar.between(NINE.date(), NINE.date())] == [placed]
    last = OfficeOperation.select().order_by(OfficeOperation.id.desc()).get()
    audit.undo(OFFICE, last.id)
    assert [one.id for one in toplace.waiting()] == [row]
    assert calendar.between(NINE.date(), NINE.date()) == []


def test_a_time_that_is_taken_leaves_them_on_the_list(opened: Opened) -> None:
    first, second = some_members(2)
    rows = [toplace.ask(member, ToPlaceWhy.MISSED) for member in (first, second)]
    toplace.place(rows[0], an_hour(opened, first))
    with pytest.raises(Refused, match="already has Dana R"):
        toplace.place(rows[1], an_hour(opened, second))
    assert [row.id for row in toplace.waiting()] == [rows[1]]


def test_nobody_waits_twice_or_is_settled_twice(opened: Opened) -> None:
    member = some_members(1)[0]
    row = toplace.ask(member, ToPlaceWhy.MISSED)
    with pytest.raises(Refused, match="already waiting") as refused:
        toplace.ask(member, ToPlaceWhy.MOVE)
    assert refused.value.field == "member"
    toplace.settle(row)
    assert toplace.waiting() == []
    with pytest.raises(Refused, match="no longer waiting"):
        toplace.settle(row)


@pytest.mark.parametrize("note", ["a\x00b", "a\u202eb", "x" * 100_000])
def test_what_cannot_be_stored_is_refused_at_its_field(opened: Opened, note: str) -> None:
    with pytest.raises(Refused) as refused:
        toplace.ask(some_members(1)[0], ToPlaceWhy.MISSED, note)
    assert refused.value.field == "note"
    assert toplace.waiting() == []
