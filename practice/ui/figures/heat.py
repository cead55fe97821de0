"""A year of days: each a column as high as the share that came, as wide as its sessions were many.

Height and width say it, so that colour is never alone.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from practice.desk.figures import Day, Period
from practice.desk.groups import WEEKDAYS
from practice.ui.figures.marks import (
    MARK,
    NOWHERE,
    Index,
    Mark,
    MarkPainter,
    MarkView,
    plain,
)
from practice.ui.figures.words import Measure, aside, figure
from practice.ui.theme import Role, Type, follow, theme
from practice.ui.widgets import paint
from practice.ui.widgets.paint import Face, write
from practice.ui.widgets.parsing import MONTHS
from practice.ui.words import count, short_day

WEEKS, DAYS = 53, 7
WIDEST = 3
"""From so many sessions on a day is drawn as wide as it gets."""
_LEAST, _MOST, _HEIGHT = 12, 26, 20


class HeatModel(QAbstractTableModel):
    """A row for each weekday, a column for each week, the oldest at the left."""

    def __init__(self) -> None:
        super().__init__()
        self._monday = date.min
        self._last = date.min
        self._days: Mapping[date, Day] = {}

    def show_days(self, year: Period, days: Mapping[date, Day]) -> None:
        """Show the weeks of a period that begins on a Monday."""
        self.beginResetModel()
        self._monday, self._last, self._days = year.first, year.last, days
        self.endResetModel()

    def day_at(self, index: Index) -> date | None:
        """The day of a cell; None after the last one."""
        day = self._monday + timedelta(weeks=index.column(), days=index.row())
        return day if day <= self._last else None

    def place_of(self, day: date) -> tuple[int, int]:
        """Row and column of a day."""
        return day.weekday(), (day - self._monday).days // DAYS

    def found(self, index: Index) -> Day | None:
        """What a cell's day had, if it had sessions."""
        day = self.day_at(index)
        return self._days.get(day) if day else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else DAYS

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else WEEKS

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return WEEKDAYS[section][:3]
        return self._month(section)

    def _month(self, week: int) -> str:
        """The month's name over the week that holds its first day."""
        sunday = self._monday + timedelta(weeks=week, days=6) if self._days else date.max
        return MONTHS[sunday.month - 1][:3] if sunday.day <= DAYS else ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.day_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        day = self.day_at(index) if index.isValid() else None
        if day is None:
            return None
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{dated(day)}: {day_words(self.found(index))}"
        found = self.found(index)
        if role == MARK and found:
            return Mark(dated(day), day_words(found), Period(day, day), found.counts)
        return found if role == MARK + 1 else None


def dated(day: date) -> str:
    """`Tue 17 Nov 2026`."""
    return f"{short_day(day)} {day.year}"


def day_words(found: Day | None) -> str:
    """`3 sessions, attended 21 of 25, 84%, 95% interval 65.3–93.6%`."""
    if found is None:
        return "no sessions"
    told = [count(found.sessions, "session")]
    if found.counts.attendance_rate.of:
        told.append(figure(Measure.ATTENDANCE, found.counts))
    if left_out := aside(found.counts):
        told.append(f"in no rate {left_out}")
    return ", ".join(told)


class _Painter(MarkPainter):
    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        model = index.model()
        if isinstance(model, HeatModel) and model.day_at(index):
            draw_day(painter, box.adjusted(1, 1, -1, -1), index.data(MARK + 1))


def draw_day(painter: QPainter, box: QRectF, found: Day | None) -> None:
    """One day: a dot without sessions, dashed where none counts, else a column."""
    if found is None:
        dot = QRectF(box.center().x() - 1, box.center().y() - 1, 2, 2)
        paint.ground(painter, dot, 1, Face(fill=Role.BORDER_STRONG))
        return
    width = box.width() * min(found.sessions, WIDEST) / WIDEST
    column = QRectF(box.center().x() - width / 2, box.top(), width, box.height())
    share = found.counts.attendance_rate.share
    if share is None:
        paint.ground(painter, column, 2, Face(border=Role.BORDER_STRONG, dashed=True))
        return
    paint.ground(painter, column, 2, Face(fill=Role.BORDER))
    came = column.adjusted(0, column.height() * (1 - share), 0, 0)
    paint.ground(painter, came, min(2, came.height() / 2), Face(fill=Role.PRESENT))


class _Header(QHeaderView):
    """Words that may reach over the sections beside theirs, as a month's does over its weeks."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        flat = self.orientation() is Qt.Orientation.Horizontal
        for section in range(self.count()):
            words = self.model().headerData(section, self.orientation())
            at, size = self.sectionViewportPosition(section), self.sectionSize(section)
            box = QRectF(at, 0, 60, self.height()) if flat else QRectF(0, at, self.width(), size)
            write(painter, box, str(words or ""), Type.MUTED)


class YearMap(MarkView):
    """Arrows go from day to day and week to week; the last day is where the keyboard begins."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("Sessions day by day", parent=parent)
        self.heat = HeatModel()
        self.setModel(self.heat)
        self.setItemDelegate(_Painter(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for way, put in (
            (Qt.Orientation.Horizontal, self.setHorizontalHeader),
            (Qt.Orientation.Vertical, self.setVerticalHeader),
        ):
            header = _Header(way, self)
            plain(header)
            put(header)
        follow(self._restyle)

    def show_days(self, year: Period, days: Mapping[date, Day]) -> None:
        """Show a year; the keyboard stays on its day, or begins on the last one."""
        here = self.heat.day_at(self.currentIndex()) if self.currentIndex().isValid() else None
        kept = here if here and year.first <= here <= year.last else year.last
        self.heat.show_days(year, days)
        self.go_to(*self.heat.place_of(kept))

    def _restyle(self) -> None:
        px = theme().px
        self.verticalHeader().setDefaultSectionSize(px(_HEIGHT))
        self.verticalHeader().setFixedWidth(px(40))
        self.horizontalHeader().setFixedHeight(px(22))
        self.setFixedHeight(px(22) + DAYS * px(_HEIGHT) + 16)
        self._share_out()

    def _share_out(self) -> None:
        room = self.width() - theme().px(40) - 4
        self.horizontalHeader().setDefaultSectionSize(min(_MOST, max(_LEAST, room // WEEKS)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_out()
        super().resizeEvent(event)


class DayExample(QWidget):
    """A day as the legend shows it."""

    def __init__(self, day: Day | None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = day
        follow(self._restyle)

    def _restyle(self) -> None:
        self.setFixedSize(theme().px(18), theme().px(18))
        self.update()

    def paintEvent(self, _event: object) -> None:
        draw_day(paint.begin(self), QRectF(self.rect()), self._day)
