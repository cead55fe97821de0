"""Notes to finish: the sessions that wait, oldest first, and the wrap-up of one of them."""

from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from practice.care import wrapup
from practice.desk import schedule
from practice.desk.practice import to_wall
from practice.desk.schedule import SessionRow
from practice.errors import Refused
from practice.models.enums.attendance import Status
from practice.models.enums.sessions import SessionState
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.notes.todo import ToDo, led_by
from practice.ui.notes.view import WrapUpView
from practice.ui.page import Page
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.parsing import show_date
from practice.ui.widgets.rows import ActionRow

TITLE = "Notes to finish"


class NotesPage(Page):
    """The list, and behind it the session that is being wrapped up."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {
            "note", "group_note", "note_goal", "addendum", "missed_entry", "name_exception",
            "line", "rating", "safety_check", "goal", "diagnosis", "session", "attendance",
            "stretch", "member", "cosignature", "supervision",
        }
    )  # fmt: skip

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.view: WrapUpView | None = None
        self._stack = QStackedWidget()
        self._list = ToDo(context.user_id)
        self._list.wanted.connect(self.show_item)
        self.area.use_gutter()
        self._stack.addWidget(self._list)
        self.body.addWidget(self._stack, 1)
        self.back = Button("All notes to finish", ButtonKind.QUIET, Icon.ARROW_LEFT)
        self.times = Button("Correct the session", ButtonKind.QUIET, Icon.CLOCK)
        self.resume = Button("Go on with the session", ButtonKind.QUIET, Icon.PLAY)
        self.back.clicked.connect(self.close_item)
        self.times.clicked.connect(self._correct)
        self.resume.clicked.connect(self.go_on)
        for button in (self.back, self.times, self.resume):
            self.add_action(button)

    def load(self) -> None:
        if self.view is not None and self._is_held(self.view.bench.session_id):
            self.view.reload()
        elif self.view is not None:
            self._drop_view()
        self._show_header()
        if self.view is None:
            self._list.load()

    @property
    def rows(self) -> list[ActionRow]:
        """What the list shows, in order."""
        return self._list.rows

    def _show_header(self) -> None:
        for button in (self.back, self.times, self.resume):
            button.setVisible(self.view is not None)
        if self.view is None:
            self.say(TITLE)
            return
        found = self.view.bench.found
        attended = sum(part.seat.status is Status.ATTENDED for part in found.members)
        who = f"{attended} of {len(found.members)} attended"
        parts = (session_words(found.session), who, led_by(found.session, self.context.user_id))
        self.say(found.session.title, " · ".join(filter(None, parts)))
        self.resume.setVisible(found.signed == 0 and not found.session.late_entry)

    def show_item(self, item_id: str) -> None:
        """Open the wrap-up of a session: its id, or `session:member` for one member's note."""
        self.refresh()
        self._drop_view()
        session_id, _, member_id = item_id.partition(":")
        try:
            view = WrapUpView(self.context, session_id)
        except Refused as refused:
            self.context.actions.refused.emit(refused.message)
            self.close_item()
            return
        self.view = view
        view.left.connect(self.close_item)
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        self._show_header()
        view.roster.choose(member_id)
        view.roster.setFocus()

    def _is_held(self, session_id: str) -> bool:
        return schedule.session(session_id).state is SessionState.HELD

    def _correct(self) -> None:
        if self.view is not None:
            self.view.correct_session()

    def go_on(self) -> None:
        """Take the End back and open the session's window again."""
        if self.view is None:
            return
        session_id = self.view.bench.session_id
        self.close_item()
        if self.context.actions.run(wrapup.go_on, session_id):
            self.context.open_session.emit(session_id)
        else:
            self.show_item(session_id)

    def close_item(self) -> None:
        """Back to the list."""
        self._drop_view()
        self._stack.setCurrentWidget(self._list)
        self._show_header()
        self._list.load()
        if self.rows:
            self.rows[0].setFocus()

    def _drop_view(self) -> None:
        if self.view is not None:
            view, self.view = self.view, None
            view.commit()
            self._stack.removeWidget(view)
            view.deleteLater()


def session_words(session: SessionRow) -> str:
    """`17 Nov 2026 · 18:00–19:00 · Late entry`: the actual times where there are any."""
    began, ended = session.starts, session.ends
    if session.started_at and session.stopped_at:
        began, ended = to_wall(session.started_at), to_wall(session.stopped_at)
    late = " · Late entry" if session.late_entry else ""
    return f"{show_date(began.date())} · {began:%H:%M}–{ended:%H:%M}{late}"
