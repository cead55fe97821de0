"""The grounds a page is laid out on."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.ui.theme import RADIUS, SPACE, Role, follow
from practice.ui.widgets import paint
from practice.ui.widgets.paint import Face

PLAIN = Face(fill=Role.SURFACE, border=Role.BORDER)


class Card(QWidget):
    """Surface, outline, round corners. Add to `body`; `set_border` marks the card in use."""

    def __init__(
        self, *, margin: int = SPACE.l, spacing: int = SPACE.s, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._face = PLAIN
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(spacing)
        follow(self.update)

    def set_border(self, role: Role = Role.BORDER) -> None:
        """Outline it in another colour, as the composer is while someone writes."""
        self._face = PLAIN.with_border(role)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.ground(paint.begin(self), QRectF(self.rect()), RADIUS.card, self._face)


class Ground(QWidget):
    """A plain area in one colour."""

    def __init__(self, role: Role = Role.SUNKEN, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = Face(fill=role)
        follow(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.ground(paint.begin(self), QRectF(self.rect()), 0, self._face)


class Side(Ground):
    """The sunken ground under the navigation, with a line where the page begins."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        line = QRectF(self.width() - 1, 0, 1, self.height())
        paint.ground(paint.begin(self), line, 0, Face(fill=Role.BORDER))
