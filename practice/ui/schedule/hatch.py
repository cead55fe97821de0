"""Slanted lines for time that nobody can book: blocks and closed days."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush

from practice.ui.theme import Role, theme


def hatching() -> QBrush:
    """In the scheme in force."""
    return QBrush(theme().color(Role.BORDER), Qt.BrushStyle.BDiagPattern)
