"""One window per data folder: a second start rings, the first window comes forward.

A local socket of this account only; nothing but the ring goes through it.
"""

import hashlib
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 1000


class Doorbell(QObject):
    """Listens for other starts on the same folder; hold the instance lock before making one."""

    rung = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = _name(folder)
        QLocalServer.removeServer(name)  # left by a program that died; the instance lock is ours
        self._server.listen(name)

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.disconnected.connect(caller.deleteLater)
            caller.disconnectFromServer()
            self.rung.emit()

    def close(self) -> None:
        """Stop listening."""
        self._server.close()


def ring(folder: Path) -> bool:
    """Ask the program that has this folder to come forward; whether anyone was there."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    return socket.waitForConnected(_PATIENCE_MS)


def _name(folder: Path) -> str:
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    name = f"practice-{digest}"
    if sys.platform != "win32" and runtime and os.path.isdir(runtime):
        return os.path.join(runtime, name)
    return name
