"""The library of techniques that clinicians choose from in a session."""

from practice.care import techniques
from practice.care.techniques import WORDS, Details, TechniqueRow
from practice.models.enums.live import FAMILY_WORDS, Family
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.settings.part import Part
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import LineInput

NEW = "A new technique"
HELP = "Goes on after “members”, and stands in the part that all notes share."


class TechniquesPart(Part):
    """Choose one to change or remove it; sessions already held keep the words they had."""

    def __init__(self, context: Context) -> None:
        super().__init__("Techniques and exercises", Icon.BOLT, context)
        self._known: dict[str, TechniqueRow] = {}
        self.form = Form()
        self.which: Choice[str] = Choice()
        self.name, self.practises = LineInput(), LineInput(limit=WORDS)
        self.home = LineInput(limit=WORDS)
        self.family: Choice[Family] = Choice(tuple(FAMILY_WORDS.items()))
        self.form.add(Field("which", "Technique", self.which), Field("family", "Kind", self.family))
        self.form.add(Field("name", "Name", self.name))
        self.form.add(Field("practises", "What members practice", self.practises, help=HELP))
        self.form.add(Field("home", "Home practice", self.home))
        self.body.addWidget(self.form)
        self.save_button = Button("Save technique")
        self.remove_button = Button("Remove technique", ButtonKind.QUIET)
        self.add_buttons(self.save_button, self.remove_button)
        self.save_button.clicked.connect(self._save)
        self.remove_button.clicked.connect(self._remove)
        self.which.activated.connect(self.show_chosen)

    def load(self) -> None:
        if not self.context.clinical:
            return
        chosen = self.which.value() if self._known else ""
        self._known = {row.key: row for row in techniques.library()}
        self.which.set_options([("", NEW), *((key, r.name) for key, r in self._known.items())])
        self.which.set_value(chosen if chosen in self._known else "")
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show the words of the one that is chosen."""
        row = self._known.get(self.which.value())
        self.form.clear_errors()
        self.name.set_value(row.name if row else "")
        self.family.set_value(row.family if row else Family.SKILLS)
        self.practises.set_value(row.practises if row else "")
        self.home.set_value(row.home if row else "")
        self.remove_button.setEnabled(row is not None)

    def _save(self) -> None:
        words = Details(
            name=self.name.value(),
            family=self.family.value(),
            practises=self.practises.value(),
            home=self.home.value(),
        )
        self.save(self.form, lambda: techniques.save(words, self.which.value()))

    def _remove(self) -> None:
        key = self.which.value()
        self.save(self.form, lambda: techniques.remove(key), "Removed.")
