"""Signing by entering the passphrase again, inside the page: Enter signs, Esc leaves."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from practice.desk.practice import signed_in
from practice.errors import Refused, Unavailable
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.inputs import SecretInput
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.text import ElidedText
from practice.vault.confirmation import Confirmation
from practice.vault.keys import WrongSecret

WRONG = "That is not your passphrase. Nothing was signed. Please try again."
CHECKING = "Checking…"


class SigningCard(Card):
    """Write `sign`. `closed` comes when it is signed or left; what is refused is said here."""

    closed = Signal()

    def __init__(
        self, context: Context, title: str, verb: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(margin=SPACE.m, parent=parent)
        self._context, self._verb = context, verb
        self.title = ElidedText(title, Type.EMPHASIS)
        self.secret = SecretInput(hint="Your passphrase")
        self.secret.setAccessibleName("Your passphrase")
        self.said = Remark("", Icon.X_CIRCLE, Role.NO_SHOW, inked=True)
        self.sign_button = Button(verb, ButtonKind.PRIMARY, Icon.SIGNATURE)
        self.leave_button = Button("Cancel", ButtonKind.QUIET)
        self.set_border(Role.ACCENT)
        self.secret.returnPressed.connect(self.confirm)
        self.sign_button.clicked.connect(self.confirm)
        self.leave_button.clicked.connect(self.leave)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(self.secret, 1)
        row.addWidget(self.sign_button)
        row.addWidget(self.leave_button)
        self.body.addWidget(self.title)
        self.body.addLayout(row)
        self.body.addWidget(self.said)
        self.clear()

    def ask(self, what: str, verb: str = "Sign") -> None:
        """Ask for the passphrase to sign `what`, for example “8 notes”."""
        self._verb = verb
        self.clear()
        self.title.setText(f"{verb} {what} as {signed_in().signature}")
        self.setAccessibleName(self.title.text())
        self.show()
        self.secret.setFocus()

    def clear(self) -> None:
        """As if nothing had been typed."""
        self.secret.clear()
        self._wait(waiting=False)
        self._say("")

    def sign(self, confirmed: Confirmation) -> None:
        """Sign; raises Refused where it can't be."""
        raise NotImplementedError

    def confirm(self) -> None:
        """Check the passphrase beside the window, then sign."""
        context = self._context
        typed = self.secret.value()
        if not typed:
            self._say("Please enter your passphrase.")
            return
        self._wait(waiting=True)
        context.lane.run(
            partial(context.vault.confirm, context.user_id, typed), self._sign, self._failed
        )

    def _sign(self, confirmed: Confirmation) -> None:
        self._wait(waiting=False)
        self.secret.clear()
        refused = self._context.actions.refusal(partial(self.sign, confirmed))
        self._say(refused)
        if not refused:
            self.closed.emit()

    def _failed(self, error: Refused | Unavailable) -> None:
        self._wait(waiting=False)
        self.secret.clear()
        self._say(WRONG if isinstance(error, WrongSecret) else error.message)
        self.secret.setFocus()

    def _wait(self, *, waiting: bool) -> None:
        self.secret.setReadOnly(waiting)
        self.sign_button.setEnabled(not waiting)
        self.sign_button.setText(CHECKING if waiting else self._verb)

    def _say(self, words: str) -> None:
        self.said.say(words)
        self.said.setVisible(bool(words))

    def leave(self) -> None:
        """Sign nothing."""
        self.clear()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
