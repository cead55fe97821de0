"""An icon and a few words in one line: saved, warned, hidden from screen share."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from practice.ui.icons import Icon
from practice.ui.theme import Role, Type
from practice.ui.widgets.text import IconLabel, Text


class Remark(QWidget):
    """`role` colours the icon, and with `inked` the words as well."""

    def __init__(
        self,
        words: str,
        icon: Icon,
        role: Role = Role.MUTED,
        *,
        inked: bool = False,
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._inked = inked
        self._icon = IconLabel(icon, role)
        self._words = Text(words, Type.SMALL, role=role if inked else None, wrap=wrap)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        self.setAccessibleName(words)

    def text(self) -> str:
        """The words."""
        return self._words.text()

    def say(self, words: str, icon: Icon | None = None, role: Role | None = None) -> None:
        """Say something else; icon and colour stay unless given."""
        self._words.setText(words)
        self.setAccessibleName(words)
        if icon:
            self._icon.set_icon(icon, role)
        if role and self._inked:
            self._words.set_role(role)
