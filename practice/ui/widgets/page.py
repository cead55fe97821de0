"""The frame of a page: title and actions above, a body that scrolls."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.ui.theme import SPACE, Type
from practice.ui.widgets.scroll import GUTTER, Scroll
from practice.ui.widgets.text import ElidedText


class ScrollPage(QWidget):
    """Add cards to `body`. Actions stand at the right of the title, in reading order.

    A page whose parts scroll by themselves calls `area.use_gutter()` and keeps it free in them.
    """

    def __init__(
        self, title: str = "", subtitle: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = ElidedText("", Type.HEADING)
        self._subtitle = ElidedText("", Type.SMALL)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(SPACE.s)
        inner = QWidget()
        inner.setObjectName("body")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE.m)
        self.area = Scroll(inner)
        self._lay_out(self.area)
        self.say(title, subtitle)

    def _lay_out(self, area: Scroll) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        header = QHBoxLayout()
        header.setContentsMargins(0, 0, GUTTER, 0)
        header.setSpacing(SPACE.l)
        header.addLayout(words, 1)
        header.addLayout(self._actions)
        page = QVBoxLayout(self)
        page.setContentsMargins(SPACE.xl, SPACE.l, SPACE.l - GUTTER, SPACE.l)
        page.setSpacing(SPACE.m)
        page.addLayout(header)
        page.addWidget(area, 1)

    def say(self, title: str, subtitle: str = "") -> None:
        """Show another title."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(title)

    def reveal(self, part: QWidget) -> None:
        """Scroll to a part of the body, once everything in it has its place."""
        QTimer.singleShot(0, part, lambda: self.area.ensureWidgetVisible(part))

    def add_action(self, part: QWidget) -> None:
        """One more action at the right of the title."""
        self._actions.addWidget(part)
