"""One session's roster, for the front desk: who came, cancelled or missed it. No notes here."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from practice.desk import absence, attendance, schedule, visitors
from practice.desk.absence import Expected
from practice.desk.practice import to_wall, today, wall_now
from practice.desk.schedule import SessionRow
from practice.models.enums.attendance import MISSED_BECAUSE_WORDS, Status
from practice.models.enums.groups import VISIT_BECAUSE_WORDS
from practice.models.enums.sessions import SESSION_STATE_WORDS, SessionState
from practice.ui.attendance.form import AbsenceForm
from practice.ui.attendance.jump import TypeAhead
from practice.ui.attendance.pills import status_pill
from practice.ui.attendance.record import HeldForm
from practice.ui.attendance.visit import VisitForm
from practice.ui.context import Context, Place
from practice.ui.icons import Icon
from practice.ui.page import Page
from practice.ui.papers.opening import open_sheet
from practice.ui.section import Section
from practice.ui.whom import show_words, whom
from practice.ui.widgets.button import Button, ButtonKind, IconButton
from practice.ui.widgets.rows import ActionRow, ListRow
from practice.ui.words import day_near, hours, long_day

GONE = "This session is no longer planned."
NOBODY = "Nobody is expected at this session."
CANCELLED = "The practice cancelled it; everybody is written down so."


class AttendancePage(Page):
    """Enter on a member opens the form, Esc closes it, Esc again goes back to Today."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {"attendance", "session", "enrolment", "member", "group_", "practice", "visit"}
    )

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.session_id = ""
        self.back = Button("Today", ButtonKind.QUIET, Icon.ARROW_LEFT)
        self.record = Button("Record who came…", ButtonKind.PRIMARY, Icon.CHECK_CIRCLE)
        self.rest = Button("Everybody else came", ButtonKind.SECONDARY, Icon.CHECK)
        self.visitor = Button("Add a visitor", ButtonKind.SECONDARY, Icon.PERSON_PLUS)
        self.group = Button("Show the group", ButtonKind.SECONDARY, Icon.GROUP)
        self.sheet = Button("Print the sheet…", ButtonKind.SECONDARY, Icon.PRINTER)
        self.rest.setAccessibleName("Record that everybody else came")
        self.listed = Section("Attendance", Icon.CHECK_CIRCLE)
        self.body.addWidget(self.listed)
        self.body.addStretch(1)
        for action in (self.back, self.visitor, self.group, self.sheet):
            self.add_action(action)
        for mark in (self.rest, self.record):
            self.listed.header.row.addWidget(mark)
        self.back.clicked.connect(self.go_back)
        self.group.clicked.connect(self._show_group)
        self.sheet.clicked.connect(self._show_sheet)
        self.visitor.clicked.connect(self._ask_visitor)
        self.record.clicked.connect(self._ask_times)
        self.rest.clicked.connect(self._mark_rest)
        self._session: SessionRow | None = None
        self._jump = TypeAhead()

    def turn_to(self, item_id: str) -> None:
        """A form open for another session goes."""
        session_id = item_id.partition(":")[0]
        if session_id != self.session_id:
            self.listed.close_form()
            self.session_id = session_id
            self._stale = True

    def show_item(self, item_id: str) -> None:
        """Show a session, or `session:member` with that member's form."""
        member_id = item_id.partition(":")[2]
        self.turn_to(item_id)
        self.refresh()
        rows = self.listed.rows()
        first = rows[0] if rows else self.back
        (self.record if self.record.isVisibleTo(self) else first).setFocus(
            Qt.FocusReason.OtherFocusReason
        )
        if member_id:
            self._begin(member_id)

    def load(self) -> None:
        """Read the roster as it stands."""
        session = self._session = schedule.find(self.session_id)
        self.group.setVisible(session is not None)
        takes_place = session is not None and session.state is not SessionState.CANCELLED
        self.sheet.setVisible(takes_place)
        planned = session is not None and session.state is SessionState.PLANNED
        with_many = session is not None and session.group is not None
        self.visitor.setVisible(planned and with_many)
        self.record.setVisible(session is not None and planned and session.ends <= wall_now())
        self.rest.setVisible(False)
        if session is None:
            self.listed.close_form()
            self.say("Attendance", "")
            self.listed.show_rows([], GONE)
            return
        found = absence.expected(session.id)
        self.group.setText(show_words(session))
        unmarked = any(one.status is Status.UNRECORDED for one in found)
        self.rest.setVisible(unmarked and session.state is SessionState.HELD and not session.signed)
        self.say(session.title, about(session))
        rows = [self._row(session, one) for one in found]
        self.listed.show_rows(rows, NOBODY, _summary(session, found))

    def _row(self, session: SessionRow, one: Expected) -> QWidget:
        after: list[QWidget] = [status_pill(one.status)]
        if one.visits_because and session.state is SessionState.PLANNED:
            after.append(self._off(session, one))
        row = ListRow(one.full_name, detail(one), trailing=after)
        if one.status is Status.ATTENDED or session.state is SessionState.CANCELLED:
            return row
        pressable = ActionRow(row)
        words = status_pill(one.status).text()
        pressable.setAccessibleName(f"{row.words()}, {words}")
        pressable.clicked.connect(partial(self._ask, session, one))
        return pressable

    def _begin(self, member_id: str) -> None:
        session = self._session
        if session is not None and session.state is not SessionState.CANCELLED:
            for one in absence.expected(session.id):
                if one.member == member_id and one.status is not Status.ATTENDED:
                    self._ask(session, one)

    def _ask(self, session: SessionRow, one: Expected, *_: object) -> None:
        self.listed.open_form(AbsenceForm(self.context.actions, session, one))

    def _ask_times(self) -> None:
        if self._session:
            self.listed.open_form(HeldForm(self.context.actions, self._session))

    def _mark_rest(self) -> None:
        if self.context.actions.run(attendance.mark_all_present, self.session_id):
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _off(self, session: SessionRow, one: Expected) -> IconButton:
        off = IconButton(Icon.X, f"{one.full_name} does not visit this session")
        take_off = partial(visitors.take_off, session.id, one.member)
        off.clicked.connect(lambda: self.context.actions.run(take_off))
        return off

    def _ask_visitor(self) -> None:
        if self._session:
            self.listed.open_form(VisitForm(self.context.actions, self._session.id))

    def _show_group(self) -> None:
        if self._session:
            self.context.go.emit(*whom(self._session))

    def _show_sheet(self) -> None:
        open_sheet(self.context, self.session_id)

    def go_back(self) -> None:
        """To the day."""
        self.context.go.emit(Place.TODAY, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif self.listed.form is None and self._jump.goes_to(event.text(), self.listed.rows()):
            event.accept()
        else:
            super().keyPressEvent(event)


def about(session: SessionRow) -> str:
    """`Tuesday 17 November, 18:00 – 19:00 · Held 18:02 – 18:58 · Maria Lopez`."""
    when = f"{long_day(session.starts.date())}, {hours(session.starts, session.ends)}"
    state = SESSION_STATE_WORDS[session.state]
    if session.started_at and session.stopped_at:
        state += f" {hours(to_wall(session.started_at), to_wall(session.stopped_at))}"
    return f"{when} · {state} · {session.clinician_name}"


def detail(one: Expected) -> str:
    """`Told us yesterday, 17:59 · Transport`, as far as it is known."""
    parts = []
    if one.visits_because:
        parts.append(f"visits · {VISIT_BECAUSE_WORDS[one.visits_because].lower()}")
    if one.notice_at:
        noticed = to_wall(one.notice_at)
        day = day_near(noticed.date(), today())
        near = day.lower() if day.isalpha() else day
        parts.append(f"told us {near}, {noticed:%H:%M}")
    if one.missed_because:
        parts.append(MISSED_BECAUSE_WORDS[one.missed_because].lower())
    words = " · ".join(parts)
    return words[:1].upper() + words[1:]


def _summary(session: SessionRow, found: list[Expected]) -> str:
    if session.state is SessionState.CANCELLED:
        return CANCELLED
    unmarked = sum(one.status is Status.UNRECORDED for one in found)
    if session.state is SessionState.PLANNED and session.ends <= wall_now():
        return f"{unmarked} not recorded"
    if session.state is SessionState.HELD:
        came = sum(one.status is Status.ATTENDED for one in found)
        told = f"{came} of {len(found)} came"
        return f"{told}, {unmarked} not recorded" if unmarked else told
    away = sum(one.status not in (Status.UNRECORDED, Status.ATTENDED) for one in found)
    coming = f"{len(found) - away} expected"
    return f"{coming}, {away} not coming" if away else coming
