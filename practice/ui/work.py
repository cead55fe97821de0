"""Someone at work: the files open, the pages shown, locked when nobody is there.

Loaded when the lock screen already stands, so that the window comes up at once.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QWidget

from practice.care import leftovers, sign_in
from practice.desk.practice import practice
from practice.errors import Refused, Unavailable
from practice.models.audit import Changes
from practice.ui.background import Lane
from practice.ui.context import Context
from practice.ui.frame import Frame
from practice.ui.idle import IdleWatch
from practice.ui.live_host import LiveHost, Maker
from practice.ui.locking import LockingScreen
from practice.ui.widgets.notices import BannerKind
from practice.vault.vault import Unlocked, Vault

After = Callable[[str], None]
"""Called once the files rest, with what went wrong or nothing."""


class Work(QObject):
    """`show` carries what the window shows. `refused` says why the files can't be opened.

    `unlocked` carries the Context; `locking` comes before the files close. `lock_asked`,
    `switch_asked` and `restore_asked` come from a page or from idleness, `help_asked` carries a
    Chapter.
    """

    show = Signal(object)
    refused = Signal(str)
    unlocked = Signal(object)
    locking = Signal()
    lock_asked = Signal()
    switch_asked = Signal()
    restore_asked = Signal()
    help_asked = Signal(object)

    def __init__(self, lane: Lane, make_live: Maker | None = None) -> None:
        super().__init__()
        self.context: Context | None = None
        self.idle = IdleWatch(self)
        self.live = LiveHost(make_live, self)
        self.backup_place = ""
        self._lane = lane
        self.idle.idle.connect(self.lock_asked)

    def begin(
        self, vault: Vault, unlocked: Unlocked, events: tuple[str, ...], trouble: str, *, demo: bool
    ) -> None:
        """Someone proved who they are: open the files and show the pages. `trouble` is told."""
        try:
            sign_in.sign_in(vault, unlocked, events)
        except (Unavailable, Refused) as error:
            unlocked.wipe()
            self.refused.emit(error.message)
            return
        self.context = self._connected(Context(vault, unlocked, self._lane, demo=demo))
        self._follow_settings()
        self._show_pages(self.context, trouble)
        self.live.unlock(self.context)
        self.unlocked.emit(self.context)

    def _connected(self, context: Context) -> Context:
        """Queued: whoever asks has finished with their pages when these go."""
        queued = Qt.ConnectionType.QueuedConnection
        context.lock.connect(self.lock_asked, queued)
        context.switch.connect(self.switch_asked, queued)
        context.restore.connect(self.restore_asked, queued)
        context.open_session.connect(partial(self.live.open, context))
        context.help.connect(self.help_asked)
        context.actions.changed.connect(self._on_change)
        return context

    def _show_pages(self, context: Context, trouble: str) -> None:
        frame = Frame(context)
        frame.tell(trouble, BannerKind.DANGER)
        for leftover in leftovers.found():
            if not (leftover.running and self.live.is_live):
                frame.offer(leftover)
        self.show.emit(frame)

    def _on_change(self, changes: Changes) -> None:
        if "practice" in changes.rows:
            self._follow_settings()

    def _follow_settings(self) -> None:
        """Known beforehand: a lock must not depend on a disk that may fail."""
        settings = practice()
        self.backup_place = settings.backup_folder
        self.idle.start(settings.idle_minutes)

    def end(self, then: After) -> None:
        """Save, hide and close everything, then back up unless a session is running."""
        context = self._left()
        if context is None:
            return
        clear_clipboard(QGuiApplication.clipboard())
        place = "" if self.live.is_live else self.backup_place
        screen = LockingScreen(self._lane, context, place)
        self.show.emit(screen)
        screen.locked.connect(then)
        screen.begin()

    def end_at_once(self) -> None:
        """The system ends the program: close the files now, without a backup."""
        context = self._left()
        if context is not None:
            self.show.emit(QWidget())
            self._lane.close()
            sign_in.sign_out_quietly(context.vault)
            context.unlocked.wipe()

    def put_away_idle_session(self) -> None:
        """A session window whose session never began need not outlive a lock."""
        if self.context is not None:
            self.live.put_away_unless_running()

    def _left(self) -> Context | None:
        """Nobody is at work any more; everything that was typed is saved."""
        context = self.context
        if context is not None:
            self.idle.stop()
            context.locking.emit()
            self.put_away_idle_session()
            self.context = None
            self.live.lock()
            self.locking.emit()
            context.actions.close()
        return context


def clear_clipboard(board: QClipboard) -> None:
    """What was copied here does not outlive the lock; what others copied is not ours to clear."""
    if board.ownsClipboard():
        board.clear()
