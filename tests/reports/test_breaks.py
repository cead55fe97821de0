"""Where lines may end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.reports.breaks import chunks


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("one  two", ["one", "  ", "two"]),
        ("well-known and/or", ["well-", "known", " ", "and/", "or"]),
        ("555-0123 6.3–29.4", ["555-0123", " ", "6.3–29.4"]),
        ("参加了（十次）。", ["参", "加", "了", "（十", "次）。"]),
        ("김영희 님은", ["김영희", " ", "님은"]),
        ("ผู้ป่วยเข้าร่วม", ["ผู้ป่วย", "เข้าร่วม"]),
        ("non\u00a0breaking", ["non\u00a0breaking"]),
    ],
)
def test_breaks(text: str, parts: list[str]) -> None:
    assert list(chunks(text)) == parts


@given(st.text())
def test_nothing_is_lost(text: str) -> None:
    assert "".join(chunks(text)) == text
