"""Beside the call: the window above others, or at the edge of the screen, as far as one may ask.

X11, Windows and macOS take both requests. Wayland takes neither from a program.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

NOT_HERE = (
    "This system lets no program move itself or stay above others. Press Super+→ to keep the "
    "window at the edge."
)


def asked_in_vain() -> bool:
    """Whether this system leaves a window's place to the person alone."""
    return QGuiApplication.platformName().startswith("wayland")


def stay_on_top(window: QWidget, wanted: bool) -> None:
    """Keep a window above others, or no longer. Shown or not, it stays where it is, focus too.

    The native window is told directly: a widget's own flag would take the window down first.
    """
    above = Qt.WindowType.WindowStaysOnTopHint
    flags = window.windowFlags()
    window.overrideWindowFlags(flags | above if wanted else flags & ~above)
    if handle := window.windowHandle():
        handle.setFlag(above, wanted)


def at_edge(screen: QRect, size: QSize) -> QRect:
    """The place at the right edge of a screen's free area, as tall as fits."""
    width, height = min(size.width(), screen.width()), screen.height()
    return QRect(screen.right() - width + 1, screen.top(), width, height)
