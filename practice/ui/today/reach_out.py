"""Whom to reach today, and whom a clinician is told about."""

from functools import partial

from PySide6.QtWidgets import QWidget

from practice.desk.outreach import Column, Row
from practice.ui.context import Context, Place
from practice.ui.icons import Icon
from practice.ui.outreach.board import marked_pill
from practice.ui.outreach.words import about
from practice.ui.section import Section
from practice.ui.theme import Role
from practice.ui.today.view import View
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.pill import StatusPill
from practice.ui.widgets.rows import ListRow
from practice.ui.words import count

LISTED = 5


class ReachOut(Section):
    """The first few who are due, in the order of the board; hidden while nobody is."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Reach out", Icon.PHONE_MISSED, Role.NO_SHOW, parent=parent)
        self._context = context

    def show_view(self, view: View) -> None:
        """Show them by their first names."""
        self.setVisible(bool(view.reach_out))
        total = len(view.reach_out)
        note = f"{LISTED} of {total} due" if total > LISTED else f"{total} due"
        self.show_rows([self._row(row, view) for row in view.reach_out[:LISTED]], note=note)

    def _row(self, row: Row, view: View) -> QWidget:
        name = row.member.short_name
        words = "Log call" if row.column is Column.TO_CALL else "Log again"
        log = Button(words, ButtonKind.QUIET, Icon.PHONE)
        log.setAccessibleName(f"Log a try to reach {name}")
        log.clicked.connect(partial(self._context.go.emit, Place.OUTREACH, row.key))
        pill = marked_pill(row) if row in told(self._context, view) else None
        return _with_pill(ListRow(name, about(row, view.day), trailing=(log,)), pill)


class Told(Section):
    """For clinicians: members who missed several of their sessions in a row, and are not due."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Missed several in a row", Icon.FLAG, Role.LATE, parent=parent)
        self._context = context

    def show_view(self, view: View) -> None:
        """Show who that is; nobody takes them off but a session they come to, or the board."""
        listed = view.reach_out[:LISTED]
        rest = [row for row in told(self._context, view) if row not in listed]
        self.setVisible(bool(rest))
        self.show_rows([self._row(row, view) for row in rest], note=count(len(rest), "member"))

    def _row(self, row: Row, view: View) -> QWidget:
        name = row.member.short_name
        show = Button("Show", ButtonKind.QUIET)
        show.setAccessibleName(f"Show {name}")
        show.clicked.connect(partial(self._context.go.emit, Place.MEMBERS, row.member.id))
        return _with_pill(ListRow(name, about(row, view.day), trailing=(show,)), marked_pill(row))


def _with_pill(row: ListRow, pill: StatusPill | None) -> ListRow:
    if pill is not None:
        row.add_beside(pill)
    return row


def told(context: Context, view: View) -> tuple[Row, ...]:
    """Whom the person at work is told about; the front desk has the board."""
    return view.told if context.clinical else ()
