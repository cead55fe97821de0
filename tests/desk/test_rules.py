"""How a series comes again: text, words and days, and what moving one of its days makes of it."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.desk import rules
from practice.desk.rules import Rule, monthly, parse, weekly
from practice.errors import Refused

TUESDAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    ("rule", "text", "words"),
    [
        (Rule(weekdays=(1,)), "FREQ=WEEKLY;BYDAY=TU", "Tuesdays"),
        (
            Rule(weekdays=(1,), interval=2, until=date(2027, 3, 1)),
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270301",
            "every second Tuesday, until 1 March 2027",
        ),
        (
            Rule(weekdays=(0, 2), interval=3, week_start=6),
            "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,WE;WKST=SU",
            "every 3 weeks on Monday and Wednesday",
        ),
        (
            Rule(weekdays=(1,), nth=2, count=6),
            "FREQ=MONTHLY;BYDAY=2TU;COUNT=6",
            "the second Tuesday of the month, 6 times",
        ),
        (
            Rule(weekdays=(4,), nth=-1, interval=2),
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR",
            "the last Friday of every 2 months",
        ),
    ],
)
def test_a_rule_is_a_text_and_words(rule: Rule, text: str, words: str) -> None:
    assert rule.text == text
    assert parse(text) == rule
    assert rule.words == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "every Tuesday",
        "FREQ=YEARLY;BYDAY=TU",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=TU;COUNT=0",
        "FREQ=WEEKLY;BYDAY=TU;INTERVAL=0",
        "FREQ=WEEKLY;BYDAY=TU;INTERVAL=99999999999",
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=31/02",
        "FREQ=MONTHLY;BYDAY=5TU",
        "FREQ=MONTHLY;BYDAY=1TU,2WE",
    ],
)
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        parse(text)
    assert refused.value.field == "rule"


def test_the_days_of_each_kind() -> None:
    second = list(islice(monthly(date(2026, 11, 10)).days(date(2026, 11, 10)), 3))
    assert second == [date(2026, 11, 10), date(2026, 12, 8), date(2027, 1, 12)]
    last = list(islice(monthly(date(2026, 12, 29)).days(date(2026, 12, 1)), 2))
    assert last == [date(2026, 12, 29), date(2027, 1, 26)]
    every_other = weekly(TUESDAY, interval=2)
    assert every_other.between(TUESDAY, date(2027, 1, 1), date(2027, 1, 31)) == [
        date(2027, 1, 12),
        date(2027, 1, 26),
    ]
    assert Rule(weekdays=(1,), count=3).last_day(TUESDAY) == TUESDAY + timedelta(weeks=2)
    assert weekly(TUESDAY).last_day(TUESDAY) is None


DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
RULES = st.one_of(
    st.builds(
        Rule,
        weekdays=st.sets(st.integers(0, 6), min_size=1, max_size=3).map(tuple),
        interval=st.integers(1, 5),
    ),
    st.builds(
        Rule,
        weekdays=st.tuples(st.integers(0, 6)),
        interval=st.integers(1, 3),
        nth=st.sampled_from((1, 2, 3, 4, -1)),
    ),
)


@given(RULES, DAYS, st.integers(0, 400))
def test_a_window_shows_what_counting_from_the_start_would(
    rule: Rule, starts_on: date, later: int
) -> None:
    first = starts_on + timedelta(days=later)
    last = first + timedelta(days=60)
    counted = [day for day in islice(rule.days(starts_on), 700) if first <= day <= last]
    assert rule.between(starts_on, first, last) == counted


@given(RULES, DAYS, st.integers(0, 8), st.integers(-20, 20))
def test_a_moved_rule_pairs_its_days_off_in_order(
    rule: Rule, starts_on: date, which: int, by: int
) -> None:
    old = list(islice(rule.days(starts_on), 12))
    day, to = old[which], old[which] + timedelta(days=by)
    moved, begin = rule.shifted(starts_on, day, to)
    new = list(islice(moved.days(begin), 12))
    assert new[which] == to
    if not rule.nth:
        assert [one - timedelta(days=by) for one in new] == old
    assert parse(moved.text) == moved


@given(RULES, DAYS, st.integers(1, 9))
def test_a_rule_ended_before_a_day_keeps_those_before(rule: Rule, first: date, keep: int) -> None:
    days = list(islice(rule.days(first), keep + 1))
    assert list(rule.ended(days[-1]).days(first)) == days[:-1]
    assert rules.parse(rule.ended(days[-1]).text).last_day(first) == days[-1] - timedelta(days=1)
