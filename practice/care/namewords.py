"""Names that are also words, and the small signs by which a capitalised word reads as a name."""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from practice.paths import resource


@dataclass(frozen=True)
class Language:
    """A language's names that are words, folded, and the small words it is known by.

    The words of some count always; those of the others in text that is in the language.
    """

    name: str
    words: frozenset[str]
    markers: frozenset[str]
    always: bool


@dataclass(frozen=True)
class Reading:
    """English words that tell a name from a word; resources/names/words.toml says how."""

    speaks: frozenset[str]
    verbs: frozenset[str]
    finite: frozenset[str]
    months: frozenset[str]
    before_month: frozenset[str]
    before_place: frozenset[str]
    after_place: frozenset[str]
    companions: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def languages() -> tuple[Language, ...]:
    """Every language of the table."""
    return tuple(
        Language(
            entry["name"],
            frozenset(entry["words"].split()),
            frozenset(entry.get("markers", "").split()),
            entry.get("always", False),
        )
        for entry in _table()["language"]
    )


@lru_cache(maxsize=1)
def reading() -> Reading:
    """The context words of the table."""
    lists = {name: frozenset(words.split()) for name, words in _table()["reading"].items()}
    pairs = {name: frozenset(words.split()) for name, words in _table()["companions"].items()}
    return Reading(**lists, companions=pairs)


def spoken(tokens: Collection[str]) -> frozenset[str]:
    """The languages a text of these folded tokens is in, as far as two small words tell."""
    return frozenset(
        language.name
        for language in languages()
        if sum(token in language.markers for token in tokens) >= 2
    )


@lru_cache
def words_of(language: str) -> frozenset[str]:
    """The names that are words in this language alone."""
    return next(one.words for one in languages() if one.name == language)


@lru_cache(maxsize=64)
def words_in(spoken: frozenset[str]) -> frozenset[str]:
    """The names to treat as words in a text of these languages."""
    return frozenset().union(
        *(one.words for one in languages() if one.always or one.name in spoken)
    )


@lru_cache(maxsize=1)
def words_anywhere() -> frozenset[str]:
    """The names that are words in any language."""
    return frozenset().union(*(one.words for one in languages()))


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads(resource("names", "words.toml").read_text(encoding="utf-8"))
