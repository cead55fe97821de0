"""Days and spans as people read them."""

from datetime import date, datetime

import pytest

from practice.ui import words

NOW = datetime(2026, 11, 17, 17, 50, 30)  # wall time


@pytest.mark.parametrize(
    ("starts", "said"),
    [
        (datetime(2026, 11, 17, 18, 0), "In 10 min"),
        (datetime(2026, 11, 17, 17, 51), "In 1 min"),
        (datetime(2026, 11, 17, 18, 51), "In 1 h 1 min"),
        (datetime(2026, 11, 17, 19, 50, 30), "In 2 h"),
        (datetime(2026, 11, 17, 17, 50), "Now"),
        (datetime(2026, 11, 17, 16, 0), "Over"),
        (datetime(2026, 11, 18, 9, 0), "Tomorrow"),
        (datetime(2026, 11, 19, 9, 0), "Thu 19 Nov"),
        (datetime(2027, 1, 5, 9, 0), "5 Jan 2027"),
    ],
)
def test_how_far_off_a_session_is(starts: datetime, said: str) -> None:
    ends = starts.replace(hour=starts.hour + 1)
    assert words.until(NOW, starts, ends) == said


def test_days_and_counts() -> None:
    assert words.long_day(date(2026, 11, 17)) == "Tuesday 17 November"
    assert words.period(date(2026, 1, 6), None) == "since 6 Jan 2026"
    assert (words.count(1, "session"), words.count(0, "session")) == ("1 session", "0 sessions")
    greetings = [words.greeting(NOW.replace(hour=hour)) for hour in (0, 12, 18)]
    assert greetings == ["Good morning", "Good afternoon", "Good evening"]
