"""Putting a backup in the place of the records, which are kept aside."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal

from practice.errors import Refused, Unavailable
from practice.ui.background import Lane
from practice.ui.backup_words import bundle_words
from practice.ui.files import FolderInput
from practice.ui.icons import Icon
from practice.ui.screen import Screen
from practice.ui.start import Hold, Start
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import SecretInput
from practice.vault.bundle import Bundle, header_of, list_backups, read_bundle
from practice.vault.put_back import looks_like_a_code, open_keys, put_in_place

LEAD = (
    "A backup is read through first. Then it takes the place of the records on this computer, "
    "which are kept aside whole under another name."
)
NONE_THERE = "There is no backup in this folder. Choose the folder the backups are kept in."


@dataclass(frozen=True)
class Restored:
    """`kept` is where the replaced records lie; `code` is what was typed, if it was the kit's."""

    kept: Path | None
    code: str


class RestoreScreen(Screen):
    """`restored` carries a Restored; `back` asks for the screen before."""

    restored = Signal(object)
    back = Signal()

    def __init__(self, start: Start, lane: Lane, hold: Hold, *, place: str = "") -> None:
        super().__init__("Restore a backup", LEAD, lane)
        self._start, self._hold = start, hold
        self.place = FolderInput("Choose the folder with your backups")
        self.backup: Choice[Bundle] = Choice()
        self.person: Choice[str] = Choice()
        self.secret = SecretInput()
        self.look = Button("Show the backups there")
        self.go = Button("Restore this backup", ButtonKind.DANGER, Icon.REFRESH)
        self.cancel = Button("Back")
        self.form, self.details = Form(), Form()
        self._lay_out()
        self._connect()
        self.place.set_value(place)
        self.setFocusProxy(self.place)

    def _lay_out(self) -> None:
        help_ = "The folder your backups are in, or one backup itself."
        self.form.add(
            Field("place", "Backup folder", self.place, help=help_, required="Choose a folder.")
        )
        self.details.add(Field("backup", "Backup", self.backup))
        self.details.add(Field("person", "Whose passphrase", self.person))
        self.details.add(
            Field(
                "passphrase",
                "Passphrase of that time, or the recovery code",
                self.secret,
                help="On a new computer only the recovery code opens a backup.",
                required="Type the passphrase or the recovery code.",
            )
        )
        self.details.hide()
        self.go.hide()
        for form in (self.form, self.details):
            self.body.addWidget(form)
        self.add_buttons(self.cancel, self.look, self.go)

    def _connect(self) -> None:
        self.look.clicked.connect(self.list_them)
        self.place.line.returnPressed.connect(self.list_them)
        self.backup.currentIndexChanged.connect(self._show_people)
        self.go.clicked.connect(self.restore_it)
        self.secret.returnPressed.connect(self.restore_it)
        self.cancel.clicked.connect(self.back)

    def list_them(self) -> None:
        """Look through the folder that was given."""
        if self.form.check():
            place = Path(self.place.value())
            self.work("Looking for backups…", lambda: _bundles(place), self._listed, self._refused)

    def _listed(self, bundles: tuple[Bundle, ...]) -> None:
        self.details.setVisible(bool(bundles))
        self.go.setVisible(bool(bundles))
        if not bundles:
            self.form.refuse(Refused(NONE_THERE, field="place"))
            return
        self.backup.set_options([(one, bundle_words(one)) for one in bundles])
        self.secret.setFocus()

    def _show_people(self, index: int) -> None:
        if index < 0:
            return
        try:
            users = header_of(self.backup.value()).users
        except Unavailable as unavailable:
            self.banner.say(unavailable.message)
            return
        self.person.set_options([(slot.user.id, slot.user.name) for slot in users])

    def restore_it(self) -> None:
        """Open the backup with what was typed, verify it, and exchange the folders."""
        if not self.go.isVisibleTo(self) or not self.details.check():
            return
        bundle, person, typed = self.backup.value(), self.person.value(), self.secret.value()
        self._hold.let_go()
        self.work(
            "Reading the backup through, then putting it in place…",
            lambda: self._exchange(bundle, person, typed),
            self._done,
            self._refused_and_back,
        )

    def _exchange(self, bundle: Bundle, person: str, typed: str) -> Restored:
        keys = open_keys(bundle, typed, person=person, store=self._start.store)
        kept = put_in_place(bundle, self._start.folder, keys)
        return Restored(kept, typed if looks_like_a_code(typed) else "")

    def _done(self, restored: Restored) -> None:
        self.secret.clear()
        self._hold.take()
        self.restored.emit(restored)

    def _refused_and_back(self, error: Refused | Unavailable) -> None:
        self._hold.take()
        self._refused(error)

    def _refused(self, error: Refused | Unavailable) -> None:
        if isinstance(error, Unavailable):
            self.banner.say(error.message)
        elif error.field in self.form.fields:
            self.form.refuse(error)
        else:
            field = "passphrase" if error.field == "code" else error.field
            self.details.refuse(Refused(error.message, field=field))


def _bundles(place: Path) -> tuple[Bundle, ...]:
    """The backups in a folder; the folder itself may be one."""
    if (place / "manifest.json").exists():
        return (read_bundle(place),)
    return list_backups(place)
