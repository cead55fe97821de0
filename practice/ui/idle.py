"""Knowing when nobody is at the keyboard, and when the computer slept."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from practice import clock

_BY_HAND = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_LOOK_EVERY_MS = 1000
_SLEPT_SECONDS = 60
"""A wall clock this far ahead of the steady one means sleep: the steady one stands still then."""


class IdleWatch(QObject):
    """`idle` once nobody touched keys or mouse in any window for `minutes`, or after sleep.

    What the program does by itself, such as a session's timer, does not count as someone there.
    One touch in each second is enough to know: until the next `look` no event passes through here.
    """

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._minutes = 0
        self._touched = clock.monotonic()
        self._drift = clock.Drift()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self, minutes: int) -> None:
        """Begin to watch, from now."""
        self._minutes = minutes
        self._touched = clock.monotonic()
        self._drift = clock.Drift()
        self._watch(touches=True)
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer: the practice is locked."""
        self._timer.stop()
        self._watch(touches=False)

    def look(self) -> None:
        """Say so if it is time; called once a second."""
        slept = self._drift.look() > _SLEPT_SECONDS
        if slept or clock.monotonic() - self._touched >= self._minutes * 60:
            self.stop()
            self.idle.emit()
        else:
            self._watch(touches=True)

    def _watch(self, *, touches: bool) -> None:
        """Whether events pass through here; Qt takes a filter it has already only once."""
        app = QCoreApplication.instance()
        if app and touches:
            app.installEventFilter(self)
        elif app:
            app.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _BY_HAND:
            self._touched = clock.monotonic()
            self._watch(touches=False)
        return False
