"""Who is in a group, who was, and the form to add someone."""

from functools import partial

from PySide6.QtWidgets import QWidget

from practice.care import suitability
from practice.desk import groups, roster
from practice.desk.practice import today
from practice.desk.roster import GROUP_SIZE, EnrolmentRow
from practice.models import store
from practice.ui.actions import Actions
from practice.ui.context import Context, Place
from practice.ui.groups.suitability import SuitabilityForm
from practice.ui.icons import Icon
from practice.ui.members.belonging import button, stay
from practice.ui.members.directory import entries
from practice.ui.members.joining import JoiningForm, LeaveForm, MoveForm
from practice.ui.members.picker import MemberPicker
from practice.ui.section import Section
from practice.ui.theme import Role
from practice.ui.widgets.field import Field
from practice.ui.widgets.parsing import show_date
from practice.ui.widgets.rows import ListRow


class AddForm(JoiningForm):
    """A member and the first day in the group; the database itself refuses the eleventh."""

    def __init__(self, actions: Actions, group_id: str) -> None:
        super().__init__(actions, "Add to the group", blame="member")
        self._group_id = group_id
        inside = {row.member for row in roster.on_day(group_id, today())}
        offered = [entry for entry in entries() if entry.member.id not in inside]
        self.picker = MemberPicker(offered)
        self._member = Field("member", "Member", self.picker)
        self.add(self._member)
        self.add_day("Sessions before that day stay as they are.")
        self.add_buttons()
        self.picker.watch(self.tell, lambda _words: None)

    def group_id(self) -> str:
        return self._group_id

    def member_id(self) -> str:
        return self.picker.list.chosen()

    def join(self) -> None:
        member_id = self._member.value()
        roster.join(self._group_id, member_id, self.first_day(), admitted_because=self.why())


class Roster(Section):
    """Those in the group today, then those who come later."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Members", Icon.MEMBERS, add="Add a member", parent=parent)
        self._context = context
        self._group_id = ""
        self._concerns: dict[str, str] = {}
        self._elsewhere = False
        self.add_button.clicked.connect(self.ask_member)

    def show_group(self, group_id: str) -> None:
        """Show who is in a group."""
        self._group_id = group_id
        here = roster.on_day(group_id, today())
        later = [row for row in roster.history(group_id) if row.joined_on > today()]
        self._concerns = self._read_concerns([row.member for row in (*here, *later)])
        self._elsewhere = groups.number() > 1
        rows = [self._row(row) for row in (*here, *later)]
        note = f"{len(here)} of {GROUP_SIZE}"
        self.show_rows(rows, "Nobody is in this group yet.", note)

    def _read_concerns(self, members: list[str]) -> dict[str, str]:
        """Beside whom something stands about their suitability; nobody, for the front desk."""
        if not store.has_clinical() or not members:
            return {}
        known = suitability.of_members(members, groups.group(self._group_id).kind)
        said = {member: suitability.concern(known.get(member)) for member in members}
        return {member: words for member, words in said.items() if words}

    def _row(self, row: EnrolmentRow) -> QWidget:
        name = row.full_name
        parts = []
        if row.member in self._concerns:
            ask = button("Record suitability", f"Record suitability of {name}")
            ask.clicked.connect(partial(self._ask_suitability, row))
            parts.append(ask)
        if row.left_on is None:
            leave = button("Leave", f"{name} leaves the group")
            leave.clicked.connect(partial(self._ask_last_day, row))
            parts.append(leave)
            if self._elsewhere:
                move = button("Move", f"Move {name} to another group")
                move.clicked.connect(partial(self._ask_other_group, row))
                parts.append(move)
        show = button("Show", f"Show {name}")
        show.clicked.connect(partial(self._context.go.emit, Place.MEMBERS, row.member))
        parts.append(show)
        concern = self._concerns.get(row.member, "")
        shown = ListRow(name, " · ".join(filter(None, (concern, self._when(row)))), trailing=parts)
        shown.set_detail_role(Role.LATE if concern else None)
        return shown

    def _when(self, row: EnrolmentRow) -> str:
        if row.joined_on > today():
            return f"from {show_date(row.joined_on)}"
        return stay(row)

    def ask_member(self) -> None:
        """Open the form to add someone."""
        form = AddForm(self._context.actions, self._group_id)
        self.open_form(form)

    def _ask_suitability(self, row: EnrolmentRow) -> None:
        actions = self._context.actions
        self.open_form(SuitabilityForm(actions, self._group_id, row.member, row.full_name))

    def _ask_other_group(self, row: EnrolmentRow) -> None:
        self.open_form(MoveForm(self._context.actions, row))

    def _ask_last_day(self, row: EnrolmentRow) -> None:
        who = f"{row.full_name}, in the group since {show_date(row.joined_on)}"
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
        self.show_rows([ListRow(r.full_name, stay(r)) for r in reversed(over)])
