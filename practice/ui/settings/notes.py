"""The form of notes, and what becomes of live lines."""

from dataclasses import replace

from practice.desk import practice as desk
from practice.models.enums.notes import NOTE_FORM_WORDS
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.settings.part import Part
from practice.ui.widgets.choices import Check, Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form

WORDS = "Delete live lines once all notes of a session are signed"
FORM_HELP = "For drafts made from now on. A group may have a form of its own."
HELP = (
    "Live lines are what you typed during a session. They are yours alone and are never printed. "
    "Once deleted, they can't be brought back, except from a backup."
)


class NotesPart(Part):
    """Takes effect at the next signing."""

    def __init__(self, context: Context) -> None:
        super().__init__("Notes and live lines", Icon.NOTE, context)
        self.form = Form()
        self.note_form = Choice(list(NOTE_FORM_WORDS.items()))
        self.form.add(Field("note_form", "Form of notes", self.note_form, help=FORM_HELP))
        self.delete = Check(WORDS)
        self.form.add(Field("delete_lines", "", self.delete, help=HELP))
        self.body.addWidget(self.form)
        self.add_buttons()
        self.load()
        self.delete.clicked.connect(self._change)
        self.note_form.activated.connect(self._change)

    def load(self) -> None:
        self.delete.set_value(desk.practice().delete_lines)
        self.note_form.set_value(desk.practice().note_form)

    def _change(self) -> None:
        wanted = replace(
            desk.practice(),
            delete_lines=self.delete.value(),
            note_form=self.note_form.value(),
        )
        self.save(self.form, lambda: desk.save_practice(wanted))
