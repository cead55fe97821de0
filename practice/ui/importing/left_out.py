"""The rows that can't go in, each with its number and the reason."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from practice.exchange.people import BadRow
from practice.ui.figures.marks import Index, MarkPainter, MarkView, RowsModel
from practice.ui.theme import SIZE, SPACE, Type, follow, theme
from practice.ui.widgets.paint import write

SHOWN = 8


class Column(IntEnum):
    """In the order of reading."""

    ROW = 0
    REASON = 1
    CELLS = 2


_HEADINGS = {Column.ROW: "Row", Column.REASON: "Why", Column.CELLS: "What stands there"}


class LeftOutModel(RowsModel[BadRow]):
    """Rows in the order of the file."""

    def __init__(self) -> None:
        super().__init__(tuple(_HEADINGS.values()))

    def show_rows(self, rows: Sequence[BadRow]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(row)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"Row {row.number}: {row.reason}"
        return None


def _cells(row: BadRow) -> tuple[str, str, str]:
    held = " · ".join(" ".join(cell[:60].split()) for cell in row.cells if cell.strip())
    return str(row.number), row.reason, held


class _Painter(MarkPainter):
    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        kind = Type.SMALL if index.column() == Column.CELLS else Type.BODY
        write(painter, box.adjusted(SPACE.s, 0, -SPACE.s, 0), str(index.data()), kind)


class LeftOutList(MarkView):
    """No widget is made for a row; there may be thousands."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("Rows that can’t go in", parent=parent)
        self.left_out = LeftOutModel()
        self.setModel(self.left_out)
        self.setItemDelegate(_Painter(self))
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (Column.REASON, Column.CELLS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        follow(self.restyle)

    def show_rows(self, rows: Sequence[BadRow]) -> None:
        """Show these instead."""
        self.left_out.show_rows(rows)
        self.restyle()

    def restyle(self) -> None:
        """As high as its rows, up to a few."""
        height, heading = theme().px(SIZE.row_dense), theme().px(30)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFont(theme().font(Type.LABEL))
        self.horizontalHeader().setFixedHeight(heading)
        self.setColumnWidth(Column.ROW, theme().px(64))
        self.setFixedHeight(heading + height * max(1, min(SHOWN, len(self.left_out.rows))) + 2)
