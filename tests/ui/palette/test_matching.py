"""What fits what was typed, and in which order."""

import pytest

from practice.ui.palette.items import Item, Kind
from practice.ui.palette.matching import Index

NAMES = (
    ("Dana Reyes", "M-0001"),
    ("Reyna Adan", "M-0002"),
    ("Łukasz Wiśniewski", "M-0003"),
    ("Zoë O’Brien", "M-0004"),
    ("Mina Sørensen", "Minnie M-0005"),
    ("Nguyễn Thị Hương", "M-0006"),
)


def index(*more: Item) -> Index:
    people = [Item(Kind.MEMBER, name, name, "", lambda: None, also) for name, also in NAMES]
    return Index([*people, *more])


def titles(typed: str, used: tuple[str, ...] = ()) -> list[str]:
    return [item.title for item in index().find(typed, used)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("dana", "Dana Reyes"),
        ("rey", "Reyna Adan"),
        ("reyes", "Dana Reyes"),
        ("reyes da", "Dana Reyes"),
        ("lukasz", "Łukasz Wiśniewski"),
        ("wisniewsky", "Łukasz Wiśniewski"),
        ("zoe obrien", "Zoë O’Brien"),
        ("o'brien", "Zoë O’Brien"),
        ("minnie", "Mina Sørensen"),
        ("sorenson", "Mina Sørensen"),
        ("huong", "Nguyễn Thị Hương"),
        ("m-0003", "Łukasz Wiśniewski"),
        ("dnaa", "Dana Reyes"),
    ],
)
def test_names_are_found_with_their_slips_and_without_their_accents(typed: str, first: str) -> None:
    assert titles(typed)[0] == first


def test_beginnings_come_before_words_before_the_inside_before_slips() -> None:
    assert titles("dan") == ["Dana Reyes", "Reyna Adan"]
    assert titles("en") == ["Zoë O’Brien", "Mina Sørensen", "Nguyễn Thị Hương"]
    assert titles("rayna") == ["Reyna Adan"]


@pytest.mark.parametrize("typed", ["", "   ", "xyzzy", "dx", "\x00", "🙂"])
def test_nothing_fits_what_nobody_is_called(typed: str) -> None:
    assert titles(typed) == []


def test_what_was_used_last_comes_first_among_equals() -> None:
    assert titles("m", ("Mina Sørensen",))[0] == "Mina Sørensen"
    assert titles("rey", ("Dana Reyes",)) == ["Reyna Adan", "Dana Reyes"]


def test_before_anything_is_typed_it_offers_what_was_used_the_day_and_the_commands() -> None:
    day = Item(Kind.SESSION, "s", "Tuesday Skills", "18:00", lambda: None)
    do = Item(Kind.COMMAND, "Undo", "Undo", "", lambda: None, keys="Ctrl+Z")
    offered = index(day, do).without_words(("Mina Sørensen", "gone"))
    assert [item.title for item in offered] == ["Mina Sørensen", "Tuesday Skills", "Undo"]
