"""The session window's life beside the main window: opened, curtained at lock, brought back."""

from collections.abc import Callable
from importlib import import_module
from typing import Any, Protocol, cast

from PySide6.QtCore import QObject, Signal

from practice.desk import schedule
from practice.models.enums.sessions import SessionState
from practice.ui.context import Context


class LiveWindow(Protocol):
    """What the shell asks of the session window.

    `finished` is emitted once the session has ended and the window is done; `unlock_wanted` when
    someone at the raised curtain wants the lock screen. `view` is None until the session began,
    and while the curtain of a locked practice is down over it: `locked`.
    """

    finished: Signal
    unlock_wanted: Signal
    view: object

    @property
    def locked(self) -> bool: ...

    def raise_curtain(self, save: bool = True) -> None:
        """Save what was typed, then hide everything but the timer, which runs on."""

    def restore(self, context: Context) -> None:
        """The practice was unlocked again: go back to the same member."""

    def show(self) -> None: ...
    def raise_(self) -> None: ...
    def activateWindow(self) -> None: ...
    def close(self) -> bool: ...
    def deleteLater(self) -> None: ...


Maker = Callable[[Context, str], LiveWindow]


class LiveHost(QObject):
    """At most one session window; it outlives a lock, while pages do not."""

    unlock_wanted = Signal()
    finished = Signal()

    def __init__(self, make: Maker | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make or _make
        self._window: LiveWindow | None = None
        self._session = ""

    @property
    def is_live(self) -> bool:
        """Whether a session window is open."""
        return self._window is not None

    def open(self, context: Context, session_id: str) -> None:
        """Open a session's window, or bring it forward; a session that is over is wrapped up.

        Nothing opens for someone without a key to the lines.
        """
        if not context.clinical:
            return
        if self._window is not None and session_id == self._session:
            self._come_forward()
        elif schedule.session(session_id).state in (SessionState.PLANNED, SessionState.LIVE):
            self._open(context, session_id)
        else:
            context.wrap_up.emit(session_id)

    def _open(self, context: Context, session_id: str) -> None:
        if self._window is not None:
            self._come_forward()
            return
        self._session = session_id
        self._window = self._make(context, session_id)
        # The two are signals of a QObject; the protocol can't say so.
        window = cast(Any, self._window)
        window.finished.connect(self._end)
        window.unlock_wanted.connect(self.unlock_wanted)
        self._come_forward()

    def put_away_unless_running(self) -> None:
        """Before a lock: a window whose session never began need not come back.

        One that is still behind the curtain of someone else's lock stays as it is.
        """
        window = self._window
        if window is None or window.locked or window.view is not None:
            return
        if window.close():
            self._end()

    def lock(self) -> None:
        """Save and raise the curtain, if there is a window and it is not down already."""
        if self._window is not None and not self._window.locked:
            self._window.raise_curtain(save=True)

    def unlock(self, context: Context) -> None:
        """Bring the window back; the curtain stays for someone without a key to the lines."""
        if self._window is not None and context.clinical:
            self._window.restore(context)

    def _come_forward(self) -> None:
        if self._window is not None:
            self._window.show()
            self._window.raise_()
            self._window.activateWindow()

    def _end(self) -> None:
        if self._window is not None:
            self._window.deleteLater()
            self._window = None
            self._session = ""
            self.finished.emit()


def _make(context: Context, session_id: str) -> LiveWindow:
    module = import_module("practice.ui.live.window")
    window: LiveWindow = module.LiveWindow(context, session_id)
    return window
