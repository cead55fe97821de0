"""The newest sessions of one member, a mark for each, the oldest at the left."""

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from practice.desk.history import Visit
from practice.models.enums.attendance import STATUS_WORDS, Status
from practice.ui.attendance.pills import KINDS
from practice.ui.figures.marks import MARK, NOWHERE, Index, MarkPainter, MarkView
from practice.ui.icons import Icon
from practice.ui.theme import Type, follow, theme
from practice.ui.widgets.paint import write
from practice.ui.widgets.parsing import MONTHS
from practice.ui.widgets.pill import PillKind, draw_mark
from practice.ui.words import short_day

_WIDTH, _MARK, _DAY = 44, 28, 18
_ICONS = {
    Status.LATE_CANCEL: Icon.MINUS,
    Status.CLIENT_CANCEL: Icon.MINUS,
    Status.PROVIDER_CANCEL: Icon.X_CIRCLE,
}
"""Where the pill has none, or shares one with another status and only the word differs."""


def look(visit: Visit) -> tuple[PillKind, str]:
    """How a session went, by its colour and in words: `Late 5 min`."""
    if visit.status is not Status.ATTENDED:
        return KINDS[visit.status], STATUS_WORDS[visit.status]
    if visit.late:
        return PillKind.LATE, f"Late {visit.late} min"
    if visit.left_early:
        return PillKind.LEFT_EARLY, f"Left {visit.left_early} min early"
    return PillKind.PRESENT, f"{visit.minutes} min"


def mark_of(visit: Visit) -> tuple[PillKind, Icon | None]:
    """Colour and shape (None is the colour's own), another for each way a session can go."""
    return look(visit)[0], _ICONS.get(visit.status)


def visit_words(visit: Visit) -> str:
    """`Tue 17 Nov 2026, 18:00 · Tuesday Recovery Skills · Late 5 min`."""
    day = visit.starts.date()
    when = f"{short_day(day)} {day.year}, {visit.starts:%H:%M}"
    return f"{when} · {visit.service} · {look(visit)[1]}"


class _Visits(QAbstractTableModel):
    """As many to a row as there is room for, read like words."""

    def __init__(self) -> None:
        super().__init__()
        self.visits: list[Visit] = []
        self.in_a_row = 1

    def show_visits(self, found: list[Visit], in_a_row: int) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.visits, self.in_a_row = found, in_a_row
        self.endResetModel()

    def newest(self) -> tuple[int, int]:
        """Row and column of the last one."""
        return divmod(len(self.visits) - 1, self.in_a_row)

    def visit(self, index: Index) -> Visit | None:
        """The session of a cell; None after the last one."""
        at = index.row() * self.in_a_row + index.column()
        return self.visits[at] if index.isValid() and at < len(self.visits) else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else -(-len(self.visits) // self.in_a_row)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else min(self.in_a_row, len(self.visits))

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) if self.visit(index) else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        visit = self.visit(index)
        if role == Qt.ItemDataRole.AccessibleTextRole and visit:
            return visit_words(visit)
        return visit if role == MARK else None


class _Painter(MarkPainter):
    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        visit: Visit | None = index.data(MARK)
        if visit is None:
            return
        edge = theme().px(_MARK)
        mark = QRectF(box.center().x() - edge / 2, box.top() + 3, edge, edge)
        draw_mark(painter, mark, *mark_of(visit))
        below = QRectF(box.left(), mark.bottom(), box.width(), box.bottom() - mark.bottom())
        day = _day(visit.starts.date())
        write(painter, below, day, Type.CAPTION, Qt.AlignmentFlag.AlignHCenter)


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


class AttendanceStrip(MarkView):
    """`opened` carries the Visit of a mark; the keyboard begins at the newest."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("Sessions, the newest last", parent=parent)
        self.sessions = _Visits()
        self.setModel(self.sessions)
        self.setItemDelegate(_Painter(self))
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        for turn_off in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            turn_off(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        follow(self._restyle)

    def show_visits(self, found: list[Visit]) -> None:
        """Show these, oldest first."""
        self.setVisible(bool(found))
        self.sessions.show_visits(found, max(1, self.width() // theme().px(_WIDTH)))
        self.setFixedHeight(max(1, self.sessions.rowCount()) * self._row_height())
        if found:
            with QSignalBlocker(self):  # nobody is there yet
                self.go_to(*self.sessions.newest())

    def _row_height(self) -> int:
        return theme().px(_MARK + _DAY) + 6

    def _restyle(self) -> None:
        self.horizontalHeader().setDefaultSectionSize(theme().px(_WIDTH))
        self.verticalHeader().setDefaultSectionSize(self._row_height())
        self.show_visits(self.sessions.visits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In more rows where there is less room."""
        super().resizeEvent(event)
        if self.width() // theme().px(_WIDTH) != self.sessions.in_a_row:
            self.show_visits(self.sessions.visits)
