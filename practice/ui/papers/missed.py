"""The form of a no-show letter."""

from PySide6.QtWidgets import QWidget

from practice.desk import contact_rules, contacts, history, members
from practice.desk.contact_rules import Way
from practice.desk.issued import Issue
from practice.desk.practice import today
from practice.reports.gather_letters import missed_letter
from practice.reports.prepared import Prepared
from practice.ui.icons import Icon
from practice.ui.papers.form import LetterForm
from practice.ui.widgets.choices import Check, Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.remark import Remark
from practice.ui.words import day_near

LOGGED = "The outreach board has it as a letter sent."
NO_NO_SHOW = "{} has no no-show on record, so there is nothing to write about."


class MissedForm(LetterForm):
    """Member, which appointment, who signs."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._appointments: Choice[str] = Choice()
        self.session = Field[str]("session_id", "Missed appointment", self._appointments)
        self.group = Check("Name the group")
        self.asked = Remark("", Icon.INFO)
        self.add(self.member)
        self.body.addWidget(self.asked)
        for field in (self.session, self.signer):
            self.add(field)
        self.add_naming(self.group)
        self._offer()
        self.watch(self.session, self.signer, self.group)

    def begin_with(self, *about: str) -> None:
        """A letter to this member, about this session if it is named."""
        self.member.set_value(about[0])
        self._offer(*about[1:])
        super().begin_with(about[0])

    def reload(self) -> None:
        super().reload()
        self._offer(self._appointments.value() if self._appointments.count() else "")

    def _offer(self, chosen: str = "") -> None:
        """The member's no-shows, newest first."""
        found = history.no_shows(self.member_id) if self.member_id else []
        day = today()
        self._appointments.set_options(
            [
                (one.session, f"{day_near(one.starts.date(), day)}, {one.starts:%H:%M}")
                for one in found
            ]
        )
        if any(one.session == chosen for one in found):
            self._appointments.set_value(chosen)
        self.session.setVisible(bool(found))
        self._tell_answer()

    def _tell_answer(self) -> None:
        """Where nobody asked yet whether we may write, a person decides and is told so."""
        member = self.picker.member
        rule = contact_rules.rule(member, Way.WRITE) if member else None
        self.asked.say(rule.words if rule and rule.allowed else "")
        self.asked.setVisible(bool(self.asked.text()))

    def lacking(self) -> str:
        if not self.member_id or self._appointments.count():
            return super().lacking()
        return NO_NO_SHOW.format(members.member(self.member_id).full_name)

    def readable(self) -> bool:
        return bool(self._appointments.count()) and super().readable()

    def prepare(self) -> Prepared:
        return missed_letter(
            self.member_id,
            self.session.value(),
            self.signer.value(),
            name_group=self.group.value(),
        )

    def left(self, issue: Issue) -> str:
        """A try to reach them, for the outreach board."""
        return LOGGED if issue.member_id and contacts.letter_left(issue.member_id) else ""
