"""The next session, with the one button the day is about."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.desk.links import may_open
from practice.desk.practice import wall_now
from practice.models.enums.attendance import Mode
from practice.models.enums.sessions import SessionState
from practice.ui.call_link import CallLink, open_call
from practice.ui.context import Context, Place
from practice.ui.icons import Icon
from practice.ui.theme import SPACE, Type
from practice.ui.today.view import Line, View
from practice.ui.whom import show_words, whom
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.pill import PillKind, StatusPill
from practice.ui.widgets.text import ElidedText, Text
from practice.ui.words import hours, long_day, until

COPIED = "Copied for 30 s"


class NextCard(Card):
    """Shows a `View`'s next session; `tick` renews what depends on the time alone."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(margin=SPACE.l, parent=parent)
        self._context = context
        self._line: Line | None = None
        self._clipboard = CallLink(self)
        context.locking.connect(self._clipboard.clear)
        self.pill = StatusPill(PillKind.ACCENT, "")
        self.time = Text("", Type.SECONDARY, tabular=True)
        self.name = ElidedText("", Type.TITLE)
        self.about = ElidedText("", Type.SECONDARY)
        self.copy = Button("Copy call link", ButtonKind.SECONDARY, Icon.COPY)
        self.call = Button("Open call", ButtonKind.SECONDARY, Icon.VIDEO)
        self.group = Button("Show the group", ButtonKind.SECONDARY, Icon.GROUP)
        self.start = Button("Open session notes", ButtonKind.PRIMARY, Icon.NOTE)
        self.attendance = Button("Attendance", ButtonKind.PRIMARY, Icon.CHECK_CIRCLE)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(SPACE.s)
        first.addWidget(self.pill)
        first.addWidget(self.time, 1)
        words = QVBoxLayout()
        words.setSpacing(SPACE.xs)
        words.addLayout(first)
        words.addWidget(self.name)
        words.addWidget(self.about)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addLayout(words, 1)
        row.addSpacing(SPACE.m)
        for button in (self.copy, self.call, self.group, self.attendance, self.start):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self.copy.clicked.connect(self._copy)
        self.call.clicked.connect(lambda: open_call(self._link()))
        self.start.clicked.connect(self._open)
        self.attendance.clicked.connect(self._show_attendance)
        self.group.clicked.connect(self._show_group)

    def show_view(self, view: View) -> None:
        """Show the next session; hidden when there is none."""
        self._line = view.next
        self.setVisible(view.next is not None)
        if view.next is None:
            return
        session = view.next.session
        today = session.starts.date() == view.day or session.state is SessionState.LIVE
        self.name.setText(session.title)
        self.about.setText(about(view.next, view.number))
        self.time.setText(when(session.starts, session.ends, today=today))
        for button in (self.copy, self.call):
            button.setVisible(today and may_open(self._link()))
        self.copy.setText("Copy call link")
        self.start.setVisible(today and self._context.clinical)
        self.attendance.setVisible(today and not self._context.clinical)
        self.group.setText(show_words(session))
        self.group.setVisible(not today)
        self.setAccessibleName(f"Next session: {session.title}")
        self.tick()

    def tick(self) -> None:
        """Say how far off it is now."""
        if self._line is None:
            return
        session = self._line.session
        if session.state is SessionState.LIVE:
            self.pill.show_status(PillKind.ACCENT, "Running", Icon.PLAY)
        else:
            self.pill.show_status(
                PillKind.ACCENT, until(wall_now(), session.starts, session.ends), Icon.CLOCK
            )

    def _link(self) -> str:
        return self._line.session.link if self._line else ""

    def _copy(self) -> None:
        self._clipboard.copy(self._link())
        self.copy.setText(COPIED)

    def _open(self) -> None:
        if self._line:
            self._context.open_session.emit(self._line.session.id)

    def _show_attendance(self) -> None:
        if self._line:
            self._context.go.emit(Place.SESSION, self._line.session.id)

    def _show_group(self) -> None:
        if self._line:
            self._context.go.emit(*whom(self._line.session))


def when(starts: datetime, ends: datetime, *, today: bool) -> str:
    """`18:00 – 19:00`, with the day in front where it is another one."""
    span = hours(starts, ends)
    return span if today else f"{long_day(starts.date())}, {span}"


def about(line: Line, number: int) -> str:
    """`Urge surfing · session 7 · 10 expected · Zoom link ready`."""
    session = line.session
    expected = f"{line.expected} expected" if session.group else session.service
    parts = [session.technique, f"session {number}", expected]
    if may_open(session.link):
        parts.append(f"{session.platform or 'call'} link ready")
    elif session.mode is not Mode.IN_PERSON:
        parts.append("no call link")
    return " · ".join(part for part in parts if part)
