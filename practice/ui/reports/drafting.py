"""Making the draft: read here, drawn on the lane, and only the newest one is shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from practice.errors import Refused, Unavailable
from practice.reports import gather, progress
from practice.reports.gather import Choice
from practice.ui.background import Lane

PAUSE = 0.3  # seconds after the last change


class Drafter(QObject):
    """`wanted` comes a pause after the last `touch`. `ready` carries a Choice and its bytes.

    `failed` carries the Refused or Unavailable. What was overtaken meanwhile is dropped.
    """

    wanted = Signal()
    ready = Signal(object, bytes)
    failed = Signal(object)

    def __init__(self, lane: Lane, author_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._lane, self._author_id = lane, author_id
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

    def make(self, choice: Choice) -> None:
        """Make the report. Reading takes some milliseconds, drawing some tens of them."""
        self.drop()
        number = self._newest
        try:
            report = gather.progress_report(choice, self._author_id)
        except (Refused, Unavailable) as error:
            self.failed.emit(error)
            return
        self._lane.run(
            lambda: progress.render(report),
            lambda pdf: self._deliver(number, lambda: self.ready.emit(choice, pdf)),
            lambda error: self._deliver(number, lambda: self.failed.emit(error)),
        )

    def _deliver(self, number: int, tell: Callable[[], None]) -> None:
        if isValid(self) and number == self._newest:
            tell()
