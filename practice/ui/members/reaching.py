"""Every try to reach a member, and the way to the outreach board."""

from functools import partial

from PySide6.QtWidgets import QWidget

from practice.desk import contacts, outreach
from practice.desk.outreach import Tried
from practice.desk.practice import today
from practice.ui.context import Context, Place
from practice.ui.icons import Icon
from practice.ui.members.belonging import button
from practice.ui.outreach.words import outcome, tried_when
from practice.ui.section import Section
from practice.ui.widgets.rows import ListRow

LISTED = 8


class Reaching(Section):
    """Newest first. Its button leads to their row on the board, made if there is none."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Reaching out", Icon.PHONE, parent=parent)
        self._context = context
        self._member_id = ""
        self.board = button("Put on the board", "")
        self.header.row.addWidget(self.board)
        self.board.clicked.connect(self._go)

    def show_member(self, member_id: str) -> None:
        """Show the newest tries."""
        self._member_id = member_id
        there = outreach.row_of(member_id) is not None
        self.board.setText("Show on the board" if there else "Put on the board")
        self.board.setAccessibleName(self.board.text())
        tries = outreach.tries_of(member_id)
        note = f"{LISTED} of {len(tries)}" if len(tries) > LISTED else ""
        self.show_rows([_row(tried) for tried in tries[:LISTED]], "No try logged yet.", note)

    def _go(self) -> None:
        member, go = self._member_id, partial(self._context.go.emit, Place.OUTREACH)
        if outreach.row_of(member) is not None or self._context.actions.run(contacts.add, member):
            go(member)


def _row(tried: Tried) -> QWidget:
    words = (tried_when(tried, today()), tried.words)
    return ListRow(outcome(tried), " · ".join(part for part in words if part))
