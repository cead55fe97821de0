"""One group at a glance."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from practice.desk import segments
from practice.desk.groups import GroupRow
from practice.desk.practice import today
from practice.desk.roster import GROUP_SIZE
from practice.models.enums.groups import GROUP_KIND_WORDS, ORIENTATION_WORDS, Intake, Orientation
from practice.ui.groups.strip import AttendanceStrip
from practice.ui.groups.view import CardView
from practice.ui.theme import RADIUS, SPACE, Role, Type, follow, theme
from practice.ui.widgets.paint import Face
from practice.ui.widgets.pill import PillKind, StatusPill
from practice.ui.widgets.text import ElidedText, Text
from practice.ui.widgets.tile import Tile
from practice.ui.words import day_near

WIDTH = 340
"""The least; cards share out what is left of a line."""
_LEAST = 184


class GroupCard(Tile):
    """A card that can be pressed; `clicked` opens the group."""

    def __init__(self, view: CardView, *, parent: QWidget | None = None) -> None:
        super().__init__(
            Face(fill=Role.SURFACE, border=Role.BORDER),
            Face(fill=Role.HOVER, border=Role.BORDER),
            RADIUS.card,
            parent=parent,
        )
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.l)
        column.setSpacing(SPACE.xs)
        column.addLayout(self._first_line(view))
        column.addWidget(ElidedText(about(view.group), Type.SECONDARY))
        if words := fits(view.group):
            column.addWidget(ElidedText(words, Type.SMALL))
        column.addWidget(ElidedText(coming(view), Type.SMALL))
        column.addStretch(1)
        column.addLayout(self._strip_line(view))
        column.addSpacing(SPACE.xs)
        column.addWidget(ElidedText(segments.in_words(view.plan) or "No plan yet", Type.MUTED))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        name = (view.group.name, about(view.group), fits(view.group), size(view), coming(view))
        self.setAccessibleName(", ".join(part for part in name if part))
        follow(self.updateGeometry)

    def _first_line(self, view: CardView) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(ElidedText(view.group.name, Type.STRONG), 1)
        row.addWidget(StatusPill(PillKind.NEUTRAL, "Ended" if view.over else size(view)))
        return row

    def _strip_line(self, view: CardView) -> QHBoxLayout:
        row = QHBoxLayout()
        last = view.bars[-1].words if view.bars else "no session yet"
        row.addWidget(Text(f"Last session: {last}", Type.MUTED), 1)
        row.addWidget(AttendanceStrip(view.bars))
        return row

    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDTH), max(theme().px(_LEAST), self._column.sizeHint().height()))


def about(group: GroupRow) -> str:
    """`Micro-group · Tuesdays 12:30, 20 min`."""
    return f"{GROUP_KIND_WORDS[group.kind]} · {group.when}"


def for_whom(group: GroupRow) -> str:
    """`Women · Harm reduction`, as far as it is not for everybody."""
    towards = group.orientation is not Orientation.EITHER
    parts = (group.audience, ORIENTATION_WORDS[group.orientation] if towards else "")
    return " · ".join(part for part in parts if part)


def fits(group: GroupRow) -> str:
    """For whom it is, and whether it is closed."""
    closed = "Closed" if group.intake is Intake.CLOSED else ""
    return " · ".join(part for part in (for_whom(group), closed) if part)


def size(view: CardView) -> str:
    """`9 of 10`, or that it is full, and how many wait."""
    full = ", full" if view.full else ""
    waiting = f" · {view.waiting} waiting" if view.waiting else ""
    return f"{view.size} of {GROUP_SIZE}{full}{waiting}"


def coming(view: CardView) -> str:
    """When it meets next."""
    if view.next is None:
        return "No session planned"
    when = view.next
    return f"Next: {day_near(when.date(), today())}, {when:%H:%M}"
