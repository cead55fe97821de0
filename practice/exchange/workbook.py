"""Excel workbooks (.xlsx), read with care: they are ZIP archives of XML that anybody may have made.

How much an archive would unfold to stands in its directory and is checked before anything is
unfolded; reading an entry stops at the size it claimed. With defusedxml installed, openpyxl
refuses XML that names entities.
"""

import warnings
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from practice.errors import Refused
from practice.exchange.progress import Progress
from practice.exchange.sheet import EMPTY, MOST_ROWS, Sheet, collect

ARCHIVE = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
MOST_ENTRIES = 1_000
MOST_UNFOLDED = 100_000_000
MOST_FOLDED = 200
"""The most an honest sheet is folded: bytes out for one byte in."""
FORMULA = "="
OLD = (
    "This workbook is protected by a password, or it is an old one (.xls). Save it without a "
    "password as .xlsx or as CSV, then choose that file."
)
BOMB = (
    "This workbook would unfold to far more than a list of members holds, so it was not opened. "
    "Ask whoever made it for a CSV file."
)
DAMAGED = "This workbook is damaged or was cut off. Nothing was read. Save it anew and try again."
NO_SHEET = "This file is no Excel workbook, although it looks like one. Choose a CSV or .xlsx file."


def read(data: bytes, progress: Progress) -> Sheet:
    """The first sheet that holds something. Raises Refused for every workbook that can't be read.

    Days come out as 1980-03-05. A formula comes out as the value it had; where the file keeps
    none, as the formula, which no column takes.
    """
    _require_harmless(data)
    try:
        return Sheet(collect(_records(data), progress))
    except (KeyError, OSError):
        raise Refused(NO_SHEET) from None
    except (BadZipFile, zlib.error, SyntaxError, ValueError, TypeError, EOFError, IndexError):
        raise Refused(DAMAGED) from None


def _require_harmless(data: bytes) -> None:
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError):
        raise Refused(DAMAGED) from None
    if len(entries) > MOST_ENTRIES or sum(e.file_size for e in entries) > MOST_UNFOLDED:
        raise Refused(BOMB)
    if any(_is_bomb(entry) for entry in entries):
        raise Refused(BOMB)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused(OLD)


def _is_bomb(entry: ZipInfo) -> bool:
    return entry.file_size > 1_000_000 and entry.file_size > MOST_FOLDED * entry.compress_size


def _records(data: bytes) -> Iterator[tuple[str, ...]]:
    values = _sheet(data, values=True)
    if not _has_formulas(data):
        yield from (tuple(_text(value) for value in row) for row in values)
        return
    for had, written in zip(values, _sheet(data, values=False), strict=True):
        yield tuple(_text(one, two) for one, two in zip(had, written, strict=True))


def _sheet(data: bytes, *, values: bool) -> Iterator[tuple[Any, ...]]:
    from openpyxl import load_workbook  # noqa: PLC0415  # seldom needed, and large

    warnings.filterwarnings("ignore", module="openpyxl")  # of what no list needs
    book = load_workbook(BytesIO(data), read_only=True, data_only=values, keep_links=False)
    try:
        for sheet in book.worksheets:
            rows = sheet.iter_rows(max_row=MOST_ROWS + 2, values_only=True)
            if (first := next(rows, None)) is not None:
                yield first
                yield from rows
                return
    finally:
        book.close()
    raise Refused(EMPTY)


def _has_formulas(data: bytes) -> bool:
    with ZipFile(BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        return any(_holds(archive, name) for name in sheets)


def _holds(archive: ZipFile, name: str) -> bool:
    with archive.open(name) as entry:
        tail = b""
        while part := entry.read(1 << 16):
            whole = tail + part
            if b"<f>" in whole or b"<f " in whole:
                return True
            tail = part[-3:]
    return False


def _text(value: object, written: object = None) -> str:
    if value is None:
        is_formula = isinstance(written, str) and written.startswith(FORMULA)
        return str(written) if is_formula else ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
