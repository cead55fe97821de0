"""The pages of a PDF one below the other, drawn as they come into sight."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from practice.ui.preview.document import Pdf
from practice.ui.theme import RADIUS, SIZE, SPACE, Role, follow, theme
from practice.ui.widgets import paint

_STEPS = (0.5, 0.7, 0.85, 1.0, 1.25, 1.5, 2.0, 3.0)  # of the width that is there
_KEPT = 8  # page images


class Sheets(QAbstractScrollArea):
    """Shows the whole width of a page at zoom 1. `moved` follows scrolling, zoom and new pages.

    A new document keeps the place one was looking at.
    """

    moved = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pdf: Pdf | None = None
        self._zoom = 1.0
        self._images: dict[tuple[int, int], QImage] = {}
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Preview")
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        follow(self.viewport().update)

    def show_pdf(self, pdf: Pdf | None) -> None:
        """Show this document where the last one was being looked at."""
        if self._pdf is not None:
            self._pdf.deleteLater()
        self._pdf = pdf
        if pdf is not None:
            pdf.setParent(self)
        self._images.clear()
        self._fit()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._pdf.count if self._pdf else 0

    @property
    def page(self) -> int:
        """The page at the upper third of what is seen, from 1; 0 without a document."""
        reached = self.verticalScrollBar().value() + self.viewport().height() / 3
        return max(1, sum(box.top() <= reached for box in self._boxes())) if self.count else 0

    @property
    def zoom(self) -> float:
        """1 shows the whole width."""
        return self._zoom

    def zoom_in(self) -> None:
        """One step nearer."""
        self.set_zoom(min((step for step in _STEPS if step > self._zoom), default=self._zoom))

    def zoom_out(self) -> None:
        """One step away."""
        self.set_zoom(max((step for step in _STEPS if step < self._zoom), default=self._zoom))

    def set_zoom(self, zoom: float) -> None:
        """Show at this zoom, with the same words in sight."""
        bar = self.verticalScrollBar()
        place = bar.value() / self._zoom
        self._zoom = zoom
        self._fit()
        bar.setValue(round(place * zoom))

    def go_to(self, page: int) -> None:
        """Bring a page, from 1, to the top."""
        boxes = self._boxes()
        if boxes:
            number = min(max(page, 1), len(boxes))
            self.verticalScrollBar().setValue(round(boxes[number - 1].top()) - SPACE.m)

    def _boxes(self) -> list[QRectF]:
        """Where each page lies on the whole roll of paper."""
        if self._pdf is None:
            return []
        boxes, top = [], float(SPACE.m)
        room = max(80, self.viewport().width() - 2 * SPACE.m)
        for number in range(self._pdf.count):
            size = self._pdf.size(number)
            width = room * self._zoom
            height = width * size.height() / size.width()
            left = max(float(SPACE.m), (self.viewport().width() - width) / 2)
            boxes.append(QRectF(left, top, width, height))
            top += height + SPACE.m
        return boxes

    def _fit(self) -> None:
        boxes = self._boxes()
        whole = boxes[-1].bottom() + SPACE.m if boxes else 0.0
        width = boxes[0].width() + 2 * SPACE.m if boxes else 0.0
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, round(whole) - self.viewport().height()))
        down.setPageStep(round(self.viewport().height() * 0.9))
        down.setSingleStep(theme().px(SIZE.row))
        across.setRange(0, max(0, round(width) - self.viewport().width()))
        across.setPageStep(self.viewport().width())
        self._scrolled()

    def _scrolled(self) -> None:
        words = self._pdf.text(self.page - 1) if self._pdf and self.count else ""
        self.setAccessibleDescription(words)
        self.viewport().update()
        self.moved.emit()

    def _image(self, page: int, box: QRectF) -> QImage:
        ratio = self.devicePixelRatioF()
        pixels = QSize(round(box.width() * ratio), round(box.height() * ratio))
        key = (page, pixels.width())
        if key not in self._images and self._pdf is not None:
            while len(self._images) >= _KEPT:
                self._images.pop(next(iter(self._images)))
            self._images[key] = self._pdf.image(page, pixels)
            self._images[key].setDevicePixelRatio(ratio)
        return self._images[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().color(Role.SUNKEN))
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        seen = QRectF(self.viewport().rect()).translated(0, self.verticalScrollBar().value())
        for number, box in enumerate(self._boxes()):
            if box.top() < seen.bottom() and box.bottom() > seen.top():
                painter.fillRect(box, Qt.GlobalColor.white)
                painter.drawImage(QPointF(round(box.left()), box.top()), self._image(number, box))
                painter.setPen(theme().color(Role.BORDER_STRONG))
                painter.drawRect(box)
        if self.hasFocus():
            painter.resetTransform()
            paint.focus_ring(painter, QRectF(self.viewport().rect()), RADIUS.control)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: self.count}
        if page := ends.get(Qt.Key(event.key())):
            self.go_to(page)
        else:
            super().keyPressEvent(event)
