"""Type into the session window as a clinician does, until killed, and tell what was shown.

Lines on standard output: `K whom letter` before a key, `T seconds` once it is done, `R whom` when
a line was put on record, `A` whenever the window says that all is saved, `B seconds` while nothing
is typed. Seconds are of the steady clock; `whom` is where the words of a member are kept.
"""

import os
import random
import sys
import time
import traceback
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from practice import clock
from practice.models import store
from practice.ui.autosave import Autosave
from practice.ui.background import InlineLane
from practice.ui.context import Context
from practice.ui.live.view import SessionView
from practice.ui.live.window import LiveWindow
from practice.ui.theme import Scheme, apply
from practice.vault import device
from practice.vault.vault import open_vault

LETTERS = "abcdefghijklmnopqrstuvwxyz   "
PAUSES_MS = (0, 0, 0, 2, 5, 15, 40, 90)
LONG_PAUSES_MS = (300, 600, 1300)
STARTED = datetime(2026, 11, 17, 23, 5, tzinfo=UTC)


def tell(words: str) -> None:
    """In one write, so that a kill leaves no half line."""
    os.write(1, f"{words}\n".encode())


class Typist:
    """Hands on the keyboard, and eyes on the mark below."""

    def __init__(self, view: SessionView, seed: int) -> None:
        self.view, self.random = view, random.Random(seed)
        self.pauses = self.random.choice((PAUSES_MS, (0,), (20,), (120,)))

    def look(self) -> None:
        """Say so when the window says that everything is saved."""
        if self.view.mark.text().startswith("Saved"):
            tell("A")

    def type_on(self) -> None:
        while True:
            chance = self.random.random()
            if chance < 0.02:
                self.press(Qt.Key.Key_Return)
            elif chance < 0.04:
                digit = self.random.choice("1234")
                QTest.keyClicks(self.view.composer.editor, digit, Qt.KeyboardModifier.AltModifier)
            elif chance < 0.05:
                self.wait(self.random.choice(LONG_PAUSES_MS))
            else:
                self.letter(self.random.choice(LETTERS))
            self.wait(self.random.choice(self.pauses))

    def letter(self, letter: str) -> None:
        tell(f"K {self.view.composer.key} {letter}")
        QTest.keyClicks(self.view.composer.editor, letter)
        tell(f"T {time.monotonic()}")
        self.look()

    def press(self, key: Qt.Key) -> None:
        """Enter: whatever stands in the composer goes on record."""
        editor, whom = self.view.composer.editor, self.view.composer.key
        if editor.toPlainText().strip():
            QTest.keyClick(editor, key)
            assert not editor.toPlainText(), self.view.said.text()
            tell(f"R {whom}")
            self.look()

    def wait(self, span_ms: int) -> None:
        if span_ms:
            QTest.qWait(span_ms)
            tell(f"B {time.monotonic()}")


def show_saved_too_early() -> None:
    """The planted bug: the window says “Saved” just before the words are written."""
    save = Autosave.flush

    def flush(self: Autosave) -> bool:
        if self._unsaved:
            self.saved_at = clock.monotonic()
            self._done()
        return save(self)

    Autosave.flush = flush  # type: ignore[method-assign]  # on purpose


def main(folder: Path, passphrase: str, session: str, seed: int, *, early: bool) -> None:
    if early:
        show_saved_too_early()
    begun = time.monotonic()
    clock.use(lambda: STARTED + timedelta(seconds=time.monotonic() - begun), time.monotonic)
    app = QApplication(["practice"])
    apply(app, Scheme.LIGHT)
    vault = open_vault(folder, device.demo_file(folder))
    unlocked = vault.unlock(vault.users[0].id, passphrase)
    store.open_files(folder, unlocked.file_keys(), unlocked.user.id)
    window = LiveWindow(Context(vault, unlocked, InlineLane(), demo=False), session)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    assert window.view is not None
    QTest.keyClick(window.view, Qt.Key.Key_Return)
    typist = Typist(window.view, seed)
    window.autosave.state_changed.connect(typist.look)
    tell("READY")
    typist.type_on()


def fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Nothing may go wrong unseen."""
    traceback.print_exception(kind, error, trace)
    os._exit(1)


if __name__ == "__main__":
    sys.excepthook = fail
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), early=sys.argv[5] != "")
