"""The card at the top: which session, how long it runs, where the plan is, pause and end.

When a part of the plan ends, the next one's name stands in colour for 20 s; nothing interrupts.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice import clock
from practice.desk import cue
from practice.desk.schedule import SessionRow
from practice.ui.icons import Icon
from practice.ui.live import beside
from practice.ui.live.record import Record
from practice.ui.live.turn import TurnLine, minutes_seconds
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.button import Button, IconButton
from practice.ui.widgets.card import Card
from practice.ui.widgets.session import PlanBar, PlanPart, TimerLabel
from practice.ui.widgets.text import ElidedText, IconLabel, Text

CUE_SECONDS = 20
PLAN_OVER = "Plan done"


def elapsed(session: SessionRow) -> int:
    """Whole seconds since the actual start, by the wall clock: right after sleep and restart."""
    if session.started_at is None:
        return 0
    until = session.stopped_at or clock.now()
    return max(0, int((until - session.started_at).total_seconds()))


class Header(Card):
    """Shows the record's session; `tick` it every second.

    `pin` carries whether the window should stay above others; where no system would do that, the
    same button asks for the `edge` of the screen. `stepped` tells that the plan is in another step.
    """

    pause = Signal()
    end = Signal()
    curtain = Signal()
    pin = Signal(bool)
    edge = Signal()
    more = Signal()
    stepped = Signal()

    def __init__(self, record: Record, *, parent: QWidget | None = None) -> None:
        super().__init__(margin=SPACE.m, spacing=SPACE.xs, parent=parent)
        self._record = record
        self.timer = TimerLabel()
        self._length = Text("", Type.SMALL, tabular=True)
        self._part = ElidedText("", Type.SECONDARY)
        self._technique_mark = IconLabel(Icon.BOLT, Role.ACCENT, 14)
        self._technique = ElidedText("", role=Role.ACCENT)
        self.pause_button = Button("Pause", icon=Icon.PAUSE)
        self.end_button = Button("End", icon=Icon.CHECK_CIRCLE)
        self.bar = PlanBar([PlanPart(part.name, part.minutes) for part in record.plan])
        self.turn = TurnLine()
        self._shown = (-1, -1, False)
        self._step = -1
        for row in self._rows():
            self.body.addLayout(row)
        self.body.addSpacing(SPACE.xs)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.turn)
        self._connect()
        self.refresh()

    def _rows(self) -> Iterator[QHBoxLayout]:
        session = self._record.session
        name = ElidedText(session.title, Type.STRONG)
        self.curtain_button = IconButton(Icon.MONITOR_OFF, "Privacy curtain (F9)")
        self.pin_button = IconButton(Icon.PIN, "Keep above other windows", checkable=True)
        if beside.asked_in_vain():
            self.pin_button.setCheckable(False)
            self.pin_button.set_name("Keep at the edge of the screen")
        self.more_button = IconButton(Icon.MORE, "More")
        yield _row(name, self.curtain_button, self.pin_button, self.more_button)
        number = Text(f"Session {self._record.number}", Type.SECONDARY)
        line = _row(number, self._technique_mark, self._technique)
        line.addStretch(1)
        yield line
        yield self._time_row()

    def _time_row(self) -> QHBoxLayout:
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addStretch(1)
        beside.addWidget(self._length)
        beside.addWidget(self._part)
        beside.addStretch(1)
        row = _row(self.timer)
        row.addLayout(beside, 1)
        row.addWidget(self.pause_button)
        row.addWidget(self.end_button)
        return row

    def _connect(self) -> None:
        self.pause_button.clicked.connect(self.pause)
        self.end_button.clicked.connect(self.end)
        self.curtain_button.clicked.connect(self.curtain)
        self.pin_button.clicked.connect(self.edge if beside.asked_in_vain() else self.pin)
        self.more_button.clicked.connect(self.more)
        self.pause_button.setToolTip("Pause the plan; nobody’s minutes change (F7)")
        self.end_button.setToolTip("End the session (Ctrl+E)")
        for button in self.findChildren(IconButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_pinned(self, pinned: bool) -> None:
        """Show whether the window stays above others."""
        self.pin_button.setChecked(pinned)

    def refresh(self) -> None:
        """Show the session as it was just read again."""
        session = self._record.session
        paused = session.cue_paused_at is not None
        self._technique.setText(self._record.technique)
        for part in (self._technique_mark, self._technique):
            part.setVisible(bool(self._record.technique))
        self.pause_button.setText("Resume" if paused else "Pause")
        self.pause_button.set_icon(Icon.PLAY if paused else Icon.PAUSE)
        self.timer.setVisible(not session.late_entry)
        self.pause_button.setVisible(self._has_bar)
        self.bar.setVisible(self._has_bar)
        self._length.setText(f"of {session.minutes}:00")
        if session.late_entry:
            self._say_afterwards()
        self._shown = (-1, -1, False)
        self.tick()

    @property
    def _has_bar(self) -> bool:
        """A micro-group is too short for one, a late entry long over."""
        record = self._record
        return bool(record.plan) and not record.session.late_entry and not record.micro

    def fit_bar(self, room: int) -> None:
        """Hide the steps of the plan where pixels are lacking, show them where they have room."""
        if room < 0:
            self.bar.hide()
        elif self.bar.isHidden() and room >= self.bar.sizeHint().height() + SPACE.s:
            self.bar.setVisible(self._has_bar)

    def _say_afterwards(self) -> None:
        record = self._record
        stopped = record.session.stopped_at or record.started
        times = f"{record.wall(record.started):%H:%M}–{record.wall(stopped):%H:%M}"
        self._length.setText("Recorded afterwards")
        self._part.setText(times)

    def tick(self) -> None:
        """Show the time now; touches nothing while the same second lasts."""
        session = self._record.session
        paused = session.cue_paused_at is not None
        now = (elapsed(session), cue.seconds(session), paused)
        if now == self._shown or session.late_entry:
            return
        self._shown = now
        self.timer.show_seconds(now[0])
        if self._record.plan:
            self.bar.set_elapsed(now[1] / 60)
            self._show_part(now[1], paused=paused)

    def _show_part(self, seconds: int, *, paused: bool) -> None:
        where = cue.place(self._record.plan, seconds)
        new = where.number > 0 and where.since < CUE_SECONDS and not paused
        self._part.set_role(Role.ACCENT if new else None)
        self.turn.show_turn(self._record, where, seconds)
        if where.number != self._step:
            self._step = where.number
            self.stepped.emit()
        if paused:
            self._part.setText("Plan paused")
        elif where.step is None:
            self._part.setText(PLAN_OVER)
        elif new:
            self._part.setText(f"Now {where.step.name}")
        else:
            self._part.setText(self._left(where.step.name, where.left))

    def _left(self, name: str, seconds: int) -> str:
        """The step and its time; where there is no room, the bar below says which step it is."""
        left = f"{minutes_seconds(seconds)} left"
        whole = f"{name} · {left}"
        room = self._part.fontMetrics().horizontalAdvance(whole) <= self._part.width()
        return whole if room or self._record.micro else left


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.s)
    for part in parts:
        row.addWidget(part)
    return row
