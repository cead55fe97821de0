"""The main window's place, kept from one start to the next."""

import contextlib

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from practice.errors import Unavailable
from practice.ui import preferences
from practice.ui.geometry import fitted

_STANDARD = QSize(1180, 760)
_SMALLEST = QSize(720, 520)


def place(window: QWidget) -> None:
    """Put it where it was, on the screens there are now."""
    kept = preferences.load()
    primary = QGuiApplication.primaryScreen()
    others = [screen for screen in QGuiApplication.screens() if screen is not primary]
    areas = [screen.availableGeometry() for screen in (primary, *others)]
    window.setMinimumSize(_SMALLEST.boundedTo(areas[0].size()))
    window.setGeometry(fitted(QRect(*kept.box) if kept.box else None, areas, _STANDARD))
    if kept.maximized:
        window.showMaximized()


def keep(window: QWidget) -> None:
    """Remember where it is; a disk that does not take it is no reason to keep anyone waiting."""
    box = window.normalGeometry()
    with contextlib.suppress(Unavailable):
        preferences.change(
            box=(box.x(), box.y(), box.width(), box.height()), maximized=window.isMaximized()
        )
