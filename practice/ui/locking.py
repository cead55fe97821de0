"""From work to files at rest: a short screen while slow work ends and the backup is made."""

from pathlib import Path

from PySide6.QtCore import Signal

from practice.care import sign_in
from practice.errors import Refused, Unavailable
from practice.ui.background import Lane
from practice.ui.context import Context
from practice.ui.screen import Screen
from practice.vault import backup_result

NO_BACKUP = "The records are locked, but the backup was not made. {}"


class LockingScreen(Screen):
    """`locked` carries what went wrong, or nothing, once the files rest and the keys are gone."""

    locked = Signal(str)

    def __init__(self, lane: Lane, context: Context, place: str) -> None:
        """`place` is where the backup goes; nowhere, if empty."""
        super().__init__("Locked", "", lane)
        self._context, self._place = context, place
        self._trouble = ""

    def begin(self) -> None:
        """What still runs on the lanes ends first, since it reads the files."""
        reads = self.lane.short
        self.work("Closing the records…", reads.settle, lambda _: self._rest(), self._closed_badly)

    def _rest(self) -> None:
        try:
            heads = sign_in.sign_out(self._context.vault)
        except Unavailable as unavailable:
            self._closed_badly(unavailable)
            return
        if not self._place:
            self._finish()
            return
        vault, unlocked, place = self._context.vault, self._context.unlocked, Path(self._place)
        self.work(
            "Making the backup…",
            lambda: backup_result.back_up(vault, unlocked, place, heads),
            lambda _: self._finish(),
            self._no_backup,
        )

    def _no_backup(self, error: Refused | Unavailable) -> None:
        self._trouble = NO_BACKUP.format(error.message)
        self._finish()

    def _closed_badly(self, error: Refused | Unavailable) -> None:
        self._trouble = error.message
        self._finish()

    def _finish(self) -> None:
        self._context.unlocked.wipe()
        self.locked.emit(self._trouble)
