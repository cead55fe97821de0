"""The privacy curtain: a plain panel with the time, and nobody's name."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.desk.schedule import SessionRow
from practice.ui.icons import Icon
from practice.ui.live import keys
from practice.ui.live.header import elapsed
from practice.ui.live.keys import Do, Focus
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Ground
from practice.ui.widgets.session import TimerLabel
from practice.ui.widgets.text import IconLabel, Text

HIDDEN = "Hidden. Press F9 to go on."
LOCKED = "Locked. Unlock to go on."


class Curtain(Ground):
    """`lifted` asks for the session again, `unlock` to be let in first."""

    lifted = Signal()
    unlock = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(Role.BG, parent=parent)
        self.locked = False
        self._session: SessionRow | None = None
        self.timer = TimerLabel()
        self.words = Text(HIDDEN, Type.SECONDARY)
        self.unlock_button = Button("Unlock", ButtonKind.PRIMARY, Icon.UNLOCK)
        self.unlock_button.clicked.connect(self.unlock)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE.m)
        column.addStretch(1)
        parts = (IconLabel(Icon.EYE_OFF, Role.MUTED, 28), self.timer, self.words)
        for part in (*parts, self.unlock_button):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def raise_over(self, session: SessionRow | None, *, locked: bool) -> None:
        """Cover the window. Of the session only its start and stop are used."""
        self._session, self.locked = session, locked
        self.words.setText(LOCKED if locked else HIDDEN)
        self.unlock_button.setVisible(locked)
        self.timer.setVisible(session is not None and not session.late_entry)
        self.setAccessibleName(self.words.text())
        self.tick()
        (self.unlock_button if locked else self).setFocus()

    def tick(self) -> None:
        """Show the time now."""
        if self._session is not None:
            self.timer.show_seconds(elapsed(self._session))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = keys.find(event, Focus.ANYWHERE)
        if key is not None and key.do is Do.CURTAIN and not self.locked:
            self.lifted.emit()
        elif self.locked and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.unlock.emit()
