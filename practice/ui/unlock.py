"""The lock screen: who, the passphrase, and the ways on when it is lost."""

import math

from PySide6.QtCore import Qt, QTimer, Signal

from practice import clock
from practice.errors import Refused, Unavailable
from practice.ui.background import Lane
from practice.ui.icons import Icon
from practice.ui.screen import Screen
from practice.ui.theme import SPACE, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import SecretInput
from practice.ui.widgets.notices import BannerKind
from practice.ui.widgets.text import Text
from practice.vault.attempts import TooSoon
from practice.vault.header import User
from practice.vault.roles import ROLE_WORDS
from practice.vault.vault import Vault

LOST = "I lost my passphrase, or this is a new computer"
WAITING = "That was not the passphrase several times. You can try again in {}."


class UnlockScreen(Screen):
    """`unlocked` carries the Unlocked person. `lost` and `restore` ask for those screens.

    `anew` asks for another demo practice.
    """

    unlocked = Signal(object)
    lost = Signal()
    restore = Signal()
    anew = Signal()

    def __init__(
        self, vault: Vault, lane: Lane, *, shown: str = "", said: str = "", person: str = ""
    ) -> None:
        """`shown` is the demo's passphrase; `said` is what happened while locking.

        `person` is the id of who most likely unlocks; where it is empty, several people are asked.
        """
        lead = "Type your passphrase to open the records."
        super().__init__("Welcome back" if not shown else "The demo practice", lead, lane)
        self._vault = vault
        self._wait_until = 0.0
        self.form = Form()
        self.person: Choice[str] = Choice([(user.id, _words(user)) for user in vault.users])
        self.passphrase = SecretInput()
        self.enter = Button("Unlock", ButtonKind.PRIMARY, Icon.UNLOCK)
        self._ticks = QTimer(self)
        self._ticks.setInterval(500)
        self._ticks.timeout.connect(self.count_down)
        self._lay_out(shown)
        self._connect()
        self.banner.say(said, BannerKind.WARNING)
        known = person in {user.id for user in vault.users}
        if known:
            self.person.set_value(person)
        ask = len(vault.users) > 1 and not known
        self.setFocusProxy(self.person if ask else self.passphrase)

    def _lay_out(self, shown: str) -> None:
        if len(self._vault.users) > 1:
            self.form.add(Field("person", "Who is working", self.person))
        self.form.add(
            Field("passphrase", "Passphrase", self.passphrase, required="Type your passphrase.")
        )
        if shown:
            self.body.addWidget(_shown(shown))
        self.body.addWidget(self.form)
        self.add_buttons(self.enter)
        self.lost_button = Button(LOST, ButtonKind.LINK)
        self.restore_button = Button("Restore a backup", ButtonKind.LINK)
        self.anew_button = Button("Make the demo anew, as of today", ButtonKind.LINK)
        for button in (self.anew_button,) if shown else (self.lost_button, self.restore_button):
            self.add_way_out(button)

    def _connect(self) -> None:
        self.enter.clicked.connect(self.try_to_unlock)
        self.passphrase.returnPressed.connect(self.try_to_unlock)
        self.lost_button.clicked.connect(self.lost)
        self.restore_button.clicked.connect(self.restore)
        self.anew_button.clicked.connect(self.anew)

    def try_to_unlock(self) -> None:
        """Stretch the passphrase off the window's thread, then say what came of it."""
        if not self.enter.isEnabled() or not self.form.check():
            return
        person, typed = self.person.value(), self.passphrase.value()
        self.work(
            "Checking your passphrase…",
            lambda: self._vault.unlock(person, typed),
            self._opened,
            self._refused,
        )

    def _opened(self, unlocked: object) -> None:
        self.passphrase.clear()
        self.unlocked.emit(unlocked)

    def _refused(self, error: Refused | Unavailable) -> None:
        if isinstance(error, Unavailable):
            self.banner.say(error.message, BannerKind.DANGER)
            self.lost_button.setFocus()
            return
        self.passphrase.selectAll()
        self.form.refuse(error)
        if isinstance(error, TooSoon):
            self._wait_until = clock.monotonic() + error.seconds
            self._ticks.start()
            self.count_down()

    def count_down(self) -> None:
        """Say how long is left; at the end let the person try again."""
        left = math.ceil(self._wait_until - clock.monotonic())
        self.enter.setEnabled(left <= 0)
        if left > 0:
            self.banner.say(WAITING.format(_span(left)), BannerKind.WARNING)
        else:
            self._ticks.stop()
            self.banner.say("")
            self.form.clear_errors()
            self.passphrase.setFocus()


def _words(user: User) -> str:
    return f"{user.name} · {ROLE_WORDS[user.role]}"


def _span(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes}:{rest:02} minutes" if minutes else f"{rest} s"


def _shown(passphrase: str) -> Card:
    card = Card(margin=SPACE.m, spacing=SPACE.xs)
    words = Text(passphrase, Type.STRONG)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    card.body.addWidget(Text("The demo’s passphrase, for everyone to know", Type.SMALL))
    card.body.addWidget(words)
    return card
