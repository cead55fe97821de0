"""A meeting link: copied so that it does not linger, opened only where that is safe."""

from PySide6.QtCore import QMimeData, QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from practice.desk.links import may_open

CLEAR_AFTER_MS = 30_000
_PRIVATE = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    "org.nspasteboard.ConcealedType": b"1",
}
"""What clipboard managers of KDE, Windows and macOS read as: do not keep this."""


def open_call(link: str) -> None:
    """Hand the link to the system's browser or meeting program."""
    if may_open(link):
        QDesktopServices.openUrl(QUrl(link))


class CallLink(QObject):
    """Puts a link on the clipboard and takes it off after 30 s, at lock, or when it goes itself.

    Whatever was copied since by anyone is left alone.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CLEAR_AFTER_MS)
        self._timer.timeout.connect(self.clear)
        self._copied: list[str] = []
        copied = self._copied
        self.destroyed.connect(lambda: _forget(copied))

    def copy(self, link: str) -> None:
        """Copy it, marked so that clipboard managers keep no history of it."""
        data = QMimeData()
        data.setText(link)
        for kind, value in _PRIVATE.items():
            data.setData(kind, value)
        QGuiApplication.clipboard().setMimeData(data)
        self._copied[:] = [link]
        self._timer.start()

    def clear(self) -> None:
        """Take it off again now."""
        self._timer.stop()
        _forget(self._copied)


def _forget(copied: list[str]) -> None:
    clipboard = QGuiApplication.clipboard()
    if copied and clipboard.text() == copied[0]:
        clipboard.clear()
    copied.clear()
