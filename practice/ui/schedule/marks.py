"""What stands beside appointments: the free time chosen, the ghost, and the time it is."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from practice.ui import icons
from practice.ui.icons import Icon
from practice.ui.theme import RADIUS, Role, Type, follow, theme
from practice.ui.widgets import paint
from practice.ui.widgets.paint import Face
from practice.ui.widgets.tile import Tile

_LINES = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_CLOSE = Face(Role.TEXT2, Role.SURFACE, Role.ACCENT, dashed=True)


class Slot(Tile):
    """The free time the keyboard stands on; seen only while it does. `words` is its time."""

    focused = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = ""

    def stand_for(self, words: str, full: str) -> None:
        """Another time: `10:00`, and all of it for screen readers."""
        self._words = words
        self.setAccessibleName(full)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ringed = True
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        painter, box, px = paint.begin(self), QRectF(self.rect()), theme().px
        paint.ground(painter, box, RADIUS.control, _CLOSE, 1.5)
        square = QRectF(px(6), px(6), px(14), px(14))
        icons.draw(painter, square, Icon.PLUS, Role.ACCENT)
        painter.setFont(theme().font(Type.SMALL, tabular=True))
        painter.setPen(theme().color(Role.TEXT2))
        painter.drawText(box.adjusted(px(25), px(5), 0, 0), _LINES, self._words)


class Ghost(Tile):
    """Where something carried would come to stand, and what speaks for or against it.

    A click, or Enter, puts it there. Its edge is dashed while the mouse holds it.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = self._words = ""
        self._role = Role.ACCENT

    def say(self, title: str, words: str, role: Role) -> None:
        """Its name, `13:00–13:50 · free` or what is against it, in a colour that says as much."""
        if (title, words, role) == (self._title, self._words, self._role):
            return
        self._title, self._words, self._role = title, words, role
        self.setAccessibleName(f"{title}, {words}")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.update()

    @property
    def words(self) -> str:
        """What it says below the name."""
        return self._words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box, px = paint.begin(self), QRectF(self.rect()), theme().px
        soft = {Role.ACCENT: Role.ACCENT_SOFT, Role.LATE: Role.LATE_SOFT}
        fill = soft.get(self._role, Role.NO_SHOW_SOFT)
        held = self.hasFocus()
        edge = Face(self._role, fill, self._role, dashed=not held)
        paint.ground(painter, box, RADIUS.control, edge, 2)
        inner = box.adjusted(px(9), px(4), -px(6), -px(3))
        painter.setPen(theme().color(self._role))
        painter.setFont(theme().font(Type.LABEL))
        height = painter.fontMetrics().height()
        title = painter.fontMetrics().elidedText(
            self._title, Qt.TextElideMode.ElideRight, int(inner.width())
        )
        short = inner.height() < 2 * height
        if not short:
            painter.drawText(inner, _LINES, title)
            inner.setTop(inner.top() + height)
        painter.setFont(theme().font(Type.SMALL, tabular=True))
        painter.drawText(inner, _LINES, self._words)


class NowLine(QWidget):
    """A dot and a line over today's column."""

    THICK = 10

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        follow(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, middle = paint.begin(self), self.THICK / 2
        red = Face(fill=Role.NO_SHOW)
        paint.ground(painter, QRectF(middle, middle - 1, self.width() - middle, 2), 0, red)
        paint.ground(painter, QRectF(0, 0, self.THICK, self.THICK), middle, red)
