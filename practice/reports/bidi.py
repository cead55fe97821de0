"""Direction: which parts of a paragraph run right to left, and how a line of them is ordered.

The levels are those of the Unicode Bidirectional Algorithm (UAX #9), resolved for a whole
paragraph; ordering happens per line, after the lines have been broken, as rule L2 asks.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from bidi import algorithm
from bidi.mirror import MIRRORED

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}  # as rule N0 counts them
_NO_DIRECTION = ("BN", "")  # joiners, and characters that Unicode has not assigned
_DEEPEST = 63  # open brackets that are followed, as in BD16

T = TypeVar("T")


def levels(text: str) -> bytes:
    """One embedding level per character: even runs left to right, odd right to left."""
    if not _RIGHT_TO_LEFT.search(text):
        return bytes(len(text))
    base = algorithm.get_base_level(text)
    kept = [
        index
        for index, each in enumerate(text)
        if unicodedata.bidirectional(each) not in _NO_DIRECTION
    ]
    resolved = dict(zip(kept, _resolve("".join(text[index] for index in kept), base), strict=True))
    result = bytearray()
    for index in range(len(text)):  # a joiner takes the level of what it joins to
        result.append(resolved.get(index, result[-1] if result else base))
    return bytes(result)


def _resolve(text: str, base: int) -> list[int]:
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(storage["chars"], "LR"[base])
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    return [each["level"] for each in storage["chars"]]


def _resolve_brackets(characters: list[dict[str, Any]], outside: str) -> None:
    """Rule N0, which the library lacks: a pair of brackets takes one direction."""
    types = [_STRONG.get(each["type"], "") for each in characters]
    for opening, closing in _bracket_pairs(characters):
        inside = {strong for strong in types[opening + 1 : closing] if strong}
        if not inside:
            continue
        before = next((types[n] for n in range(opening - 1, -1, -1) if types[n]), outside)
        direction = outside if outside in inside or before == outside else before
        for index in (opening, closing):
            characters[index]["type"] = types[index] = direction


def _bracket_pairs(characters: list[dict[str, Any]]) -> list[tuple[int, int]]:
    pairs = []
    waiting: list[tuple[str, int]] = []
    for index, each in enumerate(characters):
        category = unicodedata.category(each["ch"])
        if category == "Ps" and len(waiting) < _DEEPEST:
            waiting.append((MIRRORED.get(each["ch"], ""), index))
        elif category == "Pe":
            depth = next(
                (n for n in reversed(range(len(waiting))) if waiting[n][0] == each["ch"]), None
            )
            if depth is not None:
                pairs.append((waiting[depth][1], index))
                del waiting[depth:]
    return sorted(pairs)


def starts_right_to_left(text: str) -> bool:
    """True if the first letter that has a direction runs right to left (rules P2 and P3)."""
    return bool(_RIGHT_TO_LEFT.search(text)) and algorithm.get_base_level(text) == 1


def visual(items: Sequence[T], level: Callable[[T], int]) -> list[T]:
    """The items of one line from left to right (rule L2)."""
    ordered = list(items)
    highest = max(map(level, ordered), default=0)
    for depth in range(highest, 0, -1):
        start = 0
        while start < len(ordered):
            end = start
            while end < len(ordered) and level(ordered[end]) >= depth:
                end += 1
            ordered[start:end] = reversed(ordered[start:end])
            start = max(end, start + 1)
    return ordered
