"""The first run: four short steps. Nothing is written before the kit is known to be at hand."""

import contextlib

from PySide6.QtCore import Signal

from practice import clock
from practice.care import beginning
from practice.errors import Refused, Unavailable
from practice.ui.background import Lane
from practice.ui.first_run.about_you import AboutYou
from practice.ui.first_run.paper import OnPaper
from practice.ui.first_run.ready import Ready
from practice.ui.first_run.secret import Secret
from practice.ui.first_run.step import Step
from practice.ui.help.chapters import Chapter
from practice.ui.kit_sheet import Kit
from practice.ui.screen import Screen
from practice.ui.start import Start
from practice.ui.widgets.button import Button, ButtonKind
from practice.vault import unfinished
from practice.vault import vault as vaults
from practice.vault.device import PROTECTION_WORDS
from practice.vault.keys import STANDARD
from practice.vault.vault import Draft, Vault

STEPS = 4


class FirstRun(Screen):
    """`begun` carries the Vault and the Unlocked owner. `restore`, `open_demo` ask for those."""

    chapter = Chapter.FIRST_DAY
    begun = Signal(object, object)
    restore = Signal()
    open_demo = Signal()

    def __init__(self, start: Start, lane: Lane) -> None:
        super().__init__("", " ", lane)
        self._start = start
        self._draft: Draft | None = None
        self._vault: Vault | None = None
        self.about_you = AboutYou()
        self.secret: Secret | None = None
        self.paper: OnPaper | None = None
        self.ready: Ready | None = None
        self._history: list[Step] = []
        self.back = Button("Back")
        self.forward = Button("Continue", ButtonKind.PRIMARY)
        self.has_backup = Button("I have a backup from another computer", ButtonKind.LINK)
        self.add_buttons(self.back, self.forward)
        self.add_way_out(self.has_backup)
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self._finish_step)
        self.has_backup.clicked.connect(self.restore)
        self.about_you.done.connect(self._ask_passphrase)
        self._go(self.about_you)

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self._history[-1]

    def _finish_step(self) -> None:
        self.step.finish()
        self.reveal()

    def _go(self, step: Step) -> None:
        if self._history:
            self.step.hide()
        self._history.append(step)
        self.body.insertWidget(len(self._history) - 1, step)
        self._show_step()

    def go_back(self) -> None:
        """The step before, with what was typed."""
        left = self._history.pop()
        left.hide()
        left.deleteLater()
        self._show_step()

    def _show_step(self) -> None:
        number = len(self._history)
        self.say(self.step.title, f"Step {number} of {STEPS}. {self.step.lead}")
        self.step.show()
        self.back.setVisible(1 < number < STEPS)
        self.has_backup.setVisible(number == 1)
        self.forward.setText(self.step.forward)
        self.setFocusProxy(self.step)
        self.step.setFocus()

    def _ask_passphrase(self) -> None:
        self.secret = Secret(self.lane, self.about_you.person.name)
        self.secret.done.connect(self._begin)
        self._go(self.secret)

    def _begin(self) -> None:
        secret, person, cost = self.secret, self.about_you.person, self._start.cost or STANDARD
        if secret:
            passphrase = secret.passphrase
            self.work(
                "Making the keys…",
                lambda: vaults.begin(person.name, passphrase, cost=cost),
                self._ask_for_paper,
                self._refused,
            )

    def _ask_for_paper(self, draft: Draft) -> None:
        self._draft = draft
        practice = self.about_you.practice
        made_on = clock.today(practice.zone)
        kit = Kit(practice.name, draft.vault_id, made_on, draft.code, practice.paper)
        self.paper = OnPaper(kit, self._start.folder)
        self.paper.done.connect(self._commit)
        self._go(self.paper)

    def _commit(self) -> None:
        draft, store = self._draft, self.secret.store if self.secret else None
        if draft and store:
            folder = self._start.folder
            self.work(
                "Setting up your practice…",
                lambda: draft.commit(folder, store),
                self._create,
                self._refused,
            )

    def _create(self, vault: Vault) -> None:
        if not self._draft:
            return
        try:
            beginning.create(
                vault, self._draft.unlocked, self.about_you.practice, self.about_you.person
            )
        except (Refused, Unavailable) as error:
            with contextlib.suppress(Unavailable):
                unfinished.set_aside(self._start.folder)
            self._refused(error)
            return
        self._vault = vault
        if self.secret:
            self.secret.forget()
        self.ready = Ready(PROTECTION_WORDS[vault.store.protection])
        self.ready.done.connect(self._start_work)
        self.ready.open_demo.connect(self._look_around)
        self._go(self.ready)

    def _start_work(self) -> None:
        if self._vault and self._draft:
            self.begun.emit(self._vault, self._draft.unlocked)

    def _look_around(self) -> None:
        if self._draft:
            self._draft.unlocked.wipe()
        self.open_demo.emit()

    def _refused(self, error: Refused | Unavailable) -> None:
        self.banner.say(error.message)
