"""The three rates of every group, clinician, member, reason and so on, as a table to sort."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QWidget

from practice.desk.figures import By, Figure, Period
from practice.ui.figures import whisker
from practice.ui.figures.marks import MARK, NOWHERE, Index, Mark, MarkPainter, MarkView
from practice.ui.figures.words import (
    EVERY,
    Measure,
    applies,
    aside,
    brief,
    figure,
    is_few,
    percent,
    short,
    uncounted,
)
from practice.ui.theme import SIZE, SPACE, Type, follow, theme
from practice.ui.widgets.paint import write

SHOWN_ROWS = 9
_NAMES = {
    By.GROUP: "Group",
    By.CLINICIAN: "Clinician",
    By.MEMBER: "Member",
    By.REASON: "Reason",
    By.WEEKDAY: "Weekday",
    By.HOUR: "Hour",
}
_DESCENDING = Qt.SortOrder.DescendingOrder


class Column(IntEnum):
    """In the order of reading."""

    NAME = 0
    ATTENDANCE = 1
    MISSED = 2
    NO_SHOW = 3
    ASIDE = 4


_MEASURES = {
    Column.ATTENDANCE: Measure.ATTENDANCE,
    Column.MISSED: Measure.MISSED,
    Column.NO_SHOW: Measure.NO_SHOW,
}


@dataclass(frozen=True)
class _Cell:
    figure: Figure
    measure: Measure | None
    widest: str = ""


class RatesModel(QAbstractTableModel):
    """Figures in the order they were given until a column is sorted by; none ever come first."""

    def __init__(self) -> None:
        super().__init__()
        self.figures: tuple[Figure, ...] = ()
        self._given: tuple[Figure, ...] = ()
        self._widest: dict[Column, str] = {}
        self._by = By.GROUP
        self._period: Period | None = None
        self.sorted_by = (int(Column.NAME), Qt.SortOrder.AscendingOrder)

    def show_figures(self, by: By, period: Period, figures: Sequence[Figure]) -> None:
        """Show these instead, sorted as before."""
        self.beginResetModel()
        self._by, self._period, self._given = by, period, tuple(figures)
        self.figures = self._in_order()
        self._widest = {column: self._longest(column) for column in _MEASURES}
        self.endResetModel()

    def _longest(self, column: Column) -> str:
        """The longest `30/40` of a column, after which all its shares stand in line."""
        rates = (_MEASURES[column].value.rate(found.counts) for found in self._given)
        return max((short(rate) for rate in rates if rate.of), key=len, default="")

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; where there is no rate, the row stays last."""
        self.layoutAboutToBeChanged.emit()
        kept = [(i, self.figures[i.row()].key) for i in self.persistentIndexList()]
        self.sorted_by = (column, order)
        self.figures = self._in_order()
        rows = {found.key: row for row, found in enumerate(self.figures)}
        for index, key in kept:
            self.changePersistentIndex(index, self.index(rows[key], index.column()))
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def _in_order(self) -> tuple[Figure, ...]:
        column, order = self.sorted_by
        down = order is _DESCENDING
        if column == Column.NAME:
            return self._given[::-1] if down else self._given
        known = [
            (value, found) for found in self._given if (value := _value(found, column)) is not None
        ]
        ordered = [found for _, found in sorted(known, key=lambda pair: pair[0], reverse=down)]
        return (*ordered, *(found for found in self._given if _value(found, column) is None))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.figures)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        column, order = self.sorted_by
        arrow = {column: " ↓" if order is _DESCENDING else " ↑"}.get(section, "")
        return self._heading(Column(section)) + arrow

    def _heading(self, column: Column) -> str:
        measure = _MEASURES.get(column)
        if measure:
            return measure.value.title
        return _NAMES[self._by] if column is Column.NAME else "In no rate"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        found, column = self.figures[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(found, column)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{found.name}: {_words(found, column)}"
        if role == MARK:
            return self._mark(found, column)
        if role == MARK + 1:
            return _Cell(found, _MEASURES.get(column), self._widest.get(column, ""))
        return None

    def _mark(self, found: Figure, column: Column) -> Mark | None:
        if self._period is None:
            return None
        measure = _MEASURES.get(column)
        if measure and not applies(measure, found.counts):
            return None
        return Mark(
            found.name,
            _words(found, column),
            self._period,
            found.counts,
            self._by,
            found.key,
            measure.value.statuses if measure else EVERY,
        )


def _words(found: Figure, column: Column) -> str:
    if column is Column.ASIDE:
        return f"in no rate {aside(found.counts) or 'nobody'}"
    measure = _MEASURES.get(column) or next(m for m in Measure if applies(m, found.counts))
    return figure(measure, found.counts)


def _value(found: Figure, column: int) -> float | None:
    measure = _MEASURES.get(Column(column))
    return measure.value.rate(found.counts).share if measure else uncounted(found.counts)


def _text(found: Figure, column: Column) -> str:
    if column is Column.NAME:
        return found.name
    if column is Column.ASIDE:
        return str(uncounted(found.counts) or "")
    measure = _MEASURES[column]
    rate, words = measure.value.rate(found.counts), brief(measure, found.counts)
    return words if rate.share is None else f"{words} {percent(rate.share)}"


class _Painter(MarkPainter):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().px(160), theme().px(SIZE.row_dense + 4))

    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        cell: _Cell = index.data(MARK + 1)
        inner = box.adjusted(SPACE.s, 0, -SPACE.s, 0)
        if cell.measure is None:
            name = index.column() == Column.NAME
            kind = Type.EMPHASIS if name else Type.SECONDARY
            side = Qt.AlignmentFlag.AlignLeft if name else Qt.AlignmentFlag.AlignRight
            write(painter, inner, str(index.data()), kind, side)
            return
        _draw_rate(painter, inner.adjusted(0, 0, -SPACE.xs, 0), cell, cell.measure)


