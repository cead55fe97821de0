"""The lines under the calendar: hours, columns, today and closed days."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from practice.ui.schedule.columns import Column
from practice.ui.schedule.hatch import hatching
from practice.ui.theme import Role, Type, theme

_LABEL = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
HOURS = 24


def today_tint() -> QColor:
    """Behind today's column."""
    tint = theme().color(Role.ACCENT_SOFT)
    tint.setAlphaF(0.45)
    return tint


def columns(painter: QPainter, boxes: Sequence[tuple[Column, QRect]], today: Column | None) -> None:
    """Tints, hatching, and a line at the left of each."""
    for column, box in boxes:
        if column is today:
            painter.fillRect(box, today_tint())
        if column.closed:
            painter.fillRect(box, hatching())
        painter.fillRect(box.left(), 0, 1, box.height(), theme().color(Role.BORDER))


def hours(painter: QPainter, lines: Sequence[int], axis: int, width: int) -> None:
    """A line for each hour at these heights, its name at the left."""
    painter.setFont(theme().font(Type.SMALL, tabular=True))
    painter.setPen(theme().color(Role.TEXT2))
    half = painter.fontMetrics().height() / 2
    for hour, y in enumerate(lines):
        painter.fillRect(axis, y, width - axis, 1, theme().color(Role.BORDER))
        if hour < HOURS:
            painter.drawText(QRectF(0, y - half, axis - 8, 2 * half), _LABEL, f"{hour:02}:00")
