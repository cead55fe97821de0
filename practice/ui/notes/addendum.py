"""Writing an addendum: its words, the names in them, and the passphrase that signs them."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QWidget

from practice.care import notes, othernames, signing
from practice.care.namecheck import Finding, replace
from practice.care.notes import NoteRow
from practice.ui.notes.bench import Bench
from practice.ui.notes.names import NamesStrip
from practice.ui.notes.part import CHECK_AFTER
from practice.ui.notes.passphrase import PassphrasePanel
from practice.ui.widgets.inputs import TextInput
from practice.vault.confirmation import Confirmation


class AddendumPanel(PassphrasePanel):
    """Saved while it is typed; other members' names are replaced, or kept with a reason."""

    def __init__(self, bench: Bench, *, parent: QWidget | None = None) -> None:
        super().__init__(bench, "Addendum", "Sign", parent=parent)
        self._note: NoteRow | None = None
        self.editor = TextInput(lines=3, hint="What was wrong or missing, and what is right")
        self.editor.setAccessibleName("Addendum")
        self.names = NamesStrip()
        self.names.hide()
        self.body.insertWidget(1, self.editor)
        self.body.insertWidget(2, self.names)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(CHECK_AFTER)
        self._soon.timeout.connect(self.look_for_names)
        self.editor.textChanged.connect(self._typed)
        self.names.replace_wanted.connect(self._replace)
        self.names.keep_wanted.connect(self._keep)
        self.names.answered.connect(self._answer)

    def show_note(self, note: NoteRow) -> bool:
        """Take a note's unfinished addendum up; whether there is one."""
        self._note = note
        kept = self.bench.autosave.text(_key(note))
        self._put(kept)
        return bool(kept)

    def begin(self) -> None:
        self.clear()
        self.editor.setFocus()

    def look_for_names(self) -> None:
        """Say whom these words name."""
        self._soon.stop()
        if self._note is not None:
            self.names.show_findings(self.bench.check.look(self._note, self.editor.value()))

    def _typed(self) -> None:
        if self._note is not None:
            self.bench.autosave.put(_key(self._note), self.editor.value())
            self._soon.start()

    def _replace(self, finding: Finding) -> None:
        words = replace(self.editor.value(), finding)
        self.editor.selectAll()
        self.editor.insertPlainText(words)
        self.look_for_names()
        self.editor.setFocus()

    def _keep(self, finding: Finding, why: str) -> None:
        note = self._note
        if note is not None:
            keep = partial(othernames.keep_name, note.id, finding, why)
            self.names.say_error(self.bench.attempt(keep))
            self.look_for_names()

    def _answer(self, finding: Finding) -> None:
        note = self._note
        if note is not None:
            self.names.say_error(self.bench.attempt(lambda: othernames.answer(note.id, finding)))
            self.look_for_names()
            self.editor.setFocus()

    def sign(self, confirmed: Confirmation) -> None:
        note = self._note
        if note is not None:
            signing.add_addendum(note.id, self.editor.value(), confirmed)
            self.bench.autosave.forget(_key(note))
            self._put("")

    def _put(self, words: str) -> None:
        with QSignalBlocker(self.editor):
            self.editor.set_value(words)
        self.look_for_names()


def _key(note: NoteRow) -> str:
    return notes.draft_key(note.id, notes.ADDENDUM)
