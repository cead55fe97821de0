"""What every measured program has in common: when it was started, and how it answers."""

import json
import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

STARTED = "BENCH_STARTED_NS"


def since_start() -> float:
    """Milliseconds since the parent started this process; both read the same steady clock."""
    return (time.monotonic_ns() - int(os.environ[STARTED])) / 1e6


def answer(**figures: object) -> None:
    """Tell the parent, and end at once: closing down is not measured."""
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.stdout.flush()
    os._exit(0)


class Painted(QObject):
    """Calls once, when a window's next painting is done."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._then = window, then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() in (QEvent.Type.Paint, QEvent.Type.UpdateRequest):
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False
