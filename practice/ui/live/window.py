"""The companion window beside the call. Its title is always the same and names nobody."""

import contextlib

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from practice.desk import schedule
from practice.desk.schedule import SessionRow
from practice.errors import Unavailable
from practice.models.enums.sessions import SessionState
from practice.ui import preferences, reading
from practice.ui.autosave import Autosave
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.live import beside
from practice.ui.live.capture import CAPTURE_WORDS, Capture, hide
from practice.ui.live.curtain import Curtain
from practice.ui.live.standpoint import Standpoint
from practice.ui.live.start import StartPanel
from practice.ui.live.view import SessionView
from practice.ui.theme import theme

TITLE = "Session notes"
WIDTH, HEIGHT = 420, 900
TICK_MS = 250


class LiveWindow(QWidget):
    """One session at a time. Closing it asks nothing: the session goes on, and `open` shows it.

    `ended` carries the id of a session that was ended here; `context.wrap_up` carries it too.
    `finished` comes when there is nothing left to show: it was ended, or closed before it began.
    `unlock_wanted` comes from the curtain of a locked practice.
    """

    ended = Signal(str)
    finished = Signal()
    unlock_wanted = Signal()

    def __init__(
        self,
        context: Context | None = None,
        session_id: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.context: Context | None = None
        self.session_id = ""
        self.view: SessionView | None = None
        self.start: StartPanel | None = None
        self.curtain = Curtain()
        self.autosave = Autosave(self)
        self.capture = Capture.VISIBLE
        self._session: SessionRow | None = None
        self._standpoint: Standpoint | None = None
        self._user = ""
        self._unsaved: dict[str, str] = {}
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.curtain)
        self.curtain.lifted.connect(self.lift_curtain)
        self.curtain.unlock.connect(self.unlock_wanted)
        self._ticking = QTimer(self, interval=TICK_MS)
        self._ticking.timeout.connect(self.tick)
        self.setMinimumSize(360, 480)
        self.resize(theme().px(WIDTH), HEIGHT)
        beside.stay_on_top(self, preferences.load().live_on_top)
        if context is not None and session_id:
            self._take(context, session_id)

    # A session

    def open(self, context: Context, session_id: str) -> None:
        """Show a session: running, or ready to start with Enter; one already held is wrapped up."""
        if schedule.session(session_id).state is SessionState.HELD:
            context.wrap_up.emit(session_id)
            return
        if self.session_id != session_id or self.context is not context:
            self._take(context, session_id)
        self._come_forward()

    def _take(self, context: Context, session_id: str) -> None:
        self._drop()
        self.context, self.session_id, self._user = context, session_id, context.user_id
        self.curtain.locked = False
        if schedule.session(session_id).state is SessionState.LIVE:
            self._show_session()
        else:
            self._show_start()

    def _show_start(self) -> None:
        if self.context is None:
            return
        self.start = StartPanel(self.context, self.session_id)
        self.start.started.connect(self._started)
        self._session = None
        self._show(self.start)
        self.start.begin()

    def _started(self) -> None:
        self._drop_start()
        self._show_session()
        if self.view is not None:
            self.view.take_keyboard()

    def _show_session(self) -> None:
        if self.context is None:
            return
        self.view = SessionView(self.context, self.session_id, self.autosave)
        self.view.ended.connect(self._ended)
        self.view.curtain_wanted.connect(self.hide_behind_curtain)
        self.view.header.pin.connect(self._pin)
        self.view.edge_wanted.connect(self.snap)
        self.view.header.show_pinned(preferences.load().live_on_top)
        self._session = self.view.record.session
        self._show(self.view)
        self._show_capture()
        self._ticking.start()

    def _ended(self) -> None:
        session_id, context = self.session_id, self.context
        self._drop()
        self.session_id = ""
        self.hide()
        self.ended.emit(session_id)
        self.finished.emit()
        if context is not None:
            context.wrap_up.emit(session_id)

    def _show(self, page: QWidget) -> None:
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def _come_forward(self) -> None:
        if self.isVisible():
            self.raise_()
        self.show()
        self.activateWindow()
        if self.view is not None and not self.curtain.isVisible():
            self.view.take_keyboard()

    def _drop(self) -> None:
        self.autosave.flush()
        self._drop_start()
        view, self.view = self.view, None
        if view is not None:
            view.shut()
            self._stack.removeWidget(view)
            view.deleteLater()
        self._ticking.stop()

    def _drop_start(self) -> None:
        start, self.start = self.start, None
        if start is not None:
            self._stack.removeWidget(start)
            start.hide()
            start.deleteLater()

    def tick(self) -> None:
        """Show the time now."""
        if self.curtain.isVisible():
            self.curtain.tick()
        elif self.view is not None:
            self.view.tick()

    # The curtain

    @property
    def locked(self) -> bool:
        """Whether the practice was locked over this window."""
        return self.curtain.locked

    def hide_behind_curtain(self) -> None:
        """F9: nothing but the time, until F9 again. What was typed is saved first."""
        self.autosave.flush()
        self.curtain.raise_over(self._now(), locked=False)
        self._stack.setCurrentWidget(self.curtain)
        self.curtain.setFocus()

    def lift_curtain(self) -> None:
        """Go on where one was."""
        if self.view is not None:
            self._stack.setCurrentWidget(self.view)
            self.view.tick()
            self.view.take_keyboard()

    def raise_curtain(self, save: bool = True) -> None:
        """At lock, while the files are still open: save, forget every name, keep the time running.

        Words the disk does not take stay in memory and are saved after `restore`.
        """
        session = self._now()
        if self.view is not None:
            self._standpoint = self.view.standpoint()
        if not save:
            self._unsaved |= self.autosave.halt()
        self._drop()
        self._unsaved |= self.autosave.halt()
        self.context = None
        self._session = session
        self.curtain.raise_over(session, locked=True)
        self._stack.setCurrentWidget(self.curtain)
        self._ticking.start()

    def restore(self, context: Context) -> None:
        """After unlocking: the same member, the same focus, the same words, for the same person."""
        if not self.session_id or not self.locked:
            return
        same, there = context.user_id == self._user, self._standpoint
        if same:
            for key, text in self._unsaved.items():
                self.autosave.put(key, text)
            self._unsaved = {}
        self._take(context, self.session_id)
        if self.view is not None:
            if same and there is not None:
                self.view.stand(there)
            self.view.take_keyboard()

    def _now(self) -> SessionRow | None:
        return self.view.record.session if self.view is not None else self._session

    # The window itself

    def snap(self) -> None:
        """Move to the screen's right edge; some systems leave that to the person."""
        if not beside.asked_in_vain():
            self.setGeometry(beside.at_edge(self.screen().availableGeometry(), self.size()))
        elif self.view is not None:
            self.view.say(beside.NOT_HERE)

    def _pin(self, wanted: bool) -> None:
        """Above other windows or not, now and next time; a full disk is no reason not to."""
        beside.stay_on_top(self, wanted)
        with contextlib.suppress(Unavailable):
            preferences.change(live_on_top=wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys count even while nothing in the window has the focus."""
        view = self.view
        if view is None or not view.isVisible() or not view.offered(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return reading.step(self, forward=forward)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.capture = hide(self)
        self._show_capture()
        if self.view is not None and not self.curtain.isVisible():
            self.view.take_keyboard()

    def _show_capture(self) -> None:
        """Say at the bottom whether others can see the window."""
        if self.view is not None:
            hidden = self.capture is Capture.HIDDEN
            icon = Icon.MONITOR_OFF if hidden else Icon.MONITOR
            self.view.capture.say(CAPTURE_WORDS[self.capture], icon)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The session goes on. Only words the disk has not taken keep the window open."""
        if not self.autosave.flush():
            event.ignore()
            return
        event.accept()
        if self.start is not None:
            self.finished.emit()
