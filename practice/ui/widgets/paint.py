"""What painted parts share: a face (ground, outline, ink) and a row of icon and words."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from practice.ui import icons
from practice.ui.icons import Icon
from practice.ui.theme import SIZE, Role, Type, theme


@dataclass(frozen=True)
class Face:
    """How a part looks in one state; None leaves the ground or the outline away."""

    ink: Role = Role.TEXT
    fill: Role | None = None
    border: Role | None = None
    dashed: bool = False
    icon: Role | None = None

    def with_border(self, border: Role) -> "Face":
        """The same face with another outline."""
        return replace(self, border=border)


@dataclass(frozen=True)
class Content:
    """An icon, words, or both, with the distances around them at 100 %."""

    words: str = ""
    icon: Icon | None = None
    pad: int = 0
    gap: int = 7
    icon_size: int = SIZE.icon
    centred: bool = True

    def size(self, metrics: QFontMetrics, height: int) -> QSize:
        """The room this needs at the text size in force."""
        px = theme().px
        width = 2 * px(self.pad) + metrics.horizontalAdvance(self.words)
        if self.icon:
            width += px(self.icon_size) + (px(self.gap) if self.words else 0)
        return QSize(width + 1, max(px(height), metrics.height() + 2))


def begin(widget: QWidget) -> QPainter:
    """A painter with smooth edges."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def ground(painter: QPainter, box: QRectF, radius: float, face: Face, width: float = 1) -> None:
    """The filled, outlined, rounded rectangle under a part."""
    painter.setPen(Qt.PenStyle.NoPen)
    border = face.border
    if face.fill and theme().colors.high_contrast:
        border = border or face.ink
    if border:
        pen = QPen(theme().color(border), width)
        if face.dashed:
            pen.setDashPattern([3.5, 2.5])
        painter.setPen(pen)
        box = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(theme().color(face.fill) if face.fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)


def focus_ring(painter: QPainter, box: QRectF, radius: float, role: Role = Role.ACCENT) -> None:
    """The ring that shows where the keyboard is."""
    ground(painter, box, radius, Face(border=role), SIZE.focus)


def content(painter: QPainter, box: QRectF, part: Content, face: Face) -> None:
    """Icon and words in a box, the words elided where the box is too small."""
    px = theme().px
    metrics = painter.fontMetrics()
    inner = box.adjusted(px(part.pad), 0, -px(part.pad), 0)
    taken = px(part.icon_size) + (px(part.gap) if part.words else 0) if part.icon else 0
    words = metrics.elidedText(
        part.words, Qt.TextElideMode.ElideRight, int(inner.width()) - taken + 1
    )
    left = inner.left()
    if part.centred:
        left += max(0.0, (inner.width() - taken - metrics.horizontalAdvance(words)) / 2)
    if part.icon:
        edge = px(part.icon_size)
        square = QRectF(left, box.center().y() - edge / 2, edge, edge)
        icons.draw(painter, square, part.icon, face.icon or face.ink)
    painter.setPen(theme().color(face.ink))
    painter.drawText(
        QRectF(left + taken, box.top(), inner.right() - left - taken + 2, box.height()),
        Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine,
        words,
    )


def write(
    painter: QPainter,
    box: QRectF,
    words: str,
    kind: Type = Type.BODY,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    *,
    ink: Role | None = None,
) -> None:
    """One line in a box, with … where there is no room, figures of one width."""
    painter.setFont(theme().font(kind, tabular=True))
    painter.setPen(theme().color(ink or kind.value.role))
    shown = painter.fontMetrics().elidedText(
        words, Qt.TextElideMode.ElideRight, int(box.width()) + 1
    )
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(box, flags, shown)
