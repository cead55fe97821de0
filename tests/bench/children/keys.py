"""Keys pressed in the live session's window: each until it is on the disk and on the screen."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from practice.ui.live.window import LiveWindow

_PROBE = os.urandom(4096)
_WORDS = "Named her first cue"
_NAMED = {"Return": Qt.Key.Key_Return, "Escape": Qt.Key.Key_Escape}


class Kind(Enum):
    """What a key makes durable: a mark and a line are operations, a letter is a draft."""

    SELECT = "select"
    MARK = "mark"
    LETTER = "letter"
    LINE = "line"


@dataclass(frozen=True)
class Press:
    """One key."""

    kind: Kind
    key: str


def presses(seats: int) -> Iterator[Press]:
    """Without end: each member in turn is selected, marked in every way, and written about."""
    for digit in cycle("1234567890"[:seats]):
        yield Press(Kind.SELECT, digit)
        yield from (Press(Kind.MARK, key) for key in "PXLNEUP")
        yield Press(Kind.SELECT, "Return")
        yield from (Press(Kind.LETTER, letter) for letter in _WORDS)
        yield Press(Kind.LINE, "Return")
        yield Press(Kind.SELECT, "Escape")


class _Paints(QObject):
    """Counts the paintings of a window."""

    def __init__(self, window: LiveWindow) -> None:
        super().__init__(window)
        self.count = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.UpdateRequest
        return False


@dataclass
class Pressed:
    """Milliseconds of every key by its kind, and of a 4 KB write and fsync after each."""

    keys: dict[Kind, list[float]]
    probe: list[float]
    unpainted: int


def press_all(window: LiveWindow, number: int, place: Path) -> Pressed:
    """Press so many keys, one after another."""
    view, paints = window.view, _Paints(window)
    if view is None:
        raise RuntimeError("the session does not run")
    pressed = Pressed({kind: [] for kind in Kind}, [], 0)
    with (place / "bench-probe").open("wb", buffering=0) as probe:
        for press in islice(presses(len(view.record.seats)), number):
            before = paints.count
            pressed.keys[press.kind].append(_timed(window, press))
            pressed.unpainted += paints.count == before
            pressed.probe.append(_write(probe.fileno()))
    return pressed


def _timed(window: LiveWindow, press: Press) -> float:
    begun = time.perf_counter()
    type_key(window, press.key)
    if press.kind is Kind.LETTER:
        window.autosave.flush()
    QApplication.processEvents()
    return 1000 * (time.perf_counter() - begun)


def type_key(window: QWidget, key: str) -> None:
    """Send one key to where the keyboard is."""
    QApplication.sendEvent(QApplication.focusWidget() or window, _event(key))


def _event(key: str) -> QKeyEvent:
    if key in _NAMED:
        text = "\r" if key == "Return" else ""
        return QKeyEvent(QEvent.Type.KeyPress, _NAMED[key], Qt.KeyboardModifier.NoModifier, text)
    code = Qt.Key(ord(key.upper()))
    return QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, key.lower())


def _write(handle: int) -> float:
    begun = time.perf_counter()
    os.pwrite(handle, _PROBE, 0)
    os.fsync(handle)
    return 1000 * (time.perf_counter() - begun)
