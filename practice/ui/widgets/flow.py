"""A layout that fills lines from left to right and begins a new one where there is no room."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from practice.ui.theme import SPACE


class FlowLayout(QLayout):
    """For chips: as many in a line as fit.

    With `at_right` lines end at the right, as buttons do; with `equal`, for cards, all become as
    wide as the line gives, and stand below each other.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        spacing: int = SPACE.s,
        at_right: bool = False,
        equal: bool = False,
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._at_right, self._equal = at_right, equal
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        self._place(box, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        items = [item for item in self._items if not item.isEmpty()]
        width = sum(item.sizeHint().width() + self.spacing() for item in items) - self.spacing()
        height = max((item.sizeHint().height() for item in items), default=0)
        return QSize(max(0, width), height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _place(self, box: QRect, *, move: bool) -> int:
        """Height used; items take their places if `move`."""
        inner = box.marginsRemoved(self.contentsMargins())
        y = inner.top()
        lines = self._lines(inner.width())
        for line in lines:
            height = max(item.sizeHint().height() for item in line)
            if move and self._equal:
                self._place_equal(line, inner, y, len(lines[0]))
            elif move:
                self._place_line(line, inner, y)
            y += height + self.spacing()
        return max(0, y - self.spacing() - box.top()) + self.contentsMargins().bottom()

    def _lines(self, room: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            width = item.sizeHint().width()
            if not lines or taken + self.spacing() + width > room:
                lines.append([])
                taken = -self.spacing()
            lines[-1].append(item)
            taken += self.spacing() + width
        return lines

    def _place_equal(self, line: list[QLayoutItem], inner: QRect, y: int, columns: int) -> None:
        gaps = self.spacing() * (columns - 1)
        for column, item in enumerate(line):
            left = (inner.width() - gaps) * column // columns + self.spacing() * column
            right = (inner.width() - gaps) * (column + 1) // columns + self.spacing() * column
            height = item.sizeHint().height()
            item.setGeometry(QRect(inner.left() + left, y, right - left, height))

    def _place_line(self, line: list[QLayoutItem], inner: QRect, y: int) -> None:
        widths = sum(item.sizeHint().width() for item in line) + self.spacing() * (len(line) - 1)
        x = inner.left() + (max(0, inner.width() - widths) if self._at_right else 0)
        for item in line:
            item.setGeometry(QRect(QPoint(x, y), item.sizeHint()))
            x += item.sizeHint().width() + self.spacing()
