"""A form with its two buttons: Enter saves, Esc gives up."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from practice.errors import Refused
from practice.ui.actions import Actions
from practice.ui.theme import SPACE
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.form import Form

NEW = "new"
"""The item a page is asked to show when something new is wanted there."""


class EntryForm(Form):
    """Write `act`, which reads the fields and makes the change.

    A refusal that names no field stands beside the field `blame`, if one is given.
    """

    saved = Signal()
    cancelled = Signal()

    def __init__(
        self,
        actions: Actions,
        save: str,
        *,
        blame: str = "",
        kind: ButtonKind = ButtonKind.PRIMARY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._actions, self._blame = actions, blame
        self.save_button = Button(save, kind)
        self.cancel_button = Button("Cancel", ButtonKind.QUIET)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.cancelled)

    def act(self) -> None:
        """Make the change; raises Refused."""
        raise NotImplementedError

    def add_buttons(self, *others: QWidget) -> None:
        """After the last field; others stand at the far end."""
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(self.save_button)
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        for part in others:
            row.addWidget(part)
        self.body.addLayout(row)

    def save(self) -> None:
        """Check, act, and say so; what is refused stands beside its field."""
        if self._actions.attempt(lambda: self.submit(self._act_here)):
            self.saved.emit()

    def _act_here(self) -> None:
        try:
            self.act()
        except Refused as refused:
            field = refused.field if refused.field in self.fields else self._blame
            raise Refused(refused.message, field=field) from None

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        first = next(iter(self.fields.values()))
        first.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
