"""Choosing among a few things, and yes or no."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from practice.ui import icons
from practice.ui.icons import Icon
from practice.ui.theme import RADIUS, SIZE, Role, Type, follow, theme
from practice.ui.widgets import paint
from practice.ui.widgets.paint import Content, Face

T = TypeVar("T")

_BOX = Face(Role.ON_ACCENT, Role.SURFACE, Role.BORDER_STRONG)
_TICKED = Face(Role.ON_ACCENT, Role.ACCENT, Role.ACCENT)


class Dropdown(QComboBox):
    """The look of a list that opens. The wheel scrolls the page, never the choice."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        edge = theme().px(SIZE.icon)
        box = QRectF(self.width() - edge - 8, (self.height() - edge) / 2, edge, edge)
        icons.draw(paint.begin(self), box, Icon.CHEVRON_DOWN, Role.TEXT2)


class Choice(Dropdown, Generic[T]):
    """One of a few values, each with its words."""

    def __init__(
        self, options: Sequence[tuple[T, str]] = (), *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values: list[T] = []
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[T, str]]) -> None:
        """Offer other values; the first is chosen."""
        self._values = [value for value, _words in options]
        self.clear()
        self.addItems([words for _value, words in options])

    def value(self) -> T:
        """The value chosen; there must be one on offer."""
        return self._values[self.currentIndex()]

    def set_value(self, value: T) -> None:
        """Choose a value; ValueError if it is not on offer."""
        self.setCurrentIndex(self._values.index(value))

    def watch(self, edited: Callable[[], None], _refused: Callable[[str], None]) -> None:
        self.currentIndexChanged.connect(edited)


class Suggestions(Dropdown):
    """One line of free words with the usual ones to pick from."""

    def __init__(self, usual: Sequence[str], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(Dropdown.InsertPolicy.NoInsert)
        self.addItems(list(usual))
        self.set_value("")

    def value(self) -> str:
        """The words without spaces around them."""
        return self.currentText().strip()

    def set_value(self, value: str) -> None:
        """Show stored words."""
        self.setEditText(value)

    def watch(self, edited: Callable[[], None], _refused: Callable[[str], None]) -> None:
        self.editTextChanged.connect(edited)


class Check(QCheckBox):
    """Yes or no, with its words beside the box; all of it can be clicked."""

    def __init__(self, words: str, *, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._content = Content(words, centred=False)
        self.setAccessibleName(words)
        follow(self._restyle)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        """Tick it or not."""
        self.setChecked(value)

    def watch(self, edited: Callable[[], None], _refused: Callable[[str], None]) -> None:
        self.toggled.connect(edited)

    def _restyle(self) -> None:
        self.setFont(theme().font(Type.BODY))
        self.updateGeometry()
        self.update()

    def _edge(self) -> int:
        return theme().px(18)

    def sizeHint(self) -> QSize:
        words = self._content.size(self.fontMetrics(), SIZE.target)
        return QSize(words.width() + self._edge() + 12, words.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, edge = paint.begin(self), self._edge()
        painter.setFont(self.font())
        box = QRectF(2, (self.height() - edge) / 2, edge, edge)
        paint.ground(painter, box, RADIUS.key, _TICKED if self.isChecked() else _BOX)
        if self.isChecked():
            icons.draw(painter, box.adjusted(2, 2, -2, -2), Icon.CHECK, Role.ON_ACCENT)
        if self.hasFocus():
            paint.focus_ring(painter, box.adjusted(-2, -2, 2, 2), RADIUS.control)
        ink = Face(Role.TEXT if self.isEnabled() else Role.MUTED)
        rest = QRectF(self.rect()).adjusted(edge + 10, 0, 0, 0)
        paint.content(painter, rest, self._content, ink)
