"""Starting the program with a window: one per data folder, nothing but local sockets."""

import os
import signal
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from practice.errors import Refused, Unavailable
from practice.ui import preferences
from practice.ui.background import Lane
from practice.ui.shell import PAINTED_MS, Shell
from practice.ui.start import Hold, Start
from practice.ui.theme import ARGUMENTS
from practice.vault.folder import harden, prepare
from practice.vault.instance import AlreadyOpen

NO_DISPLAY = "There is no display to open a window on. `practice --help` lists what works without."


def run(start: Start) -> int:
    """Open the window and stay until it is closed. Returns the exit status.

    A second start on the same folder brings the first window forward and returns 0.
    """
    if not _has_display():
        return _fail(NO_DISPLAY)
    harden()
    app = QApplication([*ARGUMENTS])
    app.setApplicationDisplayName("Practice")
    app.setQuitOnLastWindowClosed(False)
    preferences.load().apply()
    hold = Hold(start.folder)
    try:
        said = prepare(start.folder)
        hold.take()
    except AlreadyOpen as already:
        return 0 if _rang(start) else _fail(already.message)
    except (Refused, Unavailable) as error:
        return _fail(error.message)
    try:
        return _stay(app, start, hold, " ".join(said))
    finally:
        hold.let_go()


def _stay(app: QApplication, start: Start, hold: Hold, said: str) -> int:
    lane = Lane()
    shell = Shell(start, lane, hold=hold)
    shell.finished.connect(app.exit)
    app.aboutToQuit.connect(shell.lock_at_once)
    heartbeat = _end_when_told(app)
    shell.show()
    QTimer.singleShot(0, shell, lambda: _furnish(shell, said))
    status = app.exec()
    heartbeat.stop()
    lane.close()
    return status


def _furnish(shell: Shell, said: str) -> None:
    """What the window needs, loaded now that it stands."""
    from practice.ui import files  # noqa: PLC0415
    from practice.ui.crash import CrashHandler  # noqa: PLC0415

    CrashHandler(QApplication.activeWindow, shell.lock).install()
    files.keep_no_places()
    shell.begin(said)
    QTimer.singleShot(PAINTED_MS, shell, lambda: _listen(shell))


def _listen(shell: Shell) -> None:
    """Hear of other starts on the folder; the network library is large."""
    from practice.ui.doorbell import Doorbell  # noqa: PLC0415

    Doorbell(shell.start.folder, shell).rung.connect(shell.come_forward)


def _rang(start: Start) -> bool:
    from practice.ui.doorbell import ring  # noqa: PLC0415

    return ring(start.folder)


def _end_when_told(app: QApplication) -> QTimer:
    """End well on SIGTERM and Ctrl+C. Python sees a signal only while it runs: twice a second.

    `exit` and not `quit`, which asks the windows first: one with a running session says no.
    """
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: QTimer.singleShot(0, app.exit))
    heartbeat = QTimer(app)
    heartbeat.timeout.connect(lambda: None)
    heartbeat.start(500)
    return heartbeat


def _has_display() -> bool:
    variables = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in variables)


def _fail(words: str) -> int:
    """Said where the person is: at the terminal, and in a window if there is no terminal."""
    sys.stderr.write(f"{words}\n")
    if QGuiApplication.instance() is None or sys.stderr.isatty():
        return 1
    if QGuiApplication.platformName() not in ("offscreen", "minimal"):
        QMessageBox.critical(None, "Practice", words)
    return 1
