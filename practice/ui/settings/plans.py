"""The plans the practice keeps by name, for any group and for one session at its start."""

from practice.desk import named_plans
from practice.desk.named_plans import NamedRow
from practice.ui.context import Context
from practice.ui.groups.plan import PlanEditor
from practice.ui.icons import Icon
from practice.ui.settings.part import Part
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import LineInput

NEW = "A new plan"


class PlansPart(Part):
    """Choose one to change or remove it. Groups and sessions keep the steps they have."""

    def __init__(self, context: Context) -> None:
        super().__init__("Plans of a session", Icon.NOTE, context)
        self._known: dict[str, NamedRow] = {}
        self.form = Form()
        self.which: Choice[str] = Choice()
        self.name, self.plan = LineInput(), PlanEditor()
        self.form.add(Field("which", "Plan", self.which), Field("keep_as", "Name", self.name))
        self.form.add(Field("plan", "Steps", self.plan))
        self.body.addWidget(self.form)
        self.save_button = Button("Save plan")
        self.remove_button = Button("Remove plan", ButtonKind.QUIET)
        self.add_buttons(self.save_button, self.remove_button)
        self.save_button.clicked.connect(self._save)
        self.remove_button.clicked.connect(self._remove)
        self.which.activated.connect(self.show_chosen)

    def load(self) -> None:
        if not self.context.clinical:
            return
        known = {row.name: row for row in named_plans.library()}
        if known == self._known:
            return  # nothing typed here goes because something else was saved
        chosen = self.which.value() if self._known else ""
        self._known = known
        self.which.set_options([("", NEW), *((name, name) for name in self._known)])
        self.which.set_value(chosen if chosen in self._known else "")
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show the steps of the one that is chosen."""
        row = self._known.get(self.which.value())
        self.form.clear_errors()
        self.name.set_value(row.name if row else "")
        self.plan.set_value(row.plan if row else ())
        self.remove_button.setEnabled(row is not None and bool(row.id))

    def _save(self) -> None:
        self.save(self.form, lambda: named_plans.keep(self.name.value(), self.plan.value()))

    def _remove(self) -> None:
        row = self._known[self.which.value()]
        self.save(self.form, lambda: named_plans.remove(row.id), "Removed.")
