"""The main window: first run, lock screen or the unlocked practice, and the way between them.

What only an unlocked practice needs is imported when someone unlocks: the lock screen stands at
half the time and memory without it.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QClipboard, QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from practice.errors import Refused, Unavailable
from practice.ui import placing
from practice.ui.background import Lane
from practice.ui.idle import IdleWatch
from practice.ui.live_host import LiveHost, Maker
from practice.ui.reception import Reception
from practice.ui.start import Hold, Start
from practice.ui.widgets.notices import BannerKind
from practice.vault.vault import Unlocked, Vault

if TYPE_CHECKING:
    from practice.models.audit import Changes
    from practice.ui.context import Context
    from practice.ui.locking import Farewell

TITLE = "Practice"
DEMO_TITLE = "Practice (demo)"
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
        self.context: Context | None = None
        self.hold = hold or Hold(start.folder)
        self.reception = Reception(start, lane, self.hold)
        self.idle = IdleWatch(self)
        self.live = LiveHost(make_live, self)
        self._leaving = False
        self._backup_place = ""
        self.setWindowTitle(DEMO_TITLE if start.demo else TITLE)
        self._connect()
        placing.place(self)

    def _connect(self) -> None:
        self.reception.show.connect(self._show)
        self.reception.arrived.connect(self.enter)
        self.idle.idle.connect(self.lock)
        self.locking.connect(self.live.lock)
        self.unlocked.connect(self.live.unlock)
        self.live.unlock_wanted.connect(self.come_forward)

    def begin(self, said: str = "") -> None:
        """Show what the data folder calls for; `said` is told on that screen."""
        self.reception.begin(said)

    def enter(self, vault: Vault, unlocked: Unlocked, events: tuple[str, ...] = ()) -> None:
        """Someone proved who they are: open the files and show the practice."""
        from practice.care import sign_in  # noqa: PLC0415
        from practice.ui.context import Context  # noqa: PLC0415

        try:
            sign_in.sign_in(vault, unlocked, events)
        except (Unavailable, Refused) as error:
            unlocked.wipe()
            self.reception.trouble(error.message)
            return
        context = Context(vault, unlocked, self.lane, demo=self.start.demo)
        context.lock.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        context.restore.connect(self._lock_to_restore, Qt.ConnectionType.QueuedConnection)
        context.open_session.connect(partial(self.live.open, context))
        self.context = context
        self._show_practice(context)
        self._follow_settings()
        self.unlocked.emit(context)

    def _show_practice(self, context: "Context") -> None:
        from practice.care import leftovers  # noqa: PLC0415
        from practice.ui.frame import Frame  # noqa: PLC0415

        frame = Frame(context)
        frame.tell(self.reception.take_trouble(), BannerKind.DANGER)
        for leftover in leftovers.found():
            if not (leftover.running and self.live.is_live):
                frame.offer(leftover)
        context.actions.changed.connect(self._on_change)
        self._show(frame)

    def _on_change(self, changes: "Changes") -> None:
        if "practice" in changes.rows:
            self._follow_settings()

    def _follow_settings(self) -> None:
        """Known beforehand: a lock must not depend on a disk that may fail."""
        from practice.desk.practice import practice  # noqa: PLC0415

        settings = practice()
        self._backup_place = settings.backup_folder
        self.idle.start(settings.idle_minutes)

    def lock(self) -> None:
        """Save, hide and close everything, then back up; the lock screen follows."""
        self._lock(self._locked)

    def _lock_to_restore(self) -> None:
        self._lock(lambda: self.reception.restore(self._backup_place))

    def _locked(self) -> None:
        if self._leaving:
            self.finished.emit()
        else:
            self.reception.begin()

    def _lock(self, then: "Farewell") -> None:
        from practice.ui.locking import LockingScreen  # noqa: PLC0415

        if self.context is None:
            return
        context, self.context = self.context, None
        self.idle.stop()
        context.locking.emit()
        self.live.put_away_unless_running()
        self.locking.emit()
        context.actions.close()
        place = "" if self.live.is_live else self._backup_place
        screen = LockingScreen(self.lane, context, place)
        clear_clipboard(QGuiApplication.clipboard())
        self._show(screen)
        screen.locked.connect(self.reception.note_trouble)
        screen.locked.connect(lambda _trouble: then())
        screen.begin()

    def lock_at_once(self) -> None:
        """The system ends the program: close the files now, without a backup."""
        from practice.care import sign_in  # noqa: PLC0415

        if self.context:
            context, self.context = self.context, None
            context.locking.emit()
            self.locking.emit()
            context.actions.close()
            self.lane.close()
            sign_in.sign_out_quietly(context.vault)
            context.unlocked.wipe()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing locks. The window goes at once; the program ends when the backup is made."""
        placing.keep(self)
        if self.context:
            self.live.put_away_unless_running()
        if self.live.is_live:
            self.lock()
            self.reception.say(STILL_RUNNING)
            event.ignore()
            return
        event.accept()
        self._leaving = True
        if self.context:
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


def clear_clipboard(board: QClipboard) -> None:
    """What was copied here does not outlive the lock; what others copied is not ours to clear."""
    if board.ownsClipboard():
        board.clear()
