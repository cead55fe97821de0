"""Typing in the live session while a backup is made and notes are searched.

Keys come at the pace of a fast writer, whether the window is ready or not; each is timed from when
it was due until it is painted, so that a window that stood still counts for every key it missed.
What is typed is saved as ever, by its own clock. With every few keys a search begins, as in the
palette. All of it is told beside the same with nothing else going on.
"""

import time
from collections.abc import Callable
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from practice.care import search
from practice.models import store
from practice.ui.background import Lane
from practice.ui.shell import Shell
from tests.bench.children.keys import type_key
from tests.bench.children.turns import Turns

KEY_MS = 90
SETTLED_S = 2.0
"""By then the pages behind the window show what the keys before have changed."""
QUIET_S = 5.0
KEYS_PER_SEARCH = 4
WORDS = "Named her first cue and said what helped. "
SOUGHT = ("breath", "payday", "urge plan", "sleep")


class Typing(QObject):
    """Types on from `begin` to `end`."""

    def __init__(self, lane: Lane, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.keys_ms: list[float] = []
        self.searches_ms: list[float] = []
        self._lane = lane
        self._words, self._sought = cycle(WORDS), cycle(SOUGHT)
        self._due = 0.0
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._type)

    def begin(self) -> None:
        """The first key comes after one key's time."""
        self._due = time.perf_counter()
        self._await_next()

    def end(self) -> None:
        """No key from now on."""
        self._timer.stop()

    def _await_next(self) -> None:
        self._due += KEY_MS / 1000
        self._timer.start(max(0, round(1000 * (self._due - time.perf_counter()))))

    def _type(self) -> None:
        type_key(self._window, next(self._words))
        QApplication.processEvents()
        self.keys_ms.append(_since(self._due))
        if not len(self.keys_ms) % KEYS_PER_SEARCH:
            self._search()
        self._await_next()

    def _search(self) -> None:
        begun = time.perf_counter()
        find = partial(search.find, next(self._sought))
        self._lane.short.run(find, lambda _: self.searches_ms.append(_since(begun)), _fail)


def measured(shell: Shell, folder: Path) -> dict[str, object]:
    """Milliseconds of keys, turns and searches, and of the backup."""
    window: Any = shell.work.live._window
    if shell.context is None or window.view is None:
        raise RuntimeError("no session runs")
    for key in ("1", "Return"):
        type_key(window, key)
    context, heads, place = shell.context, store.heads(), folder.with_name("backups")
    place.mkdir(exist_ok=True)
    Turns(window).during(lambda: None, _after(SETTLED_S))
    done = list[object]()
    quiet = _typed(window, context.lane, lambda: None, _after(QUIET_S))
    begun = time.perf_counter()
    busy = _typed(
        window,
        context.lane,
        lambda: context.lane.run(
            lambda: context.vault.back_up(place, context.unlocked, heads), done.append, _fail
        ),
        lambda: bool(done),
    )
    names = ("keys_ms", "turns_ms", "searches_ms")
    return {
        "backup_ms": _since(begun),
        **dict(zip((f"quiet_{name}" for name in names), quiet, strict=True)),
        **dict(zip((f"busy_{name}" for name in names), busy, strict=True)),
    }


def _typed(
    window: QWidget, lane: Lane, begin: Callable[[], object], over: Callable[[], bool]
) -> tuple[list[float], list[float], list[float]]:
    typing = Typing(lane, window)
    typing.begin()
    turns = Turns(window).during(begin, over)
    typing.end()
    return typing.keys_ms, turns, typing.searches_ms


def _after(seconds: float) -> Callable[[], bool]:
    until = time.monotonic() + seconds
    return lambda: time.monotonic() > until


def _since(begun: float) -> float:
    return 1000 * (time.perf_counter() - begun)


def _fail(error: Exception) -> None:
    raise error
