"""What every measured program has in common: when it was started, and how it answers."""

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from tests.bench.children.names import STARTED

_PAINTING = (QEvent.Type.Paint, QEvent.Type.UpdateRequest)


def since_start() -> float:
    """Milliseconds since the parent started this process; both read the same steady clock."""
    return (time.monotonic_ns() - int(os.environ[STARTED])) / 1e6


def cpu() -> float:
    """Milliseconds of processor time this process used so far; other programs count less."""
    return time.process_time() * 1000


def peak_mib() -> float:
    """The most memory this process ever held.

    Linux counts what a parent held into ru_maxrss, so its own account of this program is read.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


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
        if event.type() in _PAINTING:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False
