"""The box at the top right that opens the command palette."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from practice.ui.icons import Icon
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.paint import Content, Face
from practice.ui.widgets.pill import KeyCaps
from practice.ui.widgets.pressable import Look, Pressable, Shape

_LOOK = Look(
    rest=Face(Role.MUTED, Role.SURFACE, Role.BORDER_STRONG),
    hover=Face(Role.TEXT2, Role.HOVER, Role.BORDER_STRONG),
)


class JumpBox(Pressable):
    """Looks like a search box, is a button: `clicked` opens the palette."""

    def __init__(self, words: str = "Search or jump to", *, parent: QWidget | None = None) -> None:
        content = Content(words, Icon.SEARCH, pad=10, centred=False)
        self._keys: KeyCaps | None = None
        super().__init__(_LOOK, content, Shape(type=Type.BODY), parent)
        self._keys = KeyCaps(("Ctrl", "K"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, SPACE.s, 0)
        row.addStretch(1)
        row.addWidget(self._keys)
        self.setAccessibleName(f"{words}, Ctrl+K")
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        keys = self._keys.sizeHint().width() + SPACE.l if self._keys else 0
        return super().sizeHint() + QSize(keys, 0)
