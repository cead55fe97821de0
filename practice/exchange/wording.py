"""What other programs call columns, answers and months, from `resources/exchange/words.toml`."""

import tomllib
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from practice.paths import resource
from practice.text import fold

E = TypeVar("E", bound=Enum)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(resource("exchange", "words.toml").read_text(encoding="utf-8"))


@cache
def headings() -> dict[str, str]:
    """The key of the column each known heading means, by the heading with only its letters left.

    Where several mean the same, the plainer stands first.
    """
    return {plain(name): key for key, names in _words()["headings"].items() for name in names}


@cache
def values(section: str, kind: type[E]) -> dict[str, E]:
    """What each known word of a section means, by the word with only its letters left."""
    found = _words()[section].items()
    return {plain(word): kind(value) for value, words in found for word in words}


@cache
def months() -> dict[str, int]:
    """The number of each month, by its folded name and that name's first three letters.

    Three letters that mean two months somewhere are left out.
    """
    found: dict[str, int] = {}
    short: dict[str, set[int]] = {}
    for names in _words()["months"].values():
        for number, name in enumerate(names, start=1):
            found[fold(name)] = number
            short.setdefault(fold(name)[:3], set()).add(number)
    return {letters: min(of) for letters, of in short.items() if len(of) == 1} | found


@cache
def nothing() -> frozenset[str]:
    """What people write to leave a cell empty, folded."""
    return frozenset(fold(word) for word in _words()["nothing"]["words"])


def plain(heading: str) -> str:
    """Letters and figures alone, folded: `Date of Birth*` is `dateofbirth`, `#` is `number`."""
    return "".join(char for char in fold(heading.replace("#", "number")) if char.isalnum())
