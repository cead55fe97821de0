"""The next free times of one clinician or of anybody: pressed, one is the time of what is planned.

Of one, the first of each morning and afternoon, so that few lines reach over several days; of
anybody, the first time of each.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.desk.free import next_free
from practice.desk.practice import UserRow, wall_now
from practice.errors import Refused
from practice.ui.groups.minutes import LengthChoice
from practice.ui.icons import Icon
from practice.ui.section import Section
from practice.ui.theme import SPACE, Role, theme
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.rows import ActionRow, ListRow
from practice.ui.widgets.text import IconLabel
from practice.ui.words import called, short_day

SHOWN, LOOKED_AT = 5, 60
NOON = 12
NONE = "No free time in the next weeks."
ANYBODY = "With anybody"


@dataclass(frozen=True)
class FreeTime:
    """A wall time at which a clinician has so many minutes."""

    starts: datetime
    minutes: int
    clinician: str


class FreeTimes(Section):
    """`chosen` carries a FreeTime."""

    chosen = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("Next free", parent=parent)
        self._people: Sequence[UserRow] = ()
        self._above: str | None = None
        self.whose: Choice[str | None] = Choice([(None, ANYBODY)])
        self.whose.setAccessibleName("Whose free time")
        self.length = LengthChoice()
        self.length.set_value(50)
        self.length.setAccessibleName("Length in minutes")
        self.length.setFixedWidth(theme().px(72))
        self.header.row.addWidget(self.length)
        self.header.row.addSpacing(SPACE.xs)
        self._picker = QWidget()
        line = QVBoxLayout(self._picker)
        line.setContentsMargins(SPACE.s, 0, SPACE.s, SPACE.xs)
        line.addWidget(self.whose)
        self.body.insertWidget(1, self._picker)
        self.length.watch(self.load, lambda _words: None)
        self.whose.activated.connect(lambda _index: self.load())

    def show_for(self, people: Sequence[UserRow], above: str | None) -> None:
        """Of these clinicians; another choice `above` the calendar is the choice here too."""
        chosen = self.whose.value() if above == self._above else above
        self._people, self._above = people, above
        self.whose.set_options([(None, ANYBODY), *((who.id, f"With {who.name}") for who in people)])
        if any(chosen == who.id for who in people):
            self.whose.set_value(chosen)
        self._picker.setVisible(len(people) > 1)
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
        self.show_rows([] if minutes is None else self._rows(minutes), NONE)

    def _rows(self, minutes: int) -> list[QWidget]:
        whose = [who for who in self._people if self.whose.value() in (None, who.id)]
        now = wall_now()
        if len(whose) == 1:
            times = next_free(minutes, whose[0].id, after=now, most=LOOKED_AT)
            found = [(when, whose[0]) for when in _halves(times)]
        else:
            firsts = [
                (when, who)
                for who in whose
                for when in next_free(minutes, who.id, after=now, most=1)
            ]
            found = sorted(firsts, key=lambda first: first[0])
        return [self._row(when, minutes, who, said=len(whose) > 1) for when, who in found[:SHOWN]]

    def first(self, member: str, clinician: str | None) -> datetime | None:
        """The first time that suits a member and a clinician."""
        minutes = self.minutes()
        if minutes is None or clinician is None:
            return None
        return next(iter(next_free(minutes, clinician, member, after=wall_now(), most=1)), None)

    def _row(self, when: datetime, minutes: int, who: UserRow, *, said: bool) -> ActionRow:
        words = f"{short_day(when.date())}, {when:%H:%M}"
        plus = IconLabel(Icon.PLUS, Role.ACCENT)
        detail = called(who.name) if said else ""
        row = ActionRow(ListRow(words, detail, leading=plus, dense=True))
        row.setAccessibleName(f"Use {words}, {minutes} minutes with {who.name}")
        row.clicked.connect(partial(self.chosen.emit, FreeTime(when, minutes, who.id)))
        return row


def _halves(times: Sequence[datetime]) -> list[datetime]:
    """The first of each morning and afternoon."""
    halves: dict[tuple[date, bool], datetime] = {}
    for when in times:
        halves.setdefault((when.date(), when.hour >= NOON), when)
    return list(halves.values())
