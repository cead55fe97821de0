"""Who waits for a place in a group, in their order."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from practice.desk import roster, waitlist
from practice.desk.practice import today
from practice.desk.waitlist import WaitingRow
from practice.ui.actions import Actions
from practice.ui.context import Context, Place
from practice.ui.entry import EntryForm
from practice.ui.icons import Icon
from practice.ui.members.belonging import button
from practice.ui.members.directory import entries
from practice.ui.members.picker import MemberPicker
from practice.ui.section import Section
from practice.ui.theme import Type
from practice.ui.widgets.button import IconButton
from practice.ui.widgets.field import Field
from practice.ui.widgets.parsing import show_date
from practice.ui.widgets.rows import ListRow
from practice.ui.widgets.text import Text

_NUMBER_WIDTH = 20
_STEPS = {-1: (Icon.CHEVRON_UP, "up"), 1: (Icon.CHEVRON_DOWN, "down")}


class WaitForm(EntryForm):
    """A member to put at the end of the list."""

    def __init__(self, actions: Actions, group_id: str) -> None:
        super().__init__(actions, "Put on the waitlist", blame="member")
        self._group_id = group_id
        out = {row.member for row in roster.on_day(group_id, today())}
        out |= {row.member for row in waitlist.of_group(group_id)}
        self.picker = MemberPicker([one for one in entries() if one.member.id not in out])
        self._member = Field("member", "Member", self.picker)
        self.add(self._member)
        self.add_buttons()

    def act(self) -> None:
        waitlist.put_on(self._group_id, self._member.value())


class Waitlist(Section):
    """The next in line first; the keyboard stays with the one who is moved."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Waitlist", Icon.CLOCK, add="Put someone on it", parent=parent)
        self._context = context
        self._group_id = ""
        self._movers: dict[tuple[str, int], IconButton] = {}
        self.add_button.clicked.connect(self.ask_member)

    def show_group(self, group_id: str) -> None:
        """Show who waits for a group."""
        self._group_id = group_id
        self._movers = {}
        line = waitlist.of_group(group_id)
        rows = [self._row(row, place, len(line)) for place, row in enumerate(line, start=1)]
        self.show_rows(rows, "Nobody waits for this group.", f"{len(line)} waiting" if line else "")

    def _row(self, row: WaitingRow, place: int, last: int) -> QWidget:
        number = Text(str(place), Type.SECONDARY, tabular=True)
        number.setMinimumWidth(_NUMBER_WIDTH)
        ends = {-1: 1, 1: last}
        parts: list[QWidget] = [self._mover(row, by) for by in _STEPS if place != ends[by]]
        off = button("Take off", f"Take {row.full_name} off the waitlist")
        off.clicked.connect(partial(self._context.actions.run, waitlist.take_off, row.id))
        show = button("Show", f"Show {row.full_name}")
        show.clicked.connect(partial(self._context.go.emit, Place.MEMBERS, row.member))
        since = f"since {show_date(row.since)}"
        return ListRow(row.full_name, since, leading=number, trailing=[*parts, off, show])

    def _mover(self, row: WaitingRow, by: int) -> IconButton:
        icon, words = _STEPS[by]
        made = self._movers[row.id, by] = IconButton(icon, f"Move {row.full_name} {words}")
        made.clicked.connect(partial(self._move, row.id, by))
        return made

    def _move(self, waiting_id: str, by: int) -> None:
        if self._context.actions.run(waitlist.move, waiting_id, by):
            same, other = self._movers.get((waiting_id, by)), self._movers.get((waiting_id, -by))
            if mover := same or other:
                mover.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_member(self) -> None:
        """Open the form to put someone on it."""
        self.open_form(WaitForm(self._context.actions, self._group_id))
