"""What the practice and the person at the keyboard are called."""

from practice.desk import practice as desk
from practice.ui.context import Context
from practice.ui.details import PersonForm, PracticeForm
from practice.ui.icons import Icon
from practice.ui.settings.part import Part
from practice.ui.widgets.button import Button


class PracticePart(Part):
    """Name, address, time zone, paper, Part 2."""

    def __init__(self, context: Context) -> None:
        super().__init__("Practice", Icon.HOME, context)
        self.form = PracticeForm(desk.practice())
        self.save_button = Button("Save practice")
        self.save_button.clicked.connect(self._save)
        self.body.addWidget(self.form)
        self.add_buttons(self.save_button)

    def load(self) -> None:
        self.form.show_details(desk.practice())

    def _save(self) -> None:
        self.save(self.form, lambda: desk.save_practice(self.form.value()))


class PersonPart(Part):
    """What stands under this person's signed notes from now on; signed ones keep theirs."""

    def __init__(self, context: Context) -> None:
        super().__init__("You", Icon.PERSON, context)
        self.form = PersonForm(desk.user(context.user_id))
        self.save_button = Button("Save your details")
        self.save_button.clicked.connect(self._save)
        self.body.addWidget(self.form)
        self.add_buttons(self.save_button)

    def load(self) -> None:
        self.form.show_details(desk.user(self.context.user_id))

    def _save(self) -> None:
        self.save(self.form, lambda: desk.save_user(self.context.user_id, self.form.value()))
