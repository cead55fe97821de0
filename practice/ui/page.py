"""What every page of the main window is: it reloads when what it shows has changed."""

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from practice.models.audit import Changes
from practice.ui.context import Context
from practice.ui.widgets.page import ScrollPage

ELSEWHERE_MS = 300


class Page(ScrollPage):
    """A page. Name in `concerns` the tables it shows; write `load`.

    A visible page loads again after a change that concerns it, a hidden one when it is next shown.
    While someone works in another window it waits for a pause there, so that keys in a live
    session never wait for a page.
    `show_item` is called with an id when someone comes here for one thing; `turn_to` before that.
    """

    concerns: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.context = context
        self._stale = True
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(ELSEWHERE_MS)
        self._later.timeout.connect(self._refresh_if_seen)
        context.actions.changed.connect(self._on_change)

    def load(self) -> None:
        """Read what the page shows and show it."""
        raise NotImplementedError

    def turn_to(self, item_id: str) -> None:
        """Someone comes for one thing: what was shown before need not be read again."""

    def show_item(self, item_id: str) -> None:
        """Show one thing; pages that have none ignore it."""

    def refresh(self) -> None:
        """Load now if anything changed since it was last loaded."""
        if self._stale:
            self._stale = False
            self.load()

    def mark_stale(self) -> None:
        """What is shown may no longer be true: load now if visible, else when next shown."""
        self._stale = True
        if works_elsewhere(self):
            self._later.start()
        else:
            self._refresh_if_seen()

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_change(self, changes: Changes) -> None:
        if self.concerns & changes.rows.keys():
            self.mark_stale()

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()
        super().showEvent(event)


def works_elsewhere(page: QWidget) -> bool:
    """Whether another window than the page's has the keyboard."""
    active = QApplication.activeWindow()
    return active is not None and active is not page.window()


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
