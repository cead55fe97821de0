"""Something leaves the program: a PDF to a printer, or anything into a file.

One way for every document: the kit, a report, a note, a list, a calendar.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRect, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from practice.errors import Unavailable
from practice.ui.preview import dialogs
from practice.ui.preview.document import POINTS_PER_INCH, Pdf
from practice.vault.files import plain_words, write_whole
from practice.vault.folder import Outside, require_outside

_FINEST = 600  # dots per inch; a page is 134 MB then
_SAVED = "The document was not saved"


def nothing_first() -> None:
    """The document may leave as it is."""


@dataclass(frozen=True)
class Outgoing:
    """A document about to leave. `name` names nobody: it shows in lists of jobs and of files.

    `before` is called once the person has said yes and before anything leaves; what it raises
    stops it.
    """

    pdf: bytes
    name: str
    before: Callable[[], object] = nothing_first


Way = Callable[[Outgoing], bool]
"""Printing or saving; whether it was done."""


def print_pdf(outgoing: Outgoing, parent: QWidget) -> bool:
    """Ask for a printer and print; whether it was printed.

    The paper is the document's own. Raises Unavailable when the printer does not take it.
    """
    document = Pdf(outgoing.pdf)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(outgoing.name.removesuffix(".pdf"))
    printer.setPageSize(QPageSize(document.size(0), QPageSize.Unit.Point))
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
    printer.setFullPage(True)
    printer.setFromTo(1, document.count)
    if not dialogs.ask_printer(parent, printer):
        return False
    outgoing.before()
    _paint(document, printer)
    return True


def _paint(document: Pdf, printer: QPrinter) -> None:
    painter = QPainter()
    if not painter.begin(printer):
        raise Unavailable(
            "The printer did not take the document. Check that it is on and has paper, "
            "then print again."
        )
    for index, page in enumerate(_pages(document, printer)):
        if index:
            printer.newPage()
        paper = _inches(document, page)
        dots = min(printer.resolution(), _FINEST)
        whole = QRect(0, 0, *(round(side * printer.resolution()) for side in paper))
        size = QSize(*(round(side * dots) for side in paper))
        painter.drawImage(whole, document.image(page, size))
    painter.end()


def _inches(document: Pdf, page: int) -> tuple[float, float]:
    size = document.size(page)
    return size.width() / POINTS_PER_INCH, size.height() / POINTS_PER_INCH


def _pages(document: Pdf, printer: QPrinter) -> range:
    """The pages asked for, from 0."""
    first, last = printer.fromPage() or 1, printer.toPage() or document.count
    return range(first - 1, min(last, document.count))


def save_pdf(outgoing: Outgoing, parent: QWidget, data: Path) -> bool:
    """Ask for a place and save there, for this account's eyes only; whether it was saved.

    Raises Refused for a place inside the data folder, Unavailable when the disk does not take it.
    """
    return save_file(outgoing.pdf, outgoing.name, parent, data, outgoing.before)


def save_file(
    content: bytes,
    name: str,
    parent: QWidget,
    data: Path,
    before: Callable[[], object] = nothing_first,
) -> bool:
    """As `save_pdf`, for anything; what it is shows in the ending of its name, which names nobody.

    `before` is called as that of an Outgoing.
    """
    path = dialogs.ask_path(parent, name)
    if path is None:
        return False
    require_outside(path, data, Outside.DOCUMENT)
    before()
    with plain_words(_SAVED):
        write_whole(path, content)
    return True
