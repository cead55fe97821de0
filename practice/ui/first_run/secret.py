"""Step 2: the passphrase, and where this computer's part of the key is kept."""

from practice.ui.background import Lane
from practice.ui.first_run.step import Step
from practice.ui.passphrases import NewPassphrase
from practice.ui.protection import StorePicker
from practice.ui.widgets.form import Form
from practice.vault.device import DeviceStore


class Secret(Step):
    """`name` is the person's own, which a passphrase must not be."""

    title = "Your passphrase"
    lead = (
        "It encrypts everything on this computer. Nobody can look it up or reset it for you: if "
        "you lose it, only the recovery kit of the next step opens your records."
    )

    def __init__(self, lane: Lane, name: str) -> None:
        super().__init__()
        self._name = name
        self.form = Form()
        self.new = NewPassphrase(self.form)
        self.picker = StorePicker(lane)
        self.passphrase = ""
        self.store: DeviceStore | None = None
        for part in (self.new, self.form, self.picker):
            self.body.addWidget(part)
        self.setFocusProxy(self.new.first)

    def finish(self) -> None:
        if self.form.submit(self._read):
            self.picker.pick(self._kept_in, lambda error: self.form.banner.say(error.message))

    def _read(self) -> None:
        self.passphrase = self.new.value(self._name)

    def _kept_in(self, store: DeviceStore) -> None:
        self.store = store
        self.done.emit()

    def forget(self) -> None:
        """The passphrase is not kept once the practice is begun."""
        self.passphrase = ""
        self.new.forget()
