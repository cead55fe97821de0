"""How much waits, beside the pages where it is done: counted again a moment after every change.

Counted on the lane, as ten years of attendance take longer than one turn of the window may.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from practice.care import cosigning, waiting
from practice.desk import outreach
from practice.desk.practice import today
from practice.errors import Refused, Unavailable
from practice.models import store
from practice.models.audit import Changes
from practice.ui.context import Context, Place
from practice.ui.waiting import run_for
from practice.ui.widgets.navigation import NavigationList
from practice.ui.widgets.pill import PillKind

COUNT_AFTER = 300
"""Milliseconds after a change, so that no key waits for the count."""
COUNTED = {
    "note",
    "cosignature",
    "session",
    "attendance",
    "outreach",
    "outreach_rule",
    "outreach_policy",
}


class Counting(QTimer):
    """Counts for a navigation while it is shown. `failed` carries why it could not."""

    failed = Signal(str)

    def __init__(
        self, context: Context, navigation: NavigationList[Place], parent: QWidget
    ) -> None:
        super().__init__(parent, singleShot=True, interval=COUNT_AFTER)
        self._context, self._navigation, self._window = context, navigation, parent
        self._asked = False
        self.timeout.connect(self._count_if_shown)
        context.actions.changed.connect(self._on_change)
        self.start()

    def _on_change(self, changes: Changes) -> None:
        if COUNTED & changes.rows.keys():
            self.start()

    def _count_if_shown(self) -> None:
        """Put away to lock, there is nothing left to count in, whatever was changed on the way."""
        if self._asked:
            self.start()
        elif self._window.isVisible():
            self._asked = True
            run_for(self, self._context.lane, counts, self._show, self._not_counted)

    def _show(self, found: tuple[int, int]) -> None:
        self._asked = False
        due, notes = found
        self._navigation.items[Place.OUTREACH].set_count(due, PillKind.NO_SHOW)
        if Place.NOTES in self._navigation.items:
            self._navigation.items[Place.NOTES].set_count(notes, PillKind.LATE)

    def _not_counted(self, error: Refused | Unavailable) -> None:
        self._asked = False
        self.failed.emit(error.message)


def counts() -> tuple[int, int]:
    """Who is due to be reached, and what waits among the notes: nothing without a key to them."""
    with store.reading():
        notes = waiting.count() + cosigning.count() if store.has_clinical() else 0
        return outreach.number_due(today()), notes
