"""The theme in force, and the one way to change it while the program runs."""

from collections.abc import Callable
from enum import Enum
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from practice.ui.theme import fonts, tokens
from practice.ui.theme.palette import palette
from practice.ui.theme.sheet import sheet
from practice.ui.theme.tokens import Colors, Role

ARGUMENTS = ("practice", "-style", "Fusion")
"""For QApplication. `setStyle` would load every number a style knows before the window is up."""
SMALLEST, LARGEST = 0.9, 1.5


class Scheme(Enum):
    """What a person may choose. High contrast and system follow the system's light or dark."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high contrast"
    SYSTEM = "system"


_COLORS = {
    (Scheme.LIGHT, False): tokens.LIGHT,
    (Scheme.LIGHT, True): tokens.LIGHT,
    (Scheme.DARK, False): tokens.DARK,
    (Scheme.DARK, True): tokens.DARK,
    (Scheme.HIGH_CONTRAST, False): tokens.CONTRAST_LIGHT,
    (Scheme.HIGH_CONTRAST, True): tokens.CONTRAST_DARK,
    (Scheme.SYSTEM, False): tokens.LIGHT,
    (Scheme.SYSTEM, True): tokens.DARK,
}


class Theme(QObject):
    """Colours, fonts and lengths in force; `changed` follows every change, when all is in place."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Scheme.LIGHT
        self.scale = 1.0
        self.colors: Colors = tokens.LIGHT
        self._system_dark = False
        self._following = False

    def color(self, role: Role) -> QColor:
        """The colour of a role in the scheme in force."""
        return QColor(self.colors.of(role))

    def font(self, kind: fonts.Type, *, tabular: bool = False) -> QFont:
        """A font of the type scale at the text size in force."""
        return fonts.font(kind.value, self.scale, tabular=tabular)

    def px(self, length: int) -> int:
        """A length that grows with the text."""
        return round(length * self.scale)

    def use(self, app: QApplication, scheme: Scheme, scale: float) -> None:
        """Put a scheme and a text scale (kept between 0.9 and 1.5) in force everywhere."""
        if not self._following:
            self._follow_system(app)
        self.scheme = scheme
        self.scale = min(LARGEST, max(SMALLEST, scale))
        self._refresh(app)

    def _follow_system(self, app: QApplication) -> None:
        hints = app.styleHints()
        self._system_dark = hints.colorScheme() is Qt.ColorScheme.Dark
        hints.colorSchemeChanged.connect(self._system_changed)
        self._following = True

    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        self._system_dark = scheme is Qt.ColorScheme.Dark
        if self.scheme in (Scheme.SYSTEM, Scheme.HIGH_CONTRAST):
            self._refresh(cast(QApplication, QApplication.instance()))

    def _refresh(self, app: QApplication) -> None:
        self.colors = _COLORS[self.scheme, self._system_dark]
        app.setPalette(palette(self.colors))
        app.setFont(self.font(fonts.Type.BODY))
        app.setStyleSheet(sheet(self.colors, self.scale))
        self.changed.emit()


_theme: Theme | None = None


def theme() -> Theme:
    """The one theme; light at 100 % until `apply` was called."""
    global _theme  # noqa: PLW0603
    if _theme is None:
        _theme = Theme()
    return _theme


def apply(app: QApplication, scheme: Scheme = Scheme.SYSTEM, scale: float = 1.0) -> Theme:
    """Dress the program; may be called again at any time, open windows change at once."""
    theme().use(app, scheme, scale)
    return theme()


def follow(restyle: Callable[[], None]) -> None:
    """Restyle now and after every change. Give a method of the widget: it ends with the widget."""
    theme().changed.connect(restyle)
    restyle()
