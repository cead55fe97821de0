"""Which groups a member was and is in, and the forms to join and leave."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from practice.desk import groups, roster
from practice.desk.practice import today
from practice.desk.roster import EnrolmentRow
from practice.ui.actions import Actions
from practice.ui.context import Context, Place
from practice.ui.entry import EntryForm
from practice.ui.icons import Icon
from practice.ui.section import Section
from practice.ui.theme import Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.moments import DateInput
from practice.ui.widgets.parsing import show_date
from practice.ui.widgets.rows import ListRow
from practice.ui.widgets.text import Text
from practice.ui.words import period


def day_field(key: str, label: str, missing: str, *, help: str = "") -> Field[date | None]:  # noqa: A002
    """A date that must be given; it starts as today."""
    field = Field(key, label, DateInput(), required=missing, help=help)
    field.set_value(today())
    return field


def given(field: Field[date | None]) -> date:
    """The date of a field that asks for one."""
    value = field.value()
    if value is None:
        raise ValueError(field.key)
    return value


class LeaveForm(EntryForm):
    """The last day of a stretch."""

    def __init__(self, actions: Actions, stretch: EnrolmentRow, who: str) -> None:
        super().__init__(actions, "Save the last day", blame="last_day")
        self._stretch = stretch
        self.body.addWidget(Text(who, Type.EMPHASIS, wrap=True))
        self._day = day_field(
            "last_day",
            "Last day in the group",
            "Write the last day.",
            help="That day still counts. Sessions already held stay as they are.",
        )
        self.add(self._day)
        self.add_buttons()

    def act(self) -> None:
        roster.leave(self._stretch.id, given(self._day))


class JoinGroupForm(EntryForm):
    """A group and the first day in it."""

    def __init__(self, actions: Actions, member_id: str) -> None:
        super().__init__(actions, "Add to this group", blame="group")
        self._member_id = member_id
        offered = [(g.id, f"{g.name}, {g.when}") for g in groups.groups()]
        self._group = Field("group", "Group", Choice(offered))
        self._day = day_field("first_day", "First day", "Write the first day.")
        self.add(self._group)
        self.add(self._day)
        self.add_buttons()

    def act(self) -> None:
        roster.join(self._group.value(), self._member_id, given(self._day))


class Belonging(Section):
    """Every stretch in every group, oldest first; leaving and coming back shows as two."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Groups", Icon.GROUP, add="Add to a group", parent=parent)
        self._context = context
        self._member_id = ""
        self.add_button.clicked.connect(self._ask_group)

    def show_member(self, member_id: str) -> None:
        """Show a member's stretches."""
        self._member_id = member_id
        self.add_button.setVisible(bool(groups.groups()))
        stretches = roster.stretches_of(member_id)
        self.show_rows([self._row(s) for s in stretches], "In no group yet.")

    def _row(self, stretch: EnrolmentRow) -> QWidget:
        show = button("Show", f"Show {stretch.group_name}")
        show.clicked.connect(partial(self._context.go.emit, Place.GROUPS, stretch.group))
        parts = [show]
        if stretch.left_on is None:
            leave = button("Leave", f"Leave {stretch.group_name}")
            leave.clicked.connect(partial(self._ask_last_day, stretch))
            parts.insert(0, leave)
        when = period(stretch.joined_on, stretch.left_on)
        return ListRow(stretch.group_name, when, trailing=parts)

    def _ask_group(self) -> None:
        self.open_form(JoinGroupForm(self._context.actions, self._member_id))

    def _ask_last_day(self, stretch: EnrolmentRow) -> None:
        who = f"{stretch.group_name}, in it since {show_date(stretch.joined_on)}"
        self.open_form(LeaveForm(self._context.actions, stretch, who))


def button(words: str, name: str) -> Button:
    """A quiet button in a row, with a name that says which row."""
    made = Button(words, ButtonKind.QUIET)
    made.setAccessibleName(name)
    return made
