"""Phrases that a semicolon and Tab put into a line: one's own, and everybody's."""

from practice.care import phrases
from practice.care.phrases import PhraseRow
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.settings.part import Part
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.choices import Check, Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import LineInput

NEW = "A new phrase"
HELP = "A field to fill stands in braces, such as {what}. Tab goes from one to the next."


class PhrasesPart(Part):
    """Choose one to word it otherwise or remove it. The program's own come back when removed."""

    def __init__(self, context: Context) -> None:
        super().__init__("Phrases", Icon.KEYBOARD, context)
        self._known: dict[str, PhraseRow] = {}
        self.form = Form()
        self.which: Choice[str] = Choice()
        self.key = LineInput(limit=20, hint="plan")
        self.words = LineInput(limit=phrases.LONGEST)
        self.shared = Check("For everybody who writes notes here")
        self.form.add(
            Field("which", "Phrase", self.which),
            Field("key", "Typed after the semicolon", self.key),
        )
        self.form.add(Field("words", "Words", self.words, help=HELP))
        self.form.add(Field("shared", "", self.shared))
        self.body.addWidget(self.form)
        self.save_button = Button("Save phrase")
        self.remove_button = Button("Remove phrase", ButtonKind.QUIET)
        self.add_buttons(self.save_button, self.remove_button)
        self.save_button.clicked.connect(self._save)
        self.remove_button.clicked.connect(self._remove)
        self.which.activated.connect(self.show_chosen)

    def load(self) -> None:
        if not self.context.clinical:
            return
        chosen = self.which.value() if self._known else ""
        self._known = dict(phrases.known())
        self.which.set_options([("", NEW), *((key, f";{key}") for key in self._known)])
        self.which.set_value(chosen if chosen in self._known else "")
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show the words of the one that is chosen."""
        row = self._known.get(self.which.value())
        self.form.clear_errors()
        self.key.set_value(row.key if row else "")
        self.words.set_value(row.words if row else "")
        self.shared.set_value(row is not None and not row.owner_id and phrases.is_stored(row))
        self.remove_button.setEnabled(row is not None and phrases.is_stored(row))

    def _save(self) -> None:
        key, words, shared = self.key.value(), self.words.value(), self.shared.value()
        self.save(self.form, lambda: phrases.save(key, words, shared=shared))

    def _remove(self) -> None:
        row = self._known[self.which.value()]
        self.save(self.form, lambda: phrases.remove(row), "Removed.")
