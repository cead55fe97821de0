"""The office's letters about a member that left, newest first."""

from functools import partial

from PySide6.QtWidgets import QWidget

from practice.desk import issued
from practice.desk.issued import IssueRow
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.members.belonging import button
from practice.ui.papers.opening import open_attendance_letter, open_issued
from practice.ui.preview.issued import about, when
from practice.ui.section import Section
from practice.ui.widgets.rows import ListRow

LISTED = 6


class Letters(Section):
    """Each opens as it left; the button begins a new one."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Letters", Icon.PRINTER, add="Write a letter", parent=parent)
        self._context = context
        self._member_id = ""
        self.add_button.clicked.connect(self._write)

    def show_member(self, member_id: str) -> None:
        """Show a member's newest letters."""
        self._member_id = member_id
        found = issued.of_member(member_id)
        note = f"{LISTED} of {len(found)}" if len(found) > LISTED else ""
        self.show_rows([self._row(each) for each in found[:LISTED]], "No letter yet.", note)

    def _row(self, issue: IssueRow) -> QWidget:
        read = button("Open", f"Open what left on {when(issue)}")
        read.clicked.connect(partial(open_issued, self._context, issue.id))
        return ListRow(when(issue), about(issue), trailing=(read,))

    def _write(self) -> None:
        open_attendance_letter(self._context, self._member_id)
