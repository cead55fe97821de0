"""The words of an addendum, watched for other members' names, and the signature under them."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QWidget

from practice.care import notes, signing
from practice.care.namecheck import Finding, replace
from practice.care.notes import NoteRow
from practice.care.othernames import answer, keep_name
from practice.ui.notes.bench import Bench
from practice.ui.notes.names import NamesStrip
from practice.ui.notes.part import CHECK_AFTER
from practice.ui.notes.passphrase import PassphrasePanel
from practice.ui.widgets.inputs import TextInput
from practice.vault.confirmation import Confirmation


class AddendumPanel(PassphrasePanel):
    """The words of an addendum and the passphrase that signs them; saved while they are typed."""

    def __init__(self, bench: Bench, *, parent: QWidget | None = None) -> None:
        super().__init__(bench, "Addendum", "Sign", parent=parent)
        self.editor = TextInput(lines=3, hint="What was wrong or missing, and what is right")
        self.editor.setAccessibleName("Addendum")
        self.editor.textChanged.connect(self._typed)
        self.names = NamesStrip()
        self.names.hide()
        self._note: NoteRow | None = None
        self._soon = QTimer(self, singleShot=True, interval=CHECK_AFTER)
        self._soon.timeout.connect(self.look_for_names)
        self.names.replace_wanted.connect(self._replace)
        self.names.keep_wanted.connect(self._keep)
        self.names.answered.connect(self._answer)
        self.body.insertWidget(1, self.editor)
        self.body.insertWidget(2, self.names)

    def show_note(self, note: NoteRow) -> bool:
        """Take a note's unfinished addendum up; whether there is one."""
        self._note = note
        kept = self.bench.autosave.text(self._key)
        with QSignalBlocker(self.editor):
            self.editor.set_value(kept)
        self.look_for_names()
        return bool(kept)

    @property
    def _key(self) -> str:
        return notes.draft_key(self._note_id, notes.ADDENDUM)

    @property
    def _note_id(self) -> str:
        return self._note.id if self._note else ""

    def begin(self) -> None:
        self.clear()
        self.editor.setFocus()

    def _typed(self) -> None:
        self.bench.autosave.put(self._key, self.editor.value())
        self._soon.start()

    def look_for_names(self) -> None:
        """Say whom these words name."""
        self._soon.stop()
        if self._note is not None:
            self.names.show_findings(self.bench.check.look(self._note, self.editor.value()))

    def _replace(self, finding: Finding) -> None:
        words = replace(self.editor.value(), finding)
        self.editor.selectAll()
        self.editor.insertPlainText(words)
        self.look_for_names()
        self.editor.setFocus()

    def _keep(self, finding: Finding, why: str) -> None:
        self._decide(lambda: keep_name(self._note_id, finding, why))

    def _answer(self, finding: Finding) -> None:
        self._decide(lambda: answer(self._note_id, finding))

    def _decide(self, what: Callable[[], None]) -> None:
        self.names.say_error(self.bench.attempt(what))
        self.look_for_names()

    def sign(self, confirmed: Confirmation) -> None:
        note_id, key = self._note_id, self._key
        signing.add_addendum(note_id, self.editor.value(), confirmed)
        self.bench.autosave.forget(key)
        with QSignalBlocker(self.editor):
            self.editor.set_value("")
