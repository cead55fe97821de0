"""One group at a glance."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from practice.desk.groups import GroupRow
from practice.desk.practice import today
from practice.desk.roster import GROUP_SIZE
from practice.models.enums import GROUP_KIND_WORDS
from practice.ui.groups.strip import AttendanceStrip
from practice.ui.groups.view import CardView, plan_words
from practice.ui.theme import RADIUS, SPACE, Role, Type, follow, theme
from practice.ui.widgets import paint
from practice.ui.widgets.paint import Face
from practice.ui.widgets.pill import PillKind, StatusPill
from practice.ui.widgets.text import ElidedText, Text
from practice.ui.words import day_near

WIDTH = 340
"""The least; cards share out what is left of a line."""
_LEAST = 164


class GroupCard(QAbstractButton):
    """A card that can be pressed, by mouse, Space or Enter; `clicked` opens the group."""

    def __init__(self, view: CardView, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ringed = False
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.l)
        column.setSpacing(SPACE.xs)
        column.addLayout(self._first_line(view))
        column.addWidget(ElidedText(about(view.group), Type.SECONDARY))
        column.addWidget(ElidedText(coming(view), Type.SMALL))
        column.addStretch(1)
        column.addLayout(self._strip_line(view))
        column.addSpacing(SPACE.xs)
        column.addWidget(ElidedText(plan_words(view.plan) or "No plan yet", Type.MUTED))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        name = (view.group.name, about(view.group), size(view), coming(view))
        self.setAccessibleName(", ".join(name))
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = paint.begin(self), QRectF(self.rect())
        fill = Role.HOVER if self.underMouse() else Role.SURFACE
        paint.ground(painter, box, RADIUS.card, Face(fill=fill, border=Role.BORDER))
        if self.hasFocus() and self._ringed:
            paint.focus_ring(painter, box, RADIUS.card)


def about(group: GroupRow) -> str:
    """`Micro-group · Tuesdays 12:30, 20 min`."""
    return f"{GROUP_KIND_WORDS[group.kind]} · {group.when}"


def size(view: CardView) -> str:
    """`9 of 10`, or that it is full."""
    return f"{view.size} of {GROUP_SIZE}" + (", full" if view.size >= GROUP_SIZE else "")


def coming(view: CardView) -> str:
    """When it meets next."""
    if view.next is None:
        return "No session planned"
    when = view.next.starts
    return f"Next: {day_near(when.date(), today())}, {when:%H:%M}"
