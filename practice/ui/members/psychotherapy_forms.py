"""Writing and deleting psychotherapy notes."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout

from practice.care import psychotherapy
from practice.care.psychotherapy import PsychotherapyRow
from practice.ui.actions import Actions
from practice.ui.autosave import Autosave
from practice.ui.context import Context
from practice.ui.entry import EntryForm
from practice.ui.icons import Icon
from practice.ui.members.joining import day_field, given
from practice.ui.savemark import SaveMark
from practice.ui.theme import Role, Type
from practice.ui.widgets.button import ButtonKind
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import TextInput
from practice.ui.widgets.parsing import show_date
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.text import Text

KEPT = "Words not yet on record were kept."
GONE = (
    "Delete the note of {} for good? It can't be brought back, except from a backup; the record of "
    "changes keeps none of its words."
)
LEAVE_OUT = (
    "Start and stop times, test results, and summaries of diagnosis, plan, symptoms and progress "
    "belong in the progress note, not here."
)


class NoteForm(EntryForm):
    """Words are saved while they are typed; *Put on record* makes them the note."""

    def __init__(self, context: Context, member_id: str, note: PsychotherapyRow | None) -> None:
        super().__init__(context.actions, "Put on record", blame="text")
        self._member_id = member_id
        self._note_id = note.id if note else psychotherapy.begin()
        self._key = psychotherapy.draft_key(member_id, self._note_id)
        self.autosave = Autosave(self)
        self.editor = TextInput(lines=8)
        self._day = day_field("day", "About", "Write the day it is about.")
        self._text = Field("text", "Only you read this", self.editor, help=LEAVE_OUT)
        self._mark = SaveMark(self.autosave)
        self._second = QTimer(self)
        self.cancel_button.setText("Close")
        self._lay_out(note)
        self._fill(note)
        context.locking.connect(self.autosave.flush)

    def _lay_out(self, note: PsychotherapyRow | None) -> None:
        self.add(self._text)
        self.add(self._day)
        if note is not None and note.kept:
            self.body.addWidget(Remark(KEPT, Icon.INFO, Role.ACCENT))
        below = QHBoxLayout()
        below.addWidget(self._mark)
        below.addStretch(1)
        self.body.addLayout(below)
        self.add_buttons()

    def _fill(self, note: PsychotherapyRow | None) -> None:
        if note is not None:
            self._day.set_value(note.day)
            self._text.set_value(note.kept or note.text)
        if note is not None and note.signed:
            self.editor.setReadOnly(True)
            for part in (self._mark, self.save_button, self._day):
                part.hide()
            return
        self.autosave.follow(self._key, self.editor)
        self._second.timeout.connect(self._mark.refresh)
        self._second.start(1000)

    def act(self) -> None:
        psychotherapy.save(self._member_id, self._note_id, given(self._day), self._text.value())
        self.autosave.forget(self._key)

    def hideEvent(self, event: QHideEvent) -> None:
        self.autosave.flush()
        super().hideEvent(event)


class DeleteForm(EntryForm):
    """Asks once more, since this can't be undone."""

    def __init__(self, actions: Actions, note: PsychotherapyRow) -> None:
        super().__init__(actions, "Delete for good", kind=ButtonKind.DANGER)
        self._note = note
        self.cancel_button.setText("Keep it")
        self.body.addWidget(Text(GONE.format(show_date(note.day)), Type.BODY, wrap=True))
        self.add_buttons()

    def begin(self) -> None:
        """The keyboard goes to the harmless button."""
        self.cancel_button.setFocus()

    def act(self) -> None:
        psychotherapy.delete(self._note.member_id, self._note.id)
