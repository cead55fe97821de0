"""How everything looks: tokens, palette and style sheet, changed live through one `Theme`."""

from practice.ui.theme.fonts import Type
from practice.ui.theme.live import ARGUMENTS, Scheme, Theme, apply, follow, theme
from practice.ui.theme.tokens import RADIUS, SIZE, SPACE, Colors, Role

__all__ = [
    "ARGUMENTS",
    "RADIUS",
    "SIZE",
    "SPACE",
    "Colors",
    "Role",
    "Scheme",
    "Theme",
    "Type",
    "apply",
    "follow",
    "theme",
]
