"""Rows as a CSV file that spreadsheet programs open rightly and never run.

UTF-8 with a mark, commas, every cell in quotation marks, dangerous beginnings guarded (`guard`).
"""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import StringIO

from practice.exchange.guard import guarded


def document(heading: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The file. Days are written like 1980-03-05, wall times like 2026-11-17 18:00."""
    out = StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow([guarded(name) for name in heading])
    writer.writerows([guarded(_text(value)) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value)
