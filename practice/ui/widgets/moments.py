"""Dates and times are typed, not picked: faster by keyboard, and readable to everyone."""

from datetime import date, time

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from practice.errors import Refused
from practice.ui.widgets import parsing
from practice.ui.widgets.inputs import LimitedLine


def _months() -> dict[str, int]:
    """Month names of this computer's language, long and short, in lower case."""
    formats = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    return {
        QLocale().monthName(month, form).lower().rstrip("."): month
        for month in range(1, 13)
        for form in formats
    }


def _month_first() -> bool:
    """Whether 3/5/2026 is the fifth of March here."""
    pattern = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return pattern.find("M") < pattern.find("d")


class DateInput(LimitedLine):
    """A date, or None while empty. On leaving it shows how it was read: 5 Mar 2026."""

    def __init__(self, *, hint: str = "5 Mar 2026", parent: QWidget | None = None) -> None:
        super().__init__(limit=40, hint=hint, parent=parent)
        self.editingFinished.connect(self._show_reading)

    def value(self) -> date | None:
        """The date typed; raises Refused if it can't be read."""
        typed = self.text().strip()
        if not typed:
            return None
        return parsing.parse_date(typed, month_first=_month_first(), months=_months())

    def set_value(self, value: date | None) -> None:
        """Show a date, or nothing."""
        self.setText(parsing.show_date(value) if value else "")

    def _show_reading(self) -> None:
        try:
            self.set_value(self.value())
        except Refused:
            return  # the field says so; what was typed stays


class TimeInput(LimitedLine):
    """A time on the wall, or None while empty. On leaving it shows how it was read: 18:00."""

    def __init__(self, *, hint: str = "18:00", parent: QWidget | None = None) -> None:
        super().__init__(limit=20, hint=hint, parent=parent)
        self.editingFinished.connect(self._show_reading)

    def value(self) -> time | None:
        """The time typed; raises Refused if it can't be read."""
        typed = self.text().strip()
        return parsing.parse_time(typed) if typed else None

    def set_value(self, value: time | None) -> None:
        """Show a time, or nothing."""
        self.setText(parsing.show_time(value) if value else "")

    def _show_reading(self) -> None:
        try:
            self.set_value(self.value())
        except Refused:
            return  # the field says so; what was typed stays
