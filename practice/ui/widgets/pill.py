"""Small labels: status pills, key caps and counts. Colour is never alone: icon and word say it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from practice.ui.icons import Icon
from practice.ui.theme import RADIUS, SIZE, SPACE, Role, Type, follow, theme
from practice.ui.widgets import paint
from practice.ui.widgets.paint import Content, Face


class PillKind(Enum):
    """What a pill says by its colour."""

    PRESENT = "present"
    LATE = "late"
    NO_SHOW = "no-show"
    EXCUSED = "excused"
    GROUP = "group"
    LEFT_EARLY = "left early"
    NEUTRAL = "neutral"
    TO_MARK = "to mark"
    ACCENT = "accent"


@dataclass(frozen=True)
class _Pill:
    face: Face
    icon: Icon | None = None


_PILLS = {
    PillKind.PRESENT: _Pill(Face(Role.PRESENT, Role.PRESENT_SOFT), Icon.CHECK),
    PillKind.LATE: _Pill(Face(Role.LATE, Role.LATE_SOFT), Icon.CLOCK),
    PillKind.NO_SHOW: _Pill(Face(Role.NO_SHOW, Role.NO_SHOW_SOFT), Icon.X),
    PillKind.EXCUSED: _Pill(Face(Role.GROUP, Role.GROUP_SOFT), Icon.CALENDAR_X),
    PillKind.GROUP: _Pill(Face(Role.GROUP, Role.GROUP_SOFT), Icon.GROUP),
    PillKind.LEFT_EARLY: _Pill(Face(Role.NEUTRAL, Role.NEUTRAL_SOFT), Icon.LEFT_EARLY),
    PillKind.NEUTRAL: _Pill(Face(Role.NEUTRAL, Role.NEUTRAL_SOFT)),
    PillKind.TO_MARK: _Pill(
        Face(Role.NEUTRAL, None, Role.BORDER_STRONG, dashed=True), Icon.CIRCLE_DASHED
    ),
    PillKind.ACCENT: _Pill(Face(Role.ACCENT, Role.ACCENT_SOFT, Role.ACCENT), Icon.CLOCK),
}


class _Painted(QLabel):
    """A label read as text by screen readers and painted by us."""

    def __init__(self, words: str, type_: Type, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._type = type_
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(words)
        follow(self._restyle)

    def setText(self, words: str) -> None:
        super().setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def _restyle(self) -> None:
        self.setFont(theme().font(self._type, tabular=True))
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def draw(painter: QPainter, row: QRectF, kind: PillKind, words: str) -> None:
    """Paint a pill at the left of a row, where rows have no widgets of their own."""
    content = Content(words, _PILLS[kind].icon, pad=10, gap=5, icon_size=14)
    painter.setFont(theme().font(Type.LABEL, tabular=True))
    size = content.size(painter.fontMetrics(), SIZE.pill)
    top = row.center().y() - size.height() / 2
    box = QRectF(row.left(), top, min(size.width(), row.width()), size.height())
    paint.ground(painter, box, (box.height() - 1) / 2, _PILLS[kind].face)
    paint.content(painter, box, content, _PILLS[kind].face)


def draw_mark(painter: QPainter, box: QRectF, kind: PillKind, icon: Icon | None = None) -> None:
    """Paint a kind's colour and icon, where its words are told elsewhere."""
    face = _PILLS[kind].face
    paint.ground(painter, box, RADIUS.control, face)
    paint.content(painter, box, Content(icon=icon or _PILLS[kind].icon, icon_size=16), face)


class StatusPill(_Painted):
    """A status in colour, icon and word. `icon` replaces the kind's own."""

    def __init__(
        self,
        kind: PillKind,
        words: str,
        icon: Icon | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        self._kind, self._icon = kind, icon
        super().__init__(words, Type.LABEL, parent)

    def show_status(self, kind: PillKind, words: str, icon: Icon | None = None) -> None:
        """Say something else."""
        self._kind, self._icon = kind, icon
        self.setText(words)
        self.update()

    def _content(self) -> Content:
        icon = self._icon or _PILLS[self._kind].icon
        return Content(self.text(), icon, pad=10, gap=5, icon_size=14)

    def sizeHint(self) -> QSize:
        return self._content().size(self.fontMetrics(), SIZE.pill)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = paint.begin(self), QRectF(self.rect())
        painter.setFont(self.font())
        face = _PILLS[self._kind].face
        paint.ground(painter, box, (self.height() - 1) / 2, face)
        paint.content(painter, box, self._content(), face)


class Badge(_Painted):
    """A count; hidden while there is nothing to count."""

    def __init__(
        self, kind: PillKind = PillKind.NEUTRAL, count: int = 0, *, parent: QWidget | None = None
    ) -> None:
        self._kind = kind
        super().__init__("", Type.CAPTION, parent)
        self.show_count(count)

    def show_count(self, count: int) -> None:
        """Show a number; from 100 on 99+."""
        self.setText(str(count) if count < 100 else "99+")
        self.setVisible(count > 0)

    def sizeHint(self) -> QSize:
        size = Content(self.text(), pad=6).size(self.fontMetrics(), 18)
        return QSize(max(size.width(), theme().px(24)), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = paint.begin(self), QRectF(self.rect())
        painter.setFont(self.font())
        face = _PILLS[self._kind].face
        paint.ground(painter, box, self.height() / 2, face)
        paint.content(painter, box, Content(self.text()), face)


_CAP = Face(Role.TEXT2, Role.SURFACE, Role.BORDER)
_CAP_SELECTED = Face(Role.ON_ACCENT, Role.ACCENT)


class KeyCap(_Painted):
    """One key of the keyboard; `set_selected` for the digit whose member is chosen."""

    def __init__(
        self, key: str, icon: Icon | None = None, *, parent: QWidget | None = None
    ) -> None:
        self._selected, self._icon = False, icon
        super().__init__(key, Type.CAPTION, parent)

    def set_selected(self, selected: bool) -> None:
        """Mark it as the one in use."""
        self._selected = selected
        self.update()

    def _content(self) -> Content:
        return Content("" if self._icon else self.text(), self._icon, pad=5, icon_size=12)

    def sizeHint(self) -> QSize:
        size = self._content().size(self.fontMetrics(), 20)
        return QSize(max(size.width(), theme().px(20)), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = paint.begin(self), QRectF(self.rect())
        painter.setFont(self.font())
        face = _CAP_SELECTED if self._selected else _CAP
        if not self._selected:
            paint.ground(painter, box, RADIUS.key, Face(fill=Role.BORDER))
        paint.ground(painter, box.adjusted(0, 0, 0, -1), RADIUS.key, face)
        paint.content(painter, box.adjusted(0, 0, 0, -1), self._content(), face)


class KeyCaps(QWidget):
    """Keys pressed together, such as Ctrl and Z."""

    def __init__(self, keys: Sequence[str], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.xs)
        for key in keys:
            row.addWidget(KeyCap(key))
        self.setAccessibleName("+".join(keys))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
