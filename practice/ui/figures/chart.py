"""Attendance by weekday or hour: a dot for each, its interval as a whisker."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QWidget

from practice.desk.figures import By, Figure, Period
from practice.ui.figures import whisker
from practice.ui.figures.marks import MARK, NOWHERE, Index, Mark, MarkPainter, MarkView
from practice.ui.figures.words import Measure, figure, percent, short
from practice.ui.theme import Role, Type, follow, theme
from practice.ui.widgets import paint
from practice.ui.widgets.paint import write

_HEIGHT, _HEAD, _FOOT, _AXIS = 190, 22, 40, 40
_SCROLL = 14
_LINES = (1.0, 0.5, 0.0)
_SHORT = {By.WEEKDAY: 3, By.HOUR: 5}


class ChartModel(QAbstractTableModel):
    """One row, a column for each figure."""

    def __init__(self) -> None:
        super().__init__()
        self.figures: tuple[Figure, ...] = ()
        self._by = By.WEEKDAY
        self._period: Period | None = None

    def show_figures(self, by: By, period: Period, figures: Sequence[Figure]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._by, self._period, self.figures = by, period, tuple(figures)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or not self.figures else 1

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.figures)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        found = self.figures[index.column()]
        words = figure(Measure.ATTENDANCE, found.counts)
        if role == Qt.ItemDataRole.DisplayRole:
            return found.name[: _SHORT[self._by]]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{found.name}: {words}"
        if role == MARK and self._period:
            return Mark(found.name, words, self._period, found.counts, self._by, found.key)
        return found if role == MARK + 1 else None


class _Painter(MarkPainter):
    """The share above, the name and what it is counted of below."""

    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        found: Figure = index.data(MARK + 1)
        rate, middle = found.counts.attendance_rate, Qt.AlignmentFlag.AlignHCenter
        plot = plot_of(box)
        painter.setPen(QPen(theme().color(Role.BORDER), 1))
        for height in _LINES:
            painter.drawLine(_at(plot, height))
        line = theme().px(_FOOT) / 2
        foot = QRectF(box.left(), plot.bottom() + 4, box.width(), line - 2)
        write(painter, foot, str(index.data()), Type.LABEL, middle)
        write(painter, foot.translated(0, line - 4), short(rate), Type.MUTED, middle)
        if rate.share is not None:
            head = QRectF(box.left(), box.top(), box.width(), plot.top() - box.top() - 4)
            write(painter, head, percent(rate.share), Type.EMPHASIS, middle)
        whisker.standing(painter, plot, rate, Role.PRESENT)


def plot_of(box: QRectF) -> QRectF:
    """Where 0 to 100 % are drawn in a column."""
    return box.adjusted(0, theme().px(_HEAD), 0, -theme().px(_FOOT))


def _at(plot: QRectF, share: float) -> QLineF:
    y = round(plot.bottom() - plot.height() * share) + 0.5
    return QLineF(plot.left(), y, plot.right(), y)


class _Columns(MarkView):
    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.chart = ChartModel()
        self.setModel(self.chart)
        self.setItemDelegate(_Painter(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        follow(self._restyle)

    def _restyle(self) -> None:
        self.horizontalHeader().setMinimumSectionSize(theme().px(44))
        self.verticalHeader().setDefaultSectionSize(theme().px(_HEIGHT))
        self.setFixedHeight(theme().px(_HEIGHT) + _SCROLL)


class _Axis(QWidget):
    """100 %, 50 %, 0 % beside the lines they belong to."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        follow(self._restyle)

    def _restyle(self) -> None:
        self.setFixedSize(theme().px(_AXIS), theme().px(_HEIGHT) + _SCROLL)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, width = paint.begin(self), float(self.width() - 6)
        plot = plot_of(QRectF(0, 0, width, theme().px(_HEIGHT)))
        for height in _LINES:
            line = QRectF(0, _at(plot, height).y1() - 9, width, 18)
            write(painter, line, f"{height:.0%}", Type.MUTED, Qt.AlignmentFlag.AlignRight)


class Chart(QWidget):
    """An axis and the columns beside it."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = _Columns(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(_Axis())
        row.addWidget(self.columns, 1)

    def show_figures(self, by: By, period: Period, figures: Sequence[Figure]) -> None:
        """Show these figures."""
        self.columns.chart.show_figures(by, period, figures)
