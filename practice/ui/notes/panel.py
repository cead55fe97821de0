"""The small forms above a note, and the reason they ask for once a note is signed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from practice.ui.inset import Inset
from practice.ui.notes.bench import Bench, Correct
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import LineInput

REASON = "Why does this change? It is kept with the change; the notes will ask for an addendum."


class Panel(Inset):
    """Write `apply`."""

    def __init__(
        self, bench: Bench, title: str, verb: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(bench.context.actions, title, verb, parent=parent)
        self.bench = bench

    def add_reason(self) -> None:
        """Ask for the reason, once a note of this session is signed."""
        if self.bench.found.session.signed:
            self.form.add(Field("reason", "Reason", LineInput(), help=REASON, required=REASON))

    @property
    def reason(self) -> str:
        """What was given as the reason; empty where none is needed."""
        field = self.form.fields.get("reason")
        return str(field.value()) if field else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)


class ReasonPanel(Panel):
    """Asks why the attendance of a signed session changes, then changes it."""

    def __init__(self, bench: Bench, change: Correct, *, parent: QWidget | None = None) -> None:
        super().__init__(bench, "Notes of this session are signed", "Change it", parent=parent)
        self._change = change
        self.add_reason()

    def apply(self) -> None:
        self._change(self.reason)
