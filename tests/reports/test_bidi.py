"""Direction, against the examples of UAX #9 and against the library's own reordering."""

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from practice.reports.bidi import levels, starts_right_to_left, visual

A, B, C = "אבג"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", [0, 0, 0]),
        (f"a {A}{B} 1", [0, 0, 1, 1, 1, 2]),
        (f"{A} ab", [1, 1, 2, 2]),
        (f"{A} a(b)", [1, 1, 2, 2, 2, 2]),  # rule N0: the pair follows what it encloses
        (f"{A} (b)", [1, 1, 1, 2, 1]),
        (f"{A}\u200d{B}", [1, 1, 1]),
    ],
)
def test_levels(text: str, expected: list[int]) -> None:
    assert list(levels(text)) == expected


@given(st.text(st.sampled_from(f"ab 12.,-{A}{B}{C}ابت"), max_size=30))
def test_the_order_is_the_librarys(text: str) -> None:
    runs = levels(text)
    ordered = visual(range(len(text)), lambda index: runs[index])
    assert "".join(text[index] for index in ordered) == get_display(text)


def test_a_paragraph_takes_the_direction_of_its_first_letter() -> None:
    assert starts_right_to_left(f"12 {A}b")
    assert not starts_right_to_left(f"12 b{A}")
    assert not starts_right_to_left("12")
