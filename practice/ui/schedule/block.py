"""One appointment in the calendar: a button that screen readers name, the mouse drags."""

from datetime import datetime

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from practice.desk.calendar import Appointment, What
from practice.models.enums.sessions import SessionState
from practice.ui import icons
from practice.ui.schedule.grip import Grip
from practice.ui.schedule.hatch import hatching
from practice.ui.schedule.looks import Look, Whose, line, look_of, name, state_of, tip
from practice.ui.theme import RADIUS, Role, Type, theme
from practice.ui.widgets import paint
from practice.ui.widgets.paint import Face, write
from practice.ui.widgets.text import plain_tip
from practice.ui.widgets.tile import Tile

BAR = 4
EDGE = 6
"""Pixels at the foot by which a block is made longer."""
_ICON = 15


def movable(one: Appointment) -> bool:
    """What has begun, was held or was cancelled never moves, nor does a closed day."""
    if one.what is What.SESSION:
        return one.state is SessionState.PLANNED
    return one.what is What.BLOCK


class Block(Tile):
    """Reused from week to week: `show_appointment` makes it another one.

    `began` carries where the mouse took it and whether by its foot; see `Grip` for the rest.
    """

    began = Signal(QPoint, bool)
    focused = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.appointment: Appointment | None = None
        self._look: Look | None = None
        self._line = ""
        self._whose = Whose.KNOWN
        self.open = False
        self.faded = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.grip = Grip(self)
        self.grip.began.connect(self._take)

    def show_appointment(self, one: Appointment, now: datetime, whose: Whose = Whose.KNOWN) -> None:
        """Be this appointment; `now` is wall time."""
        state = state_of(one, now)
        if self.appointment is None or self.appointment.id != one.id:
            self.open = self.faded = False
        self.appointment, self._whose = one, whose
        self._look, self._line = look_of(one, state), line(one, state, whose)
        self.setAccessibleName(name(one, now, whose))
        plain_tip(self, tip(one, now))
        self.update()

    def tick(self, now: datetime) -> None:
        """A minute went by: what is over says so."""
        if self.appointment is not None:
            self.show_appointment(self.appointment, now, self._whose)

    def set_open(self, is_open: bool) -> None:
        """Mark it as the one whose details are shown."""
        if is_open != self.open:
            self.open = is_open
            self.update()

    def set_faded(self, faded: bool) -> None:
        """Pale while its ghost is carried elsewhere."""
        self.faded = faded
        self.update()

    def _take(self, where: QPoint) -> None:
        self.began.emit(where, self._at_foot(where))

    def _at_foot(self, where: QPoint) -> bool:
        return where.y() >= self.height() - EDGE and self.height() > 2 * EDGE

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        moves = self.appointment is not None and movable(self.appointment)
        at_foot = moves and self._at_foot(event.position().toPoint())
        self.setCursor(Qt.CursorShape.SizeVerCursor if at_foot else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys are the calendar's: Qt's own arrows would leave it."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.appointment is None or self._look is None:
            return
        painter, box, look = paint.begin(self), QRectF(self.rect()), self._look
        painter.setOpacity(0.4 if self.faded else 1)
        shape = QPainterPath()
        shape.addRoundedRect(box, RADIUS.control, RADIUS.control)
        paint.ground(painter, box, RADIUS.control, look.face)
        painter.save()
        painter.setClipPath(shape)
        if look.hatched:
            painter.fillRect(box, hatching())
        if look.bar:
            painter.fillRect(QRectF(0, 0, BAR, box.height()), theme().color(look.bar))
        painter.restore()
        self._write(painter, box, look)
        if self.open:
            paint.ground(painter, box, RADIUS.control, Face(border=look.bar or look.face.ink), 1.5)
        if self.ringed:
            paint.focus_ring(painter, box, RADIUS.control, _ring(look))

    def _write(self, painter: QPainter, box: QRectF, look: Look) -> None:
        px, one = theme().px, self.appointment
        inner = box.adjusted(BAR + px(7), px(3), -px(6), -px(3))
        if look.icon and inner.width() > px(60):
            square = QRectF(inner.right() - px(_ICON), inner.top() + 1, px(_ICON), px(_ICON))
            icons.draw(painter, square, look.icon, look.bar or look.face.ink)
            inner.setRight(square.left() - 4)
        height = min(px(17), int(inner.height()))
        title = QRectF(inner.left(), inner.top(), inner.width(), height)
        words = one.title if one else ""
        write(painter, title, words, Type.LABEL, ink=look.face.ink)
        if look.struck:
            wide = min(painter.fontMetrics().horizontalAdvance(words), int(title.width()))
            middle = QRectF(title.left(), title.center().y(), wide, 1)
            painter.fillRect(middle, theme().color(look.face.ink))
        second = QRectF(inner.left(), title.bottom(), box.right() - inner.left() - px(5), height)
        if second.bottom() <= box.bottom() - 1:
            soft = Role.TEXT2 if look.face.ink is Role.TEXT else look.face.ink
            write(painter, second, self._line, Type.SMALL, ink=soft)


def _ring(look: Look) -> Role:
    return Role.TEXT if look.bar is None else look.bar
