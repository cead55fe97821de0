"""Closed days: series skip them, nothing written down is lost, opening brings them back."""

from datetime import date, datetime, timedelta

import pytest

from practice.desk import absence, closures, planning, schedule, series, sessions
from practice.desk.rules import weekly
from practice.desk.series import Scope, check
from practice.errors import Refused
from practice.models.audit import undo
from practice.models.base import OFFICE, OfficeOperation
from practice.models.enums.attendance import Status
from practice.models.enums.sessions import SessionState
from tests.build import a_full_group, one_more, some_members
from tests.conftest import Opened
from tests.desk.appointments import single, times

TUESDAY = datetime(2026, 11, 24, 18, 0)
DAY = TUESDAY.date()


@pytest.fixture
def group(opened: Opened) -> str:
    return a_full_group(opened.user_id, 3)[0]


def close(day: date = DAY) -> str:
    return closures.add(day, day, "Thanksgiving week")


def test_a_closed_day_has_no_session_and_an_opened_one_has_it_again(group: str) -> None:
    before = times()
    closure = close()
    assert times() == [one for one in before if one != TUESDAY]
    planning.extend()
    assert TUESDAY not in times()
    closures.remove(closure)
    assert times() == before


def test_a_new_series_skips_it_and_so_does_a_moved_one(opened: Opened, group: str) -> None:
    close(date(2026, 11, 25))
    luis = some_members(2)[1]
    wednesday = datetime(2026, 11, 18, 9, 0)
    first = series.place(single(opened, luis, starts=wednesday, repeats=weekly(wednesday.date())))
    mine = schedule.session(first).series
    assert times(mine)[:2] == [wednesday, wednesday + timedelta(weeks=2)]
    series.move(first, wednesday + timedelta(days=1), 50, Scope.ALL)
    thursdays = [wednesday + timedelta(days=1, weeks=n) for n in range(3)]
    assert times(mine)[:3] == thursdays
    series.move(first, wednesday, 50, Scope.ALL)
    assert times(mine)[:2] == [wednesday, wednesday + timedelta(weeks=2)]


def test_what_somebody_wrote_down_stays_as_a_cancelled_session(group: str) -> None:
    session = next(row for row in schedule.on_day(DAY))
    member = absence.expected(session.id)[0].member
    absence.record_notice(session.id, member, datetime(2026, 11, 17, 9, 0))
    close()
    assert schedule.session(session.id).state is SessionState.CANCELLED
    assert {seat.status for seat in sessions.seats(session.id)} == {Status.PROVIDER_CANCEL}


def test_what_was_placed_there_by_hand_stays(opened: Opened, group: str) -> None:
    alone = one_more(group, datetime(2026, 11, 24, 9, 0))
    moved = schedule.next_of_group(group)
    assert moved is not None
    series.move(moved.id, datetime(2026, 11, 24, 12, 0), 60, Scope.THIS)
    close()
    assert [row.id for row in schedule.on_day(DAY)] == [alone, moved.id]
    asked = series.as_moved(moved.id, datetime(2026, 11, 24, 15, 0), 60)
    assert check(asked).warnings == ("The practice is closed that day: Thanksgiving week.",)


def test_the_public_holidays_of_a_place_are_filled_in_once(opened: Opened, group: str) -> None:
    assert closures.fill_in("US", "NY", 2026) == 2
    assert [(row.first, row.words) for row in closures.closures()] == [
        (date(2026, 11, 26), "Thanksgiving Day"),
        (date(2026, 12, 25), "Christmas Day"),
    ]
    assert closures.fill_in("US", "NY", 2026) == 0
    with pytest.raises(Refused, match="are not known") as refused:
        closures.fill_in("XX", "", 2026)
    assert refused.value.field == "country"
    assert "NY" in closures.regions()["US"]


def test_days_that_cannot_be_are_refused(opened: Opened) -> None:
    for first, last, words, field in (
        (DAY, DAY - timedelta(days=1), "Away", "last"),
        (DAY, DAY + timedelta(days=400), "Away", "last"),
        (DAY, DAY, " ", "words"),
    ):
        with pytest.raises(Refused) as refused:
            closures.add(first, last, words)
        assert refused.value.field == field
    assert closures.closures() == []


def test_closing_is_one_step_to_undo(group: str) -> None:
    before = times()
    close()
    undo(OFFICE, OfficeOperation.select().order_by(OfficeOperation.id.desc()).get().id)
    assert (times(), closures.closures()) == (before, [])
