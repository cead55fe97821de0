"""What the form of every office document has, and what those of letters share."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.desk.issued import Issue
from practice.desk.practice import signed_in, users
from practice.reports.prepared import Prepared
from practice.ui.reports.picker import MemberPicker
from practice.ui.theme import Type
from practice.ui.widgets.choices import Check, Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.text import Text

REVEALING = "A group’s name may tell what somebody is treated for."
CHOOSE_MEMBER = "Choose a member, and the letter appears here."


class PaperForm(Form):
    """The fields of one document. `edited` follows every change."""

    edited = Signal()

    def lacking(self) -> str:
        """What has to be chosen before there is anything to draw, in words; else nothing."""
        return ""

    def prepare(self) -> Prepared:
        """The document as it stands; raises Refused. Only called when every field can be read."""
        raise NotImplementedError

    def left(self, _issue: Issue) -> str:
        """The document has left: do what follows from it, and say so."""
        return ""

    def begin_with(self, *about: str) -> None:
        """Make it about this; what each part means is the document's own."""

    def reload(self) -> None:
        """What can be chosen may have changed."""

    @property
    def member_id(self) -> str:
        """Whom it is about, if it is about one member."""
        return ""

    def readable(self) -> bool:
        """Whether every field can be read; each says why not, and none takes the keyboard."""
        self.banner.say("")
        return not [field for field in self.fields.values() if not field.check()]

    def add_naming(self, check: Check) -> None:
        """A tick that lets groups be named, and why one would not."""
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(check)
        column.addWidget(Text(REVEALING, Type.MUTED, wrap=True))
        self.body.addLayout(column)

    def watch(self, *parts: Field[Any] | Check) -> None:
        """Tell of every change in these."""
        for part in parts:
            editor = part.editor if isinstance(part, Field) else part
            editor.watch(self._tell, _no_words)

    def _tell(self) -> None:
        self.edited.emit()


def _no_words(_words: str) -> None:
    """The field shows them itself."""


class LetterForm(PaperForm):
    """A letter about one member, signed by somebody who works here."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.picker = MemberPicker()
        self.member = Field[str]("member_id", "Member", self.picker)
        self._people: Choice[str] = Choice(_people())
        self.signer = Field[str]("signer_id", "Signed by", self._people)
        self.signer.set_value(signed_in().id)
        self.picker.chosen.connect(self.begin_with)

    @property
    def member_id(self) -> str:
        return self.picker.member.id if self.picker.member else ""

    def begin_with(self, *about: str) -> None:
        """A letter about this member."""
        self.member.set_value(about[0])
        self.clear_errors()
        self.edited.emit()

    def lacking(self) -> str:
        return "" if self.member_id else CHOOSE_MEMBER

    def reload(self) -> None:
        if self.member_id:
            self.member.set_value(self.member_id)
        chosen = self._people.value()
        people = _people()
        self._people.set_options(people)
        if chosen in dict(people):
            self._people.set_value(chosen)


def _people() -> list[tuple[str, str]]:
    return [(user.id, user.signature) for user in users()]
