"""A finished PDF in memory, for looking at and printing; nothing goes through a file."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, QSizeF
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

POINTS_PER_INCH = 72


class Pdf(QObject):
    """The pages of one PDF. Sizes are in points."""

    def __init__(self, content: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = QPdfDocument(self)
        self._source = QBuffer(self)
        self._source.setData(QByteArray(content))
        self._source.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._source)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def size(self, page: int) -> QSizeF:
        """A page's width and height."""
        return self._document.pagePointSize(page)

    def text(self, page: int) -> str:
        """The words on a page, as a screen reader should say them."""
        return self._document.getAllText(page).text()

    def image(self, page: int, pixels: QSize) -> QImage:
        """A page drawn at a size in device pixels; the paper itself is transparent."""
        return self._document.render(page, pixels)
