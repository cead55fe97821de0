"""The next free times of one clinician: pressed, one becomes the time of what is planned.

The first of each morning and afternoon, so that few lines reach over several days.
"""

from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from practice.desk.free import next_free
from practice.desk.practice import wall_now
from practice.errors import Refused
from practice.ui.groups.minutes import LengthChoice
from practice.ui.icons import Icon
from practice.ui.section import Section
from practice.ui.theme import SPACE, Role, Type, theme
from practice.ui.widgets.rows import ActionRow, ListRow
from practice.ui.widgets.text import IconLabel, Text
from practice.ui.words import short_day

SHOWN, LOOKED_AT = 5, 60
NOON = 12
NONE = "No free time in the next weeks."


class FreeTimes(Section):
    """`chosen` carries a wall time and the minutes it is for."""

    chosen = Signal(object, int)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("Next free", parent=parent)
        self._clinician = self._name = ""
        self.length = LengthChoice()
        self.length.set_value(50)
        self.length.setAccessibleName("Length in minutes")
        self.length.setFixedWidth(theme().px(72))
        self.header.row.addWidget(self.length)
        self.header.row.addSpacing(SPACE.xs)
        self.length.watch(self.load, lambda _words: None)

    def show_for(self, clinician: str, name: str) -> None:
        """Of this clinician."""
        self._clinician, self._name = clinician, name
        self.load()

    def minutes(self) -> int | None:
        """The length asked for; None while it can't be read."""
        try:
            return self.length.value()
        except Refused:
            return None

    def load(self) -> None:
        """Look again."""
        minutes = self.minutes()
        rows: list[QWidget] = [self._row(when, minutes or 0) for when in self._found()]
        if rows:
            whose = Text(f"With {self._name}", Type.MUTED, wrap=True)
            whose.setContentsMargins(SPACE.s, 0, SPACE.s, SPACE.xs)
            rows.insert(0, whose)
        self.show_rows(rows, NONE)

    def first(self, member: str) -> datetime | None:
        """The first time that suits a member too."""
        return next(iter(self._found(member)), None)

    def _found(self, member: str | None = None) -> list[datetime]:
        minutes = self.minutes()
        if minutes is None or not self._clinician:
            return []
        found = next_free(minutes, self._clinician, member, after=wall_now(), most=LOOKED_AT)
        halves: dict[tuple[date, bool], datetime] = {}
        for when in found:
            halves.setdefault((when.date(), when.hour >= NOON), when)
        return list(halves.values())[:SHOWN]

    def _row(self, when: datetime, minutes: int) -> ActionRow:
        words = f"{short_day(when.date())}, {when:%H:%M}"
        plus = IconLabel(Icon.PLUS, Role.ACCENT)
        row = ActionRow(ListRow(words, leading=plus, dense=True))
        row.setAccessibleName(f"Use {words}, {minutes} minutes with {self._name}")
        row.clicked.connect(partial(self.chosen.emit, when, minutes))
        return row
