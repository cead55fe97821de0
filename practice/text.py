"""Rules for text that people type or paste, and the folding used to search and compare it.

Put right quietly, because nobody can see the difference: line ends (CRLF, CR and Unicode's
own become one newline), the composed form of accents (NFC), a byte order mark in front, spaces
at the end of lines, and, where there is just one line, runs of spaces, tabs and breaks.

Refused with words, never repaired: control characters (NUL too), half characters (lone
surrogates), direction overrides and isolates that could make a chart read differently from what
it says, more than 30 accents on one letter, and text over the limit. Emoji, combining marks,
joiners and right-to-left writing are welcome.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from practice.errors import Refused

MARKS_ON_ONE_LETTER = 30
"""As many as Unicode's Stream-Safe Text Format (UAX #15) allows; reordering more is slow."""

_BREAKS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_SPACES_BEFORE_BREAK = re.compile(r"[^\S\n]+$", re.MULTILINE)
_REFUSED = (
    (re.compile("[\ud800-\udfff]"), "half of a character"),
    (re.compile("[\u202a-\u202e\u2066-\u2069]"), "a hidden mark that changes reading direction"),
    (
        re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]"),
        "a hidden control character",
    ),
)


def clean_line(text: str, limit: int = 200, *, field: str = "") -> str:
    """One line for storing: no break, no tab, single spaces, none at the ends.

    Text in which nothing can be seen comes back empty. Raises Refused (see the module) for
    `field`; `limit` counts characters (code points) of the result.
    """
    line = " ".join(_sound(text, limit, field).split())
    if all(unicodedata.category(char) in {"Cf", "Zs"} for char in line):
        return ""
    return _within(line, limit, field)


def clean_text(text: str, limit: int = 200_000, *, field: str = "") -> str:
    """Text of several lines for storing; tabs, blank lines and leading spaces are kept.

    Raises Refused (see the module) for `field`; `limit` counts characters of the result.
    """
    sound = _SPACES_BEFORE_BREAK.sub("", _sound(text, limit, field))
    return _within(sound.rstrip(), limit, field)


def _sound(text: str, limit: int, field: str) -> str:
    _within(text, 4 * limit, field, allowed=limit)
    for pattern, what in _REFUSED:
        if found := pattern.search(text):
            raise Refused(_beside(text, found.start(), what), field=field)
    if not text.isascii():
        _few_marks(text, field)
        text = unicodedata.normalize("NFC", text)
    return _BREAKS.sub("\n", text).removeprefix("\ufeff")


def _within(text: str, limit: int, field: str, *, allowed: int = 0) -> str:
    if len(text) <= limit:
        return text
    raise Refused(
        f"This is {len(text):,} characters long; {allowed or limit:,} fit here. "
        "Nothing was cut or saved: please shorten it.",
        field=field,
    )


def _few_marks(text: str, field: str) -> None:
    start = 0
    for combines, run in groupby(text, key=lambda char: unicodedata.combining(char) > 0):
        length = sum(1 for _ in run)
        if combines and length > MARKS_ON_ONE_LETTER:
            raise Refused(_beside(text, start, "too many accents on one letter"), field=field)
        start += length


def _beside(text: str, at: int, what: str) -> str:
    before = " ".join(text[max(0, at - 60) : at].split())[-20:].lstrip()
    place = f"after “{before}”" if before else "at the start"
    return f"The text holds {what} {place}. Delete that place and type it again."


_LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŧ": "t", "ŋ": "n",
    "æ": "ae", "œ": "oe", "ə": "e", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y",
    "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": "", "ґ": "г",
    "’": "'", "‘": "'", "ʼ": "'", "ʹ": "'", "′": "'", "ʻ": "'", "＇": "'", "׳": "'",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "־": "-",
}  # fmt: skip
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]"
)


class _Folds(dict[int, str]):
    """What each character folds to, worked out when first met; for `str.translate`."""

    def __missing__(self, code: int) -> str:
        parts = _ACCENTS.sub("", unicodedata.normalize("NFKD", chr(code).casefold()))
        plain = "".join(_LETTERS.get(part, part) for part in parts.casefold())
        visible = "".join(part for part in plain if unicodedata.category(part) != "Cf")
        self[code] = unicodedata.normalize("NFC", visible)
        return self[code]


_folds = _Folds()


def fold(text: str) -> str:
    """For searching and comparing only: case, accents, points and look-alike marks set aside.

    Łukasz and lukasz, Straße and strasse, İpek and ipek, O’Brien and O'Brien fold alike.
    Vowel signs that are letters of their own (Devanagari, Thai, kana) stay.
    """
    return text.casefold() if text.isascii() else text.translate(_folds)


class Folded(NamedTuple):
    """Folded text and, for every place in it and its end, the place in the original."""

    text: str
    origin: Sequence[int]


def fold_with_origin(text: str) -> Folded:
    """As `fold`, keeping the way back: folded[a:b] came from text[origin[a]:origin[b]]."""
    folded = fold(text)
    if text.isascii():
        return Folded(folded, range(len(text) + 1))
    origin = [at for at, char in enumerate(text) for _ in _folds[ord(char)]]
    return Folded(folded, [*origin, len(text)])


def initials(name: str) -> str:
    """Capital first letters of the first and last word: Ana María Silva is AS, 王小明 is 王."""
    words = [word for word in re.split(r"[\s\-]+", name) if word and word[0].isalpha()]
    ends = words[:1] + words[1:][-1:]
    return "".join(_first_letter(word) for word in ends)


def _first_letter(word: str) -> str:
    end = 1
    while end < len(word) and unicodedata.category(word[end]).startswith("M"):
        end += 1
    return unicodedata.normalize("NFC", word[:end].upper())
