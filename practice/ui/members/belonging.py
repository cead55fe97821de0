"""Which groups a member was and is in, and which they wait for."""

from functools import partial

from PySide6.QtWidgets import QWidget

from practice.desk import groups, roster, waitlist
from practice.desk.roster import EnrolmentRow
from practice.desk.waitlist import WaitingRow
from practice.models.enums.groups import LEFT_BECAUSE_WORDS
from practice.ui.context import Context, Place
from practice.ui.icons import Icon
from practice.ui.members.joining import JoinGroupForm, LeaveForm, MoveForm, WaitForGroupForm
from practice.ui.section import Section
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.parsing import show_date
from practice.ui.widgets.rows import ListRow
from practice.ui.words import period


class Belonging(Section):
    """Every stretch in every group, oldest first; leaving and coming back shows as two."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Groups", Icon.GROUP, add="Add to a group", parent=parent)
        self._context = context
        self._member_id = ""
        self.wait_button = Button("Put on a waitlist", ButtonKind.LINK, Icon.CLOCK)
        self.header.row.addWidget(self.wait_button)
        self.add_button.clicked.connect(self._ask_group)
        self.wait_button.clicked.connect(self._ask_waitlist)

    def show_member(self, member_id: str) -> None:
        """Show a member's stretches, then what they wait for."""
        self._member_id = member_id
        number = groups.number()
        self.add_button.setVisible(number > 0)
        self.wait_button.setVisible(number > 0)
        rows = [
            self._row(stretch, elsewhere=number > 1) for stretch in roster.stretches_of(member_id)
        ]
        rows += [self._waiting(row, place) for row, place in waitlist.of_member(member_id)]
        self.show_rows(rows, "In no group yet.")

    def _row(self, stretch: EnrolmentRow, *, elsewhere: bool) -> QWidget:
        parts = [self._show(stretch.group, stretch.group_name)]
        if stretch.left_on is None:
            leave = button("Leave", f"Leave {stretch.group_name}")
            leave.clicked.connect(partial(self._ask_last_day, stretch))
            move = button("Move", f"Move from {stretch.group_name} to another group")
            move.clicked.connect(partial(self._ask_other_group, stretch))
            parts = [leave, *([move] if elsewhere else []), *parts]
        return ListRow(stretch.group_name, stay(stretch), trailing=parts)

    def _waiting(self, row: WaitingRow, place: int) -> QWidget:
        off = button("Take off", f"Take off the waitlist of {row.group_name}")
        off.clicked.connect(partial(self._context.actions.run, waitlist.take_off, row.id))
        words = f"number {place} on the waitlist"
        return ListRow(row.group_name, words, trailing=[off, self._show(row.group, row.group_name)])

    def _show(self, group_id: str, name: str) -> Button:
        show = button("Show", f"Show {name}")
        show.clicked.connect(partial(self._context.go.emit, Place.GROUPS, group_id))
        return show

    def _ask_group(self) -> None:
        self.open_form(JoinGroupForm(self._context.actions, self._member_id))

    def _ask_waitlist(self) -> None:
        self.open_form(WaitForGroupForm(self._context.actions, self._member_id))

    def _ask_other_group(self, stretch: EnrolmentRow) -> None:
        self.open_form(MoveForm(self._context.actions, stretch))

    def _ask_last_day(self, stretch: EnrolmentRow) -> None:
        who = f"{stretch.group_name}, in it since {show_date(stretch.joined_on)}"
        self.open_form(LeaveForm(self._context.actions, stretch, who))


def stay(stretch: EnrolmentRow) -> str:
    """`6 Jan 2026 – 3 Mar 2026 · Work or school · new shift on Tuesdays`."""
    because = LEFT_BECAUSE_WORDS[stretch.left_because] if stretch.left_because else ""
    parts = (period(stretch.joined_on, stretch.left_on), because, stretch.left_words)
    return " · ".join(part for part in parts if part)


def button(words: str, name: str) -> Button:
    """A quiet button in a row, with a name that says which row."""
    made = Button(words, ButtonKind.QUIET)
    made.setAccessibleName(name)
    return made
