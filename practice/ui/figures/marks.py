"""A mark: something drawn that stands for sessions. One view for all tables and charts of them.

The cells are painted, yet a table to screen readers: each says its figure in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from practice.desk.figures import By, Period
from practice.desk.rates import Counts
from practice.models.enums.attendance import Status
from practice.ui.figures.words import EVERY
from practice.ui.theme import RADIUS, Role
from practice.ui.widgets import paint
from practice.ui.widgets.paint import Face

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
MARK = int(Qt.ItemDataRole.UserRole)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_PLAIN = (
    "QTableView, QTableView:focus, QTableCornerButton::section"
    " { border: 0; background: transparent; }"
)


@dataclass(frozen=True)
class Mark:
    """What stands behind a figure: whose it is, and it in words. No `by` is the whole practice."""

    name: str
    words: str
    period: Period
    counts: Counts
    by: By | None = None
    key: str = ""
    statuses: frozenset[Status] = EVERY


Row = TypeVar("Row")


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows under fixed headings, read down; write `data`."""

    def __init__(self, headings: Sequence[str]) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self._headings = tuple(headings)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None


class MarkPainter(QStyledItemDelegate):
    """Write `draw`; hover, selection and focus are drawn alike everywhere."""

    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Paint one cell."""
        raise NotImplementedError

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box, state = QRectF(option.rect), option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = bool(state & QStyle.StateFlag.State_HasFocus)
        if index.data(MARK) and (here or state & QStyle.StateFlag.State_MouseOver):
            fill = Role.SELECTION if here else Role.HOVER
            paint.ground(painter, box, RADIUS.control, Face(fill=fill))
        self.draw(painter, box, index)
        if here:
            paint.focus_ring(painter, box, RADIUS.control)
        painter.restore()


class MarkView(QTableView):
    """`opened` carries the mark that was clicked, or that Enter or Space was pressed on.

    `told` says in words what the keyboard or the mouse is on; arrows move.
    """

    opened = Signal(object)
    told = Signal(str)

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(_PLAIN)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            plain(header)
        self.entered.connect(self._tell)
        self.clicked.connect(self._open)

    def go_to(self, row: int, column: int) -> None:
        """Put the keyboard on a cell."""
        self.setCurrentIndex(self.model().index(row, column))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self._tell(current)
            self.viewport().update()

    def _tell(self, index: Index) -> None:
        self.told.emit(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))

    def _open(self, index: Index) -> None:
        mark = index.data(MARK)
        if mark:
            self.opened.emit(mark)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.go_to(0, 0)
        elif self.currentIndex().isValid():
            self._tell(self.currentIndex())
        super().focusInEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


def plain(header: QHeaderView) -> None:
    """Sections of a fixed size that may be as small as a day of the year."""
    header.setMinimumSectionSize(8)
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
