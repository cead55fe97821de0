"""Everything before the practice is open: which screen is called for, and what follows it."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

from practice.errors import Refused, Unavailable
from practice.ui import demo
from practice.ui.background import Lane
from practice.ui.found import Found, look
from practice.ui.screen import Screen
from practice.ui.start import Hold, Start
from practice.ui.unlock import UnlockScreen
from practice.ui.widgets.notices import BannerKind
from practice.vault import header_file, unfinished
from practice.vault.header import DamagedVault, NewerVault
from practice.vault.keys import STANDARD
from practice.vault.vault import Unlocked, Vault

KEPT_ASIDE = "The backup is in place. The records that were here before are kept in {}"
IN_PLACE = "The backup is in place."
WITH_CODE = " Open it with the recovery code once more, and choose a passphrase for this computer."
UPDATING = (
    "This version of Practice keeps records in a new form. Yours are being backed up, then brought "
    "up to date. This can take a minute…"
)
RESTORED = "Restore a backup"
RECOVERED = "Open with the recovery kit"


class Reception(QObject):
    """`show` carries the next screen. `arrived` carries a Vault, the Unlocked and audit events."""

    show = Signal(object)
    arrived = Signal(object, object, object)

    def __init__(self, start: Start, lane: Lane, hold: Hold) -> None:
        super().__init__()
        self._start, self._lane, self._hold = start, lane, hold
        self._screen: Screen | None = None
        self._events: tuple[str, ...] = ()
        self._trouble = ""
        self._person = ""

    @property
    def is_busy(self) -> bool:
        """Whether something is being done that should end first."""
        return self._screen is not None and self._screen.is_busy

    def note_trouble(self, words: str) -> None:
        """What went wrong at the last lock: told on the lock screen and after unlocking."""
        self._trouble = words

    def note_person(self, user_id: str) -> None:
        """Who most likely unlocks next; nobody, if empty, so that the lock screen asks first."""
        self._person = user_id

    def take_trouble(self) -> str:
        """The same, once."""
        words, self._trouble = self._trouble, ""
        return words

    def say(self, words: str) -> None:
        """Tell something on the screen that is shown."""
        if self._screen:
            self._screen.banner.say(words, BannerKind.WARNING)

    def begin(self, said: str = "") -> None:
        """Look at the data folder and show the screen it calls for."""
        try:
            found, vault = look(self._start)
            if found is Found.UNFINISHED:
                unfinished.set_aside(self._start.folder)
        except NewerVault as newer:
            self.trouble(newer.message, restorable=False)
        except DamagedVault as damaged:
            self.trouble(damaged.message, previous=damaged.previous_usable)
        except Unavailable as unavailable:
            self.trouble(unavailable.message)
        else:
            self._welcome(vault, said)

    def _welcome(self, vault: Vault | None, said: str) -> None:
        if vault:
            self._unlock(vault, said)
        elif self._start.demo:
            self._make_demo()
        else:
            self._first_run(said)

    def trouble(self, words: str, *, previous: bool = False, restorable: bool = True) -> None:
        """Say why the records can't be opened."""
        from practice.ui.trouble import TroubleScreen  # noqa: PLC0415  # seldom

        screen = TroubleScreen(words, self._lane, previous=previous, restorable=restorable)
        screen.again.connect(self.begin)
        screen.restore.connect(self.restore)
        screen.use_previous.connect(self._use_previous)
        self._put(screen)

    def _use_previous(self) -> None:
        try:
            header_file.use_previous(self._start.folder)
        except Unavailable as unavailable:
            self.say(unavailable.message)
        else:
            self.begin()

    def _unlock(self, vault: Vault, said: str = "") -> None:
        shown = demo.passphrase() if self._start.demo else ""
        screen = UnlockScreen(
            vault, self._lane, shown=shown, said=said or self._trouble, person=self._person
        )
        screen.unlocked.connect(lambda unlocked: self._arrive(vault, unlocked))
        screen.lost.connect(self._recover)
        screen.restore.connect(self.restore)
        screen.anew.connect(lambda: self._make_demo(demo.make_anew))
        self._put(screen)

    def _arrive(self, vault: Vault, unlocked: Unlocked) -> None:
        """Files of an older version are brought up to date first, while the screen says so."""
        from practice.care import sign_in  # noqa: PLC0415  # not before the screen stands

        screen = self._screen
        if screen is None or not sign_in.needs_update(vault, unlocked):
            self._admit(vault, unlocked)
            return

        def failed(error: Refused | Unavailable) -> None:
            unlocked.wipe()
            self.trouble(error.message)

        screen.work(
            UPDATING,
            lambda: sign_in.update(vault, unlocked),
            lambda _: self._admit(vault, unlocked),
            failed,
        )

    def _admit(self, vault: Vault, unlocked: Unlocked) -> None:
        events, self._events = self._events, ()
        self._screen = None  # it goes when the practice is shown
        self.arrived.emit(vault, unlocked, events)

    def _recover(self, code: str = "") -> None:
        from practice.ui.recover import RecoverScreen  # noqa: PLC0415  # seldom

        start = self._start
        screen = RecoverScreen(
            start.folder, self._lane, cost=start.cost or STANDARD, store=start.store, code=code
        )
        screen.back.connect(self.begin)
        screen.recovered.connect(self._recovered)
        self._put(screen)

    def _recovered(self, vault: Vault, unlocked: Unlocked) -> None:
        self._events = (*self._events, RECOVERED)
        self._arrive(vault, unlocked)

    def restore(self, place: str = "") -> None:
        """Ask which backup is to take the place of what is here."""
        from practice.ui.restore_screen import Restored, RestoreScreen  # noqa: PLC0415  # seldom

        screen = RestoreScreen(self._start, self._lane, self._hold, place=place)
        screen.back.connect(self.begin)

        def restored(done: Restored) -> None:
            self._events = (*self._events, RESTORED)
            words = KEPT_ASIDE.format(done.kept) if done.kept else IN_PLACE
            if done.code:
                self._recover(done.code)
                self.say(words + WITH_CODE)
            else:
                self.begin(words)

        screen.restored.connect(restored)
        self._put(screen)

    def _first_run(self, said: str) -> None:
        from practice.ui.first_run.screen import FirstRun  # noqa: PLC0415  # once in a life

        screen = FirstRun(self._start, self._lane)
        screen.begun.connect(self._arrive)
        screen.restore.connect(self.restore)
        screen.open_demo.connect(self._open_demo)
        self._put(screen)
        if said:
            self.say(said)

    def _open_demo(self) -> None:
        """In a program of its own: one program never has two practices open."""
        QProcess.startDetached(sys.executable, ["-m", "practice", "--demo"])
        self.begin()

    def _make_demo(self, make: Callable[[Path], None] = demo.make) -> None:
        screen = Screen("The demo practice", "A made-up practice to look around in.", self._lane)
        self._put(screen)
        folder = self._start.folder
        self._work(screen, "Making it…", lambda: make(folder), self.begin)

    def _work(
        self, screen: Screen, words: str, work: Callable[[], None], then: Callable[[], None]
    ) -> None:
        def failed(error: Refused | Unavailable) -> None:
            self.trouble(error.message, restorable=False)

        screen.work(words, work, lambda _: then(), failed)

    def _put(self, screen: Screen) -> None:
        self._screen = screen
        self.show.emit(screen)
