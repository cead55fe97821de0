"""Where this computer's part of the key is to lie; asked only where there is no keychain."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.errors import Refused, Unavailable
from practice.ui.background import Lane
from practice.ui.icons import Icon
from practice.ui.theme import SPACE
from practice.ui.waiting import run_for
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.notices import Banner, BannerKind
from practice.vault import device
from practice.vault.device import DeviceStore, NoKeychain

QUESTION = (
    "This computer has no keychain the program can use. It can keep its part of the key in a file "
    "of your account instead. Everything works, but with reduced protection: someone who copies "
    "your whole account needs only your passphrase to read the records. Use disk encryption, or "
    "set up a keychain first and come back."
)
Then = Callable[[DeviceStore], None]


class StorePicker(QWidget):
    """Finds the keychain, or asks whether a file may take its place. Hidden until it has to ask."""

    def __init__(self, lane: Lane, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._agreed = False
        self._then: Then | None = None
        self.agree = Button("Go on with reduced protection", ButtonKind.SECONDARY, Icon.KEY)
        self.agree.clicked.connect(self._on_agreed)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.agree)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(Banner(BannerKind.WARNING, QUESTION))
        column.addLayout(row)
        self.hide()

    def pick(self, then: Then, failed: Callable[[Refused | Unavailable], None]) -> None:
        """Call `then` with the store, at once or when the person has agreed."""

        def missing(error: Refused | Unavailable) -> None:
            if not isinstance(error, NoKeychain):
                failed(error)
            elif self._agreed:
                then(device.settings_file())
            else:
                self._then = then
                self.show()
                self.agree.setFocus()

        def found(store: DeviceStore) -> None:
            then(store)

        run_for(self, self._lane, device.Keychain, found, missing)

    def _on_agreed(self) -> None:
        self._agreed = True
        self.hide()
        if self._then:
            self._then(device.settings_file())
