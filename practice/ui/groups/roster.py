"""Who is in a group, who was, and the form to add someone."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.desk import members, roster
from practice.desk.practice import today
from practice.desk.roster import GROUP_SIZE, EnrolmentRow
from practice.errors import Refused
from practice.ui.actions import Actions
from practice.ui.context import Context, Place
from practice.ui.entry import EntryForm
from practice.ui.icons import Icon
from practice.ui.members.belonging import LeaveForm, button, day_field, given
from practice.ui.members.directory import Entry, MemberList, entries
from practice.ui.members.search import MemberSearch
from practice.ui.section import Section
from practice.ui.theme import SIZE, SPACE, theme
from practice.ui.widgets.field import Field
from practice.ui.widgets.parsing import show_date
from practice.ui.widgets.rows import ListRow
from practice.ui.words import period

SHOWN = 4


class MemberPicker(QWidget):
    """Type a few letters, Down into the matches, Enter. `value` is the id chosen."""

    picked = Signal()

    def __init__(self, offered: list[Entry], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = offered
        self.list = MemberList("Matching members")
        self.search = MemberSearch(self.list, hint="Type a name")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self._narrow)
        self.search.entered.connect(lambda _id: self.picked.emit())
        self.list.opened.connect(lambda _id: self.picked.emit())
        self._narrow()

    def value(self) -> str:
        """Who is chosen; raises Refused while nobody is."""
        if not self.list.chosen():
            raise Refused("Choose a member from the list: type a name, then press Down.")
        return self.list.chosen()

    def set_value(self, value: str) -> None:
        """Choose someone."""
        self.list.choose(value)

    def watch(self, edited: Callable[[], None], _refused: Callable[[str], None]) -> None:
        self.search.textChanged.connect(edited)
        self.list.picked.connect(lambda _id: edited())

    def _narrow(self) -> None:
        rows = members.search(self.search.text(), [entry.member for entry in self._offered])
        found = {row.id for row in rows}
        self.list.members.show_entries([e for e in self._offered if e.member.id in found])
        self.list.setFixedHeight(theme().px(SIZE.row) * min(SHOWN, max(1, len(found))))


class AddForm(EntryForm):
    """A member and the first day in the group; the database itself refuses the eleventh."""

    def __init__(self, actions: Actions, group_id: str) -> None:
        super().__init__(actions, "Add to the group", blame="member")
        self._group_id = group_id
        inside = {row.member for row in roster.on_day(group_id, today())}
        offered = [entry for entry in entries() if entry.member.id not in inside]
        self.picker = MemberPicker(offered)
        self._member = Field("member", "Member", self.picker)
        self._day = day_field(
            "first_day",
            "First day",
            "Write the first day.",
            help="Sessions before that day stay as they are.",
        )
        self.add(self._member)
        self.add(self._day)
        self.add_buttons()
        self.picker.picked.connect(self._day.widget.setFocus)

    def act(self) -> None:
        roster.join(self._group_id, self._member.value(), given(self._day))


class Roster(Section):
    """Those in the group today, then those who come later."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Members", Icon.MEMBERS, add="Add a member", parent=parent)
        self._context = context
        self._group_id = ""
        self.add_button.clicked.connect(self.ask_member)

    def show_group(self, group_id: str) -> None:
        """Show who is in a group."""
        self._group_id = group_id
        here = roster.on_day(group_id, today())
        later = [row for row in roster.history(group_id) if row.joined_on > today()]
        rows = [self._row(row) for row in (*here, *later)]
        note = f"{len(here)} of {GROUP_SIZE}"
        self.show_rows(rows, "Nobody is in this group yet.", note)

    def _row(self, row: EnrolmentRow) -> QWidget:
        name = f"{row.given_name} {row.family_name}".strip()
        parts = []
        if row.left_on is None:
            leave = button("Leave", f"{name} leaves the group")
            leave.clicked.connect(partial(self._ask_last_day, row, name))
            parts.append(leave)
        show = button("Show", f"Show {name}")
        show.clicked.connect(partial(self._context.go.emit, Place.MEMBERS, row.member))
        parts.append(show)
        return ListRow(name, self._when(row), trailing=parts)

    def _when(self, row: EnrolmentRow) -> str:
        if row.joined_on > today():
            return f"from {show_date(row.joined_on)}"
        return period(row.joined_on, row.left_on)

    def ask_member(self) -> None:
        """Open the form to add someone."""
        form = AddForm(self._context.actions, self._group_id)
        self.open_form(form)

    def _ask_last_day(self, row: EnrolmentRow, name: str) -> None:
        who = f"{name}, in the group since {show_date(row.joined_on)}"
        self.open_form(LeaveForm(self._context.actions, row, who))


class Earlier(Section):
    """Stretches that are over; they never change."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("Earlier", Icon.CLOCK, parent=parent)

    def show_group(self, group_id: str) -> None:
        """Show who was in a group, newest first; hidden while nobody left."""
        day = today()
        over = [r for r in roster.history(group_id) if r.left_on is not None and r.left_on < day]
        self.setVisible(bool(over))
        rows = [
            ListRow(f"{r.given_name} {r.family_name}".strip(), period(r.joined_on, r.left_on))
            for r in reversed(over)
        ]
        self.show_rows(rows)
