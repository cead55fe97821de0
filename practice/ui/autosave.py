"""Words are saved while they are typed, and the window says truthfully whether they are.

Saved 0.25 s after the last key, every 0.8 s while somebody types on (with the time a disk takes,
no word is at stake for more than a second), and whenever `flush` is called: on leaving a field, at
lock and on closing. Words the disk does not take stay here and are tried again every second.
"""

from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal

from practice import clock
from practice.care import drafts
from practice.errors import Unavailable
from practice.ui.widgets.inputs import TextInput

PAUSE = 0.25
AT_MOST = 0.8
AGAIN = 1.0


class SaveState(Enum):
    """SAVED: everything typed is on the disk. PENDING: some is not yet. FAILED: nor could it be."""

    SAVED = "saved"
    PENDING = "pending"
    FAILED = "failed"


class Autosave(QObject):
    """Keeps the drafts of one window. `state_changed` carries the new SaveState.

    `saved_at` is the steady-clock second of the last save that reached the disk, None before the
    first. `trouble` holds words while the state is FAILED.
    """

    state_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = SaveState.SAVED
        self.saved_at: float | None = None
        self.trouble = ""
        self._unsaved: dict[str, str] = {}
        self._since = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    def follow(self, key: str, editor: TextInput) -> None:
        """Save what is typed into an editor under `key` from now on."""
        editor.textChanged.connect(lambda: self.put(key, editor.toPlainText()))

    def put(self, key: str, text: str) -> None:
        """These are the words now. Empty words remove the draft."""
        now = clock.monotonic()
        if not self._unsaved:
            self._since = now
        self._unsaved[key] = text
        if self.state is SaveState.FAILED:
            return
        self._tell(SaveState.PENDING)
        rest = self._since + AT_MOST - now
        if rest <= 0:
            self.flush()
        else:
            self._timer.start(round(1000 * min(PAUSE, rest)))

    def text(self, key: str) -> str:
        """The words under a key: those on the screen, else those on the disk."""
        unsaved = self._unsaved.get(key)
        return drafts.load(key) if unsaved is None else unsaved

    def forget(self, key: str) -> None:
        """The words were put on record or thrown away, in an operation that dropped the draft."""
        self._unsaved.pop(key, None)
        if not self._unsaved:
            self._done()

    def halt(self) -> dict[str, str]:
        """At lock: stop trying. Returns what could not be saved, for `put` after unlocking."""
        left, self._unsaved = self._unsaved, {}
        self._done()
        return left

    def flush(self) -> bool:
        """Save everything now; whether all of it is on the disk."""
        self._timer.stop()
        if not self._unsaved:
            return True
        try:
            for key, text in list(self._unsaved.items()):
                drafts.save(key, text)
                del self._unsaved[key]
        except Unavailable as unavailable:
            self.trouble = unavailable.message
            self._tell(SaveState.FAILED)
            self._timer.start(round(1000 * AGAIN))
            return False
        self.saved_at = clock.monotonic()
        self._done()
        return True

    def _done(self) -> None:
        self._timer.stop()
        self.trouble = ""
        self._tell(SaveState.SAVED)

    def _tell(self, state: SaveState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)
