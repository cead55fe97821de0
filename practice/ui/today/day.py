"""The sessions of the day and how each stands."""

from functools import partial

from PySide6.QtWidgets import QWidget

from practice.desk.schedule import SessionRow
from practice.models.enums.sessions import SessionState
from practice.ui.context import Context, Place
from practice.ui.icons import Icon
from practice.ui.section import Section
from practice.ui.theme import Type
from practice.ui.today.view import Line, View
from practice.ui.whom import is_past, open_session
from practice.ui.widgets.button import IconButton
from practice.ui.widgets.pill import PillKind, StatusPill
from practice.ui.widgets.rows import ActionRow, ListRow
from practice.ui.widgets.text import Text

_TIME_WIDTH = 42


class Day(Section):
    """Enter on a row opens what belongs to it: the session, its notes, or its group.

    Without a key to notes that is always the session's attendance; with one, a button leads there.
    """

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Today", parent=parent)
        self._context = context

    def show_view(self, view: View) -> None:
        """Show the day's sessions in order."""
        coming = view.next.session.id if view.next else ""
        rows = [self._row(line, coming) for line in view.day_lines]
        note = f"{view.held} of {len(rows)} held" if rows else ""
        self.show_rows(rows, "No sessions today.", note)

    def _row(self, line: Line, coming: str) -> ActionRow:
        session = line.session
        time = Text(f"{session.starts:%H:%M}", Type.SECONDARY, tabular=True)
        time.setMinimumWidth(_TIME_WIDTH)
        status = _status(line, is_next=session.id == coming)
        after: list[QWidget] = [status]
        if self._context.clinical:
            after.append(self._attendance(session))
        row = ListRow(session.title, detail(line), leading=time, trailing=after)
        row.set_selected(session.id == coming)
        pressable = ActionRow(row)
        pressable.setAccessibleName(
            f"{session.starts:%H:%M}, {row.words()}, {status.accessibleName() or status.text()}"
        )
        pressable.clicked.connect(partial(open_session, self._context, session))
        return pressable

    def _attendance(self, session: SessionRow) -> IconButton:
        name = f"Attendance of {session.title}, {session.starts:%H:%M}"
        made = IconButton(Icon.CHECK_CIRCLE, name)
        made.clicked.connect(partial(self._context.go.emit, Place.SESSION, session.id))
        return made


def detail(line: Line) -> str:
    """`Urge surfing · 10 members`, or how many came."""
    session, tally = line.session, line.tally
    came = f"{line.expected} expected" if session.group else session.service
    if tally and tally.away and session.state is SessionState.PLANNED:
        came = f"{came}, {tally.away} not coming"
    if session.state is SessionState.HELD and tally:
        came = f"{tally.attended} of {tally.expected} came"
    return " · ".join(part for part in (session.technique, f"{session.minutes} min", came) if part)


def _status(line: Line, *, is_next: bool) -> Text | StatusPill:
    session, tally = line.session, line.tally
    if session.state is SessionState.LIVE:
        return StatusPill(PillKind.ACCENT, "Running", Icon.PLAY)
    if session.state is SessionState.CANCELLED:
        return StatusPill(PillKind.NEUTRAL, "Cancelled", Icon.CALENDAR_X)
    if session.state is SessionState.HELD:
        if tally and tally.unrecorded:
            return StatusPill(PillKind.TO_MARK, f"{tally.unrecorded} to mark")
        return StatusPill(PillKind.PRESENT, "Held")
    if is_past(session):
        return StatusPill(PillKind.TO_MARK, "Not recorded")
    return Text("Next" if is_next else "Later", Type.MUTED)
