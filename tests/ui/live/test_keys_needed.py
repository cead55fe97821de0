"""The manual's table of how many keys a group of ten takes: every number in it is counted here."""

import re
from collections.abc import Callable

import pytest

from practice.care import live, ratings, safety, techniques
from practice.models.enums.attendance import Status
from practice.ui.help.chapters import Chapter, text
from tests.ui.live.conftest import Desk, Sit, words_on

TEN = "1234567890"
_ROW = re.compile(r"^\| ([^|]+) \| (\d+) \| [^|]+ \|$", re.MULTILINE)
TOLD = {words: int(keys) for words, keys in _ROW.findall(text(Chapter.SESSION))}


def all_came(desk: Desk) -> None:
    desk.press("A")
    assert set(desk.statuses().values()) == {Status.ATTENDED}


def three_exceptions(desk: Desk) -> None:
    desk.press("A", "2", "N", "7", "E", "0", "N")
    assert sum(status is Status.ATTENDED for status in desk.statuses().values()) == 7


def usual_locations(desk: Desk) -> None:
    desk.press("A")
    desk.keys = 0
    desk.press("C")
    assert all(seat.location for seat in desk.seats().values())


def one_line_each(desk: Desk) -> None:
    desk.press("1", "Enter")
    for digit in TEN:
        desk.type(f"Line about {digit}")
        desk.press("Enter")
        if digit != TEN[-1]:
            desk.press(f"Alt+{TEN[TEN.index(digit) + 1]}")
    about = {line.member_id: line.text for line in live.lines(desk.session_id)}
    assert about == {seat.member: f"Line about {digit}" for digit, seat in desk.seats().items()}


def ratings_of_all(desk: Desk) -> None:
    for digit in TEN:
        desk.press(digit, "R", "7", "4", "Enter")
    given = ratings.of_session(desk.session_id)
    assert [sorted(one.values()) for one in given.values()] == [[4, 7]] * 10


def a_flagged_line(desk: Desk) -> None:
    desk.press("1", "Enter")
    desk.type("Would rather not be here")
    desk.keys = 0
    desk.press("Alt+F")
    (check,) = safety.of_session(desk.session_id)
    assert check.open
    assert "What did you ask?" in words_on(desk.window)


def a_technique(desk: Desk) -> None:
    desk.press("K")
    desk.type("chain")
    desk.press("Enter")
    assert [row.name for row in techniques.of_session(desk.session_id)] == ["Chain analysis"]


def a_phrase(desk: Desk) -> None:
    desk.press("1", "Enter")
    desk.type(";plan")
    desk.keys = 0
    desk.press("Tab")
    assert desk.view.composer.editor.toPlainText().startswith("Plan:")


def who_was_not_heard(desk: Desk) -> None:
    desk.press("A")
    desk.keys = 0
    assert "10 not heard" in words_on(desk.window) or "Not heard yet" in words_on(desk.window)


COUNTED: dict[str, Callable[[Desk], None]] = {
    "Attendance, when all ten came": all_came,
    "Attendance with three exceptions": three_exceptions,
    "The usual location of all ten, once you asked": usual_locations,
    "One line about each of the ten": one_line_each,
    "Urge and mood of all ten": ratings_of_all,
    "A line flagged as a risk, with its safety check open": a_flagged_line,
    "A technique": a_technique,
    "A phrase": a_phrase,
    "Who was not heard yet": who_was_not_heard,
}


def test_the_manual_tells_the_keys_of_all_that_is_counted_and_their_sum() -> None:
    assert TOLD.keys() == COUNTED.keys()
    both = TOLD["Attendance with three exceptions"] + TOLD["One line about each of the ten"]
    assert f"take {both} keys" in text(Chapter.SESSION)


@pytest.mark.parametrize("words", COUNTED)
def test_it_takes_as_many_keys_as_the_manual_tells(sit: Sit, words: str) -> None:
    desk = sit(10)
    desk.begin()
    COUNTED[words](desk)
    assert desk.keys == TOLD[words]
