"""A member's next sessions, and the way to say that they can't come."""

from functools import partial

from PySide6.QtWidgets import QWidget

from practice.desk import absence, coming
from practice.desk.coming import Coming
from practice.desk.practice import today
from practice.models.enums.attendance import Status
from practice.ui.attendance.form import AbsenceForm
from practice.ui.attendance.pills import status_pill
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.members.belonging import button
from practice.ui.section import Section
from practice.ui.widgets.rows import ListRow
from practice.ui.words import day_near

LISTED = 4


class ComingUp(Section):
    """Soonest first. The same form as on a session's attendance opens here."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Coming up", Icon.CALENDAR, parent=parent)
        self._context = context
        self._member_id = ""

    def show_member(self, member_id: str) -> None:
        """Show a member's next sessions."""
        self._member_id = member_id
        found = coming.of_member(member_id, LISTED)
        self.show_rows([self._row(one) for one in found], "Nothing is planned for them.")

    def _row(self, one: Coming) -> QWidget:
        session = one.session
        when = f"{day_near(session.starts.date(), today())}, {session.starts:%H:%M}"
        away = one.status is not Status.UNRECORDED
        ask = button(
            "Change" if away else "They can’t come",
            f"Change what is recorded, {when}" if away else f"Record that they can’t come, {when}",
        )
        ask.clicked.connect(partial(self._ask, one))
        pills = [status_pill(one.status)] if away else []
        return ListRow(when, session.service, trailing=[*pills, ask])

    def _ask(self, one: Coming, *_: object) -> None:
        due = absence.expected(one.session.id)
        member = next((each for each in due if each.member == self._member_id), None)
        if member is not None:
            self.open_form(AbsenceForm(self._context.actions, one.session, member))
