"""Where a line may be broken: the part of UAX #14 that the printed scripts need.

Thai is written without spaces and would need a dictionary; here it breaks where a syllable
certainly begins or ends, which never tears a syllable but may part a compound word.
"""

import re
from collections.abc import Iterator

_WORDS = re.compile(r" +|[^ ]+")
_PLAIN = re.compile(r"[\x21-\x2c\x2e\x30-\x7e\xa0-\u0dff]+")  # no hyphen or slash, no script below
_WIDE = re.compile("[\u2e80-\u31ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_NO_LINE_STARTS_WITH = frozenset(
    "、。，．！？：；）］｝」』】〉》〕〗・ー々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…‥!?,.:;)]}%’”"
)
_NO_LINE_ENDS_WITH = frozenset("（［｛「『【〈《〔〖([{‘“")
_THAI_STARTS_SYLLABLE = frozenset("เแโใไ")
_THAI_ENDS_SYLLABLE = frozenset("ะำๆฯ")
_HYPHENS = frozenset("-‐–—/")


def chunks(text: str) -> Iterator[str]:
    """The text in parts between which a line may end; spaces are parts of their own."""
    for match in _WORDS.finditer(text):
        word = match.group()
        if word[0] == " " or _PLAIN.fullmatch(word):
            yield word
        else:
            yield from _within(word)


def _within(word: str) -> Iterator[str]:
    start = 0
    for index in range(1, len(word)):
        if _may_break(word[index - 1], word[index]):
            yield word[start:index]
            start = index
    yield word[start:]


def _may_break(before: str, after: str) -> bool:
    if after in _NO_LINE_STARTS_WITH or before in _NO_LINE_ENDS_WITH:
        return False
    if "\u0e01" <= before <= "\u0e4f" and "\u0e01" <= after <= "\u0e4f":
        return after in _THAI_STARTS_SYLLABLE or (
            before in _THAI_ENDS_SYLLABLE and after not in _THAI_ENDS_SYLLABLE
        )
    if before in _HYPHENS:
        return after.isalpha()
    return bool(_WIDE.match(before) or _WIDE.match(after))
