"""Names that are also words, and the small signs by which a capitalised word reads as a name."""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from practice.paths import resource


@dataclass(frozen=True)
class Language:
    """A language's names that are words, folded, and the small words it is known by."""

    name: str
    words: frozenset[str]
    markers: frozenset[str]


@dataclass(frozen=True)
class Reading:
    """English words that tell a name from a word; resources/names/words.toml says how."""

    speaks: frozenset[str]
    verbs: frozenset[str]
    finite: frozenset[str]
    months: frozenset[str]
    before_month: frozenset[str]
    companions: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def languages() -> tuple[Language, ...]:
    """Every language of the table."""
    return tuple(
        Language(
            entry["name"],
            frozenset(entry["words"].split()),
            frozenset(entry.get("markers", "").split()),
        )
        for entry in _table()["language"]
    )


@lru_cache(maxsize=1)
def reading() -> Reading:
    """The context words of the table."""
    lists = {name: frozenset(words.split()) for name, words in _table()["reading"].items()}
    pairs = {name: frozenset(words.split()) for name, words in _table()["companions"].items()}
    return Reading(**lists, companions=pairs)


def words_for(tokens: Collection[str]) -> frozenset[str]:
    """The names to treat as words in a text of these folded tokens."""
    present = (
        at
        for at, language in enumerate(languages())
        if not language.markers or _speaks(language.markers, tokens)
    )
    return _joined(tuple(present))


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads(resource("names", "words.toml").read_text(encoding="utf-8"))


def _speaks(markers: frozenset[str], tokens: Collection[str]) -> bool:
    return sum(token in markers for token in tokens) >= 2


@lru_cache(maxsize=64)
def _joined(which: tuple[int, ...]) -> frozenset[str]:
    return frozenset().union(*(languages()[at].words for at in which))
