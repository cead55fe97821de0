"""A button that holds other widgets: a row, a card, a line."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from practice.ui.theme import RADIUS
from practice.ui.widgets import paint
from practice.ui.widgets.paint import Face

_PLAIN = Face()


class Tile(QAbstractButton):
    """`clicked` by mouse, Space or Enter; ringed while the keyboard, not the mouse, chose it."""

    def __init__(
        self,
        rest: Face = _PLAIN,
        hover: Face = _PLAIN,
        radius: int = RADIUS.control,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rest, self._hover, self._radius = rest, hover, radius
        self.ringed = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ringed = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.ringed = False
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = paint.begin(self), QRectF(self.rect())
        face = self._hover if self.underMouse() and self.isEnabled() else self._rest
        paint.ground(painter, box, self._radius, face)
        if self.ringed:
            paint.focus_ring(painter, box, self._radius)
