"""Every document that can be made, with the key it needs; choosing one."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.ui.context import Context
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.vault.roles import Key


class Document(Enum):
    """A kind of document, in the order it is offered."""

    PROGRESS = "progress"
    ATTENDED = "attendance-letter"
    MISSED = "no-show-letter"
    SHEET = "sheet"
    CALLS = "calls"
    SCHEDULE = "schedule"


@dataclass(frozen=True)
class Offered:
    """What it is called, what it is for, and the key without which it is not offered."""

    name: str
    about: str
    needs: Key = Key.OFFICE


DOCUMENTS = {
    Document.PROGRESS: Offered(
        "Progress report",
        "Progress report for one member and period, to a payer",
        needs=Key.CLINICAL,
    ),
    Document.ATTENDED: Offered(
        "Attendance letter", "That a member came and when, for a court or an employer"
    ),
    Document.MISSED: Offered("No-show letter", "To a member who missed an appointment"),
    Document.SHEET: Offered(
        "Sign-in and attendance sheet", "One session: to sign before it, to attest after it"
    ),
    Document.CALLS: Offered("Call list", "Who is to be reached today, in order"),
    Document.SCHEDULE: Offered("Schedule", "A week or a day on one sheet"),
}


LETTERS = (Document.ATTENDED, Document.MISSED)
"""What the office writes about one member; each is kept byte for byte."""


def offered(context: Context) -> list[Document]:
    """The documents of the person at work."""
    return [each for each, about in DOCUMENTS.items() if context.unlocked.holds(about.needs)]


class DocumentChoice(QWidget):
    """Which document is made. `chosen` carries the Document a person picked."""

    chosen = Signal(object)

    def __init__(self, context: Context, shown: Document, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = Choice([(each, DOCUMENTS[each].name) for each in offered(context)])
        self.field = Field[Document]("document", "Document", self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.setFocusProxy(self.choice)
        self.show_choice(shown)
        self.choice.activated.connect(lambda _: self.chosen.emit(self.choice.value()))

    def show_choice(self, shown: Document) -> None:
        """Show which one is made, without telling anyone."""
        self.choice.set_value(shown)
