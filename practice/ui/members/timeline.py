"""Everything that happened with a member, in one list by time."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from practice.care.timeline import KIND_WORDS, Entry, Kind, kinds, timeline
from practice.desk.practice import today
from practice.models import store
from practice.ui.context import Context, Place
from practice.ui.icons import Icon
from practice.ui.members.belonging import button
from practice.ui.section import Section
from practice.ui.theme import Role
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.rows import ListRow
from practice.ui.widgets.text import IconLabel
from practice.ui.words import day_near

FIRST, MORE = 8, 24
"""Rows shown at first, and added each time more are asked for."""
ICONS = {
    Kind.SESSION: Icon.CALENDAR,
    Kind.NOTE: Icon.SIGNATURE,
    Kind.PLAN: Icon.FLAG,
    Kind.REPORT: Icon.REPORT,
    Kind.LETTER: Icon.PRINTER,
    Kind.CONTACT: Icon.PHONE,
}


class Timeline(Section):
    """Newest first. The kinds to choose from are those this person holds the key to."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Timeline", Icon.CLOCK, parent=parent)
        self._context = context
        self._member_id = ""
        self._shown = FIRST
        self._kinds = kinds(store.has_clinical())
        everything: list[tuple[Kind | None, str]] = [(None, "Everything")]
        self.which = Choice([*everything, *((kind, KIND_WORDS[kind]) for kind in self._kinds)])
        self.which.setAccessibleName("What the timeline shows")
        self.more = Button("Show more", ButtonKind.LINK)
        self.header.row.addWidget(self.which)
        self.body.insertWidget(self.body.count() - 1, self.more)
        self.which.watch(self._choose, lambda _words: None)
        self.more.clicked.connect(self._show_more)

    def show_member(self, member_id: str) -> None:
        """Show a member's record, as far down as it was if it is the same one."""
        if member_id != self._member_id:
            self._member_id, self._shown = member_id, FIRST
        self._read()

    def _choose(self) -> None:
        self._shown = FIRST
        if self._member_id:
            self._read()

    def _read(self) -> None:
        """One more than is shown tells whether there are more."""
        kind, day = self.which.value(), today()
        kinds_ = self._kinds if kind is None else (kind,)
        found = timeline(self._member_id, kinds_, self._shown + 1)
        rows = [self._row(entry, day) for entry in found[: self._shown]]
        older = len(found) > self._shown
        self.show_rows(rows, "Nothing yet.", f"the newest {self._shown}" if older else "")
        self.more.setVisible(older)

    def _show_more(self) -> None:
        self._shown += MORE
        self._read()

    def _row(self, entry: Entry, today_: date) -> QWidget:
        day = day_near(entry.at.date(), today_)
        when = day if entry.whole_day else f"{day}, {entry.at:%H:%M}"
        detail = " · ".join(part for part in (when, entry.detail) if part)
        leading, trailing = IconLabel(ICONS[entry.kind], Role.MUTED), []
        if entry.session_id:
            trailing.append(self._leads_to(entry, when))
        return ListRow(entry.title, detail, leading=leading, trailing=trailing)

    def _leads_to(self, entry: Entry, when: str) -> Button:
        if entry.kind is Kind.NOTE:
            made = button("Read", f"Read the note: {entry.title}, {when}")
            place, item = Place.NOTES, f"{entry.session_id}:{self._member_id}"
        else:
            made = button("Show", f"Show the session: {entry.title}, {when}")
            place, item = Place.SESSION, entry.session_id
        made.clicked.connect(partial(self._context.go.emit, place, item))
        return made
