"""When the window locks, the passphrase, the recovery kit, and how the key is kept."""

from dataclasses import replace

from practice import clock
from practice.desk import practice as desk
from practice.errors import Refused, Unavailable
from practice.models.enums.practice import Role as Job
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.kit_sheet import Kit, KitSheet
from practice.ui.passphrases import NewPassphrase
from practice.ui.settings.part import Part, put_away, show_error
from practice.ui.theme import Role
from practice.ui.waiting import run_for
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import SecretInput
from practice.ui.widgets.notices import Banner, BannerKind
from practice.ui.widgets.remark import Remark
from practice.vault.device import PROTECTION_WORDS, Protection
from practice.vault.vault import NewKit

MINUTES = (2, 5, 10, 15, 20, 30, 60)
CHANGED = "Your passphrase was changed. The recovery kit stays as it is."
ADOPTED = "The new kit counts from now on. Shred the old one."
NEW_KIT = "Make a new kit if the old one was lost or someone may have seen it."


class LockPart(Part):
    """How long nobody has to touch anything before the window locks itself."""

    def __init__(self, context: Context) -> None:
        super().__init__("Lock", Icon.LOCK, context)
        self.form = Form()
        self.minutes: Choice[int] = Choice()
        help_ = "Ten quiet minutes are normal in a group. A running session’s timer runs on."
        self.form.add(Field("idle_minutes", "Lock after", self.minutes, help=help_))
        self.body.addWidget(self.form)
        self.add_buttons()
        self.load()
        self.minutes.activated.connect(self._change)

    def load(self) -> None:
        now = desk.practice().idle_minutes
        offered = sorted({*MINUTES, now})
        self.minutes.set_options([(count, f"{count} quiet minutes") for count in offered])
        self.minutes.set_value(now)

    def _change(self) -> None:
        wanted = replace(desk.practice(), idle_minutes=self.minutes.value())
        self.save(self.form, lambda: desk.save_practice(wanted))


class PassphrasePart(Part):
    """Changing one's own passphrase."""

    def __init__(self, context: Context) -> None:
        super().__init__("Passphrase", Icon.KEY, context)
        self.form = Form()
        self.old = SecretInput()
        self.form.add(Field("old", "Passphrase now", self.old, required="Type the one you have."))
        self.new = NewPassphrase(self.form)
        self.change_button = Button("Change passphrase")
        self.change_button.clicked.connect(self.change)
        self.body.addWidget(self.form)
        self.body.addWidget(self.new)
        self.add_buttons(self.change_button)

    def change(self) -> None:
        """Check what can be checked at once; the rest takes a moment."""
        name = self.context.unlocked.user.name
        self.tell("")
        if not self.form.submit(lambda: self.new.value(name)):
            return
        vault, person = self.context.vault, self.context.user_id
        old, new = self.old.value(), self.new.value(name)
        self.setEnabled(False)
        run_for(
            self,
            self.context.lane,
            lambda: vault.change_passphrase(person, old, new),
            lambda _: self._changed(),
            self._refused,
        )

    def _changed(self) -> None:
        self.setEnabled(True)
        self.old.clear()
        self.new.forget()
        self.form.clear_errors()
        self.tell(CHANGED)

    def _refused(self, error: Refused | Unavailable) -> None:
        self.setEnabled(True)
        if (
            isinstance(error, Refused) and error.field == "passphrase"
        ):  # of the old one: the new was checked
            self.form.fields["old"].set_error(error.message)
            self.old.setFocus()
        else:
            show_error(self.form, error)


class KitPart(Part):
    """A new recovery kit, for owners; it counts once two of its groups were retyped."""

    def __init__(self, context: Context) -> None:
        super().__init__("Recovery kit and key", Icon.SHIELD_CHECK, context)
        self.form = Form()
        self.sheet: KitSheet | None = None
        self._kit: NewKit | None = None
        self.make = Button("Make a new recovery kit")
        self.adopt = Button("Use this kit from now on", ButtonKind.PRIMARY)
        self.make.clicked.connect(self._draft)
        self.adopt.clicked.connect(self._adopt)
        self.adopt.hide()
        self.body.addWidget(_protection(context))
        self.body.addWidget(Remark(NEW_KIT, Icon.INFO))
        self.body.addWidget(self.form)
        self.add_buttons(self.make, self.adopt)
        self.make.setVisible(context.unlocked.user.role is Job.OWNER)

    def _draft(self) -> None:
        self.tell("")
        vault, unlocked = self.context.vault, self.context.unlocked
        run_for(
            self,
            self.context.lane,
            lambda: vault.draft_kit(unlocked),
            self._show,
            lambda error: show_error(self.form, error),
        )

    def _show(self, kit: NewKit) -> None:
        practice = desk.practice()
        page = Kit(
            practice.name,
            self.context.vault.header.vault_id,
            clock.today(practice.zone),
            kit.code,
            practice.paper,
        )
        if self.sheet:
            put_away(self.sheet)
        self._kit, self.sheet = kit, KitSheet(page, self.context.vault.folder)
        self.body.insertWidget(self.body.indexOf(self.form), self.sheet)
        self.adopt.show()
        self.sheet.print_button.setFocus()

    def _adopt(self) -> None:
        kit, sheet = self._kit, self.sheet
        if kit is None or sheet is None or not sheet.check():
            return
        if self.save(self.form, lambda: self.context.vault.adopt_kit(kit), ADOPTED):
            put_away(sheet)
            self._kit = self.sheet = None
            self.adopt.hide()


def _protection(context: Context) -> Remark | Banner:
    level = context.vault.store.protection
    words = PROTECTION_WORDS[level]
    if level is Protection.KEYCHAIN:
        return Remark(words, Icon.SHIELD_CHECK, Role.PRESENT)
    return Banner(BannerKind.WARNING, words)
