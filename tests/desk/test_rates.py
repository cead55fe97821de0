"""Rates as desk/rates.py defines them, against figures computed elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.desk.rates import Counts, Rate
from practice.models.enums.attendance import STATUS_WORDS, Status

MONTH = Counts(attended=30, no_show=5, late_cancel=3, client_cancel=2, provider_cancel=8)


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        (MONTH.no_show_rate, "5/35 = 14.3% (6.3–29.4)"),
        (MONTH.missed_rate, "8/38 = 21.1% (11.1–36.3)"),
        (MONTH.attendance_rate, "30/40 = 75.0% (59.8–85.8)"),
    ],
)
def test_the_front_desk_month(rate: Rate, words: str) -> None:
    assert rate.words() == words


def test_no_sessions_is_never_zero_percent() -> None:
    for rate in (Counts().attendance_rate, Counts(excused=3, unrecorded=2).no_show_rate):
        assert rate.share is None
        assert rate.interval is None
        assert rate.words() == "no sessions"


@given(st.lists(st.sampled_from(Status)))
def test_every_session_is_counted_once(statuses: list[Status]) -> None:
    counts = Counts.of(statuses)
    assert sum(getattr(counts, field) for field in Counts.__slots__) == len(statuses)


@given(st.integers(1, 10_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_share(pair: tuple[int, int]) -> None:
    rate = Rate(*pair)
    assert rate.share is not None
    assert rate.interval is not None
    low, high = rate.interval
    assert 0 <= low <= rate.share + 1e-12
    assert rate.share - 1e-12 <= high <= 1


def test_every_status_has_its_words() -> None:
    assert set(STATUS_WORDS) == set(Status)
