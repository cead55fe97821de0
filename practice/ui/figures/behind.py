"""The sessions a figure was counted from, read a page at a time as the list is scrolled."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QWidget

from practice.desk import figures
from practice.desk.figures import Behind
from practice.models.enums.attendance import STATUS_WORDS, Status
from practice.ui.attendance.pills import KINDS
from practice.ui.context import Context, Place
from practice.ui.figures.marks import MARK, NOWHERE, Index, Mark, MarkPainter, MarkView, RowsModel
from practice.ui.figures.words import EVERY
from practice.ui.icons import Icon
from practice.ui.theme import SIZE, SPACE, Role, Type, follow, theme
from practice.ui.widgets import pill
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.paint import write
from practice.ui.widgets.text import Text
from practice.ui.words import short_day

PAGE = 200
_BAR = 3
Source = Callable[[int], list[Behind]]
"""Gives the rows from a place on; none where there are no more."""


class Column(IntEnum):
    """In the order of reading."""

    WHEN = 0
    GROUP = 1
    MEMBER = 2
    STATUS = 3


_WIDTHS = {Column.WHEN: 190, Column.STATUS: 190}
_HEADINGS = {
    Column.WHEN: "Session",
    Column.GROUP: "Group",
    Column.MEMBER: "Member",
    Column.STATUS: "Status",
}


class BehindModel(RowsModel[Behind]):
    """Newest first. Only what was scrolled to has been read."""

    def __init__(self) -> None:
        super().__init__(tuple(_HEADINGS.values()))
        self._source: Source = lambda _offset: []
        self._more = False

    def show_source(self, source: Source) -> None:
        """Show rows from somewhere else."""
        self.beginResetModel()
        self._source = source
        self.rows = source(0)
        self._more = len(self.rows) == PAGE
        self.endResetModel()

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        found = [] if parent.isValid() else self._source(len(self.rows))
        self._more = len(found) == PAGE
        if found:
            self.beginInsertRows(NOWHERE, len(self.rows), len(self.rows) + len(found) - 1)
            self.rows += found
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(row)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(_cells(row))
        return row if role == MARK else None


def _cells(row: Behind) -> tuple[str, ...]:
    when = f"{short_day(row.starts.date())} {row.starts:%Y, %H:%M}"
    return when, row.service, row.short_name, STATUS_WORDS[row.status]


class _Painter(MarkPainter):
    """The row the keyboard is on is marked from end to end."""

    def __init__(self, view: MarkView) -> None:
        super().__init__(view)
        self.view = view

    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        row: Behind = index.data(MARK)
        if index.row() == self.view.currentIndex().row():
            painter.fillRect(box, theme().color(Role.SELECTION))
            if index.column() == 0:
                painter.fillRect(
                    box.adjusted(0, 0, _BAR - box.width(), 0), theme().color(Role.ACCENT)
                )
        inner = box.adjusted(SPACE.s, 0, -SPACE.s, 0)
        if index.column() == Column.STATUS:
            pill.draw(painter, inner, KINDS[row.status], STATUS_WORDS[row.status])
        else:
            kind = Type.EMPHASIS if index.column() == Column.MEMBER else Type.BODY
            write(painter, inner, str(index.data()), kind)


class BehindList(MarkView):
    """`opened` carries the row; no widget is made for one."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("Sessions behind the figure", parent=parent)
        self.behind = BehindModel()
        self.setModel(self.behind)
        self.setItemDelegate(_Painter(self))
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (Column.GROUP, Column.MEMBER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(200)
        follow(self._restyle)

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(SIZE.row_dense + 4))
        self.horizontalHeader().setFont(theme().font(Type.LABEL))
        self.horizontalHeader().setFixedHeight(theme().px(30))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme().px(width))

    def current(self) -> Behind | None:
        """The row the keyboard is on."""
        found: Behind | None = self.currentIndex().data(MARK)
        return found


class BehindCard(Card):
    """The list, narrowed to a status, and the ways on from a row."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self.mark: Mark | None = None
        self.which: Choice[frozenset[Status]] = Choice()
        self.which.setAccessibleName("Which sessions")
        self.list = BehindList()
        self.nothing = Text("No session behind this figure ended so.", Type.MUTED)
        self.to_member = Button("Show the member", ButtonKind.SECONDARY, Icon.PERSON)
        self.to_group = Button("Show the group", ButtonKind.SECONDARY, Icon.GROUP)
        self._lay_out()
        self.which.currentIndexChanged.connect(self._read)
        self.list.opened.connect(lambda _row: self._go(Place.MEMBERS))
        self.to_member.clicked.connect(lambda: self._go(Place.MEMBERS))
        self.to_group.clicked.connect(lambda: self._go(Place.GROUPS))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE.s)
        top.addWidget(self.which)
        top.addStretch(1)
        for button in (self.to_member, self.to_group):
            top.addWidget(button)
        self.which.setMinimumWidth(220)
        self.body.addLayout(top)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.nothing)
        self.body.addWidget(Text("Enter opens the member. Esc goes back.", Type.MUTED))

    def show_mark(self, mark: Mark) -> None:
        """Show what is behind a mark, narrowed as the mark is."""
        self.mark = mark
        with QSignalBlocker(self.which):
            self.which.set_options(options(mark))
            self.which.set_value(mark.statuses)
        self._read()

    def reload(self) -> None:
        """Read the rows again, in the place where the keyboard is."""
        row = max(0, self.list.currentIndex().row())
        self._read()
        self.list.go_to(min(row, self.list.behind.rowCount() - 1), 0)

    def _read(self) -> None:
        mark = self.mark
        if mark is None or self.which.currentIndex() < 0:
            return
        statuses = self.which.value()
        self.list.behind.show_source(
            lambda offset: figures.sessions_behind(
                mark.period, mark.by, mark.key, statuses=statuses, limit=PAGE, offset=offset
            )
        )
        anything = bool(self.list.behind.rows)
        self.nothing.setVisible(not anything)
        for part in (self.list, self.to_member, self.to_group):
            part.setVisible(anything)
        if anything:
            self.list.go_to(0, 0)

    def _go(self, place: Place) -> None:
        row = self.list.current()
        if row is not None:
            if place is Place.MEMBERS or row.group is None:
                self._context.go.emit(Place.MEMBERS, row.member)
            else:
                self._context.go.emit(place, row.group)


def options(mark: Mark) -> list[tuple[frozenset[Status], str]]:
    """Everything, each status that occurs, and what the mark itself counts."""
    counts = mark.counts
    found = [(EVERY, f"Everything ({counts.total:,})")]
    for status in Status:
        if (number := counts.number(status)) or mark.statuses == {status}:
            found.append((frozenset({status}), f"{STATUS_WORDS[status]} ({number:,})"))
    if mark.statuses not in [statuses for statuses, _ in found]:
        number = sum(counts.number(status) for status in mark.statuses)
        found.append((mark.statuses, f"Missed ({number:,})"))
    return found
