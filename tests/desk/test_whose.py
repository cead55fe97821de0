"""Who sees a member: their own sessions first, else their group."""

from datetime import date, timedelta

from practice.desk import calling_off, roster
from practice.desk.practice import UserDetails, save_user
from practice.desk.series import place
from practice.desk.whose import clinician_of
from practice.models.enums.practice import Role
from tests.build import LATER, a_group, some_members
from tests.conftest import Opened
from tests.desk.appointments import WEDNESDAY, edmund, single


def test_nobody_sees_someone_new(opened: Opened) -> None:
    assert clinician_of(some_members(1)[0]) is None


def test_a_group_says_who_until_there_is_a_session_of_their_own(opened: Opened) -> None:
    dana, group = some_members(1)[0], a_group(edmund())
    roster.join(group, dana, date(2026, 12, 1))
    assert clinician_of(dana) is None
    roster.join(a_group(edmund(), name="Late", at=LATER), dana, date(2026, 11, 3))
    assert clinician_of(dana) == "edmund"
    own = place(single(opened, dana))
    assert clinician_of(dana) == opened.user_id
    place(single(opened, dana, starts=WEDNESDAY + timedelta(days=1), clinician="edmund"))
    assert clinician_of(dana) == "edmund"
    calling_off.cancel(own)
    assert clinician_of(dana) == "edmund"


def test_what_was_cancelled_does_not_count(opened: Opened) -> None:
    dana = some_members(1)[0]
    calling_off.cancel(place(single(opened, dana)))
    assert clinician_of(dana) is None


def test_who_works_as_a_clinician_no_more_is_not_proposed(opened: Opened) -> None:
    dana = some_members(1)[0]
    place(single(opened, dana, clinician=edmund()))
    save_user("edmund", UserDetails(name="Edmund Fairweather", role=Role.FRONT_DESK))
    assert clinician_of(dana) is None
