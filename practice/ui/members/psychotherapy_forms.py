"""Writing, deleting and letting out psychotherapy notes."""

from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout
from shiboken6 import isValid

from practice.care import psychotherapy
from practice.care.psychotherapy import PsychotherapyRow, Release
from practice.errors import Refused, Unavailable
from practice.reports import gather_plan
from practice.reports.psychotherapy import PsychotherapyNotes, render
from practice.ui.actions import Actions
from practice.ui.autosave import Autosave
from practice.ui.context import Context
from practice.ui.entry import EntryForm
from practice.ui.icons import Icon
from practice.ui.members.joining import day_field, given
from practice.ui.preview.leaving import Outgoing, Way, print_pdf, save_pdf
from practice.ui.savemark import SaveMark
from practice.ui.theme import Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.choices import Check, Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import LineInput, TextInput
from practice.ui.widgets.moments import DateInput
from practice.ui.widgets.parsing import show_date
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.text import Text

KEPT = "Words not yet on record were kept."
ASKED = "I wrote these notes and ask for exactly them to leave"
UNTICKED = "Please tick this if it is so. Without your word nothing leaves."
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


class ReleaseForm(EntryForm):
    """Exactly which notes leave, to whom, under which authorization; and the author's word."""

    def __init__(self, context: Context, member_id: str, notes: list[PsychotherapyRow]) -> None:
        super().__init__(context.actions, "Print…", blame="which")
        self._context, self._member_id, self._notes = context, member_id, notes
        days = [((note.id,), f"The note of {show_date(note.day)}") for note in notes]
        everything = (tuple(note.id for note in notes), f"All {len(notes)} notes")
        offered = [everything, *days] if len(notes) > 1 else days
        self._which: Field[tuple[str, ...]] = Field("which", "Notes", Choice(offered))
        self._recipient = Field("recipient", "Recipient", LineInput())
        self._authorized = Field[date | None](
            "authorized_on", "Date of the written authorization for these notes", DateInput()
        )
        self._asked = Field("asked", "", Check(ASKED))
        self.save_pdf = Button("Save as PDF…", ButtonKind.SECONDARY, Icon.DOWNLOAD)
        self.save_pdf.clicked.connect(partial(self._begin, self._save))
        self.save_button.set_icon(Icon.PRINTER)
        for field in (self._which, self._recipient, self._authorized, self._asked):
            self.add(field)
        self.add_buttons(self.save_pdf)

    def save(self) -> None:
        self._begin(self._print)

    def _begin(self, way: Way) -> None:
        """Look at everything here, draw beside the window, then let it leave."""
        found: list[PsychotherapyNotes] = []
        if self._actions.attempt(lambda: self.submit(lambda: found.append(self._gathered()))):
            self._context.lane.run(
                partial(render, found[0]),
                lambda pdf: self._hand_over(way, pdf) if isValid(self) else None,
                lambda error: self._say(error) if isValid(self) else None,
            )

    def _gathered(self) -> PsychotherapyNotes:
        if not self._asked.value():
            raise Refused(UNTICKED, field="asked")
        wanted = [note for note in self._notes if note.id in self._which.value()]
        return gather_plan.psychotherapy_notes(self._release(), wanted)

    def _release(self) -> Release:
        return Release(
            member_id=self._member_id,
            recipient=self._recipient.value(),
            authorized_on=self._authorized.value(),
        )

    def _hand_over(self, way: Way, pdf: bytes) -> None:
        keep = partial(psychotherapy.keep, self._release(), pdf)
        name = psychotherapy.file_name(self._member_id)
        left: list[bool] = []
        self._actions.run(lambda: left.append(way(Outgoing(pdf, name, keep))))
        if any(left):
            self.saved.emit()

    def _say(self, error: Refused | Unavailable) -> None:
        self.banner.say(error.message)

    def _print(self, outgoing: Outgoing) -> bool:
        return print_pdf(outgoing, self)

    def _save(self, outgoing: Outgoing) -> bool:
        return save_pdf(outgoing, self, self._context.vault.folder)
