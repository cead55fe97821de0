"""The line of keys under the roster, from the table."""

from itertools import groupby

from PySide6.QtWidgets import QHBoxLayout, QWidget

from practice.ui.live.keys import TABLE, Focus
from practice.ui.page import clear
from practice.ui.theme import SPACE, Type
from practice.ui.widgets.keys import key_caps
from practice.ui.widgets.pill import KeyCap
from practice.ui.widgets.text import Text


class HintLine(QWidget):
    """The keys most used in the focus state one is in."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACE.xs, 0, SPACE.xs, 0)
        self._row.setSpacing(3)
        self._shown: Focus | None = None

    def show_keys(self, where: Focus) -> None:
        """Show those of this state."""
        if where is self._shown:
            return
        self._shown = where
        clear(self._row)
        hinted = [key for key in TABLE if key.where is where and key.hint]
        for words, keys in groupby(hinted, key=lambda key: key.hint):
            for cap in key_caps([cap for key in keys for cap in key.shown]):
                self._row.addWidget(cap)
            self._row.addWidget(Text(words, Type.SMALL))
            self._row.addSpacing(3)
        self._row.addStretch(1)
        self._row.addWidget(KeyCap("?" if where is Focus.ROSTER else "F1"))
