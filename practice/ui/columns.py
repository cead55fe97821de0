"""Two columns of cards, one below the other where the window is narrow or the text large."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from practice.ui.theme import SPACE, theme

ENOUGH = 740
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Columns(QWidget):
    """Cards keep their height at the top; `fill_left` lets the left one reach down instead."""

    def __init__(
        self,
        left: Sequence[QWidget],
        right: Sequence[QWidget],
        *,
        shares: tuple[int, int] = (1, 1),
        fill_left: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shares = shares
        self._box = QBoxLayout(_BESIDE, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SPACE.m)
        self._box.addLayout(_column(left, fill=fill_left))
        self._box.addLayout(_column(right, fill=False))
        self.set_shares(shares)

    def set_shares(self, shares: tuple[int, int]) -> None:
        """How the width is shared out."""
        self._shares = shares
        beside = self._box.direction() is _BESIDE
        for index, share in enumerate(shares):
            self._box.setStretch(index, share if beside else 0)

    def minimumSizeHint(self) -> QSize:
        """So narrow that it may find out it is too narrow for two columns."""
        return QSize(theme().px(280), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        wanted = _BESIDE if event.size().width() >= theme().px(ENOUGH) else _BELOW
        if wanted is not self._box.direction():
            self._box.setDirection(wanted)
            self.set_shares(self._shares)
        super().resizeEvent(event)


def _column(cards: Sequence[QWidget], *, fill: bool) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(SPACE.m)
    for card in cards:
        column.addWidget(card)
    if not fill:
        column.addStretch(1)
    return column
