"""Where a window goes: where it was, but never off the screens there are now."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize

_GRIP = 40


def fitted(wanted: QRect | None, screens: Sequence[QRect], standard: QSize) -> QRect:
    """`wanted` moved and shrunk onto the screen it mostly lies on; else `standard`, centred.

    `screens` are available areas, the primary first; there is at least one.
    """
    if wanted is None:
        return _centred(standard, screens[0])
    screen = max(screens, key=lambda area: _overlap(area, wanted))
    if _overlap(screen, wanted) < _GRIP * _GRIP:
        return _centred(wanted.size(), screens[0])
    size = wanted.size().boundedTo(screen.size())
    x = min(max(wanted.x(), screen.left()), screen.right() + 1 - size.width())
    y = min(max(wanted.y(), screen.top()), screen.bottom() + 1 - size.height())
    return QRect(x, y, size.width(), size.height())


def _centred(size: QSize, screen: QRect) -> QRect:
    placed = QRect(screen.topLeft(), size.boundedTo(screen.size()))
    placed.moveCenter(screen.center())
    return placed


def _overlap(one: QRect, other: QRect) -> int:
    shared = one.intersected(other)
    return shared.width() * shared.height() if shared.isValid() else 0
