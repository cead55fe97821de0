"""The order of calling: a personal rate drawn towards the group's, and nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.desk import calling_order
from practice.desk.calling_order import NONE_YET, shrunken
from practice.desk.rates import Rate
from practice.models.enums.attendance import Status
from tests.build import a_full_group
from tests.conftest import Opened
from tests.missed import TODAY, held, weeks_ago

SHARES = st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)
RATES = st.integers(0, 500).flatmap(lambda n: st.integers(0, n).map(lambda k: Rate(k, n)))


@given(SHARES)
def test_without_sessions_it_is_the_groups(share: float) -> None:
    assert shrunken(NONE_YET, share) == pytest.approx(share)


@given(SHARES, st.floats(0, 1))
def test_with_many_sessions_it_is_ones_own(group: float, own: float) -> None:
    many = 10_000_000
    assert shrunken(Rate(round(own * many), many), group) == pytest.approx(own, abs=1e-5)


@given(RATES, SHARES)
def test_it_lies_between_the_two(own: Rate, group: float) -> None:
    share = own.share if own.share is not None else group
    low, high = sorted((share, group))
    assert low - 1e-9 <= shrunken(own, group) <= high + 1e-9


@given(RATES, SHARES, SHARES)
def test_it_grows_with_no_shows_and_with_the_groups(own: Rate, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert shrunken(own, low) <= shrunken(own, high)
    assert shrunken(own, low) < shrunken(Rate(own.count + 1, own.of + 1), low) or low == 1


@given(st.integers(0, 50), st.integers(0, 50), SHARES)
def test_a_missed_session_more_counts_less_the_more_there_were(
    count: int, more: int, group: float
) -> None:
    """One of one moves the estimate less than five of five, and more than one of fifty."""
    few, many = Rate(1, 1), Rate(1 + count, 1 + count)
    assert shrunken(few, group) <= shrunken(many, group) + 1e-12
    assert shrunken(few, group) >= shrunken(Rate(1, 1 + more), group) - 1e-12


def test_from_real_rows(opened: Opened) -> None:
    group, (dana, luis, aya), _ = a_full_group(opened.user_id, 3)
    for week in (1, 2, 3, 4):
        held(group, weeks_ago(week), {dana: Status.NO_SHOW, luis: Status.EXCUSED})
    held(group, weeks_ago(5), {luis: Status.NO_SHOW})
    held(group, date(2026, 4, 7), {aya: Status.NO_SHOW})
    found = calling_order.places({dana: group, luis: group, aya: None}, TODAY)
    assert (found[dana].own, found[luis].own) == (Rate(4, 5), Rate(1, 1))
    assert found[aya].own == Rate(0, 5)
    assert found[dana].share == pytest.approx((4 + 10 * 5 / 11) / 15)
    assert found[luis].share == pytest.approx((1 + 10 * 5 / 11) / 11)
    assert found[aya].share == 0
