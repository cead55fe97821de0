"""The recovery code on paper: 32 bytes in 13 groups of four letters and a check letter.

Crockford's base 32 has no I, L, O and U, so that nothing is misread; each group's check letter
depends on its place, so that a slip is named by group (31 of 32 times) before the cipher refuses.
"""

import hashlib
import re
from collections.abc import Mapping

from practice.errors import Refused

GROUPS = 13
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})


class Mistyped(Refused):
    """A code that can't be right; `groups` counts from 1 and may be empty."""

    def __init__(self, message: str, groups: tuple[int, ...] = ()) -> None:
        super().__init__(message, field="code")
        self.groups = groups


def to_text(secret: bytes) -> str:
    """32 bytes as 13 groups of five, joined by hyphens."""
    number = int.from_bytes(secret, "big")
    letters = "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(4 * GROUPS)))
    return "-".join(_with_check(i, letters[4 * i : 4 * i + 4]) for i in range(GROUPS))


def from_text(text: str) -> bytes:
    """The 32 bytes; small letters, spaces and O for 0, I and L for 1 are taken. Raises Mistyped."""
    groups = _groups(text)
    wrong = [i + 1 for i, group in enumerate(groups) if not _right(i, group)]
    number = 0
    for letter in "" if wrong else "".join(group[:4] for group in groups):
        number = number * 32 + _ALPHABET.index(letter)
    if number >> 256:
        wrong = [1]
    if wrong:
        raise Mistyped(_naming(wrong), tuple(wrong))
    return number.to_bytes(32, "big")


def check_groups(code: str, retyped: Mapping[int, str]) -> None:
    """Whether someone has the printed code at hand: groups (from 1) as retyped. Raises Mistyped."""
    right = code.split("-")
    wrong = [number for number, text in retyped.items() if _tidy(text) != right[number - 1]]
    if wrong:
        raise Mistyped(_naming(sorted(wrong)), tuple(sorted(wrong)))


def _groups(text: str) -> list[str]:
    tidy = _tidy(text)
    if len(tidy) == 5 * GROUPS:
        return [tidy[i : i + 5] for i in range(0, len(tidy), 5)]
    apart = [_tidy(group) for group in re.split(r"[\W_]+", text.strip())]
    wrong = tuple(i + 1 for i, group in enumerate(apart) if len(group) != 5)
    if len(apart) == GROUPS:
        raise Mistyped(_naming(wrong), wrong)
    raise Mistyped(
        f"The recovery code has {5 * GROUPS} letters and digits in {GROUPS} groups of five; "
        f"this has {len(tidy)}."
    )


def _tidy(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.upper()).translate(_LOOK_ALIKE)


def _right(place: int, group: str) -> bool:
    return set(group) <= set(_ALPHABET) and _with_check(place, group[:4]) == group


def _with_check(place: int, letters: str) -> str:
    digest = hashlib.sha256(f"{place}{letters}".encode()).digest()
    return letters + _ALPHABET[digest[0] & 31]


def _naming(wrong: tuple[int, ...] | list[int]) -> str:
    if len(wrong) == 1:
        return f"Group {wrong[0]} is not as it is printed. Compare it with the paper."
    listed = ", ".join(map(str, wrong[:-1]))
    return f"Groups {listed} and {wrong[-1]} are not as they are printed. Compare with the paper."
