"""Choosing the period: one press, or two typed dates."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from practice.desk.figures import Period
from practice.desk.practice import today
from practice.errors import Refused
from practice.ui.figures.periods import Quick, span
from practice.ui.theme import SPACE, Type, follow, theme
from practice.ui.widgets.button import Button
from practice.ui.widgets.chip import SegmentedControl
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.moments import DateInput
from practice.ui.widgets.text import Text


class PeriodBar(QWidget):
    """`changed` follows every choice. Dates begin as those shown before; Enter or Show takes them.

    Quick periods end today, whenever they are asked for.
    """

    changed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.quick = SegmentedControl("Period", [(quick, quick.value) for quick in Quick])
        self.quick.set_value(Quick.DAYS_90)
        self._typed = span(Quick.DAYS_90, today())
        self.first = Field[date | None](
            "first", "From", DateInput(), required="Please give the first day."
        )
        self.last = Field[date | None](
            "last", "To", DateInput(), required="Please give the last day."
        )
        self.form = Form()
        self.form.add(self.first, self.last)
        self.show_dates = Button("Show these dates")
        self._dates = QWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._dates)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.m)
        row.addWidget(self.form)
        beside = QVBoxLayout()
        beside.setSpacing(SPACE.xs)
        beside.addWidget(Text(" ", Type.LABEL))
        beside.addWidget(self.show_dates)
        beside.addStretch(1)
        row.addLayout(beside)
        row.addStretch(1)
        follow(self._restyle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(self.quick)
        column.addWidget(self._dates)
        self._dates.hide()

    def _restyle(self) -> None:
        self.form.setFixedWidth(theme().px(300))

    def _connect(self) -> None:
        self.quick.chosen.connect(self._choose)
        self.show_dates.clicked.connect(self.take_dates)
        for field in (self.first, self.last):
            if isinstance(field.widget, QLineEdit):
                field.widget.returnPressed.connect(self.take_dates)

    def period(self) -> Period:
        """The period chosen."""
        quick = self.quick.value()
        return self._typed if quick is Quick.DATES else span(quick, today())

    def _choose(self, quick: Quick) -> None:
        self._dates.setVisible(quick is Quick.DATES)
        if quick is Quick.DATES:
            self.form.clear_errors()
            self.first.set_value(self._typed.first)
            self.last.set_value(self._typed.last)
        else:
            self._typed = span(quick, today())
        self.changed.emit()

    def take_dates(self) -> None:
        """Show the period typed, or say beside the field what is wrong."""
        if self.form.submit(self._read):
            self.changed.emit()

    def _read(self) -> None:
        first, last = self.first.value(), self.last.value()
        if first is None or last is None:
            raise Refused("Please give both days.")
        self._typed = Period(first, last)
