"""The newest sessions of one member, a mark for each, the oldest at the left."""

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QRectF, Qt
from PySide6.QtGui import QPainter
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
_BAR = 14
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
    """One row with a column for each session."""

    def __init__(self) -> None:
        super().__init__()
        self.visits: list[Visit] = []

    def show_visits(self, found: list[Visit]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.visits = found
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.visits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        visit = self.visits[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return visit_words(visit)
        return visit if role == MARK else None


class _Painter(MarkPainter):
    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        visit: Visit = index.data(MARK)
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
        super().__init__("Sessions, the newest at the right", parent=parent)
        self.sessions = _Visits()
        self.setModel(self.sessions)
        self.setItemDelegate(_Painter(self))
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        follow(self._restyle)

    def show_visits(self, found: list[Visit]) -> None:
        """Show these, oldest first."""
        self.sessions.show_visits(found)
        self.setVisible(bool(found))
        if found:
            self.go_to(0, len(found) - 1)

    def _restyle(self) -> None:
        px = theme().px
        self.horizontalHeader().setDefaultSectionSize(px(_WIDTH))
        self.verticalHeader().setDefaultSectionSize(px(_MARK + _DAY) + 6)
        self.setFixedHeight(px(_MARK + _DAY) + 6 + _BAR)
