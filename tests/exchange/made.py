"""Files made for a test."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook


def book(*rows: tuple[object, ...]) -> bytes:
    """A workbook as Excel would save it."""
    made, out = Workbook(), BytesIO()
    assert made.active is not None
    for row in rows:
        made.active.append(row)
    made.save(out)
    return out.getvalue()


def archive(**entries: bytes) -> bytes:
    """A ZIP archive with these entries."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, content in entries.items():
            made.writestr(name, content)
    return out.getvalue()
