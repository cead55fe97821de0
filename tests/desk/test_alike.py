"""People who may be one person, and the lists the page of members is made of."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from practice.desk import history, members, roster, schedule, sessions
from practice.desk.members import MemberDetails, MemberRow
from tests.build import LATER, a_full_group, a_group
from tests.conftest import Clock, Opened

BORN = date(1980, 3, 5)
ZOE = MemberRow(id="1", code="M-0001", given_name="Zoë", family_name="O’Brien", birth_date=BORN)


@pytest.mark.parametrize(
    ("given", "family", "born", "same"),
    [
        ("Zoe", "O'Brien", BORN, True),
        ("O’Brien", "Zoë", BORN, True),
        ("Zoey", "OBrien", BORN, True),
        ("Zoë", "O’Brien", date(1980, 3, 6), False),
        ("Zoë", "O’Brien", None, False),
        ("Ines", "Castro", BORN, False),
        ("", "", BORN, False),
    ],
)
def test_much_the_same_name_born_the_same_day_is_alike(
    given: str, family: str, born: date | None, same: bool
) -> None:
    details = MemberDetails(given_name=given, family_name=family, birth_date=born)
    assert members.alike(details, [ZOE]) == (ZOE if same else None)


def test_nobody_without_a_birth_date_is_alike() -> None:
    unknown = replace(ZOE, birth_date=None)
    assert members.alike(MemberDetails(given_name="Zoë", family_name="O’Brien"), [unknown]) is None


def test_groups_of_a_day_are_those_someone_is_in_that_day(opened: Opened) -> None:
    group_id, (dana, luis), _ = a_full_group(opened.user_id, 2)
    later = a_group(opened.user_id, name="Later group", at=LATER)
    roster.join(later, dana, date(2026, 11, 18))
    roster.leave(roster.stretches_of(luis)[0].id, date(2026, 11, 16))
    assert roster.groups_on(date(2026, 11, 17)) == {dana: ["Tuesday Recovery Skills"]}
    assert roster.groups_on(date(2026, 11, 18))[dana] == ["Later group", "Tuesday Recovery Skills"]
    assert group_id != later


def test_last_expected_is_the_newest_session_with_a_row(opened: Opened, clock_at: Clock) -> None:
    _, (dana, _), session_id = a_full_group(opened.user_id, 2)
    assert history.last_expected(date(2026, 1, 1)) == {}
    clock_at.to("18:00")
    sessions.start(session_id)
    found = history.last_expected(date(2026, 11, 17))
    assert found[dana] == datetime(2026, 11, 17, 18, 0)  # wall time
    assert history.last_expected(date(2026, 11, 18)) == {}
    assert schedule.session(session_id).starts == found[dana]
