"""Coming back with the printed recovery kit: on a new computer, or with the passphrase lost."""

from pathlib import Path

from PySide6.QtCore import Signal

from practice.errors import Refused, Unavailable
from practice.models.enums.practice import Role
from practice.ui.background import Lane
from practice.ui.icons import Icon
from practice.ui.passphrases import NewPassphrase
from practice.ui.protection import StorePicker
from practice.ui.screen import Screen
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import TextInput
from practice.vault import vault as vaults
from practice.vault.device import DeviceStore
from practice.vault.keys import STANDARD, Kdf
from practice.vault.vault import Unlocked, Vault

LEAD = (
    "Take the recovery kit you printed. Its code opens your records on this computer and lets you "
    "choose a new passphrase. Nothing in the records changes."
)


class RecoverScreen(Screen):
    """`recovered` carries the Vault and the Unlocked owner; `back` asks for the lock screen."""

    recovered = Signal(object, object)
    back = Signal()

    def __init__(
        self,
        folder: Path,
        lane: Lane,
        *,
        cost: Kdf = STANDARD,
        store: DeviceStore | None = None,
        code: str = "",
    ) -> None:
        """`store` is the demo's own; else the keychain is found, or asked about."""
        super().__init__("Use the recovery kit", LEAD, lane)
        self._folder, self._cost, self._store = folder, cost, store
        self.form = Form()
        self.code = TextInput(lines=3, limit=400, hint="AB12C-DE34F-…")
        self.code.set_value(code)
        self.form.add(
            Field(
                "code",
                "Recovery code",
                self.code,
                help="13 groups of five. Small letters are fine; 0 and 1 are digits.",
                required="Type the code from your recovery kit.",
            )
        )
        self.new = NewPassphrase(self.form)
        self.picker = StorePicker(lane)
        self.enter = Button("Open with the code", ButtonKind.PRIMARY, Icon.KEY)
        self.cancel = Button("Back")
        for part in (self.form, self.new, self.picker):
            self.body.addWidget(part)
        self.add_buttons(self.cancel, self.enter)
        self.enter.clicked.connect(self.try_code)
        self.cancel.clicked.connect(self.back)
        self.setFocusProxy(self.code)

    def try_code(self) -> None:
        """Check what can be checked at once, find the store, then open."""
        if self.form.submit(self.new.value):
            if self._store:
                self._open(self._store)
            else:
                self.picker.pick(self._open, self._refused)

    def _open(self, store: DeviceStore) -> None:
        code, passphrase = self.code.value(), self.new.value()

        def recover() -> tuple[Vault, Unlocked]:
            vault = vaults.recover(self._folder, code, passphrase, store, cost=self._cost)
            owner = next(user for user in vault.users if user.role is Role.OWNER)
            return vault, vault.unlock(owner.id, passphrase)

        self.work("Opening with the code…", recover, self._opened, self._refused)

    def _opened(self, found: tuple[Vault, Unlocked]) -> None:
        self.new.forget()
        self.code.clear()
        self.recovered.emit(*found)

    def _refused(self, error: Refused | Unavailable) -> None:
        if isinstance(error, Refused):
            self.form.refuse(error)
        else:
            self.banner.say(error.message)