def _draw_rate(painter: QPainter, box: QRectF, cell: _Cell, measure: Measure) -> None:
    """`30/40`, then the share, then the whisker where there is room for it."""
    px, rate = theme().px, measure.value.rate(cell.figure.counts)
    if rate.share is None:
        write(painter, box, brief(measure, cell.figure.counts), Type.MUTED)
        return
    painter.setFont(theme().font(Type.SMALL, tabular=True))
    counted, share = painter.fontMetrics().horizontalAdvance(cell.widest) + 2, px(56)
    write(
        painter,
        QRectF(box.left(), box.top(), counted, box.height()),
        short(rate),
        Type.SMALL,
    )
    rest = box.adjusted(counted, 0, 0, 0)
    write(
        painter,
        QRectF(rest.left(), box.top(), share, box.height()),
        percent(rate.share),
        Type.EMPHASIS,
        Qt.AlignmentFlag.AlignRight,
    )
    line = rest.adjusted(share + SPACE.s, 0, 0, 0)
    if is_few(rate):
        few = QRectF(line.right() - px(26), line.top(), px(26), line.height())
        write(painter, few, "few", Type.MUTED, Qt.AlignmentFlag.AlignRight)
        line.setRight(few.left() - SPACE.xs)
    if line.width() >= px(32):
        whisker.lying(painter, line, rate, measure.value.role)


class RatesTable(MarkView):
    """S sorts by the column the keyboard is in, once more the other way round."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("Rates", parent=parent)
        self.rates = RatesModel()
        self.setModel(self.rates)
        self.setItemDelegate(_Painter(self))
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self.sort_by)
        for column in Column:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.ASIDE, QHeaderView.ResizeMode.Fixed)
        follow(self._restyle)

    def _restyle(self) -> None:
        px = theme().px
        row = px(SIZE.row_dense + 4)
        self.verticalHeader().setDefaultSectionSize(row)
        self.horizontalHeader().setFont(theme().font(Type.LABEL))
        self.horizontalHeader().setFixedHeight(px(30))
        self.setColumnWidth(Column.ASIDE, px(90))
        self._fit()

    def _fit(self) -> None:
        """Tall enough for its rows, up to a number; then it scrolls."""
        rows = min(max(1, self.rates.rowCount()), SHOWN_ROWS)
        height = rows * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(height + self.horizontalHeader().height() + 2)

    def show_figures(self, by: By, period: Period, figures: Sequence[Figure]) -> None:
        """Show these figures; the keyboard stays where it was, if that is still there."""
        here = self.currentIndex()
        key = self.rates.figures[here.row()].key if here.isValid() else ""
        self.rates.show_figures(by, period, figures)
        self._fit()
        rows = [row for row, found in enumerate(self.rates.figures) if found.key == key]
        if figures:
            self.go_to(next(iter(rows), 0), max(0, here.column()))

    def sort_by(self, column: int) -> None:
        """Sort by a column; the largest first, then the smallest, names the other way round."""
        before, order = self.rates.sorted_by
        first = Qt.SortOrder.AscendingOrder if column == Column.NAME else _DESCENDING
        other = Qt.SortOrder.AscendingOrder if order is _DESCENDING else _DESCENDING
        chosen = other if column == before else first
        self.rates.sort(column, chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_S and not event.modifiers():
            self.sort_by(max(0, self.currentIndex().column()))
        else:
            super().keyPressEvent(event)
