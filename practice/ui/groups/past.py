"""A group's past sessions, and where each leads."""

from functools import partial

from PySide6.QtWidgets import QWidget

from practice.desk import calling_off, schedule
from practice.desk.practice import today
from practice.desk.schedule import SessionRow, Tally
from practice.models.enums.sessions import SessionState
from practice.ui.context import Context, Place
from practice.ui.icons import Icon
from practice.ui.members.belonging import button
from practice.ui.section import Section
from practice.ui.today.waiting import RecordForm
from practice.ui.widgets.pill import PillKind, StatusPill
from practice.ui.widgets.rows import ListRow
from practice.ui.words import day_near

LISTED = 12


class Past(Section):
    """The next one, then newest first. Held ones open their notes, planned ones are recorded.

    Each leads to its attendance; without a key to notes, to nothing else.
    """

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Sessions", Icon.CALENDAR, parent=parent)
        self._context = context

    def show_group(self, group_id: str) -> None:
        """Show a group's last sessions."""
        past = schedule.of_group(group_id, LISTED)
        tallies = schedule.tallies([session.id for session in past])
        rows = [self._row(session, tallies.get(session.id)) for session in past]
        coming = schedule.next_of_group(group_id)
        if coming is not None:
            rows.insert(0, self._coming(coming))
        self.show_rows(rows, "No session yet.", f"last {LISTED}" if len(past) == LISTED else "")

    def _coming(self, session: SessionRow) -> QWidget:
        when = _when(session)
        away = schedule.tallies([session.id]).get(session.id)
        words = f"next · {away.away} not coming" if away and away.away else "next"
        return ListRow(when, words, trailing=(self._attendance(session, when),))

    def _attendance(self, session: SessionRow, when: str) -> QWidget:
        made = button("Attendance", f"Attendance of {when}")
        made.clicked.connect(partial(self._context.go.emit, Place.SESSION, session.id))
        return made

    def _row(self, session: SessionRow, tally: Tally | None) -> QWidget:
        when = _when(session)
        return ListRow(when, _detail(session, tally), trailing=self._after(session, tally, when))

    def _after(self, session: SessionRow, tally: Tally | None, when: str) -> list[QWidget]:
        pill = _pill(session, tally)
        if session.state is SessionState.CANCELLED:
            return [pill]
        attendance = self._attendance(session, when)
        if not self._context.clinical:
            planned = session.state is SessionState.PLANNED
            return [attendance] if planned else [pill, attendance]
        if session.state is SessionState.HELD:
            notes = button("Notes", f"Notes of {when}")
            notes.clicked.connect(partial(self._context.wrap_up.emit, session.id))
            return [pill, attendance, notes]
        if session.state is SessionState.LIVE:
            go_on = button("Open", f"Open the session of {when}")
            go_on.clicked.connect(partial(self._context.open_session.emit, session.id))
            return [pill, attendance, go_on]
        record = button("Record", f"Record the session of {when}")
        record.clicked.connect(partial(self._ask, session))
        off = button("Did not take place", f"The session of {when} did not take place")
        off.clicked.connect(partial(self._context.actions.run, calling_off.cancel, session.id))
        return [attendance, record, off]

    def _ask(self, session: SessionRow) -> None:
        form = RecordForm(self._context.actions, session)
        form.saved.connect(partial(self._context.open_session.emit, session.id))
        self.open_form(form)


def _when(session: SessionRow) -> str:
    return f"{day_near(session.starts.date(), today())}, {session.starts:%H:%M}"


def _detail(session: SessionRow, tally: Tally | None) -> str:
    came = f"{tally.attended} of {tally.expected} came" if tally and _is_held(session) else ""
    late = "recorded afterwards" if session.late_entry else ""
    return " · ".join(part for part in (session.technique, came, late) if part)


def _is_held(session: SessionRow) -> bool:
    return session.state is SessionState.HELD


def _pill(session: SessionRow, tally: Tally | None) -> StatusPill:
    if session.state is SessionState.CANCELLED:
        return StatusPill(PillKind.NEUTRAL, "Cancelled", Icon.CALENDAR_X)
    if session.state is SessionState.LIVE:
        return StatusPill(PillKind.ACCENT, "Running", Icon.PLAY)
    if _is_held(session) and tally and tally.unrecorded:
        return StatusPill(PillKind.TO_MARK, f"{tally.unrecorded} to mark")
    if session.signed:
        return StatusPill(PillKind.PRESENT, "Signed", Icon.SIGNATURE)
    return StatusPill(PillKind.NEUTRAL, "Held")
