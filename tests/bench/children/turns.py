"""How late the window's turns come while something goes on beside it.

A timer wants a turn every few milliseconds; the last turn counted is the first one after it was
over, so that what is shown then counts as well.
"""

import time
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

EVERY_MS = 4
PATIENCE = 60.0


class Turns:
    """Counts the turns of the thread it is made in."""

    def __init__(self, parent: QObject) -> None:
        self._at: list[float] = []
        timer = QTimer(parent, interval=EVERY_MS, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: self._at.append(time.perf_counter()))
        timer.start()

    def during(self, begin: Callable[[], object], over: Callable[[], bool]) -> list[float]:
        """Milliseconds each turn came late while something went on, latest last."""
        self._at = [time.perf_counter()]
        begin()
        end = time.monotonic() + PATIENCE
        while not over():
            if time.monotonic() > end:
                raise RuntimeError("what was waited for did not end")
            let_go_on()
        counted = len(self._at)
        while len(self._at) == counted:
            let_go_on()
        gaps = (1000 * (after - before) for before, after in pairwise(self._at))
        return sorted(max(0.0, gap - EVERY_MS) for gap in gaps)


def let_go_on() -> None:
    """One round of the program's own loop."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
