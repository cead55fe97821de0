"""Dates and times as people type them."""

from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.errors import Refused
from practice.ui.widgets.parsing import (
    parse_date,
    parse_hours,
    parse_time,
    show_date,
    show_hours,
    show_time,
)

FIFTH_OF_MARCH = date(2026, 3, 5)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-03-05",
        "2026-3-5",
        "  2026-03-05 ",
        "5 Mar 2026",
        "5 march 2026",
        "05 MARCH 2026",
        "5. Mar 2026",
        "Mar 5, 2026",
        "March 5 2026",
        "5.3.2026",
        "05.03.2026",
        "5. 3. 2026",
        "5/3/2026",
    ],
)
def test_a_date_is_read(typed: str) -> None:
    assert parse_date(typed) == FIFTH_OF_MARCH


def test_the_locale_decides_what_slashes_mean_and_adds_its_months() -> None:
    assert parse_date("3/5/2026", month_first=True) == FIFTH_OF_MARCH
    assert parse_date("5 März 2026", months={"märz": 3}) == FIFTH_OF_MARCH
    assert parse_date("5.3.2026", month_first=True) == FIFTH_OF_MARCH


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31/02/2026", "There is no 31 February 2026: February has 28 days that year."),
        ("2024-02-30", "There is no 30 February 2024: February has 29 days that year."),
        ("2026-13-01", "There is no month 13."),
        ("0 Mar 2026", "There is no 0 March 2026"),
        ("0000-01-01", "There is no year 0."),
        ("5.3.26", "can’t be read as a date"),
        ("soon", "“soon” can’t be read as a date. Write it like 2026-03-05 or 5 Mar 2026."),
        ("5 Foo 2026", "can’t be read"),
        ("<b>&" * 10_000, "…” can’t be read"),
        ("\0", "can’t be read"),
    ],
)
def test_what_is_no_date_is_refused_in_words(typed: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_date(typed)
    assert words in refused.value.message
    assert len(refused.value.message) < 120


@given(st.dates())
def test_a_date_shown_is_read_back(day: date) -> None:
    assert parse_date(show_date(day)) == day
    assert parse_date(day.isoformat()) == day


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("18:00", time(18)),
        ("18.00", time(18)),
        ("18h30", time(18, 30)),
        ("1800", time(18)),
        ("600", time(6)),
        ("6pm", time(18)),
        ("6 PM", time(18)),
        ("6 p.m.", time(18)),
        ("6:30 pm", time(18, 30)),
        ("630pm", time(18, 30)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("18", time(18)),
        ("0", time(0)),
        ("noon", time(12)),
        ("Midnight", time(0)),
    ],
)
def test_a_time_is_read(typed: str, moment: time) -> None:
    assert parse_time(typed) == moment


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("6", "6 could be morning or evening. Write 06:00 or 6 pm."),
        ("25:00", "25:00 is no time of day."),
        ("18:60", "18:60 is no time of day."),
        ("13pm", "13 pm is no time of day."),
        ("24", "24:00 is no time of day."),
        ("later", "“later” can’t be read as a time. Write it like 18:00 or 6 pm."),
        ("18:0", "can’t be read"),
        ("18m", "can’t be read"),
        ("", "can’t be read"),
    ],
)
def test_what_is_no_time_is_refused_in_words(typed: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_time(typed)
    assert words in refused.value.message


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0)))
def test_a_time_shown_is_read_back(moment: time) -> None:
    assert parse_time(show_time(moment)) == moment


@pytest.mark.parametrize(
    "typed", ["9:00-17:30", "9am – 5:30 pm", "0900 to 17:30", "9 am until 17.30"]
)
def test_hours_are_read(typed: str) -> None:
    assert parse_hours(typed) == (time(9), time(17, 30))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("9:00", "“9:00” should be two times."),
        ("9:00-12:00-17:00", "should be two times."),
        ("17:00-9:00", "A day should end after it begins."),
        ("9:00-9:00", "A day should end after it begins."),
        ("9-17:00", "9 could be morning or evening."),
    ],
)
def test_what_are_no_hours_is_refused_in_words(typed: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_hours(typed)
    assert words in refused.value.message


@given(st.times(), st.times())
def test_hours_shown_are_read_back(one: time, other: time) -> None:
    begins, ends = sorted(at.replace(second=0, microsecond=0) for at in (one, other))
    if begins < ends:
        assert parse_hours(show_hours(begins, ends)) == (begins, ends)


@given(st.text(max_size=12))
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    for parse in (parse_date, parse_time, parse_hours):
        with suppress(Refused):
            assert parse(typed) is not None
