"""All figures of a period, one below the other."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.desk import figures
from practice.desk.figures import By, Figure, Overview, Period
from practice.ui.columns import Columns
from practice.ui.context import Context, Place
from practice.ui.figures.cards import ChartCard, TableCard, YearCard
from practice.ui.figures.marks import Mark
from practice.ui.figures.period_bar import PeriodBar
from practice.ui.figures.periods import year_to
from practice.ui.figures.tile import RateTile
from practice.ui.figures.words import HOW, ONE_LINE, Measure, aside, figure
from practice.ui.icons import Icon
from practice.ui.theme import SPACE, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.notices import EmptyState
from practice.ui.widgets.text import Text
from practice.ui.words import count

PRACTICE = "The whole practice"
NOTHING = (
    "No session of this period was held or cancelled. Choose another period, or begin on Today."
)


class OverviewPart(QWidget):
    """`opened` carries the Mark whose sessions are wanted; `changed` follows another period."""

    opened = Signal(object)
    changed = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.shown: Overview | None = None
        self.period = PeriodBar()
        self.tiles = tuple(RateTile(measure) for measure in Measure)
        self.beside = Text("", Type.SECONDARY, wrap=True)
        self.how = HowCounted()
        self.table = TableCard()
        self.year = YearCard()
        self.charts = (ChartCard(By.WEEKDAY), ChartCard(By.HOUR))
        self.nothing = Card()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        today = Button("Go to Today", ButtonKind.SECONDARY, Icon.TODAY)
        today.clicked.connect(lambda: self._context.go.emit(Place.TODAY, ""))
        self.nothing.body.addWidget(EmptyState(NOTHING, today, Icon.FIGURES))
        tiles = QHBoxLayout()
        tiles.setSpacing(SPACE.m)
        for tile in self.tiles:
            tiles.addWidget(tile, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(self.period)
        column.addLayout(tiles)
        for part in (self.beside, self.how, self.nothing, self.table, self.year):
            column.addWidget(part)
        left, right = self.charts
        self._charts = Columns((left,), (right,))
        column.addWidget(self._charts)
        column.addStretch(1)

    def _connect(self) -> None:
        self.period.changed.connect(self.load)
        self.table.told_apart.connect(self._tell_apart)
        views = (self.table.table, self.year.map, *(c.chart.columns for c in self.charts))
        for view in views:
            view.opened.connect(self.opened)
        for tile in self.tiles:
            tile.clicked.connect(partial(self._open_tile, tile.measure))

    def load(self) -> None:
        """Read the period's figures and show them."""
        period = self.period.period()
        self.shown = found = figures.overview(period)
        for tile in self.tiles:
            tile.show_counts(found.whole)
        self.beside.setText(beside(found))
        self.beside.setVisible(bool(self.beside.text()))
        self._tell_apart(self.table.by.value())
        year = year_to(period.last)
        days = figures.days(year)
        self.year.show_days(year, days)
        for card in self.charts:
            card.show_figures(period, found.by[card.by])
        self._show_parts(anything=found.whole.total > 0, days=bool(days))
        self.changed.emit()

    def _show_parts(self, *, anything: bool, days: bool) -> None:
        self.nothing.setVisible(not anything)
        for part in (*self.tiles, self.how, self.table, self._charts):
            part.setVisible(anything)
        self.year.setVisible(days)

    def _tell_apart(self, by: By) -> None:
        if self.shown is not None:
            period = self.period.period()
            self.table.show_figures(period, self._figures(by, period))

    def _figures(self, by: By, period: Period) -> tuple[Figure, ...]:
        if self.shown is None or by is By.MEMBER:
            return figures.of_members(period)
        if by is By.REASON:
            return figures.of_reasons(period, self.shown.whole)
        return self.shown.by[by]

    def _open_tile(self, measure: Measure) -> None:
        if self.shown is not None:
            words = figure(measure, self.shown.whole)
            period, statuses = self.period.period(), measure.value.statuses
            self.opened.emit(Mark(PRACTICE, words, period, self.shown.whole, statuses=statuses))


def beside(found: Overview) -> str:
    """What is in no rate, and what nobody has recorded yet; nothing where all is counted."""
    said = []
    if left_out := aside(found.whole):
        said.append(f"In no rate: {left_out}.")
    if found.open_sessions:
        waiting = count(found.open_sessions, "session is", "sessions are")
        them = "it" if found.open_sessions == 1 else "them"
        said.append(f"{waiting} over and not recorded yet; Today lists {them}.")
    return " ".join(said)


class HowCounted(QWidget):
    """One quiet line; the definitions open below it."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button("How it is counted", ButtonKind.LINK, Icon.CHEVRON_DOWN)
        self.words = QWidget()
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(Text(ONE_LINE, Type.MUTED))
        row.addWidget(self.button)
        row.addStretch(1)
        inner = QVBoxLayout(self.words)
        inner.setContentsMargins(0, 0, 0, SPACE.s)
        inner.setSpacing(SPACE.xs)
        for line in HOW:
            inner.addWidget(Text(line, Type.SMALL, wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addLayout(row)
        column.addWidget(self.words)
        self.words.hide()
        self.button.clicked.connect(self._toggle)

    def _toggle(self) -> None:
        opened = self.words.isHidden()
        self.words.setVisible(opened)
        self.button.setText("Hide how it is counted" if opened else "How it is counted")
        self.button.set_icon(Icon.CHEVRON_UP if opened else Icon.CHEVRON_DOWN)
