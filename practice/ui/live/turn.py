"""Individual work: whose turn it is, and how much of it is left. Shown only while it runs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from practice.desk import cue
from practice.desk.cue import Place
from practice.models.enums.groups import SegmentKind
from practice.ui.icons import Icon
from practice.ui.live.record import Record
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.pill import KeyCap
from practice.ui.widgets.text import ElidedText, IconLabel
from practice.ui.words import short


def minutes_seconds(seconds: int) -> str:
    """`4:19`, `60:00`."""
    return f"{seconds // 60}:{seconds % 60:02}"


class TurnLine(QWidget):
    """One line that never moves the keyboard. `next` asks for the next member's turn."""

    next = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedText("", Type.EMPHASIS)
        self.next_button = Button("Next turn", ButtonKind.LINK)
        self.next_button.clicked.connect(self.next)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(IconLabel(Icon.PERSON, Role.ACCENT, 16))
        row.addWidget(self._words, 1)
        for part in (KeyCap("F8"), self.next_button):
            row.addWidget(part)
        self.hide()

    def show_turn(self, record: Record, where: Place, seconds: int) -> None:
        """Show the turn of the step the plan is in; hidden in every other kind of step."""
        step = where.step
        runs = step is not None and step.kind is SegmentKind.INDIVIDUAL
        self.setVisible(runs)
        if step is None or not runs:
            return
        people = cue.here(record.seats)
        each = cue.share(step, len(people))
        taken = cue.of_step(record.turns, where, seconds)
        seat = record.seat_of(taken[-1].member) if taken else None
        if seat is None:
            words = f"{minutes_seconds(each)} for each of {len(people)}"
        else:
            left = each - (seconds - taken[-1].seconds)
            time = f"{minutes_seconds(left)} left" if left > 0 else "time is over"
            words = f"{short(seat.short_name)} · {time}"
        self._words.setText(words)
        self._words.set_role(None if seat is None else Role.ACCENT)
