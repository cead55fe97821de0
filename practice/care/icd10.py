"""ICD-10-CM codes by code or by words, from the set shipped with the program.

The set holds chapters F and Z of one release and says so in its head (scripts/icd10cm.py makes it).
A code that is not in it can be typed all the same; its shape alone is checked then.
"""

import gzip
from dataclasses import dataclass
from functools import cache

from practice.paths import resource
from practice.text import fold

SHOWN = 8
_SPELLED_OUT = {
    "adhd": "attention deficit hyperactivity",
    "aud": "alcohol use disorder",
    "gad": "generalized anxiety",
    "mdd": "major depressive",
    "ocd": "obsessive compulsive",
    "oud": "opioid use disorder",
    "ptsd": "post traumatic stress",
}
"""What clinicians type for words the set writes out."""


@dataclass(frozen=True)
class Code:
    """A code that can be reported. `terms` are other words the set gives for it."""

    code: str
    title: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """A code with the words that were looked for: its title, or the term that fits better."""

    code: str
    words: str


@dataclass(frozen=True)
class _Entry:
    code: Code
    key: str
    title: str
    terms: tuple[str, ...]


def release() -> str:
    """Which release of ICD-10-CM the set is of."""
    head = _lines()[0].partition("release of ")[2]
    return head.partition(":")[0]


@cache
def codes() -> tuple[Code, ...]:
    """Every code of the set, in its order."""
    parted = (line.split("\t") for line in _lines() if not line.startswith("#"))
    return tuple(
        Code(code, title, tuple(filter(None, terms.split("|")))) for code, title, terms in parted
    )


@cache
def _lines() -> list[str]:
    packed = resource("icd10cm.tsv.gz").read_bytes()
    return gzip.decompress(packed).decode("utf-8").splitlines()


@cache
def _entries() -> tuple[_Entry, ...]:
    return tuple(
        _Entry(
            code,
            code.code.replace(".", "").casefold(),
            _searchable(code.title),
            tuple(_searchable(term) for term in code.terms),
        )
        for code in codes()
    )


def _searchable(words: str) -> str:
    """Folded, with a space before every word, also within compounds."""
    folded = fold(words)
    return " " + "".join(char if char.isalnum() else " " for char in folded)


def title_of(code: str) -> str:
    """The title of a code in its usual form; empty if the set does not hold it."""
    return next((each.title for each in codes() if each.code == code), "")


def search(typed: str, limit: int = SHOWN) -> list[Found]:
    """Codes that begin with what was typed, then those whose words do, the closest first.

    Every word typed must begin a word, in any order and with any accents. Mental disorders (F) come
    before circumstances (Z).
    """
    whole = fold(typed).replace(".", "").replace(" ", "")
    words = " ".join(_SPELLED_OUT.get(w, w) for w in _searchable(typed).split()).split()
    if not words:
        return []
    by_code = [
        Found(entry.code.code, entry.code.title)
        for entry in _entries()
        if entry.key.startswith(whole)
    ]
    if len(by_code) >= limit:
        return by_code[:limit]
    begun = tuple(f" {word}" for word in words)
    ranked = sorted(
        (rank, place)
        for place, entry in enumerate(_entries())
        if (rank := _rank(entry, begun)) is not None
    )
    by_words = [_found(_entries()[place], begun) for _, place in ranked]
    return [*by_code, *(found for found in by_words if found not in by_code)][:limit]


def _rank(entry: _Entry, begun: tuple[str, ...]) -> tuple[bool, int, int] | None:
    """Smaller is closer: the chapter, then title before term, then the fewest words beside."""
    fits = [
        (kind, len(text))
        for kind, texts in enumerate(((entry.title,), entry.terms))
        for text in texts
        if all(word in text for word in begun)
    ]
    return (entry.key[0] != "f", *min(fits)) if fits else None


def _found(entry: _Entry, begun: tuple[str, ...]) -> Found:
    """By its title, or by the term that fits where the title does not."""
    if all(word in entry.title for word in begun):
        return Found(entry.code.code, entry.code.title)
    fitting = (
        words
        for words, text in zip(entry.code.terms, entry.terms, strict=True)
        if all(word in text for word in begun)
    )
    return Found(entry.code.code, min(fitting, key=len))
