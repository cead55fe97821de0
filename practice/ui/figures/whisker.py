"""A rate as a dot with its interval through it, lying in a table or standing in a chart."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from practice.desk.rates import Rate
from practice.ui.theme import Role, theme

_CAP = 4.0
_DOT = 4.0


def lying(painter: QPainter, box: QRectF, rate: Rate, role: Role) -> None:
    """From 0 % at the left of the box to 100 % at the right, on a thin line."""
    middle, left, width = box.center().y(), box.left() + _DOT, box.width() - 2 * _DOT
    painter.setPen(QPen(theme().color(Role.BORDER_STRONG), 1, Qt.PenStyle.DotLine))
    painter.drawLine(QLineF(left, middle, left + width, middle))
    if rate.share is None or rate.interval is None:
        return
    low, high = (left + width * bound for bound in rate.interval)
    painter.setPen(QPen(theme().color(role), 2))
    painter.drawLine(QLineF(low, middle, high, middle))
    for end in (low, high):
        painter.drawLine(QLineF(end, middle - _CAP, end, middle + _CAP))
    _dot(painter, QPointF(left + width * rate.share, middle), role)


def standing(painter: QPainter, box: QRectF, rate: Rate, role: Role) -> None:
    """From 0 % at the foot of the box to 100 % at its head; nothing without sessions."""
    if rate.share is None or rate.interval is None:
        return
    middle, foot, height = box.center().x(), box.bottom(), box.height()
    low, high = (foot - height * bound for bound in rate.interval)
    painter.setPen(QPen(theme().color(role), 2))
    painter.drawLine(QLineF(middle, low, middle, high))
    for end in (low, high):
        painter.drawLine(QLineF(middle - _CAP, end, middle + _CAP, end))
    _dot(painter, QPointF(middle, foot - height * rate.share), role)


def _dot(painter: QPainter, at: QPointF, role: Role) -> None:
    painter.setPen(QPen(theme().color(Role.SURFACE), 1))
    painter.setBrush(theme().color(role))
    painter.drawEllipse(at, _DOT, _DOT)
    painter.setBrush(Qt.BrushStyle.NoBrush)
