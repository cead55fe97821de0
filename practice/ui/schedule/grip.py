"""Dragging a widget by hand: it tells where the mouse takes it, and never confuses it with a click.

Drags stay inside the window, so the keyboard's way and the mouse's share one ghost.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication


class Grip(QObject):
    """Belongs to one button. `began` carries where it was taken, inside it; `moved` a place on
    the screen. A press without a move stays a click.
    """

    began = Signal(QPoint)
    moved = Signal(QPoint)
    ended = Signal()

    def __init__(self, part: QAbstractButton) -> None:
        super().__init__(part)
        self._part = part
        self._taken: QPoint | None = None
        self._dragging = False
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.MouseButtonPress:
            left = event.button() is Qt.MouseButton.LeftButton
            self._taken, self._dragging = (event.position().toPoint() if left else None), False
        elif event.type() is QEvent.Type.MouseMove and self._taken is not None:
            return self._drag(event)
        elif event.type() is QEvent.Type.MouseButtonRelease:
            return self._release()
        return super().eventFilter(watched, event)

    def _drag(self, event: QMouseEvent) -> bool:
        if self._taken is None:
            return False
        way = event.position().toPoint() - self._taken
        if not self._dragging and way.manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self._part.setDown(False)
            self.began.emit(self._taken)
        if self._dragging:
            self.moved.emit(event.globalPosition().toPoint())
        return self._dragging

    def _release(self) -> bool:
        dragged, self._dragging, self._taken = self._dragging, False, None
        if dragged:
            self.ended.emit()
        return dragged
