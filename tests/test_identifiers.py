"""A mistyped NPI or diagnosis code is noticed when it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.errors import Refused
from practice.identifiers import check_icd10, check_npi

VALID = ("1234567893", "1993999998", "1558598797")


@pytest.mark.parametrize("npi", VALID)
def test_valid_npis_pass_however_they_are_spaced(npi: str) -> None:
    assert check_npi(npi) == npi
    assert check_npi(f" {npi[:4]} {npi[4:7]}-{npi[7:]} ") == npi


@pytest.mark.parametrize("typed", ["", "123456789", "12345678933", "12345A7893", "१२३४५६७८९३"])
def test_an_npi_has_ten_digits(typed: str) -> None:
    with pytest.raises(Refused, match="ten digits"):
        check_npi(typed)


@given(st.sampled_from(VALID), st.integers(0, 9), st.integers(1, 9))
def test_any_single_wrong_digit_is_noticed(npi: str, place: int, shift: int) -> None:
    wrong = str((int(npi[place]) + shift) % 10)
    with pytest.raises(Refused, match="check digit") as refused:
        check_npi(npi[:place] + wrong + npi[place + 1 :])
    assert refused.value.field == "npi"


def test_the_well_known_invalid_npi_is_refused() -> None:
    with pytest.raises(Refused):
        check_npi("1234567890")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("F10.20", "F10.20"),
        (" f10.20", "F10.20"),
        ("F1020", "F10.20"),
        ("F32.A", "F32.A"),
        ("Z63", "Z63"),
        ("T40.2X5A", "T40.2X5A"),
        ("C7A.00", "C7A.00"),
    ],
)
def test_diagnosis_codes_take_their_usual_form(typed: str, code: str) -> None:
    assert check_icd10(typed) == code


@pytest.mark.parametrize(
    "typed", ["", "F", "10.20", "F10.", "F1.020", "F10.20000", "FF0.2", "F10 20"]
)
def test_what_is_not_shaped_like_a_code_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="letter"):
        check_icd10(typed)
