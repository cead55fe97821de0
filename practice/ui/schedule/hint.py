"""The line under the calendar: its keys, from the table, or what speaks against a place."""

from itertools import groupby

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from practice.desk.series import Verdict
from practice.ui.icons import Icon
from practice.ui.schedule.keys import TABLE, Where
from practice.ui.theme import Role, Type
from practice.ui.widgets.keys import key_caps
from practice.ui.widgets.pill import KeyCap
from practice.ui.widgets.text import ElidedText, IconLabel


class HintLine(QStackedWidget):
    """The keys most used in the state one is in; all of them are made once."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = {where: _line(where) for where in Where}
        for line in self._lines.values():
            self.addWidget(line)
        self._icon = IconLabel(Icon.WARNING, Role.LATE)
        self._words = ElidedText("", Type.SMALL)
        self._caution = self._caution_line()
        self.addWidget(self._caution)

    def _caution_line(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        return line

    def show_keys(self, where: Where) -> None:
        """Show those of this state."""
        self.setCurrentWidget(self._lines[where])

    def caution(self, verdict: Verdict) -> None:
        """All of what speaks against the place something is carried to, which may be long."""
        words = verdict.refused or " ".join(verdict.warnings)
        role = Role.NO_SHOW if verdict.refused else Role.LATE
        self._icon.set_icon(Icon.X_CIRCLE if verdict.refused else Icon.WARNING, role)
        self._words.set_role(role)
        self._words.setText(words)
        self.setCurrentWidget(self._caution if words else self._lines[Where.CARRYING])

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
