"""How an appointment comes again, asked in plain words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import Enum

from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.desk import rules
from practice.desk.rules import Rule
from practice.errors import Refused
from practice.ui.groups.minutes import MinutesInput, minutes_typed
from practice.ui.theme import SPACE
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.moments import DateInput

MOST_TIMES = 1000


class Often(Enum):
    """The usual ways; the value is what a person reads."""

    ONCE = "Once"
    WEEKLY = "Every week"
    SECOND = "Every 2 weeks"
    THIRD = "Every 3 weeks"
    FOURTH = "Every 4 weeks"
    MONTHLY = "Every month"


class Ends(Enum):
    """When it stops."""

    NEVER = "Without an end"
    UNTIL = "Until a day"
    COUNT = "So many times"


_WEEKS = {Often.WEEKLY: 1, Often.SECOND: 2, Often.THIRD: 3, Often.FOURTH: 4}


class TimesInput(MinutesInput):
    """How many times, a whole number."""

    def value(self) -> int:
        """The number; raises Refused where it can't be read."""
        try:
            return minutes_typed(self.text(), MOST_TIMES)
        except Refused:
            raise Refused(f"Write how many times, from 1 to {MOST_TIMES}.") from None


class Repeats(QWidget):
    """An editor of a `Rule`, or None for once. It needs the day that the rule starts on."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.often = Choice([(often, often.value) for often in Often])
        self.ends = Choice([(ends, ends.value) for ends in Ends])
        self.until = DateInput(hint="The last day, 5 Mar 2027")
        self.times = TimesInput(hint="10")
        self.often.setAccessibleName("Repeats")
        self.ends.setAccessibleName("It ends")
        self.until.setAccessibleName("The last day")
        self.times.setAccessibleName("How many times")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        for part in (self.often, self.ends, self.until, self.times):
            column.addWidget(part)
        self.setFocusProxy(self.often)
        self.often.watch(self._show, lambda _words: None)
        self.ends.watch(self._show, lambda _words: None)
        self._show()

    def _show(self) -> None:
        again = self.often.value() is not Often.ONCE
        self.ends.setVisible(again)
        self.until.setVisible(again and self.ends.value() is Ends.UNTIL)
        self.times.setVisible(again and self.ends.value() is Ends.COUNT)

    def rule(self, day: date) -> Rule | None:
        """The rule for something that begins on this day; raises Refused where it can't be."""
        often = self.often.value()
        if often is Often.ONCE:
            return None
        weekly = often is not Often.MONTHLY
        rule = rules.weekly(day, interval=_WEEKS[often]) if weekly else rules.monthly(day)
        if self.ends.value() is Ends.UNTIL:
            return replace(rule, until=self._last(day))
        return replace(rule, count=self.times.value()) if self._counted() else rule

    def _counted(self) -> bool:
        return self.ends.value() is Ends.COUNT

    def _last(self, day: date) -> date:
        last = self.until.value()
        if last is None:
            raise Refused("Write the last day.")
        if last < day:
            raise Refused("The last day is before the first one.")
        return last

    def value(self) -> Often:
        """How often; see `rule` for all of it."""
        return self.often.value()

    def set_value(self, value: Often) -> None:
        """Choose how often."""
        self.often.set_value(value)

    def watch(self, edited: Callable[[], None], refused: Callable[[str], None]) -> None:
        for part in (self.often, self.ends, self.until, self.times):
            part.watch(edited, refused)
