"""The list of members: a model of plain rows, drawn without a widget for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from practice.desk import history, members, roster
from practice.desk.members import MemberRow
from practice.desk.practice import today
from practice.ui.theme import RADIUS, SIZE, SPACE, Role, Type, follow, theme
from practice.ui.widgets import paint
from practice.ui.widgets.paint import Face

Index = QModelIndex | QPersistentModelIndex
ENTRY = int(Qt.ItemDataRole.UserRole)
RECENT = timedelta(days=60)
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Entry:
    """One member as the list shows them."""

    member: MemberRow
    detail: str


def entries(*, archived: bool = False) -> list[Entry]:
    """Everybody, those expected at a session most recently first, then by name."""
    day = today()
    seen = history.last_expected(day - RECENT)
    named = members.members(archived=archived)
    recent = sorted((m for m in named if m.id in seen), key=lambda m: seen[m.id], reverse=True)
    groups = roster.groups_on(day)
    return [
        Entry(m, " · ".join(groups.get(m.id, ["In no group"])))
        for m in (*recent, *(m for m in named if m.id not in seen))
    ]


class MemberModel(QAbstractListModel):
    """Entries in their order; `show_entries` replaces them all."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[Entry] = []

    def show_entries(self, found: Sequence[Entry]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.entries = found
        self.endResetModel()

    def words_changed(self) -> None:
        """The same people, in other words."""
        self.dataChanged.emit(self.index(0), self.index(len(self.entries) - 1))

    def row_of(self, member_id: str) -> int:
        """Where a member stands; -1 if they are not shown."""
        return next((n for n, e in enumerate(self.entries) if e.member.id == member_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.member.full_name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.member.full_name}, {entry.detail}"
        return entry if role == ENTRY else None


class _Painter(QStyledItemDelegate):
    """Draws a row as `ListRow` looks."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().px(160), theme().px(SIZE.row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY)
        state, box = option.state, QRectF(option.rect).adjusted(0, 1, 0, -1)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            fill = Role.SELECTION if selected else Role.HOVER
            paint.ground(painter, box, RADIUS.control, Face(fill=fill))
        if state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, box, RADIUS.control)
        half = box.height() / 2
        inner = box.adjusted(SPACE.m, 0, -SPACE.s, 0)
        name = QRectF(inner.left(), inner.top() + 3, inner.width(), half - 3)
        detail = QRectF(inner.left(), inner.top() + half, inner.width(), half - 4)
        _line(painter, name, entry.member.full_name, Type.EMPHASIS)
        _line(painter, detail, entry.detail, Type.SMALL)
        painter.restore()


def _line(painter: QPainter, box: QRectF, words: str, kind: Type) -> None:
    painter.setFont(theme().font(kind))
    painter.setPen(theme().color(kind.value.role))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, flags | Qt.TextFlag.TextSingleLine, shown)


class MemberList(QListView):
    """`picked` carries the id of the member the keyboard or mouse came to, `opened` on Enter."""

    picked = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.members = MemberModel()
        self._telling = True
        self.setModel(self.members)
        self.setItemDelegate(_Painter(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView, QListView:focus { border: 0; background: transparent; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.selectionModel().currentChanged.connect(self._came_to)
        follow(self.doItemsLayout)

    def chosen(self) -> str:
        """The id of the member chosen, or nothing."""
        entry = self.currentIndex().data(ENTRY)
        return str(entry.member.id) if entry else ""

    def choose(self, member_id: str) -> None:
        """Go to a member if they are shown, without telling anyone."""
        row = self.members.row_of(member_id)
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._telling = False
        self.selectionModel().setCurrentIndex(self.members.index(row), how)
        self._telling = True

    def choose_first(self) -> None:
        """Go to the first member shown."""
        self.setCurrentIndex(self.members.index(0))

    def _came_to(self, index: QModelIndex) -> None:
        if index.isValid() and self._telling:
            self.picked.emit(self.chosen())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen():
            self.opened.emit(self.chosen())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
