"""Things to pick by pressing: chips one by one, segments one of several."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from practice.ui.icons import Icon
from practice.ui.theme import RADIUS, SIZE, Role, Type, follow
from practice.ui.widgets import paint
from practice.ui.widgets.paint import Content, Face
from practice.ui.widgets.pressable import Look, Pressable, Shape

T = TypeVar("T")

_CHIP = Look(
    rest=Face(Role.TEXT2, Role.HOVER, Role.BORDER),
    hover=Face(Role.TEXT, Role.SUNKEN, Role.BORDER_STRONG),
    checked=Face(Role.ACCENT, Role.ACCENT_SOFT, Role.ACCENT),
)
_SEGMENT = Look(
    rest=Face(Role.TEXT),
    hover=Face(Role.TEXT, Role.HOVER),
    checked=Face(Role.ACCENT, Role.ACCENT_SOFT),
)
_FRAME = Face(fill=Role.SURFACE, border=Role.BORDER_STRONG)


class Chip(Pressable):
    """A short word that can be switched on and off; the icon shows while it is on."""

    def __init__(self, words: str, icon: Icon | None = None, parent: QWidget | None = None) -> None:
        shape = Shape(SIZE.target, SIZE.target // 2 * 2, Type.LABEL)
        super().__init__(_CHIP, Content(words, pad=12, gap=5, icon_size=14), shape, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda on: self.set_icon(icon if on else None))


class SegmentedControl(QWidget, Generic[T]):
    """One of a few, side by side. Arrow keys move; `chosen` carries the value a person picked."""

    chosen = Signal(object)

    def __init__(
        self, name: str, options: Sequence[tuple[T, str]], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values: list[T] = []
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(1)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for value, words in options:
            self._add(value, words)
        self._group.idClicked.connect(lambda index: self.chosen.emit(self._values[index]))
        self._group.button(0).setChecked(True)
        follow(self.update)

    def _add(self, value: T, words: str) -> None:
        shape = Shape(SIZE.target, RADIUS.control - 1)
        segment = Pressable(_SEGMENT, Content(words, pad=12), shape)
        segment.setCheckable(True)
        self._group.addButton(segment, len(self._values))
        self._row.addWidget(segment)
        self._values.append(value)

    def value(self) -> T:
        """What is chosen."""
        return self._values[self._group.checkedId()]

    def set_value(self, value: T) -> None:
        """Choose without telling anyone; ValueError if it is not on offer."""
        self._group.button(self._values.index(value)).setChecked(True)

    def take_keyboard(self) -> None:
        """Put the keyboard on what is chosen."""
        self._group.button(self._group.checkedId()).setFocus(Qt.FocusReason.TabFocusReason)

    def set_words(self, value: T, words: str) -> None:
        """Rename one option, for example to the member now selected."""
        self._group.button(self._values.index(value)).setText(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        paint.ground(painter, QRectF(self.rect()), RADIUS.control, _FRAME)
        for button in self._group.buttons()[1:]:
            line = QRectF(button.x() - 1, 1, 1, self.height() - 2)
            paint.ground(painter, line, 0, Face(fill=Role.BORDER_STRONG))
