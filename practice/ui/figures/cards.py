"""The cards of the figures: the table told apart, the year, weekdays and hours."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from practice.desk.figures import By, Day, Figure, Period
from practice.desk.rates import Counts
from practice.ui.figures.chart import Chart
from practice.ui.figures.heat import WIDEST, DayExample, YearMap
from practice.ui.figures.table import RatesTable
from practice.ui.theme import SPACE, Type
from practice.ui.widgets.card import Card
from practice.ui.widgets.chip import SegmentedControl
from practice.ui.widgets.rows import SectionHeader
from practice.ui.widgets.text import ElidedText, Text

_KEYS = "Enter or a click opens the sessions behind a figure. S sorts by the column you are in."
_LEGEND = (
    (Day(WIDEST, Counts(attended=3, no_show=1)), f"{WIDEST} sessions or more, three in four came"),
    (Day(1, Counts(attended=1)), "one session, everybody came"),
    (Day(WIDEST, Counts(provider_cancel=1)), "nobody counted, for example cancelled"),
    (None, "no sessions"),
)


_LOOK = "Arrow keys or the mouse tell each figure in words."


class TableCard(Card):
    """`told_apart` asks for the figures of another By."""

    told_apart = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.by = SegmentedControl("Told apart by", [(by, by.value.capitalize()) for by in By])
        self.table = RatesTable()
        self.body.addWidget(self.by)
        self.body.addWidget(self.table)
        self.body.addWidget(Text(_KEYS, Type.MUTED, wrap=True))
        self.by.chosen.connect(self.told_apart)

    def show_figures(self, period: Period, found: tuple[Figure, ...]) -> None:
        """Show the figures of what is chosen."""
        self.table.show_figures(self.by.value(), period, found)


class YearCard(Card):
    """The 53 weeks up to the period's last day, with a legend in words."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.map = YearMap()
        self.told = ElidedText("", Type.SECONDARY)
        self.header = SectionHeader("The year day by day")
        self.body.addWidget(self.header)
        self.body.addWidget(self.map)
        self.body.addWidget(self.told)
        self.body.addLayout(_legend())
        self.map.told.connect(self.told.setText)

    def show_days(self, year: Period, days: Mapping[date, Day]) -> None:
        """Show a year's days."""
        self.map.show_days(year, days)


def _legend() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.s)
    for day, words in _LEGEND:
        row.addWidget(DayExample(day))
        row.addWidget(ElidedText(words, Type.MUTED))
        row.addSpacing(SPACE.s)
    row.addStretch(1)
    return row


class ChartCard(Card):
    """Attendance by weekday, or by hour."""

    def __init__(self, by: By, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        title = f"Attendance by {by.value}"
        self.by = by
        self.chart = Chart(title)
        self.told = ElidedText("", Type.SECONDARY)
        self.body.addWidget(SectionHeader(title))
        self.body.addWidget(self.chart)
        self.body.addWidget(self.told)
        self.chart.columns.told.connect(self.told.setText)

    def show_figures(self, period: Period, found: tuple[Figure, ...]) -> None:
        """Show the figures of each."""
        self.told.setText(_LOOK)
        self.chart.show_figures(self.by, period, found)
