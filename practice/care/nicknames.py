"""Usual short forms of given names; the record seldom holds them, notes often do."""

import tomllib
from functools import lru_cache

from practice.paths import resource


def short_forms(given: str) -> frozenset[str]:
    """What people of this folded given name are usually called, in any language, folded."""
    return _table().get(given, frozenset())


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    text = resource("names", "nicknames.toml").read_text(encoding="utf-8")
    found: dict[str, frozenset[str]] = {}
    for names in tomllib.loads(text).values():
        for given, short in names.items():
            found[given] = found.get(given, frozenset()) | frozenset(short.split())
    return found
