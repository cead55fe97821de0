"""The line of keys under the roster, and the overlay with all of them; both from the table."""

from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from practice.ui import reading
from practice.ui.icons import Icon
from practice.ui.live.keys import CAP_ICONS, TABLE, Focus, Key
from practice.ui.page import clear
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.button import IconButton
from practice.ui.widgets.card import Card, Ground
from practice.ui.widgets.pill import KeyCap
from practice.ui.widgets.text import Text


def caps(key: Key) -> list[KeyCap]:
    """The key caps to draw for one line of the table."""
    return [KeyCap(cap, CAP_ICONS.get(cap)) for cap in key.shown]


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
            for cap in (cap for key in keys for cap in caps(key)):
                self._row.addWidget(cap)
            self._row.addWidget(Text(words, Type.SMALL))
            self._row.addSpacing(3)
        self._row.addStretch(1)
        self._row.addWidget(KeyCap("?" if where is Focus.ROSTER else "F1"))


class KeyOverlay(Ground):
    """All keys, over the whole window, until any key closes it."""

    closed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(Role.BG, parent=parent)
        self.setAccessibleName("Keys of this window")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.s)
        card = Card(margin=SPACE.m, spacing=SPACE.s)
        column.addWidget(card)
        top = QHBoxLayout()
        top.addWidget(Text("Keys", Type.STRONG))
        top.addStretch(1)
        close = IconButton(Icon.X, "Close")
        close.clicked.connect(self.closed)
        top.addWidget(close)
        card.body.addLayout(top)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(_all_keys())
        card.body.addWidget(self._scroll)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return reading.step(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        bar = self._scroll.verticalScrollBar()
        if event.key() in steps and bar.maximum():
            bar.setValue(bar.value() + steps[Qt.Key(event.key())] * 3 * bar.singleStep())
        else:
            self.closed.emit()


def _all_keys() -> QWidget:
    inside = QWidget()
    inside.setObjectName("body")
    grid = QGridLayout(inside)
    grid.setContentsMargins(0, 0, SPACE.s, 0)
    grid.setVerticalSpacing(3)
    grid.setHorizontalSpacing(SPACE.m)
    grid.setColumnStretch(1, 1)
    for where in Focus:
        heading = Text(where.value, Type.LABEL, role=Role.MUTED)
        heading.setContentsMargins(0, SPACE.s, 0, 0)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for key in (key for key in TABLE if key.where is where):
            row = grid.rowCount()
            grid.addLayout(_together(key), row, 0)
            grid.addWidget(Text(key.words, Type.SMALL, role=Role.TEXT, wrap=True), row, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return inside


def _together(key: Key) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(3)
    for cap in caps(key):
        row.addWidget(cap)
    row.addStretch(1)
    return row
