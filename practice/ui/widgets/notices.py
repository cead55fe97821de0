"""What the window tells a person without stopping them."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.ui.icons import Icon
from practice.ui.theme import RADIUS, SPACE, Role, Type, follow
from practice.ui.widgets import paint
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.paint import Face
from practice.ui.widgets.pill import KeyCaps
from practice.ui.widgets.text import ElidedText, IconLabel, Text


@dataclass(frozen=True)
class _Tone:
    face: Face
    icon: Icon


class BannerKind(Enum):
    """How serious it is."""

    INFO = _Tone(Face(Role.ACCENT, Role.ACCENT_SOFT, Role.ACCENT), Icon.INFO)
    WARNING = _Tone(Face(Role.LATE, Role.LATE_SOFT, Role.LATE), Icon.WARNING)
    DANGER = _Tone(Face(Role.NO_SHOW, Role.NO_SHOW_SOFT, Role.NO_SHOW), Icon.X_CIRCLE)


class Banner(QWidget):
    """A bar that stays until what it says is no longer true. Hidden while it has no words.

    `flush` for one that lies along the window's edge: square, with a line below it only.
    """

    def __init__(
        self,
        kind: BannerKind = BannerKind.INFO,
        words: str = "",
        button: Button | None = None,
        *,
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._flush = kind, flush
        self._icon = IconLabel(kind.value.icon, kind.value.face.ink)
        self._words = Text("", Type.BODY, wrap=True)
        row = QHBoxLayout(self)
        edge = SPACE.l if flush else SPACE.m
        row.setContentsMargins(edge, SPACE.s, SPACE.s, SPACE.s)
        row.setSpacing(SPACE.s)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        if button:
            row.addWidget(button)
        self.say(words)
        follow(self.update)

    def text(self) -> str:
        """The words shown, or nothing."""
        return self._words.text()

    def say(self, words: str, kind: BannerKind | None = None) -> None:
        """Say this, or hide when there is nothing to say."""
        self._kind = kind or self._kind
        self._icon.set_icon(self._kind.value.icon, self._kind.value.face.ink)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box, face = paint.begin(self), QRectF(self.rect()), self._kind.value.face
        if not self._flush:
            paint.ground(painter, box, RADIUS.control, face)
            return
        line = QRectF(0, self.height() - 1, self.width(), 1)
        paint.ground(painter, box, 0, Face(fill=face.fill))
        paint.ground(painter, line, 0, Face(fill=face.border))


class UndoBar(QWidget):
    """What was done last and the way back: “Moved Elif D. to Tue 15:30 · Undo”."""

    undo = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedText("", Type.SECONDARY)
        self.button = Button("Undo", ButtonKind.LINK)
        self.button.clicked.connect(self.undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        for part in (IconLabel(Icon.UNDO, Role.TEXT2), self._words, self.button):
            row.addWidget(part)
        row.addWidget(KeyCaps(("Ctrl", "Z")))
        row.addStretch(1)
        self.offer("")

    def offer(self, words: str) -> None:
        """Show what was done; nothing hides the bar."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.button.setAccessibleName(f"Undo: {words}")
        self.setVisible(bool(words))


class EmptyState(QWidget):
    """One sentence and one button, where there is nothing yet."""

    def __init__(
        self,
        sentence: str,
        button: Button | None = None,
        icon: Icon | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        words = Text(sentence, Type.SECONDARY, wrap=True)
        words.setAlignment(middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.xxl, SPACE.xl, SPACE.xxl)
        column.setSpacing(SPACE.m)
        column.addStretch(1)
        if icon:
            column.addWidget(IconLabel(icon, Role.MUTED, 28), 0, middle)
        column.addWidget(words)
        if button:
            column.addWidget(button, 0, middle)
        column.addStretch(1)
