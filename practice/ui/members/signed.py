"""A member's signed notes, newest first."""

from functools import partial

from PySide6.QtWidgets import QWidget

from practice.care import notes
from practice.desk import history
from practice.desk.history import Visit
from practice.desk.members import OLDEST
from practice.desk.practice import today
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.members.belonging import button
from practice.ui.section import Section
from practice.ui.widgets.rows import ListRow
from practice.ui.words import day_near

LISTED = 8


class SignedNotes(Section):
    """Opens the session's notes; the button shows those that are older."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Signed notes", Icon.SIGNATURE, add="Show all", parent=parent)
        self._context = context
        self._member_id = ""
        self._all = False
        self.add_button.set_icon(None)
        self.add_button.clicked.connect(self._show_all)

    def show_member(self, member_id: str) -> None:
        """Show a member's newest signed notes."""
        self._all = self._all and member_id == self._member_id
        self._member_id = member_id
        signed = {note.session_id for note in notes.of_member(member_id) if note.signed}
        visits = [v for v in history.visits(member_id, OLDEST, today()) if v.session_id in signed]
        listed = visits if self._all else visits[-LISTED:]
        self.add_button.setVisible(len(listed) < len(visits))
        note = f"{len(listed)} of {len(visits)}" if len(listed) < len(visits) else ""
        self.show_rows([self._row(v) for v in reversed(listed)], "No signed notes yet.", note)

    def _row(self, visit: Visit) -> QWidget:
        when = day_near(visit.starts.date(), today())
        read = button("Read", f"Read the note of {when}, {visit.service}")
        read.clicked.connect(partial(self._context.wrap_up.emit, visit.session_id))
        return ListRow(when, visit.service, trailing=(read,))

    def _show_all(self) -> None:
        self._all = True
        self.show_member(self._member_id)
