"""Finding a member by whatever a caller gives."""

from datetime import date

import pytest

from practice.desk import members
from practice.desk.members import MemberDetails
from tests.conftest import Opened


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("zoe", ["Zoë"]),
        ("555 0101", ["Zoë"]),
        ("(518) 555-010", ["Zoë"]),
        ("5185550101", ["Zoë"]),
        ("1985-03-05", ["Zoë"]),
        ("3/5/1985", ["Zoë"]),
        ("03/05/1985", ["Zoë"]),
        ("5.3.1985", ["Zoë"]),
        ("05.03.1985", ["Zoë"]),
        ("March 5, 1985", ["Zoë"]),
        ("5 mar 1985", ["Zoë"]),
        ("mar", ["Marta"]),
        ("M-0002", ["Marta"]),
        ("555", ["Zoë", "Marta"]),
        ("666", []),
    ],
)
def test_by_name_code_number_or_birth_date(opened: Opened, typed: str, found: list[str]) -> None:
    for name, phone, born in (("Zoë", "518-555-0101", 1985), ("Marta", "+1 518 555 0199", 1990)):
        members.add(MemberDetails(given_name=name, phone=phone, birth_date=date(born, 3, 5)))
    rows = members.search(typed, members.members())
    assert sorted(row.given_name for row in rows) == sorted(found)
