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
_PHRASE, _FIELD = ";proud", "a call"
_NAMED = {
    "Return": (Qt.Key.Key_Return, "\r"),
    "Escape": (Qt.Key.Key_Escape, ""),
    "Tab": (Qt.Key.Key_Tab, "\t"),
}
_ALT = "Alt+"


class Kind(Enum):
    """What a key makes durable: a letter is a draft, going somewhere nothing, all else a change."""

    SELECT = "select"
    MARK = "mark"
    LETTER = "letter"
    LINE = "line"
    PHRASE = "phrase"
    FLAG = "flag"
    RATING = "rating"
    TECHNIQUE = "technique"


@dataclass(frozen=True)
class Press:
    """One key."""

    kind: Kind
    key: str


def presses(seats: int) -> Iterator[Press]:
    """Without end: each member in turn is selected, marked in every way, rated and written about.

    Their second line is a phrase and is flagged, so that its safety check opens.
    """
    for digit in cycle("1234567890"[:seats]):
        yield Press(Kind.SELECT, digit)
        yield from (Press(Kind.MARK, key) for key in "PXLNEUP")
        yield Press(Kind.SELECT, "Return")
        yield from (Press(Kind.LETTER, letter) for letter in _WORDS)
        yield Press(Kind.LINE, "Return")
        yield from (Press(Kind.LETTER, letter) for letter in _PHRASE)
        yield Press(Kind.PHRASE, "Tab")
        yield from (Press(Kind.LETTER, letter) for letter in _FIELD)
        yield Press(Kind.FLAG, "Alt+F")
        yield from (Press(Kind.SELECT, "Escape") for _slip_then_line in range(2))
        yield Press(Kind.SELECT, "R")
        yield from (Press(Kind.LETTER, figure) for figure in "74")
        yield Press(Kind.RATING, "Return")
        yield Press(Kind.SELECT, "K")
        yield Press(Kind.TECHNIQUE, "Return")


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
    alt, plain = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
    if key in _NAMED:
        return QKeyEvent(QEvent.Type.KeyPress, _NAMED[key][0], plain, _NAMED[key][1])
    letter = key.removeprefix(_ALT)
    held = alt if key.startswith(_ALT) else plain
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key(ord(letter.upper())), held, letter.lower())


def _write(handle: int) -> float:
    begun = time.perf_counter()
    os.pwrite(handle, _PROBE, 0)
    os.fsync(handle)
    return 1000 * (time.perf_counter() - begun)
