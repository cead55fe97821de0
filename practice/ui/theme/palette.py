"""The tokens as a QPalette, for everything Fusion draws by itself."""

from PySide6.QtGui import QColor, QPalette

from practice.ui.theme.tokens import Colors, Role

_Q = QPalette.ColorRole
_ROLES = {
    _Q.Window: Role.BG,
    _Q.WindowText: Role.TEXT,
    _Q.Base: Role.SURFACE,
    _Q.AlternateBase: Role.HOVER,
    _Q.Text: Role.TEXT,
    _Q.PlaceholderText: Role.MUTED,
    _Q.Button: Role.SURFACE,
    _Q.ButtonText: Role.TEXT,
    _Q.BrightText: Role.ON_ACCENT,
    _Q.Highlight: Role.ACCENT,
    _Q.HighlightedText: Role.ON_ACCENT,
    _Q.Accent: Role.ACCENT,
    _Q.Link: Role.ACCENT,
    _Q.LinkVisited: Role.ACCENT,
    _Q.ToolTipBase: Role.SURFACE,
    _Q.ToolTipText: Role.TEXT,
    _Q.Light: Role.SURFACE,
    _Q.Midlight: Role.HOVER,
    _Q.Mid: Role.BORDER,
    _Q.Dark: Role.BORDER_STRONG,
    _Q.Shadow: Role.BORDER_STRONG,
}
_FAINT = (_Q.WindowText, _Q.Text, _Q.ButtonText)


def palette(colors: Colors) -> QPalette:
    """All roles from one scheme; disabled text is muted."""
    made = QPalette()
    for target, role in _ROLES.items():
        made.setColor(target, QColor(colors.of(role)))
    for target in _FAINT:
        made.setColor(QPalette.ColorGroup.Disabled, target, QColor(colors.muted))
    return made
