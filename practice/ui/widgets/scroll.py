"""A scroll area whose contents keep their width."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

GUTTER = 12
"""The width of a scroll bar, see the style sheet."""


class Scroll(QScrollArea):
    """Up and down only. The bar stands in a gutter at the right that is kept free without it.

    `use_gutter` gives the gutter away, to parts that scroll by themselves.
    """

    def __init__(self, inner: QWidget | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._gutter = GUTTER
        self.verticalScrollBar().rangeChanged.connect(self._keep_room)
        self._keep_room(0, 0)
        if inner is not None:
            self.setWidget(inner)

    def _keep_room(self, _least: int, most: int) -> None:
        self.setViewportMargins(0, 0, 0 if most else self._gutter, 0)

    def use_gutter(self) -> None:
        """Let the contents reach to the edge."""
        self._gutter = 0
        self._keep_room(0, self.verticalScrollBar().maximum())
