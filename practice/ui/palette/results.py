"""The list of results: a model of plain items, drawn without a widget for each."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from practice.care.search import Mark
from practice.ui import icons
from practice.ui.palette.items import ICONS, KIND_WORDS, Item
from practice.ui.theme import RADIUS, SIZE, SPACE, Role, Type, follow, theme
from practice.ui.widgets import paint
from practice.ui.widgets.paint import Face

Index = QModelIndex | QPersistentModelIndex
ITEM = int(Qt.ItemDataRole.UserRole)
_NOWHERE = QModelIndex()
_ONE_LINE = Qt.TextFlag.TextSingleLine
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class ResultModel(QAbstractListModel):
    """The results in order."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[Item] = []

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return item.words
        return item if role == ITEM else None


class _Painter(QStyledItemDelegate):
    """An icon, the name, what there is to say of it, and the kind or the shortcut at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().px(200), theme().px(SIZE.row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Item = index.data(ITEM)
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            paint.ground(painter, box, RADIUS.control, Face(fill=Role.SELECTION))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint.ground(painter, box, RADIUS.control, Face(fill=Role.HOVER))
        self._draw(painter, box.adjusted(SPACE.m, 0, -SPACE.m, 0), item)
        painter.restore()

    def _draw(self, painter: QPainter, box: QRectF, item: Item) -> None:
        size = theme().px(SIZE.icon)
        icon = QRectF(box.left(), box.center().y() - size / 2, size, size)
        icons.draw(painter, icon, ICONS[item.kind], Role.MUTED)
        words = box.adjusted(size + SPACE.m, 0, 0, 0)
        words.setRight(_aside(painter, box, item.keys or KIND_WORDS[item.kind]) - SPACE.m)
        if not item.detail:
            _line(painter, words, item.title, Type.EMPHASIS)
            return
        half = words.height() / 2
        upper, lower = words.adjusted(0, 3, 0, -half), words.adjusted(0, half, 0, -4)
        _line(painter, upper, item.title, Type.EMPHASIS)
        if item.marks:
            _marked(painter, lower, item.detail, item.marks)
        else:
            _line(painter, lower, item.detail, Type.SMALL)


def _aside(painter: QPainter, box: QRectF, words: str) -> float:
    """Words at the right; where they begin."""
    painter.setFont(theme().font(Type.SMALL))
    painter.setPen(theme().color(Role.MUTED))
    painter.drawText(box, _RIGHT | _ONE_LINE, words)
    return box.right() - painter.fontMetrics().horizontalAdvance(words)


def _line(painter: QPainter, box: QRectF, words: str, kind: Type) -> None:
    painter.setFont(theme().font(kind))
    painter.setPen(theme().color(kind.value.role))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, _LEFT | _ONE_LINE, shown)


def _marked(painter: QPainter, box: QRectF, words: str, marks: Sequence[Mark]) -> None:
    """One line of text with the words that were searched for in bold on a soft ground."""
    font = theme().font(Type.SMALL)
    layout = QTextLayout(words, font)
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.DemiBold)
    strong.setForeground(theme().color(Role.TEXT))
    strong.setBackground(theme().color(Role.ACCENT_SOFT))
    layout.setFormats([_format(mark, strong) for mark in marks])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(box.width())
    layout.endLayout()
    painter.setPen(theme().color(Type.SMALL.value.role))
    top = box.center().y() - line.height() / 2
    line.draw(painter, QPointF(box.left(), top))


def _format(mark: Mark, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = mark
    made.format = look
    return made


class ResultList(QListView):
    """The box above keeps the keyboard and moves through it. `chosen` is asked for by a click."""

    chosen = Signal()

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results = ResultModel()
        self.setModel(self.results)
        self.setItemDelegate(_Painter(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { border: 0; background: transparent; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.clicked.connect(lambda _index: self.chosen.emit())
        follow(self.doItemsLayout)

    def show_items(self, items: Sequence[Item], *, keep: bool = False) -> None:
        """Show results; the first is selected, or with `keep` the one that was."""
        at = max(0, self.currentIndex().row()) if keep else 0
        self.results.show_items(items)
        self.setCurrentIndex(self.results.index(at))

    def current(self) -> Item | None:
        """What is selected."""
        item: Item | None = self.currentIndex().data(ITEM)
        return item

    def step(self, by: int) -> None:
        """Select another one; round at the ends."""
        number = len(self.results.items)
        if number:
            self.setCurrentIndex(self.results.index((self.currentIndex().row() + by) % number))
