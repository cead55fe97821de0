"""The program's sign."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from practice.ui import icons
from practice.ui.icons import Icon
from practice.ui.theme import RADIUS, Role, follow, theme
from practice.ui.widgets import paint
from practice.ui.widgets.paint import Face


class Mark(QWidget):
    """People on a square in the accent's colour; `edge` is its length at 100 %."""

    def __init__(self, edge: int = 32, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edge = edge
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._edge), theme().px(self._edge))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = paint.begin(self), QRectF(self.rect())
        paint.ground(painter, box, RADIUS.control + 2, Face(fill=Role.ACCENT))
        inset = box.width() / 5
        icons.draw(painter, box.adjusted(inset, inset, -inset, -inset), Icon.GROUP, Role.ON_ACCENT)
