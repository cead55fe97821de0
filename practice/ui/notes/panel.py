"""A small form inside the page instead of a dialog: Enter does it, Esc leaves."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from practice.ui.notes.bench import Bench, Correct
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.text import Text

REASON = "Why does this change? It is kept with the change; the notes will ask for an addendum."


class Panel(Card):
    """Write `apply`. `closed` comes when it is done or left."""

    closed = Signal()

    def __init__(
        self, bench: Bench, title: str, verb: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(margin=SPACE.m, parent=parent)
        self.bench = bench
        self.form = Form()
        self.set_border(Role.ACCENT)
        self.setAccessibleName(title)
        self.body.addWidget(Text(title, Type.EMPHASIS, wrap=True))
        self.body.addWidget(self.form)
        self.accept_button = Button(verb, ButtonKind.PRIMARY)
        self.leave_button = Button("Cancel", ButtonKind.QUIET)
        self.accept_button.clicked.connect(self.accept)
        self.leave_button.clicked.connect(self.closed)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.s)
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.accept_button)
        self.body.addLayout(buttons)

    def add_reason(self) -> None:
        """Ask for the reason, once a note of this session is signed."""
        if self.bench.found.session.signed:
            self.form.add(Field("reason", "Reason", LineInput(), help=REASON, required=REASON))

    @property
    def reason(self) -> str:
        field = self.form.fields.get("reason")
        return str(field.value()) if field else ""

    def begin(self) -> None:
        """Take the keyboard."""
        next(iter(self.form.fields.values())).widget.setFocus()

    def apply(self) -> None:
        """Do what was asked; raises Refused where it can't be."""
        raise NotImplementedError

    def accept(self) -> None:
        """Do it and close, or say why not beside the field."""
        done = False

        def attempt() -> None:
            nonlocal done
            done = self.form.submit(self.apply)

        self.bench.context.actions.run(attempt)
        if done:
            self.closed.emit()

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
