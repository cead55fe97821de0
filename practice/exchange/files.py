"""A file someone chose, whatever program wrote it: told apart by its content, not by its name."""

from pathlib import Path

from practice.errors import Refused
from practice.exchange import delimited, workbook
from practice.exchange.encoding import Encoding
from practice.exchange.progress import Progress
from practice.exchange.sheet import EMPTY, MOST_BYTES, Sheet

NOT_THERE = "This file can’t be opened: it is not there, or this account may not read it."
TOO_LARGE = (
    f"This file is larger than {MOST_BYTES // 1_000_000} MB, far more than a list of members "
    "needs. Nothing was read. Choose another one."
)


def content(path: Path) -> bytes:
    """The bytes of a file that is not too large. Raises Refused."""
    try:
        if not path.is_file():
            raise Refused(NOT_THERE)
        if path.stat().st_size > MOST_BYTES:
            raise Refused(TOO_LARGE)
        data = path.read_bytes()
    except OSError:
        raise Refused(NOT_THERE) from None
    if not data.strip():
        raise Refused(EMPTY)
    return data


def read(data: bytes, progress: Progress, encoding: Encoding | None = None) -> Sheet:
    """Its rows; `encoding` only where the person corrected it. Raises Refused, Cancelled."""
    if data.startswith(workbook.OLD_OFFICE):
        raise Refused(workbook.OLD)
    if data.startswith(workbook.ARCHIVE):
        return workbook.read(data, progress)
    return delimited.read(data, progress, encoding)
