"""The slips in which one of a list is chosen: someone more for the session, a technique."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Signal

from practice.care import techniques
from practice.care.techniques import TechniqueRow
from practice.desk import members, sessions
from practice.desk.members import MemberRow
from practice.errors import Refused
from practice.models.enums.live import FAMILY_WORDS
from practice.ui.context import Context
from practice.ui.live.keys import Do
from practice.ui.live.record import Record
from practice.ui.live.slip import Slip
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.rows import ListRow

T = TypeVar("T")
NOBODY = "Nobody on your list has this name. Add them under Members first."
NO_TECHNIQUE = "No technique has this name. You can add it in Settings."


@dataclass(frozen=True)
class Asking:
    """What a choosing slip asks: its title and verb, its field, and what to say without a match."""

    title: str
    verb: str
    field: str
    hint: str
    none: str


class ChoosingSlip(Slip, Generic[T]):
    """Type a name, Up and Down choose, Enter takes it. Write `matches`, `show_in` and `take`."""

    def __init__(self, context: Context, asking: Asking) -> None:
        super().__init__(context, asking.title, asking.verb)
        self._none = asking.none
        self.found: Sequence[T] = ()
        self._at = 0
        self.name = LineInput(hint=asking.hint)
        self.form.add(Field("name", asking.field, self.name))
        self._rows = [ListRow("", dense=True) for _ in range(3)]
        for row in self._rows:
            self.form.body.addWidget(row)
        self.name.textChanged.connect(self._search)
        self.offer(Do.UP, lambda: self._move(-1))
        self.offer(Do.DOWN, lambda: self._move(1))

    def matches(self, typed: str) -> Sequence[T]:
        """What fits the words typed, best first."""
        raise NotImplementedError

    def show_in(self, row: ListRow, one: T) -> None:
        """Write one of them into a row."""
        raise NotImplementedError

    def take(self, one: T) -> None:
        """The one chosen."""
        raise NotImplementedError

    def begin(self) -> None:
        super().begin()
        self._search()

    def _search(self) -> None:
        self.found, self._at = self.matches(self.name.value()), 0
        self._show()

    def _show(self) -> None:
        """The rows around the chosen one."""
        first = max(0, min(self._at - 1, len(self.found) - len(self._rows)))
        for number, row in enumerate(self._rows, start=first):
            row.setVisible(number < len(self.found))
            if number < len(self.found):
                self.show_in(row, self.found[number])
                row.set_selected(number == self._at)

    def _move(self, step: int) -> None:
        if self.found:
            self._at = (self._at + step) % len(self.found)
            self._show()

    def apply(self) -> None:
        if not self.found:
            raise Refused(self._none, field="name")
        self.take(self.found[self._at])


class AddSlip(ChoosingSlip[MemberRow]):
    """Someone more, for this session only. `added` carries the id of their row."""

    added = Signal(str)

    def __init__(self, context: Context, record: Record) -> None:
        title = "Who else is here today?"
        asking = Asking(title, "Add", "For this session only", "Name or number", NOBODY)
        super().__init__(context, asking)
        self._record = record
        there = {seat.member for seat in record.seats}
        self._all = [row for row in members.members() if row.id not in there]

    def matches(self, typed: str) -> Sequence[MemberRow]:
        return members.search(typed, self._all)

    def show_in(self, row: ListRow, one: MemberRow) -> None:
        row.say(one.full_name, one.code)

    def take(self, one: MemberRow) -> None:
        self.added.emit(sessions.add_person(self._record.id, one.id))


class TechniqueSlip(ChoosingSlip[TechniqueRow]):
    """What the group practises. Choosing one that is chosen already takes it back."""

    def __init__(self, context: Context, record: Record) -> None:
        title = "What does the group practice?"
        asking = Asking(title, "Choose", "Technique or exercise", "Name or kind", NO_TECHNIQUE)
        super().__init__(context, asking)
        self._record = record
        self._all = techniques.library()
        self._chosen = {row.key for row in record.practised}

    def matches(self, typed: str) -> Sequence[TechniqueRow]:
        return techniques.search(typed, self._all)

    def show_in(self, row: ListRow, one: TechniqueRow) -> None:
        family = FAMILY_WORDS[one.family]
        row.say(one.name, f"{family}, chosen" if one.key in self._chosen else family)

    def take(self, one: TechniqueRow) -> None:
        techniques.choose(self._record.id, one)
