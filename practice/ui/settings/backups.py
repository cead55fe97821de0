"""Where backups go, making one now, the last ten, and restoring."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from practice.desk import practice as desk
from practice.errors import Refused, Unavailable
from practice.models import store
from practice.ui.backup_state import BackupKind, backup_state, ours
from practice.ui.backup_words import size_of, size_words, when_made
from practice.ui.context import Context
from practice.ui.files import FolderInput
from practice.ui.icons import Icon
from practice.ui.page import clear
from practice.ui.settings.part import Part, show_error
from practice.ui.theme import Role
from practice.ui.waiting import run_for
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.pill import PillKind, StatusPill
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.rows import ListRow
from practice.vault import backup_result
from practice.vault.bundle import Bundle
from practice.vault.folder import Outside, require_outside

HELP = "Best on another disk. The practice is backed up there at every lock; ten are kept."
COPIED = "Notes copied"
COPIED_HELP = (
    "Made at the front desk’s lock: the office records were read through, the notes were copied "
    "byte for byte, since the front desk has no key to open them."
)
MADE = "The backup was made and read back."
_LOOKS = {
    BackupKind.GOOD: (Icon.CHECK_CIRCLE, Role.PRESENT),
    BackupKind.OLD: (Icon.CLOCK, Role.LATE),
    BackupKind.NEVER: (Icon.WARNING, Role.LATE),
    BackupKind.FAILED: (Icon.X_CIRCLE, Role.NO_SHOW),
    BackupKind.UNREACHABLE: (Icon.X_CIRCLE, Role.NO_SHOW),
}


class BackupPart(Part):
    """Everything about backups."""

    def __init__(self, context: Context) -> None:
        super().__init__("Backup", Icon.DRIVE, context)
        self.form = Form()
        self.place = FolderInput("Choose the folder for backups", hint="/media/backup")
        self.form.add(Field("place", "Backup folder", self.place, help=HELP))
        self.state = Remark("", Icon.WARNING)
        self.listed = QVBoxLayout()
        self.listed.setSpacing(0)
        self.save_button = Button("Save folder")
        self.now = Button("Back up now", icon=Icon.DRIVE)
        self.restore = Button("Restore…", ButtonKind.QUIET, Icon.REFRESH)
        self.save_button.clicked.connect(self._save)
        self.now.clicked.connect(self.back_up)
        self.restore.clicked.connect(context.restore)
        for part in (self.form, self.state):
            self.body.addWidget(part)
        self.body.addLayout(self.listed)
        self.add_buttons(self.save_button, self.now, self.restore)
        self.form.fields["place"].setVisible(context.admin)
        self.save_button.setVisible(context.admin)
        self.load()

    def load(self) -> None:
        place = desk.practice().backup_folder
        self.place.set_value(place)
        self._show_state(place)

    def _show_state(self, place: str) -> None:
        found = backup_state(self.context.vault, place)
        self.state.say(found.words, *_LOOKS[found.kind])
        self.now.setEnabled(bool(place))
        clear(self.listed)
        if found.last:
            for bundle in ours(self.context.vault, place)[:10]:
                self.listed.addWidget(_row(bundle))

    def _save(self) -> None:
        if self.save(self.form, self._save_place):
            self._show_state(desk.practice().backup_folder)

    def _save_place(self) -> None:
        wanted = self.place.value()
        if wanted:
            require_outside(Path(wanted), self.context.vault.folder, Outside.BACKUPS)
            if not Path(wanted).is_dir():
                raise Refused("This folder is not there. Make it first.", field="place")
        desk.save_practice(replace(desk.practice(), backup_folder=wanted))

    def back_up(self) -> None:
        """Back up into the folder on record, off the window's thread."""
        place = desk.practice().backup_folder
        if not place:
            self.form.refuse(Refused("Choose a folder for backups first.", field="place"))
            return
        vault, unlocked, heads = self.context.vault, self.context.unlocked, store.heads()
        self.form.banner.say("")
        self.tell("Making the backup…")
        self.now.setEnabled(False)
        run_for(
            self,
            self.context.lane,
            lambda: backup_result.back_up(vault, unlocked, Path(place), heads),
            lambda _: self._ended(MADE),
            self._failed,
        )

    def _failed(self, error: Refused | Unavailable) -> None:
        self._ended("")
        show_error(self.form, error)

    def _ended(self, words: str) -> None:
        self.tell(words)
        self._show_state(desk.practice().backup_folder)
        self.now.setEnabled(True)


def _row(bundle: Bundle) -> ListRow:
    words = ("Verified", PillKind.PRESENT) if bundle.read_whole else (COPIED, PillKind.NEUTRAL)
    verified = StatusPill(words[1], words[0])
    verified.setToolTip("" if bundle.read_whole else COPIED_HELP)
    return ListRow(when_made(bundle), size_words(size_of(bundle)), trailing=(verified,), dense=True)
