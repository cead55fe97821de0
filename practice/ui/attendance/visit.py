"""Letting a member of another group, or of none, come to one session."""

from practice.desk import absence, visitors
from practice.models.enums.groups import VISIT_BECAUSE_WORDS
from practice.ui.actions import Actions
from practice.ui.entry import EntryForm
from practice.ui.members.directory import entries
from practice.ui.members.picker import MemberPicker
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field


class VisitForm(EntryForm):
    """Who comes, and why; the database itself refuses the eleventh."""

    def __init__(self, actions: Actions, session_id: str) -> None:
        super().__init__(actions, "Add to this session", blame="member")
        self._session_id = session_id
        there = {one.member for one in absence.expected(session_id)}
        self.picker = MemberPicker([one for one in entries() if one.member.id not in there])
        self._member = Field("member", "Member", self.picker)
        self._because = Field("because", "Why they come", Choice(list(VISIT_BECAUSE_WORDS.items())))
        self.add(self._member)
        self.add(self._because)
        self.add_buttons()
        self.picker.picked.connect(self._because.widget.setFocus)

    def act(self) -> None:
        visitors.invite(self._session_id, self._member.value(), self._because.value())
