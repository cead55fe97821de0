"""The base of everything a person presses: painted by us, behaving as Qt's own button."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from practice.ui.icons import Icon
from practice.ui.theme import RADIUS, SIZE, Role, Type, follow, theme
from practice.ui.widgets import paint
from practice.ui.widgets.paint import Content, Face

_KEEPS_RING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


_DISABLED = Face(ink=Role.MUTED)


@dataclass(frozen=True)
class Look:
    """The faces of one kind of button, and where its focus ring can be seen."""

    rest: Face
    hover: Face
    checked: Face | None = None
    disabled: Face = _DISABLED
    ring: Role = Role.ACCENT
    ring_inset: int = 0


@dataclass(frozen=True)
class Shape:
    """Height, corner radius and kind of text, at 100 %."""

    height: int = SIZE.control
    radius: int = RADIUS.control
    type: Type = Type.EMPHASIS


class Pressable(QPushButton):
    """Words are literal: an ampersand someone typed is an ampersand, never a shortcut."""

    def __init__(
        self,
        look: Look,
        content: Content,
        shape: Shape = Shape(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._content, self._shape = look, content, shape
        self._ring = False
        self.setText(content.words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        follow(self._restyle)

    def setText(self, words: str) -> None:
        self._content = replace(self._content, words=words)
        super().setText(words.replace("&", "&&"))
        self.updateGeometry()

    def text(self) -> str:
        return self._content.words

    def set_icon(self, icon: Icon | None) -> None:
        """Show another icon, or none."""
        self._content = replace(self._content, icon=icon)
        self.updateGeometry()
        self.update()

    def face(self) -> Face:
        """How it looks in the state it is in."""
        if not self.isEnabled():
            return self._look.disabled
        if self.isChecked() and self._look.checked:
            return self._look.checked
        return self._look.hover if self.underMouse() or self.isDown() else self._look.rest

    def _restyle(self) -> None:
        self.setFont(theme().font(self._shape.type))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._content.size(self.fontMetrics(), self._shape.height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _KEEPS_RING:
            self._ring = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        painter.setFont(self.font())
        box, face = QRectF(self.rect()), self.face()
        radius = min(self._shape.radius, self.height() / 2)
        paint.ground(painter, box, radius, face)
        paint.content(painter, box, self._content, face)
        if self.hasFocus() and self._ring:
            inset = self._look.ring_inset
            ring = box.adjusted(inset, inset, -inset, -inset)
            paint.focus_ring(painter, ring, max(0, radius - inset), self._look.ring)
