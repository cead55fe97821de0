"""Which days a view shows, and what they are called. Pure."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from practice.ui.schedule.columns import DAYS, WORKDAYS, monday_of
from practice.ui.widgets.parsing import MONTHS
from practice.ui.words import long_day

WEEKS = 6


class View(Enum):
    """How the calendar is shown."""

    DAY = "Day"
    WEEK = "Week"
    MONTH = "Month"
    LIST = "List"


@dataclass(frozen=True)
class Shown:
    """A view of the days around `day`."""

    view: View
    day: date

    @property
    def first(self) -> date:
        """The first day that is read."""
        if self.view is View.DAY:
            return self.day
        return monday_of(self.day.replace(day=1) if self.view is View.MONTH else self.day)

    @property
    def last(self) -> date:
        """The last day that is read."""
        days = {View.DAY: 1, View.MONTH: WEEKS * DAYS}.get(self.view, DAYS)
        return self.first + timedelta(days=days - 1)

    def moved(self, by: int) -> "Shown":
        """So many days, weeks or months on."""
        if self.view is View.MONTH:
            month = self.day.year * 12 + self.day.month - 1 + by
            return replace(self, day=date(month // 12, month % 12 + 1, 1))
        days = by if self.view is View.DAY else by * DAYS
        return replace(self, day=self.day + timedelta(days=days))

    @property
    def title(self) -> str:
        """`16 – 20 November`, `Tuesday 17 November` or `November 2026`."""
        if self.view is View.DAY:
            return long_day(self.day)
        if self.view is View.MONTH:
            return f"{MONTHS[self.day.month - 1]} {self.day.year}"
        last = self.first + timedelta(days=WORKDAYS - 1)
        begin = str(self.first.day)
        if self.first.month != last.month:
            begin = f"{begin} {MONTHS[self.first.month - 1]}"
        return f"{begin} – {last.day} {MONTHS[last.month - 1]}"
