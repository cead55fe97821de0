"""The questions of a safety check in a form, kept while they are typed."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from practice.care import safety
from practice.care.safety import STEP_MISSING, STEP_WORDS, CheckRow, Step
from practice.ui.autosave import Autosave
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import TextInput

_PAIRS = ((Step.ASKED, Step.ANSWER), (Step.ACTION, Step.TOLD))


class AnswerInput(TextInput):
    """A few lines; Enter is left to the form, Shift+Enter begins a new line."""

    def __init__(self) -> None:
        super().__init__(lines=2, most=3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class SafetyFields:
    """Adds the four fields to a form, two beside each other; what is typed outlives a crash."""

    def __init__(self, form: Form, autosave: Autosave, check: CheckRow) -> None:
        self._autosave, self._check = autosave, check
        self.editors = {step: AnswerInput() for step in Step}
        for pair in _PAIRS:
            form.add(*map(self._field, pair))

    def _field(self, step: Step) -> Field[str]:
        editor = self.editors[step]
        kept = self._autosave.text(safety.draft_key(self._check.id, step))
        editor.set_value(kept or self._check.words(step))
        editor.textChanged.connect(partial(self._keep, step))
        return Field(step.value, STEP_WORDS[step], editor, required=STEP_MISSING[step])

    @property
    def first_empty(self) -> AnswerInput:
        """Where to go on; the first where nothing is empty."""
        empty = (editor for editor in self.editors.values() if not editor.value().strip())
        return next(empty, self.editors[Step.ASKED])

    def _keep(self, step: Step) -> None:
        key = safety.draft_key(self._check.id, step)
        self._autosave.put(key, self.editors[step].value())

    def finish(self) -> None:
        """Put the answers on record; raises Refused where one is missing."""
        answers = {step: editor.value() for step, editor in self.editors.items()}
        safety.finish(self._check.id, answers)
        for step in Step:
            self._autosave.forget(safety.draft_key(self._check.id, step))
