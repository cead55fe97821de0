"""The list of pages at the left."""

from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from practice.ui.icons import Icon
from practice.ui.theme import SIZE, SPACE, Role
from practice.ui.widgets.paint import Content, Face
from practice.ui.widgets.pill import Badge, PillKind
from practice.ui.widgets.pressable import Look, Pressable, Shape

K = TypeVar("K")

_LOOK = Look(
    rest=Face(Role.TEXT2),
    hover=Face(Role.TEXT, Role.HOVER),
    checked=Face(Role.TEXT, Role.SURFACE, icon=Role.ACCENT),
)


class NavigationItem(Pressable):
    """A page's icon and name, with a count of what waits there."""

    def __init__(
        self, words: str, icon: Icon, *, checkable: bool = True, parent: QWidget | None = None
    ) -> None:
        content = Content(words, icon, pad=10, gap=12, centred=False)
        self._badge: Badge | None = None
        super().__init__(_LOOK, content, Shape(SIZE.navigation), parent)
        self.setCheckable(checkable)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        counted = self._badge.sizeHint().width() + SPACE.m if self._badge else 0
        return super().sizeHint() + QSize(counted, 0)

    def set_count(self, count: int, kind: PillKind = PillKind.NEUTRAL) -> None:
        """Show how much waits; zero shows nothing. The name read aloud holds it too."""
        if self._badge is None:
            self._badge = Badge(kind)
            row = QHBoxLayout(self)
            row.setContentsMargins(0, 0, 10, 0)
            row.addStretch(1)
            row.addWidget(self._badge)
        self._badge.show_count(count)
        self.updateGeometry()
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())


class NavigationList(QWidget, Generic[K]):
    """One page of several is open; Tab enters at it, arrow keys move, `chosen` carries its key."""

    chosen = Signal(object)

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.items: dict[K, NavigationItem] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.setAccessibleName(name)

    def add(self, key: K, words: str, icon: Icon) -> NavigationItem:
        """One more page below the others."""
        item = NavigationItem(words, icon)
        item.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(item)
        self._column.addWidget(item)
        self.items[key] = item
        return item

    def select(self, key: K | None) -> None:
        """Show a page as the open one, or none of them, without telling anyone."""
        self._group.setExclusive(False)
        for item_key, item in self.items.items():
            item.setChecked(item_key == key)
        self._group.setExclusive(True)
