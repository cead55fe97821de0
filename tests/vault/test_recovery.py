"""The recovery code: exact on the way out, forgiving on the way in, and it names a slip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.vault import recovery
from practice.vault.recovery import Mistyped

SECRET = bytes(range(7, 39))
CODE = recovery.to_text(SECRET)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(st.binary(min_size=32, max_size=32))
def test_what_is_printed_is_read_back(secret: bytes) -> None:
    code = recovery.to_text(secret)
    assert [len(group) for group in code.split("-")] == [5] * 13
    assert recovery.from_text(code) == secret
    assert recovery.from_text(code.lower().replace("-", " ").replace("0", "o")) == secret
    assert recovery.from_text(code.replace("-", "").replace("1", "l")) == secret


def slips() -> list[tuple[int, str]]:
    """The code with each letter replaced by each other one, with the number of its group."""
    places = [place for place, letter in enumerate(CODE) if letter != "-"]
    return [
        (place // 6 + 1, CODE[:place] + letter + CODE[place + 1 :])
        for place in places
        for letter in LETTERS
        if letter != CODE[place]
    ]


def groups_named(text: str) -> tuple[int, ...]:
    try:
        assert recovery.from_text(text) != SECRET  # the cipher refuses it then
    except Mistyped as slip:
        return slip.groups
    return ()


def test_nearly_every_single_slip_is_named_by_its_group() -> None:
    named = [(group, groups_named(text)) for group, text in slips()]
    assert len(named) == 65 * 31
    assert all(found in {(), (group,)} for group, found in named)
    assert sum(found == (group,) for group, found in named) / len(named) > 0.95


def test_groups_that_changed_places_are_named() -> None:
    groups = CODE.split("-")
    groups[2], groups[6] = groups[6], groups[2]
    with pytest.raises(Mistyped, match="Groups 3 and 7") as slip:
        recovery.from_text("-".join(groups))
    assert slip.value.groups == (3, 7)
    assert slip.value.field == "code"


@pytest.mark.parametrize("bad", ["?", "U", "é", "\ud800", "\0"])
def test_a_letter_no_code_has_is_named_by_group(bad: str) -> None:
    with pytest.raises(Mistyped) as slip:
        recovery.from_text(CODE[:6] + bad + CODE[7:])
    assert slip.value.groups == (2,)


def test_a_group_too_short_is_named() -> None:
    with pytest.raises(Mistyped, match="Group 1 is"):
        recovery.from_text(CODE[1:])


@pytest.mark.parametrize("text", ["", "hello", CODE + CODE, "x" * 100_000])
def test_something_else_is_told_what_a_code_looks_like(text: str) -> None:
    with pytest.raises(Mistyped, match="65 letters and digits in 13 groups"):
        recovery.from_text(text)


def test_retyping_two_groups_proves_that_the_paper_is_at_hand() -> None:
    groups = CODE.split("-")
    recovery.check_groups(CODE, {3: groups[2].lower(), 11: f" {groups[10]} "})
    with pytest.raises(Mistyped, match="Group 11"):
        recovery.check_groups(CODE, {3: groups[2], 11: groups[2]})
