"""Which groups are shown: for whom they are, what they work towards, whether they take people."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from practice.models.enums.groups import ORIENTATION_WORDS, Intake, Orientation
from practice.ui.groups.view import CardView
from practice.ui.theme import SPACE
from practice.ui.widgets.choices import Choice


class Room(Enum):
    """Whether a group takes people."""

    ANY = "any"
    FREE = "free"
    OPEN = "open"
    CLOSED = "closed"


_ROOM_WORDS = {
    Room.ANY: "Open or closed",
    Room.FREE: "A place is free",
    Room.OPEN: "Open",
    Room.CLOSED: "Closed",
}
_WIDTH = 16


class GroupFilter(QWidget):
    """`changed` comes when a person chooses; nothing is chosen at first."""

    changed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.audience = Choice[str]([("", "Any audience")])
        self.orientation = Choice(
            [
                (Orientation.EITHER, "Any orientation"),
                *(row for row in ORIENTATION_WORDS.items() if row[0] is not Orientation.EITHER),
            ]
        )
        self.room = Choice(list(_ROOM_WORDS.items()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        choices = (
            (self.audience, "Audience"),
            (self.orientation, "Orientation"),
            (self.room, "Joining"),
        )
        for choice, name in choices:
            choice.setAccessibleName(name)
            choice.setMinimumContentsLength(_WIDTH)
            choice.activated.connect(self.changed)
            row.addWidget(choice)
        row.addStretch(1)

    def offer(self, audiences: Sequence[str]) -> None:
        """The audiences there are; the one chosen stays while a group is for it."""
        chosen = self.audience.value()
        self.audience.set_options([("", "Any audience"), *((name, name) for name in audiences)])
        if chosen in audiences:
            self.audience.set_value(chosen)

    def fits(self, card: CardView) -> bool:
        """Whether a group is to be shown; one for either orientation fits both."""
        group, towards = card.group, self.orientation.value()
        return (
            self.audience.value() in ("", group.audience)
            and (towards is group.orientation or Orientation.EITHER in (towards, group.orientation))
            and _has_room(card, self.room.value())
        )


def _has_room(card: CardView, room: Room) -> bool:
    taking = card.group.intake is Intake.OPEN and not card.over
    return {
        Room.ANY: True,
        Room.FREE: taking and not card.full,
        Room.OPEN: taking,
        Room.CLOSED: card.group.intake is Intake.CLOSED,
    }[room]
