"""Bringing in 5,000 people through the page for it, and how long the window waits meanwhile.

A timer wants the window's turn every few milliseconds; how late it comes at worst is told beside
how late it comes with nothing else going on.
"""

import csv
import random
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from practice.ui.context import Place
from practice.ui.importing.page import ImportPage
from tests.bench.children.answering import answer
from tests.bench.children.opening import workspace

PEOPLE = 5_000
IDLE_S = 0.5
EVERY_MS = 4
PATIENCE = 60.0
_SYLLABLES = ("ma", "ri", "lo", "ka", "ten", "bor", "sil", "va", "den", "ro", "li", "an", "do")


def main(folder: str, passphrase: str, now: str) -> int:
    """Bring the list in and say how it went; milliseconds."""
    data = Path(folder)
    window = workspace(data, passphrase, now)
    window.go(Place.IMPORT)
    page = window.pages[Place.IMPORT]
    if not isinstance(page, ImportPage):
        raise TypeError(page)
    answer(**bring_in(page, a_list(data.with_name("people.csv"))))
    return 0


def a_list(path: Path) -> Path:
    """A list as another program would write it; the same on every machine."""
    pick = random.Random(1)

    def name(parts: int) -> str:
        return "".join(pick.choice(_SYLLABLES) for _ in range(parts)).title()

    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["First Name", "Last Name", "DOB", "Phone", "Email", "City", "Member ID"])
        for number in range(PEOPLE):
            born = date(1940, 1, 1) + timedelta(days=pick.randint(0, 25_000))
            row = [name(2), name(3), f"{born:%m/%d/%Y}", f"(518) 555-{number:04}"]
            out.writerow([*row, f"{name(2)}@x.example", name(2), f"NL{number:06}"])
    return path


class Turns:
    """How late the window's turns come."""

    def __init__(self, page: ImportPage) -> None:
        self._at: list[float] = []
        timer = QTimer(page, interval=EVERY_MS, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: self._at.append(time.perf_counter()))
        timer.start()

    def during(self, begin: Callable[[], object], over: Callable[[], bool]) -> list[float]:
        """Milliseconds each turn came late while something went on, latest last."""
        self._at.clear()
        begin()
        end = time.monotonic() + PATIENCE
        while not over():
            if time.monotonic() > end:
                raise RuntimeError("the import did not end")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        gaps = (1000 * (after - before) for before, after in pairwise(self._at))
        return sorted(gap - EVERY_MS for gap in gaps)


def bring_in(page: ImportPage, path: Path) -> dict[str, object]:
    """Every step, as fast as the program goes on."""
    turns, until = Turns(page), time.monotonic() + IDLE_S
    idle = turns.during(lambda: None, lambda: time.monotonic() > until)
    begun = time.perf_counter()
    waits = turns.during(lambda: page.read_file(path), lambda: page.step is page.columns)
    waits += turns.during(page.check_rows, lambda: page.step is page.check)
    waits += turns.during(page.write, lambda: page.step is page.done)
    took = 1000 * (time.perf_counter() - begun)
    if not page.done.said.text().endswith("members added."):
        raise RuntimeError(page.done.said.text())
    return {"import_ms": took, "import_waits_ms": sorted(waits)[-100:], "idle_ms": idle[-100:]}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
