"""The session's roster beside the notes: who is ready, and what is missing where."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.care.wrapup import MemberPart, Standing, WrapUp
from practice.models.enums.attendance import STATUS_WORDS
from practice.ui.notes import words
from practice.ui.notes.keys import IN_ROSTER, Do
from practice.ui.page import clear
from practice.ui.theme import SPACE, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.pill import KeyCap, PillKind, StatusPill
from practice.ui.widgets.rows import ListRow, SectionHeader
from practice.ui.widgets.text import Text
from practice.ui.words import NARROW_ROOM, short

_DOS = {key.keys: key.do for key in IN_ROSTER}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MemberRow(ListRow):
    """One member; `pressed` by mouse, `check_pressed` on the pill of an open safety check."""

    pressed = Signal(str)
    check_pressed = Signal(str)

    def __init__(self, part: MemberPart, *, parent: QWidget | None = None) -> None:
        self.cap = KeyCap(part.seat.digit)
        self.pill = StatusPill(PillKind.NEUTRAL, "")
        super().__init__("", leading=self.cap, trailing=(self.pill,), dense=True, parent=parent)
        self.member_id = part.seat.member
        self.show_part(part)

    def show_part(self, part: MemberPart) -> None:
        """Show how far this member's wrap-up is."""
        kind, standing, icon = words.pill(part)
        self.say(short(part.seat.short_name, NARROW_ROOM), detail(part))
        self.pill.show_status(kind, standing, icon)
        self._to_check = part.standing is Standing.SAFETY
        self.setAccessibleName(
            ", ".join(filter(None, (part.seat.digit, part.seat.short_name, detail(part), standing)))
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit(self.member_id)
        if self._to_check and self.pill.geometry().contains(event.position().toPoint()):
            self.check_pressed.emit(self.member_id)
        event.accept()


def detail(part: MemberPart) -> str:
    """What a row says after the name."""
    if part.facts is None:
        to_check = part.standing is Standing.SAFETY and part.missed is not None
        return STATUS_WORDS[part.seat.status] if to_check else ""
    return " · ".join((words.presence(part.facts), *(("alike",) if part.alike else ())))


class Roster(Card):
    """Arrow keys and digits choose, letters mark; `chosen` carries a member's id.

    One stop for Tab. `key_pressed` carries a `Do` for the chosen member, `check_wanted` the id of
    a member whose safety check is to be opened.
    """

    chosen = Signal(str)
    check_wanted = Signal(str)
    key_pressed = Signal(object)
    usual_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margin=SPACE.s, spacing=2, parent=parent)
        self.rows: dict[str, MemberRow] = {}
        self._members: tuple[MemberPart, ...] = ()
        self.selected = ""
        self.header = SectionHeader("Members", " ", inset=SPACE.s)
        self.header.setMinimumHeight(34)
        self.header.row.addWidget(KeyCap("?"))
        self.usual = Button("", ButtonKind.LINK)
        self.usual.clicked.connect(self.usual_wanted)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addWidget(self.header)
        self.body.addWidget(self.usual, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._column)
        self.body.addLayout(_hints())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Members of this session")

    def show_found(self, found: WrapUp) -> None:
        """Show everybody; rows are made anew only when people change."""
        self._members = found.members
        if [part.seat.member for part in found.members] != list(self.rows):
            clear(self._column)
            self.rows = {part.seat.member: MemberRow(part) for part in found.members}
            for row in self.rows.values():
                row.pressed.connect(self.choose)
                row.check_pressed.connect(self.check_wanted)
                self._column.addWidget(row)
        for part in found.members:
            self.rows[part.seat.member].show_part(part)
        self._show_usual()
        if self.selected not in self.rows:
            self.selected = first_to_do(found)
        self._mark()

    def _show_usual(self) -> None:
        waiting = sum(
            part.facts is not None
            and part.facts.by_telehealth
            and not part.seat.location
            and bool(part.seat.usual_location)
            and part.note is not None
            and not part.note.signed
            for part in self._members
        )
        self.usual.setVisible(waiting > 1)
        self.usual.setText(f"Record the usual location for all {waiting}")

    def choose(self, member_id: str) -> None:
        """Make this the member whose note is shown."""
        if member_id in self.rows:
            self.selected = member_id
            self._mark()
            self.chosen.emit(member_id)

    def step(self, by: int) -> None:
        """The next member, or the one before; the ends stay."""
        order = list(self.rows)
        if order:
            at = order.index(self.selected) if self.selected in order else 0
            self.choose(order[min(max(at + by, 0), len(order) - 1)])

    def choose_digit(self, digit: str) -> None:
        """The member with this digit, if there is one."""
        for part in self._members:
            if part.seat.digit == digit:
                self.choose(part.seat.member)

    def _mark(self) -> None:
        for member_id, row in self.rows.items():
            row.set_selected(member_id == self.selected)
            row.cap.set_selected(member_id == self.selected)
            row.ringed = self.hasFocus() and member_id == self.selected
            row.update()
        if self.selected in self.rows:
            name = self.rows[self.selected].accessibleName()
            self.setAccessibleName(f"Members of this session. {name}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text().upper()
        if event.key() in _STEPS:
            self.step(_STEPS[Qt.Key(event.key())])
        elif event.key() in _ENTER:
            self.key_pressed.emit(Do.WRITE)
        elif typed in _DOS:
            self.key_pressed.emit(_DOS[typed])
        elif typed.isdigit():
            self.choose_digit(typed)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark()


def first_to_do(found: WrapUp) -> str:
    """The first member with something to put right, else the first with a note to sign."""
    ready = (p for p in found.members if p.standing is Standing.READY)
    wanted = next((p for p in found.members if p.to_do), None) or next(ready, None)
    anyone = wanted or (found.members[0] if found.members else None)
    return anyone.seat.member if anyone else ""


def _hints() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, 0)
    row.setSpacing(SPACE.xs)
    for key in IN_ROSTER:
        if key.hint:
            row.addWidget(KeyCap(key.keys))
            row.addWidget(Text(key.hint, Type.MUTED))
            row.addSpacing(SPACE.xs)
    row.addStretch(1)
    return row
