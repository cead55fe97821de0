"""Printing a finished PDF through the system's dialog, without a file in between."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

_DOTS_PER_POINT = 300 / 72


def ask_and_print(pdf: bytes, title: str, parent: QWidget) -> bool:
    """Show the print dialog; whether the document was handed to a printer."""
    document = QPdfDocument(parent)
    source = QBuffer(document)
    source.setData(QByteArray(pdf))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(source)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(document.pagePointSize(0), QPageSize.Unit.Point))
    agreed = QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted
    if agreed:
        _print(document, printer)
    document.deleteLater()
    return bool(agreed)


def _print(document: QPdfDocument, printer: QPrinter) -> None:
    """Every page at its own size, 300 dots to the inch."""
    printer.setFullPage(True)
    painter = QPainter(printer)
    for number in range(document.pageCount()):
        if number:
            printer.newPage()
        points = document.pagePointSize(number)
        size = QSize(
            round(points.width() * _DOTS_PER_POINT), round(points.height() * _DOTS_PER_POINT)
        )
        painter.drawImage(painter.viewport(), document.render(number, size))
    painter.end()
