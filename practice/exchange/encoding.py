"""How the bytes of a text file become letters: found by rules, shown for correction.

A byte order mark decides. Without one: bytes that are valid UTF-8 are that, text whose every
other byte is zero is UTF-16, and the rest comes from an old program of some region. Which region
can't be known from bytes alone; what is guessed is shown with the letters it makes.
"""

import re
from enum import Enum

from practice.errors import Refused


class Encoding(Enum):
    """The value is Python's name for it."""

    UTF_8 = "utf-8-sig"
    UTF_16 = "utf-16"
    UTF_16_LE = "utf-16-le"
    UTF_16_BE = "utf-16-be"
    WESTERN = "cp1252"
    CENTRAL = "cp1250"
    CYRILLIC = "cp1251"
    GREEK = "cp1253"
    TURKISH = "cp1254"


ENCODING_WORDS = {
    Encoding.UTF_8: "Unicode (UTF-8)",
    Encoding.UTF_16: "Unicode (UTF-16)",
    Encoding.UTF_16_LE: "Unicode (UTF-16, little-endian)",
    Encoding.UTF_16_BE: "Unicode (UTF-16, big-endian)",
    Encoding.WESTERN: "Western European (Windows-1252)",
    Encoding.CENTRAL: "Central European (Windows-1250)",
    Encoding.CYRILLIC: "Cyrillic (Windows-1251)",
    Encoding.GREEK: "Greek (Windows-1253)",
    Encoding.TURKISH: "Turkish (Windows-1254)",
}
NOT_TEXT = (
    "This file is not a list that can be read. Save the list as CSV or as an Excel workbook "
    "(.xlsx) in the program it comes from, then choose that file."
)
NOT_THIS = "The file can’t be read as {}. Choose another way to read its letters."
_MARKS = (
    (b"\xef\xbb\xbf", Encoding.UTF_8),
    (b"\xff\xfe", Encoding.UTF_16),
    (b"\xfe\xff", Encoding.UTF_16),
)
_LOOKED_AT = 65_536
_FOREIGN_RUN = re.compile(rb"[\xc0-\xff]+")
_CYRILLIC_RUN = 2.5
"""Mean length of runs of bytes outside ASCII: whole words of Cyrillic, the single é of French."""
_CENTRAL_ONLY = re.compile(rb"[A-Za-z][\x9c\x9f\xb3\xb9\xbf\x9a\x9e][a-z]")
"""ś ź ł ą ż š ž inside a word; in Western Europe these bytes are mostly signs."""


def guess(data: bytes) -> Encoding:
    """How these bytes most likely are to be read. Raises Refused where they are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    begin = data[:_LOOKED_AT]
    zeros = begin.count(0)
    if zeros * 4 >= len(begin) > 0:
        return _wide(begin)
    if zeros * 100 > len(begin):
        raise Refused(NOT_TEXT)
    if _is(data, Encoding.UTF_8):
        return Encoding.UTF_8
    return _regional(data)


def _wide(begin: bytes) -> Encoding:
    """UTF-16 without a mark: ASCII letters leave a zero at every other place."""
    even, odd = begin[::2].count(0), begin[1::2].count(0)
    if min(even, odd) * 10 > max(even, odd):
        raise Refused(NOT_TEXT)
    return Encoding.UTF_16_BE if even > odd else Encoding.UTF_16_LE


def _regional(data: bytes) -> Encoding:
    runs = _FOREIGN_RUN.findall(data)
    if runs and sum(map(len, runs)) / len(runs) >= _CYRILLIC_RUN and _is(data, Encoding.CYRILLIC):
        return Encoding.CYRILLIC
    likely = Encoding.CENTRAL if _CENTRAL_ONLY.search(data) else Encoding.WESTERN
    for encoding in (likely, Encoding.WESTERN, Encoding.CENTRAL, Encoding.CYRILLIC):
        if _is(data, encoding):
            return encoding
    raise Refused(NOT_TEXT)


def _is(data: bytes, encoding: Encoding) -> bool:
    try:
        data.decode(encoding.value)
    except UnicodeDecodeError:
        return False
    return True


def decode(data: bytes, encoding: Encoding) -> str:
    """The text, read as asked for. Raises Refused where the bytes don't allow it."""
    try:
        return data.decode(encoding.value)
    except UnicodeDecodeError:
        raise Refused(NOT_THIS.format(ENCODING_WORDS[encoding]), field="encoding") from None
