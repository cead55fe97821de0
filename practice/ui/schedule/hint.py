"""The line of keys under the calendar, from the table."""

from itertools import groupby

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from practice.ui.schedule.keys import TABLE, Where
from practice.ui.theme import Type
from practice.ui.widgets.keys import key_caps
from practice.ui.widgets.pill import KeyCap
from practice.ui.widgets.text import ElidedText


class HintLine(QStackedWidget):
    """The keys most used in the state one is in; all of them are made once."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = {where: _line(where) for where in Where}
        for line in self._lines.values():
            self.addWidget(line)

    def show_keys(self, where: Where) -> None:
        """Show those of this state."""
        self.setCurrentWidget(self._lines[where])

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


def _line(where: Where) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    hinted = [key for key in TABLE if key.where is where and key.hint]
    for words, keys in groupby(hinted, key=lambda key: key.hint):
        for cap in key_caps([cap for key in keys for cap in key.shown]):
            row.addWidget(cap)
        row.addWidget(ElidedText(words, Type.SMALL))
        row.addSpacing(6)
    if where is Where.CALENDAR:
        row.addWidget(KeyCap("?"))
        row.addWidget(ElidedText("all keys", Type.SMALL))
    row.addStretch(1)
    return line
