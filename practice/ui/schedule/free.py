"""The next free times of one clinician: pressed, one becomes the time of what is planned."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from practice.desk.free import next_free
from practice.desk.practice import wall_now
from practice.errors import Refused
from practice.ui.groups.minutes import LengthChoice
from practice.ui.icons import Icon
from practice.ui.section import Section
from practice.ui.theme import SPACE, theme
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.words import short_day

SHOWN = 4
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
        self.show_rows([self._button(when, minutes or 0) for when in self._found()], NONE)

    def first(self, member: str) -> datetime | None:
        """The first time that suits a member too."""
        return next(iter(self._found(member)), None)

    def _found(self, member: str | None = None) -> list[datetime]:
        minutes = self.minutes()
        if minutes is None or not self._clinician:
            return []
        return next_free(minutes, self._clinician, member, after=wall_now())[:SHOWN]

    def _button(self, when: datetime, minutes: int) -> Button:
        words = f"{short_day(when.date())}, {when:%H:%M}"
        button = Button(words, ButtonKind.LINK, Icon.PLUS)
        button.setAccessibleName(f"Use {words}, {minutes} minutes with {self._name}")
        button.clicked.connect(partial(self.chosen.emit, when, minutes))
        return button
