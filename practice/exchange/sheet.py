"""A list as it stands in a file: rows of cells, all of them text."""

from collections.abc import Iterable
from dataclasses import dataclass

from practice.errors import Refused
from practice.exchange.encoding import Encoding
from practice.exchange.progress import Progress

MOST_BYTES = 20_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 200
LONGEST_CELL = 20_000
EMPTY = "There is nothing in this file. Choose another one."
TOO_MANY_ROWS = (
    f"This list has more than {MOST_ROWS:,} rows, more than a practice’s list of members would. "
    "Nothing was read. If it is the right file, split it into smaller ones."
)
TOO_MANY_COLUMNS = (
    f"This list has more than {MOST_COLUMNS} columns, so it is hardly a list of people. "
    "Nothing was read. Choose another file."
)
TOO_LONG = (
    f"A cell in row {{}} holds more than {LONGEST_CELL:,} characters. A quotation mark may be "
    "missing there, or the file is damaged. Nothing was read."
)


@dataclass(frozen=True, slots=True)
class Row:
    """`number` counts from 1 as a spreadsheet shows it; `cut` where the file ends inside it."""

    number: int
    cells: tuple[str, ...]
    cut: bool = False


@dataclass(frozen=True)
class Sheet:
    """Rows that hold something, in order. `encoding` is None for a workbook."""

    rows: tuple[Row, ...]
    encoding: Encoding | None = None


def collect(
    records: Iterable[tuple[str, ...]], progress: Progress, *, ends: bool = True
) -> tuple[Row, ...]:
    """Rows within the limits; `ends` says whether the last line was ended. Raises Refused."""
    found: list[Row] = []
    for number, record in enumerate(progress.through(records, 0), start=1):
        cells = _without_tail(record)
        if not cells:
            continue
        if len(found) > MOST_ROWS:
            raise Refused(TOO_MANY_ROWS)
        if len(cells) > MOST_COLUMNS:
            raise Refused(TOO_MANY_COLUMNS)
        if any(len(cell) > LONGEST_CELL for cell in cells):
            raise Refused(TOO_LONG.format(number))
        found.append(Row(number, cells))
    if not found:
        raise Refused(EMPTY)
    last = found[-1]
    if not ends and len(found) > 1 and len(last.cells) < len(found[-2].cells):
        found[-1] = Row(last.number, last.cells, cut=True)
    return tuple(found)


def _without_tail(record: tuple[str, ...]) -> tuple[str, ...]:
    """Without empty cells at the end, which some programs write and some leave out."""
    end = len(record)
    while end and not record[end - 1].strip():
        end -= 1
    return record[:end]
