"""Making the draft: read here, drawn on the lane, and only the newest one is shown."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from practice.errors import Refused, Unavailable
from practice.ui.background import Lane
from practice.ui.preview.leaving import nothing_first

PAUSE = 0.3  # seconds after the last change


@dataclass(frozen=True)
class Draft:
    """A document with all it says: how it is drawn, which reads nothing more, and how it leaves.

    `check` raises Refused for what must not leave; `issue` writes the bytes down before they do.
    `file_name` names nobody. `kept` is said once it has left, and what `left` adds to it: that is
    called then and does what follows.
    """

    draw: Callable[[], bytes]
    file_name: str
    issue: Callable[[bytes], object]
    check: Callable[[], object] = nothing_first
    kept: str = ""
    left: Callable[[], str] = str


class Drafter(QObject):
    """`wanted` comes a pause after the last `touch`. `ready` carries a Draft and its bytes.

    `failed` carries the Refused or Unavailable. What was overtaken meanwhile is dropped.
    """

    wanted = Signal()
    ready = Signal(object, bytes)
    failed = Signal(object)

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._newest = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(1000 * PAUSE))
        self._timer.timeout.connect(self.wanted)

    def touch(self) -> None:
        """Something changed."""
        self._timer.start()

    @property
    def is_waiting(self) -> bool:
        """Whether a change has not been looked at yet."""
        return self._timer.isActive()

    def drop(self) -> None:
        """Nothing that was asked for is wanted any more."""
        self._timer.stop()
        self._newest += 1

    def make(self, read: Callable[[], Draft]) -> None:
        """Make a document. Reading takes some milliseconds, drawing some tens of them."""
        self.drop()
        number = self._newest
        try:
            draft = read()
        except (Refused, Unavailable) as error:
            self.failed.emit(error)
            return
        self._lane.run(
            draft.draw,
            lambda pdf: self._deliver(number, lambda: self.ready.emit(draft, pdf)),
            lambda error: self._deliver(number, lambda: self.failed.emit(error)),
        )

    def _deliver(self, number: int, tell: Callable[[], None]) -> None:
        if isValid(self) and number == self._newest:
            tell()
