"""A small form inside the page instead of a dialog: Enter does it, Esc leaves."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from practice.ui.actions import Actions
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.form import Form
from practice.ui.widgets.text import Text


class Inset(Card):
    """Write `apply`; refusals appear beside their field. `closed` comes when it is done or left."""

    closed = Signal()

    def __init__(
        self, actions: Actions, title: str, verb: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(margin=SPACE.m, spacing=SPACE.s, parent=parent)
        self._actions = actions
        self.form = Form()
        self.accept_button = Button(verb, ButtonKind.PRIMARY)
        self.leave_button = Button("Cancel", ButtonKind.QUIET)
        self.accept_button.clicked.connect(self.accept)
        self.leave_button.clicked.connect(self.closed)
        self.set_border(Role.ACCENT)
        self.setAccessibleName(title)
        self.body.addWidget(Text(title, Type.EMPHASIS, wrap=True))
        self.body.addWidget(self.form)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.s)
        buttons.addStretch(1)
        for part in self.buttons():
            buttons.addWidget(part)
        self.body.addLayout(buttons)

    def buttons(self) -> tuple[QWidget, ...]:
        """What stands in the last line."""
        return self.accept_button, self.leave_button

    def begin(self) -> None:
        """Take the keyboard; what stands in the first field is replaced by typing, as after Tab."""
        first = next(iter(self.form.fields.values()), None)
        (first.widget if first else self.accept_button).setFocus(Qt.FocusReason.TabFocusReason)

    def apply(self) -> None:
        """Do what was asked; raises Refused where it can't be."""
        raise NotImplementedError

    def accept(self) -> None:
        """Do it and close, or say why not."""
        if self._actions.attempt(lambda: self.form.submit(self.apply)):
            self.closed.emit()
