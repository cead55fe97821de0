"""What the wrap-up says and asks about the second signature of a note."""

from PySide6.QtWidgets import QWidget

from practice.care import cosigning
from practice.care.cosigning import CosignRow, Second
from practice.care.notes import NoteRow
from practice.desk.practice import user
from practice.ui.icons import Icon
from practice.ui.notes.bench import Bench
from practice.ui.notes.panel import Panel
from practice.ui.notes.words import when
from practice.ui.theme import Role
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import TextInput
from practice.ui.widgets.remark import Remark

_HELP = (
    "What should be added or put right? The note itself stays as it was signed: the author answers "
    "with an addendum, and both come back to you. Your word is kept, and is not printed."
)
_RETURNED = (
    "{} returned this note on {}: “{}” An addendum that answers it brings both to be co-signed."
)


class ReturnPanel(Panel):
    """The supervisor's word to the author."""

    def __init__(self, bench: Bench, note: NoteRow, *, parent: QWidget | None = None) -> None:
        author = user(note.signed_by).name
        super().__init__(bench, f"Return the note to {author}", "Return it", parent=parent)
        self._note_id = note.id
        self.word = TextInput(lines=2, hint="Which goal was worked on?")
        self.form.add(
            Field("because", "Your word", self.word, help=_HELP, required=cosigning.NO_WORD)
        )

    def apply(self) -> None:
        cosigning.give_back(self._note_id, self.word.value())


def returned(second: Second) -> str:
    """What the banner of a note says that came back; nothing while none did."""
    row = second.returned
    if row is None or row.returned_at is None:
        return ""
    name = user(row.returned_by).name
    return _RETURNED.format(name, when(row.returned_at), row.returned_because)


def remark(row: CosignRow) -> Remark:
    """The line below a signature: the one beside it, or that it is pending."""
    if row.signed_at is None:
        words = f"Co-signature pending: {user(row.supervisor_id).signature}"
        return Remark(words, Icon.CLOCK, Role.LATE, inked=True)
    licence = f", licence {row.licence}" if row.licence else ""
    words = f"Co-signed by {row.signature}{licence}, {when(row.signed_at)}"
    return Remark(words, Icon.SIGNATURE, Role.PRESENT)
