"""Dates, times and hours are typed, not picked: faster by keyboard, and readable to everyone."""

from datetime import date, time
from typing import Generic, TypeVar

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from practice.errors import Refused
from practice.ui.widgets import parsing
from practice.ui.widgets.inputs import LimitedLine

T = TypeVar("T")
Span = tuple[time, time]


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


class _Read(LimitedLine, Generic[T]):
    """What is typed is read; on leaving the line shows how. Write `read` and `shown`."""

    def __init__(self, *, limit: int, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(limit=limit, hint=hint, parent=parent)
        self.editingFinished.connect(self._show_reading)

    def read(self, typed: str) -> T:
        """What the words mean; raises Refused if they can't be read."""
        raise NotImplementedError

    def shown(self, value: T) -> str:
        """The value in words that can be read again."""
        raise NotImplementedError

    def value(self) -> T | None:
        """What was typed, None while empty; raises Refused if it can't be read."""
        typed = self.text().strip()
        return self.read(typed) if typed else None

    def set_value(self, value: T | None) -> None:
        """Show a value, or nothing."""
        self.setText("" if value is None else self.shown(value))

    def _show_reading(self) -> None:
        try:
            self.set_value(self.value())
        except Refused:
            return  # the field says so; what was typed stays


class DateInput(_Read[date]):
    """A date, or None while empty: 5 Mar 2026."""

    def __init__(self, *, hint: str = "5 Mar 2026", parent: QWidget | None = None) -> None:
        super().__init__(limit=40, hint=hint, parent=parent)

    def read(self, typed: str) -> date:
        return parsing.parse_date(typed, month_first=_month_first(), months=_months())

    def shown(self, value: date) -> str:
        return parsing.show_date(value)


class TimeInput(_Read[time]):
    """A time on the wall, or None while empty: 18:00."""

    def __init__(self, *, hint: str = "18:00", parent: QWidget | None = None) -> None:
        super().__init__(limit=20, hint=hint, parent=parent)

    def read(self, typed: str) -> time:
        return parsing.parse_time(typed)

    def shown(self, value: time) -> str:
        return parsing.show_time(value)


class HoursInput(_Read[Span]):
    """From one time of a day to another, or None while empty: 09:00–17:00."""

    def __init__(self, *, hint: str = "9:00-17:00", parent: QWidget | None = None) -> None:
        super().__init__(limit=40, hint=hint, parent=parent)

    def read(self, typed: str) -> Span:
        return parsing.parse_hours(typed)

    def shown(self, value: Span) -> str:
        return parsing.show_hours(*value)
