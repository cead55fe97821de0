"""The week with very many rows of attendance behind it, as the front desk opens it."""

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from practice.models.enums.practice import Role
from practice.models.office import Attendance
from practice.ui.context import Place
from practice.ui.schedule.page import SchedulePage
from practice.ui.schedule.shown import View
from practice.ui.workspace import Workspace
from tests.bench.children.answering import answer
from tests.bench.children.opening import workspace

ROUNDS = 20


def main(folder: str, passphrase: str, now: str) -> int:
    """From the key for Schedule to the painted week, read anew each time; milliseconds."""
    window = workspace(Path(folder), passphrase, now, Role.FRONT_DESK)
    begun = time.perf_counter()
    window.go(Place.SCHEDULE)
    page = window.pages[Place.SCHEDULE]
    if not isinstance(page, SchedulePage):
        raise TypeError(page)
    page.turn(View.WEEK)
    QApplication.processEvents()
    first = 1000 * (time.perf_counter() - begun)
    opened = [_timed(window, partial(_open, window), page) for _ in range(ROUNDS)]
    turned = [_timed(window, partial(_turn, page), None) for _ in range(ROUNDS)]
    rows: int = Attendance.select().count()
    answer(rows=rows, first_ms=first, opened_ms=opened, turned_ms=turned)
    return 0


def _open(window: Workspace) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    if window.place is not Place.SCHEDULE:
        raise RuntimeError("the schedule did not open")


def _turn(page: SchedulePage) -> None:
    QTest.keyClick(page.week.board, Qt.Key.Key_PageUp)


def _timed(window: Workspace, press: Callable[[], None], page: SchedulePage | None) -> float:
    """With a page: left before, and to be read again."""
    if page is not None:
        window.go(Place.TODAY)
        page.mark_stale()
        QApplication.processEvents()
    begun = time.perf_counter()
    press()
    QApplication.processEvents()
    return 1000 * (time.perf_counter() - begun)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
