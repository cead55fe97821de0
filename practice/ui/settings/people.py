"""Who signs in here: the list, adding someone, other names, and supervisors. For owners."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from practice.desk import people, supervision
from practice.models.enums.practice import Role
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.members.belonging import button
from practice.ui.page import clear
from practice.ui.passphrases import NewPassphrase
from practice.ui.settings.part import Part, show_error
from practice.ui.waiting import run_for
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.rows import ListRow
from practice.vault.header import User
from practice.vault.roles import ADDABLE, ROLE_MEANS, ROLE_WORDS

TURNS = (
    "People take turns on this computer, under its one system account: Switch user locks, and the "
    "next person unlocks with their own passphrase. What someone’s role does not open is encrypted "
    "with a key they do not have."
)
NO_REMOVAL = "People can’t be removed yet, and a role can’t be changed. Both come later."
SUPERVISION = (
    "Notes {} signs from now on wait until the supervisor has co-signed them. "
    "What was signed before stays as it is."
)
ALONE = "Nobody: signs on their own"
THEIR_OWN = "Let them type it themselves, twice; nobody else needs to know it."


class PeoplePart(Part):
    """One form at a time: someone new, another name, or a supervisor."""

    def __init__(self, context: Context) -> None:
        super().__init__("People", Icon.MEMBERS, context)
        self.listed = QVBoxLayout()
        self.listed.setSpacing(0)
        self.form, self.name_form, self.supervision_form = Form(), Form(), Form()
        self._asked: User | None = None
        self.add_button = Button("Add a person", icon=Icon.PERSON_PLUS)
        self.save_button = Button("Add this person", ButtonKind.PRIMARY)
        self.rename_button = Button("Save the name", ButtonKind.PRIMARY)
        self.supervise_button = Button("Save the supervisor", ButtonKind.PRIMARY)
        self.cancel_button = Button("Cancel", ButtonKind.QUIET)
        self._lay_out()
        self._connect()
        self.close_form()
        self.load()

    def _lay_out(self) -> None:
        self.name = LineInput()
        self.role: Choice[Role] = Choice(
            [(role, f"{ROLE_WORDS[role]}: {ROLE_MEANS[role].lower()}") for role in ADDABLE]
        )
        self.form.add(Field("name", "Name", self.name, required="Write their name."))
        self.form.add(Field("role", "Role", self.role))
        self.form.body.addWidget(Remark(THEIR_OWN, Icon.KEY))
        self.new = NewPassphrase(self.form)
        self.form.body.addWidget(self.new)
        self.other_name = LineInput()
        self.name_form.add(
            Field("name", "Name from now on", self.other_name, required="Write their name.")
        )
        self.supervisor: Choice[str | None] = Choice()
        self.supervision_form.add(Field("supervisor", "Supervisor", self.supervisor))
        self.body.addLayout(self.listed)
        for part in (
            self.form,
            self.name_form,
            self.supervision_form,
            Remark(TURNS, Icon.INFO),
            Remark(NO_REMOVAL, Icon.INFO),
        ):
            self.body.addWidget(part)
        self.add_buttons(
            *(self.add_button, self.save_button, self.rename_button, self.supervise_button),
            self.cancel_button,
        )

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.ask)
        self.save_button.clicked.connect(self.add_person)
        self.rename_button.clicked.connect(self.rename)
        self.supervise_button.clicked.connect(self.supervise)
        self.cancel_button.clicked.connect(self.close_form)

    def load(self) -> None:
        clear(self.listed)
        supervised = supervision.supervised()
        names = {person.id: person.name for person in self.context.vault.users}
        for person in self.context.vault.users:
            by = names.get(supervised.get(person.id, ""), "")
            words = f"{ROLE_WORDS[person.role]} under {by}" if by else ""
            parts = self._buttons(person, choosable=bool(by))
            row = ListRow(person.name, words or ROLE_WORDS[person.role], trailing=parts, dense=True)
            self.listed.addWidget(row)
            row.show()

    def _buttons(self, person: User, *, choosable: bool) -> list[Button]:
        other = button("Rename", f"Rename {person.name}")
        other.clicked.connect(partial(self.ask_name, person))
        if person.role is Role.FRONT_DESK:
            return [other]
        if not (choosable or supervision.possible_for(person.id)):
            return [other]
        under = button("Supervision", f"Supervision of {person.name}")
        under.clicked.connect(partial(self.ask_supervisor, person))
        return [under, other]

    def ask(self) -> None:
        """Open the form for someone new."""
        self._show(self.form, self.save_button)
        self.name.setFocus()

    def ask_name(self, person: User) -> None:
        """Open the form for another name."""
        self._asked = person
        self.other_name.set_value(person.name)
        self._show(self.name_form, self.rename_button)
        self.other_name.setFocus()

    def ask_supervisor(self, person: User) -> None:
        """Open the form for who co-signs what this person signs."""
        self._asked = person
        possible = supervision.possible_for(person.id)
        self.supervision_form.fields["supervisor"].set_help(SUPERVISION.format(person.name))
        self.supervisor.set_options([(None, ALONE), *((row.id, row.name) for row in possible)])
        self.supervisor.set_value(supervision.supervised().get(person.id))
        self._show(self.supervision_form, self.supervise_button)
        self.supervisor.setFocus()

    def _show(self, form: Form | None, save: Button | None) -> None:
        self.tell("")
        for each in (self.form, self.name_form, self.supervision_form):
            each.clear_errors()
            each.setVisible(each is form)
        for button_ in (self.save_button, self.rename_button, self.supervise_button):
            button_.setVisible(button_ is save)
        self.cancel_button.setVisible(form is not None)
        self.add_button.setVisible(form is None)

    def close_form(self) -> None:
        """Put the forms away; no passphrase stays in them."""
        self._show(None, None)
        self.name.clear()
        self.new.forget()
        self._asked = None

    def add_person(self) -> None:
        """Check what can be checked at once; making their keys takes a moment."""
        if not self.form.submit(lambda: self.new.value(self.name.value())):
            return
        vault, unlocked = self.context.vault, self.context.unlocked
        name, role = self.name.value(), self.role.value()
        passphrase = self.new.value(name)
        self.setEnabled(False)
        run_for(
            self,
            self.context.lane,
            lambda: vault.add_person(unlocked, name, role, passphrase),
            self._added,
            self._refused,
        )

    def _added(self, person: User) -> None:
        self.setEnabled(True)
        words = f"{person.name} can unlock now, with Switch user."
        if person.role is Role.CLINICIAN:
            words += " Credentials and licence are filled in under Settings, You."
        if self.save(self.form, lambda: people.follow(self.context.vault.users)):
            self.close_form()
            self.load()
            self.tell(words)
            self.add_button.setFocus()

    def _refused(self, error: Exception) -> None:
        self.setEnabled(True)
        show_error(self.form, error)  # type: ignore[arg-type]

    def rename(self) -> None:
        """On the lock screen at once, and under what they sign from now on."""
        person = self._asked
        if person is not None and self.save(self.name_form, lambda: self._rename(person)):
            self.close_form()
            self.load()
            self.tell("Saved.")

    def _rename(self, person: User) -> None:
        vault, unlocked = self.context.vault, self.context.unlocked
        people.rename(vault.rename_person(unlocked, person.id, self.other_name.value()))

    def supervise(self) -> None:
        """Say who supervises; for signatures from now on."""
        person, by = self._asked, self.supervisor.value()
        if person is not None and self.save(
            self.supervision_form, lambda: supervision.supervise(person.id, by)
        ):
            self.close_form()
            self.load()
            self.tell("Saved.")
            self.add_button.setFocus()
