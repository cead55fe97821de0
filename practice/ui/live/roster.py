"""The roster: a row for each member with the digit that selects them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from practice.desk import sessions
from practice.desk.sessions import Seat
from practice.models.enums.attendance import Mode
from practice.ui.icons import Icon
from practice.ui.live.record import Record
from practice.ui.live.standing import UNMARKED, Noted, Standing, counts
from practice.ui.theme import SIZE, SPACE, Role, Type, theme
from practice.ui.widgets.card import Card
from practice.ui.widgets.notices import EmptyState
from practice.ui.widgets.pill import KeyCap, StatusPill
from practice.ui.widgets.rows import ListRow
from practice.ui.widgets.text import ElidedText, IconLabel, Text
from practice.ui.words import short

NOTHING_SAID = "No note yet"
NOT_HEARD = "Not heard yet"
WRITE = "Enter, then one line"
NOBODY = "Nobody is in this group yet. Press + to add someone."


class RosterRow(ListRow):
    """One member: digit, name, last line, standing. Selecting it gives it the focus."""

    chosen = Signal(str)
    focused = Signal()

    def __init__(self, seat: Seat, *, dense: bool, parent: QWidget | None = None) -> None:
        self.cap = KeyCap(seat.digit)
        self.pill = StatusPill(UNMARKED.kind, UNMARKED.words)
        super().__init__("", "", leading=self.cap, trailing=(self.pill,), dense=dense)
        self.setParent(parent)
        self.id = seat.id
        self._shown: tuple[Seat, Standing, str, Noted] | None = None
        self._audio = IconLabel(Icon.PHONE_AUDIO, Role.TEXT2, 14, name="Audio only")
        self._place = IconLabel(Icon.PERSON, Role.TEXT2, 14, name="In person")
        self._turn = IconLabel(Icon.PLAY, Role.ACCENT, 14, name="Their turn")
        self._flag = IconLabel(Icon.FLAG, Role.NO_SHOW, 14, name="Safety check")
        self._rated = Text("", Type.SMALL, tabular=True)
        self._lines = Text("", Type.MUTED, tabular=True)
        for part in (
            *(self._turn, self._audio, self._place),
            *(self._flag, self._rated, self._lines),
        ):
            self.add_beside(part)
        self.set_selected(False)

    def show_seat(self, seat: Seat, standing: Standing, said: str, noted: Noted) -> None:
        """Say how this member stands, what was last written and what else is noted.

        Touches nothing where the row says that already.
        """
        shown = (seat, standing, said, noted)
        if shown == self._shown:
            return
        self._shown = shown
        nothing = NOT_HEARD if noted.unheard else NOTHING_SAID
        self.say(short(seat.short_name), said or nothing)
        self.set_detail_role(Role.LATE if noted.stands_out and not said else None)
        self.pill.show_status(standing.kind, standing.words)
        self._audio.setVisible(seat.mode is Mode.AUDIO)
        self._place.setVisible(seat.mode is Mode.IN_PERSON)
        self._show_noted(noted)
        how = {Mode.AUDIO: "audio only", Mode.IN_PERSON: "in person"}
        mode = how.get(seat.mode, "") if seat.mode else ""
        spoken = f"last line {said}" if said else nothing.lower()
        parts = (seat.digit, seat.short_name, standing.words, mode, *noted.spoken, spoken)
        self.setAccessibleName(", ".join(filter(None, parts)))

    def _show_noted(self, noted: Noted) -> None:
        self._turn.setVisible(noted.turn)
        self._flag.setVisible(bool(noted.checks))
        self._flag.set_icon(Icon.FLAG, Role.NO_SHOW if noted.check_open else Role.MUTED)
        self._rated.setText(noted.rated)
        self._rated.setVisible(bool(noted.rated))
        self._lines.setText(f"×{noted.lines}")
        self._lines.setVisible(noted.lines > 1)

    def set_selected(self, selected: bool) -> None:
        super().set_selected(selected)
        self.cap.set_selected(selected)
        policy = Qt.FocusPolicy.StrongFocus if selected else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(self.id)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ringed = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        self.focused.emit()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.ringed = False
        self.update()
        super().focusOutEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered = False
        self.update()
        super().leaveEvent(event)


class _Scroll(QScrollArea):
    """Tells when its room changes."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class Roster(Card):
    """The card with all rows. `chosen` carries an attendance id; `focused` tells of the keyboard.

    Rows are made anew only when people or the room change; a mark touches its own row alone.
    """

    chosen = Signal(str)
    focused = Signal()

    def __init__(self, record: Record, *, parent: QWidget | None = None) -> None:
        super().__init__(margin=SPACE.xs, spacing=2, parent=parent)
        self._record = record
        self.rows: dict[str, RosterRow] = {}
        self.selected = record.seats[0].id if record.seats else ""
        self._dense = record.micro
        self._room = 0
        self._lent: QPlainTextEdit | None = None
        self._total = Text("", Type.STRONG)
        self._counts = ElidedText("", Type.SMALL)
        self._ask = Text("", Type.SMALL, role=Role.LATE)
        self._ask_keys = QWidget()
        self._scroll = _Scroll()
        # Never while Qt lays out or styles: rows would go from under its hands.
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)
        self._lay_out()
        self.rebuild()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, 0)
        top.setSpacing(SPACE.s)
        top.addWidget(self._total)
        top.addStretch(1)
        top.addWidget(self._ask_keys)
        self.body.addLayout(top)
        ask = QHBoxLayout(self._ask_keys)
        ask.setContentsMargins(0, 0, 0, 0)
        ask.setSpacing(SPACE.xs)
        for part in (self._ask, KeyCap("C"), Text("usual", Type.SMALL)):
            ask.addWidget(part)
        below = QHBoxLayout()
        below.setContentsMargins(SPACE.s, 0, SPACE.s, 0)
        below.addWidget(self._counts)
        self.body.addLayout(below)
        self._scroll.resized.connect(self._fitting.start)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setMinimumHeight(SIZE.row_dense)
        self.body.addWidget(self._scroll, 1)

    def rebuild(self) -> None:
        """Make the rows: when someone was added, or when there is more or less room."""
        had_focus = any(row.hasFocus() for row in self.rows.values())
        inside = QWidget()
        inside.setObjectName("body")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self._lent is not None:
            self._lent.setParent(self)  # the row it stands in goes
        self.rows = {seat.id: RosterRow(seat, dense=self._dense) for seat in self._record.seats}
        for row in self.rows.values():
            row.chosen.connect(self.chosen)
            row.focused.connect(self.focused)
            column.addWidget(row)
        if not self.rows:
            column.addWidget(EmptyState(NOBODY, icon=Icon.MEMBERS))
        column.addStretch(1)
        if (before := self._scroll.takeWidget()) is not None:
            before.hide()
            before.deleteLater()
        self._scroll.setWidget(inside)
        self.refresh(self._record.seats)
        self.select(self.selected, focus=had_focus)

    def refresh(self, seats: Sequence[Seat]) -> None:
        """Show these rows again, and the counts."""
        if any(seat.id not in self.rows for seat in seats):
            self.rebuild()
            return
        record = self._record
        for seat in seats:
            self.show_said(seat, record.said(seat.member))
        number = len(record.seats)
        self._total.setText(f"{number} member{'' if number == 1 else 's'}")
        self._counts.setText(self._counted())
        asking = [seat.digit for seat in sessions.to_ask(record.seats, record.session)]
        self._ask.setText(f"Ask location: {' '.join(asking)}")
        self._ask_keys.setVisible(bool(asking))

    def _counted(self) -> str:
        record = self._record
        words = counts(record.standing(seat) for seat in record.seats)
        silent = len(record.unheard()) if record.lines else 0
        return " · ".join(filter(None, (words, f"{silent} not heard" if silent else "")))

    def show_said(self, seat: Seat, said: str) -> None:
        """Show one row with these words as what was last written."""
        record = self._record
        self.rows[seat.id].show_seat(seat, record.standing(seat), said, record.noted(seat))
        if self._lent is not None and seat.id == self.selected:
            self._lent.setPlaceholderText(said or WRITE)

    def select(self, attendance_id: str, *, focus: bool = True) -> None:
        """Mark a row as the one keys act on, bring it into view, and give it the keyboard."""
        for row in self.rows.values():
            if row.selected != (row.id == attendance_id):
                row.set_selected(row.id == attendance_id)
        self.selected = attendance_id
        if self._lent is not None:
            self.lend(self._lent)
        self._bring_into_view()
        if focus and attendance_id in self.rows:
            self.rows[attendance_id].setFocus(Qt.FocusReason.OtherFocusReason)

    def lend(self, editor: QPlainTextEdit | None) -> None:
        """Let a line be written in the selected row, in the place of the last one; None ends it."""
        self._lent = editor
        for row in self.rows.values():
            if row.id != self.selected or editor is None:
                row.hold(None)
        seat = self._record.seat(self.selected)
        if editor is not None and seat is not None:
            self.rows[seat.id].hold(editor)
            editor.setPlaceholderText(self._record.said(seat.member) or WRITE)

    def next_to(self, step: int) -> str:
        """The row above (-1) or below (1) the selected one; the ends stay where they are."""
        order = list(self.rows)
        at = order.index(self.selected) + step if self.selected in order else 0
        return order[min(max(at, 0), len(order) - 1)] if order else ""

    def fit(self, room: int) -> None:
        """Make rows dense where they would not fit in so many pixels.

        The window says how many, so that rows do not change while a warning comes and goes.
        """
        self._room = room
        self._fitting.start()

    def _fit(self) -> None:
        dense = self._record.micro or len(self.rows) * theme().px(SIZE.row) > self._room
        if dense != self._dense:
            self._dense = dense
            self.rebuild()
        else:
            self._bring_into_view()

    def _bring_into_view(self) -> None:
        if (chosen := self.rows.get(self.selected)) is not None:
            self._scroll.ensureWidgetVisible(chosen, 0, SPACE.s)
