"""The main window: first run, lock screen or the unlocked practice, and the way between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from practice.ui import placing
from practice.ui.background import Lane
from practice.ui.help.host import HelpHost
from practice.ui.start import Hold, Start

if TYPE_CHECKING:  # what takes time to load is loaded when the window already stands
    from practice.ui.context import Context
    from practice.ui.idle import IdleWatch
    from practice.ui.live_host import Maker
    from practice.ui.reception import Reception
    from practice.ui.work import Work
    from practice.vault.vault import Unlocked, Vault

TITLE = "Practice"
DEMO_TITLE = "Practice (demo)"
PAINTED_MS = 50
"""By then a window that was just shown is painted: a timer of 0 would come before its painting."""
STILL_RUNNING = "A session is still running, so the program stays open. Its notes are saved."


class Shell(QMainWindow):
    """`locking` and `unlocked` (carrying the Context) tell who outlives a lock.

    `finished` comes when the window was closed and everything is at rest.
    """

    locking = Signal()
    unlocked = Signal(object)
    finished = Signal()

    def __init__(
        self, start: Start, lane: Lane, *, hold: Hold | None = None, make_live: Maker | None = None
    ) -> None:
        super().__init__()
        self.start, self.lane = start, lane
        self.hold = hold or Hold(start.folder)
        self._make_live = make_live
        self._reception: Reception | None = None
        self._work: Work | None = None
        self.help = HelpHost(self)
        self._leaving = False
        self.setWindowTitle(DEMO_TITLE if start.demo else TITLE)
        placing.place(self)

    @property
    def context(self) -> Context | None:
        """The practice someone works in; None while it is locked."""
        return self._work.context if self._work else None

    @property
    def reception(self) -> Reception:
        """Everything before the practice is open."""
        if self._reception is None:
            from practice.ui.reception import Reception  # noqa: PLC0415  # see above

            self._reception = Reception(self.start, self.lane, self.hold)
            self._reception.show.connect(self._show)
            self._reception.arrived.connect(self.enter)
        return self._reception

    @property
    def work(self) -> Work:
        """Everything while it is open, and what outlives a lock."""
        if self._work is None:
            from practice.ui.work import Work  # noqa: PLC0415  # see above

            work = self._work = Work(self.lane, self._make_live)
            work.show.connect(self._show)
            work.refused.connect(self.reception.trouble)
            work.unlocked.connect(self.unlocked)
            work.locking.connect(self.locking)
            work.lock_asked.connect(self.lock)
            work.switch_asked.connect(self.switch_user)
            work.restore_asked.connect(self._lock_to_restore)
            work.help_asked.connect(self.help.open)
            work.live.unlock_wanted.connect(self.come_forward)
        return self._work

    @property
    def idle(self) -> IdleWatch:
        """What locks when nobody is there."""
        return self.work.idle

    def begin(self, said: str = "") -> None:
        """Show what the data folder calls for; `said` is told on that screen."""
        self.reception.begin(said)
        QTimer.singleShot(PAINTED_MS, self, lambda: self.work)  # so that unlocking need not wait

    def enter(self, vault: Vault, unlocked: Unlocked, events: tuple[str, ...] = ()) -> None:
        """Someone proved who they are."""
        trouble = self.reception.take_trouble()
        self.work.begin(vault, unlocked, events, trouble, demo=self.start.demo)

    def lock(self) -> None:
        """Save, hide and close everything, then back up; the lock screen follows."""
        self._lock(self._locked, self.context.user_id if self.context else "")

    def switch_user(self) -> None:
        """Lock, then ask who is next."""
        self._lock(self._locked)

    def _lock_to_restore(self) -> None:
        self._lock(lambda: self.reception.restore(self.work.backup_place))

    def _lock(self, then: Callable[[], None], next_person: str = "") -> None:
        def rested(trouble: str) -> None:
            self.reception.note_trouble(trouble)
            then()

        if self.context is not None:
            self.reception.note_person(next_person)
            self.work.end(rested)

    def _locked(self) -> None:
        if self._leaving:
            self.finished.emit()
        else:
            self.reception.begin()

    def lock_at_once(self) -> None:
        """The system ends the program: close the files now, without a backup."""
        if self.context is not None:
            self.work.end_at_once()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing locks. The window goes at once; the program ends when the backup is made."""
        placing.keep(self)
        if self._work is not None:
            self._work.put_away_idle_session()
            if self._work.live.is_live:
                self.lock()
                self.reception.say(STILL_RUNNING)
                event.ignore()
                return
        event.accept()
        self._leaving = True
        self.help.close()
        if self.context is not None:
            self.lock()
        elif not self.reception.is_busy:
            self.finished.emit()

    def come_forward(self) -> None:
        """Someone started the program again, or wants the lock screen."""
        self._leaving = False
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _show(self, screen: QWidget) -> None:
        gone = self.takeCentralWidget()
        if gone:
            gone.hide()
            gone.deleteLater()
        self.setCentralWidget(screen)
        screen.setFocus()
