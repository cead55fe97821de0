"""Choosing a new passphrase: typed twice, and five words to take if one likes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.errors import Refused
from practice.ui.icons import Icon
from practice.ui.theme import SPACE, Type
from practice.ui.widgets.button import IconButton
from practice.ui.widgets.card import Card
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import SecretInput
from practice.ui.widgets.text import Text
from practice.vault import passphrase

RULE = f"At least {passphrase.SHORTEST} characters. Several words are easiest; spaces are fine."
DIFFERENT = "The two are not the same. Type the passphrase again here."


class Suggestion(Card):
    """Five random words to type, and other ones on request."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(margin=SPACE.m, spacing=SPACE.xs, parent=parent)
        self.words = Text(passphrase.suggest(), Type.STRONG)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.another = IconButton(Icon.REFRESH, "Suggest other words")
        self.another.clicked.connect(lambda: self.words.setText(passphrase.suggest()))
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.another)
        self.body.addWidget(Text("If you like: five words drawn by chance", Type.SMALL))
        self.body.addLayout(row)


class NewPassphrase(QWidget):
    """Two fields and a suggestion. Add `fields` to a form so that refusals find their place."""

    def __init__(self, form: Form, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = SecretInput()
        self.again = SecretInput()
        self._again = Field("again", "Once more", self.again, required="Type it once more here.")
        form.add(
            Field(
                "passphrase",
                "New passphrase",
                self.first,
                help=RULE,
                required="Type a passphrase.",
            )
        )
        form.add(self._again)
        self.suggestion = Suggestion()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.suggestion)

    def value(self, name: str = "") -> str:
        """What both fields hold. Raises Refused for a weak one and where they differ."""
        typed = self.first.value()
        passphrase.check_new(typed, name=name)
        if passphrase.normalised(typed) != passphrase.normalised(self.again.value()):
            raise Refused(DIFFERENT, field="again")
        return typed

    def forget(self) -> None:
        """Empty the fields."""
        self.first.clear()
        self.again.clear()
        self._again.clear_error()
