"""Periods chosen with one press."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.ui.reports.periods import Quick, span

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("quick", "first", "last"),
    [
        (Quick.DAYS_30, date(2026, 1, 19), date(2026, 2, 17)),
        (Quick.DAYS_90, date(2025, 11, 20), date(2026, 2, 17)),
        (Quick.THIS_QUARTER, date(2026, 1, 1), date(2026, 2, 17)),
        (Quick.LAST_QUARTER, date(2025, 10, 1), date(2025, 12, 31)),
        (Quick.SINCE_JOINING, date(2025, 6, 3), date(2026, 2, 17)),
    ],
)
def test_each_period(quick: Quick, first: date, last: date) -> None:
    assert span(quick, date(2026, 2, 17), date(2025, 6, 3)) == (first, last)


@given(st.sampled_from(Quick), DAYS, st.none() | DAYS)
def test_no_period_ends_before_it_starts_or_after_today(
    quick: Quick, today: date, joined: date | None
) -> None:
    first, last = span(quick, today, joined)
    assert first <= last <= today
