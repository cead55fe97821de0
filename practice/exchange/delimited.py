"""Text with one row a line: CSV as other programs write it, whatever separates its cells.

The separator is the one with which most rows come out equally wide, and wide. Cells may hold line
breaks and separators inside quotation marks.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from practice.errors import Refused
from practice.exchange import encoding as encodings
from practice.exchange.encoding import Encoding
from practice.exchange.progress import Progress
from practice.exchange.sheet import LONGEST_CELL, TOO_LONG, Sheet, collect

SEPARATORS = (",", ";", "\t", "|")
_TRIED = 50
_ANNOUNCED = "sep="
"""The line with which some spreadsheet programs say what separates the cells."""
QUOTES = (
    "Row {} holds a quotation mark that doesn’t belong there, or the file was cut off inside that "
    "row. Put it right in the program the list comes from, then choose the file again."
)


def read(data: bytes, progress: Progress, encoding: Encoding | None = None) -> Sheet:
    """The rows of a text file; `encoding` where the person corrected what was found.

    Raises Refused for what is no list, for a row that can't be taken apart, and over the limits.
    """
    found = encoding or encodings.guess(data)
    text = encodings.decode(data, found)
    separator, text = _announced(text)
    separator = separator or separator_of(text)
    ends = text.endswith(("\n", "\r"))
    return Sheet(collect(_records(text, separator), progress, ends=ends), found)


def _announced(text: str) -> tuple[str, str]:
    line, _, rest = text.partition("\n")
    said = line.strip().lower()
    if said.startswith(_ANNOUNCED) and len(said) == len(_ANNOUNCED) + 1:
        return said[-1], f"\n{rest}"
    return "", text


def separator_of(text: str) -> str:
    """The most likely separator; a comma where there is just one column."""
    return max(SEPARATORS, key=lambda separator: _likely(text, separator))


def _likely(text: str, separator: str) -> float:
    """How many rows are as wide as most are, in shares, weighed by the width."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    widths: Counter[int] = Counter()
    try:
        widths.update(len(row) for row in islice(reader, _TRIED) if row)
    except csv.Error:
        return 0
    width, often = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return 0 if width < 2 else often / widths.total() * min(width, 8)


def _records(text: str, separator: str) -> Iterator[tuple[str, ...]]:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, row in enumerate(reader, start=1):  # noqa: B007  # told when the next one fails
            yield tuple(row)
    except csv.Error as error:
        words = TOO_LONG if "limit" in str(error) else QUOTES
        raise Refused(words.format(number + 1)) from None
