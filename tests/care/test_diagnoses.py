"""Diagnoses in their order: one principal, the others after it."""

from datetime import date

from practice.care import diagnoses
from practice.care.diagnoses import DiagnosisDetails
from tests.build import some_members
from tests.conftest import Opened


def save(member: str, code: str, position: int, diagnosis_id: str | None = None) -> None:
    details = DiagnosisDetails(code=code, words=code, from_on=date(2026, 1, 5), position=position)
    diagnoses.save(member, details, diagnosis_id)


def codes(member: str) -> list[tuple[str, int]]:
    return [(row.code, row.position) for row in diagnoses.of_member(member)]


def test_a_code_is_kept_in_its_usual_form(opened: Opened) -> None:
    (member,) = some_members(1)
    save(member, "f1020", 1)
    assert codes(member) == [("F10.20", 1)]


def test_a_new_principal_moves_the_others_down(opened: Opened) -> None:
    (member,) = some_members(1)
    save(member, "F10.20", 1)
    save(member, "F41.1", 2)
    save(member, "F33.1", 1)
    assert codes(member) == [("F33.1", 1), ("F10.20", 2), ("F41.1", 3)]


def test_saving_one_again_moves_nobody(opened: Opened) -> None:
    (member,) = some_members(1)
    save(member, "F10.20", 1)
    save(member, "F41.1", 2)
    first = diagnoses.of_member(member)[0]
    save(member, "F10.21", 1, first.id)
    assert codes(member) == [("F10.21", 1), ("F41.1", 2)]
