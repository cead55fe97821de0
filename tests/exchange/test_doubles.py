"""Who may be there already: same person, slips forgiven; never someone else."""

from datetime import date

import pytest

from practice.desk.members import MemberDetails, MemberRow
from practice.exchange import doubles
from practice.exchange.people import Person
from practice.exchange.progress import Progress
from practice.exchange.sheet import Row

BORN = date(1980, 3, 5)


def a_person(number: int, name: str, born: date | None = BORN) -> Person:
    given, _, family = name.rpartition(" ")
    details = MemberDetails(given_name=given, family_name=family, birth_date=born)
    return Person(row=Row(number, ()), details=details)


def on_record(name: str, born: date | None = BORN) -> MemberRow:
    given, _, family = name.rpartition(" ")
    return MemberRow(id="m", code="M-0001", given_name=given, family_name=family, birth_date=born)


@pytest.mark.parametrize(
    ("name", "born", "found"),
    [
        ("Dana Reyes", BORN, True),
        ("dana reyés", BORN, True),
        ("Reyes Dana", BORN, True),
        ("Dana Reyez", BORN, True),
        ("Dana Reyes", None, True),
        ("Dana Reyes", date(1980, 5, 3), True),
        ("Dana Reyes", date(1981, 3, 5), True),
        ("Dana Reyes", date(1962, 7, 21), False),
        ("Dan Rhys", None, False),
        ("Luis Moreau", BORN, False),
        ("Dana Moreau", None, False),
    ],
)
def test_who_is_likely_the_same(name: str, born: date | None, found: bool) -> None:
    got = doubles.find((a_person(2, name, born),), [on_record("Dana Reyes")], Progress())
    assert bool(got) is found


def test_someone_twice_in_the_list_is_found_by_the_earlier_row() -> None:
    rows = (a_person(2, "Dana Reyes"), a_person(3, "Luis Moreau"), a_person(4, "Dana Reyes"))
    (got,) = doubles.find(rows, [], Progress())
    assert (got.person.row.number, got.known.where, got.known.on_record) == (4, "row 2", False)


def test_a_list_in_which_everybody_shares_a_name_takes_no_longer() -> None:
    """Compared each with each, these would take minutes."""
    people = tuple(a_person(n, f"Person {n * 7919 % 10_007:05}", None) for n in range(3_000))
    twice = (*people, a_person(9_999, people[2_000].details.full_name, None))
    found = doubles.find(twice, [], Progress())
    assert [one.known.id for one in found if one.person is twice[-1]] == [people[2_000].id]


def test_the_record_comes_before_the_list() -> None:
    rows = (a_person(2, "Dana Reyes"), a_person(3, "Dana Reyes"))
    found = doubles.find(rows, [on_record("Dana Reyez")], Progress())
    assert [double.known.where for double in found] == ["M-0001", "M-0001"]
