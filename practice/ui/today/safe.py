"""How the records on this computer are kept: encrypted, backed up, off the network."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from practice.ui.backup_state import BackupKind, BackupState
from practice.ui.context import Context, Place
from practice.ui.icons import Icon
from practice.ui.theme import Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.rows import SectionHeader
from practice.ui.widgets.text import Text

_HEADINGS = {
    BackupKind.OLD: "Backed up a while ago",
    BackupKind.NEVER: "Not backed up yet",
    BackupKind.FAILED: "The last backup failed",
    BackupKind.UNREACHABLE: "The backups can’t be reached",
}
TELL = "Please tell the owner of the practice."


class SafeCard(Card):
    """One paragraph; without a recent backup its icon, heading and a button say so."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._owner = context.admin
        self._good = SectionHeader("Safe on this computer", "", Icon.SHIELD_CHECK, Role.PRESENT)
        self._open = SectionHeader("", "", Icon.WARNING, Role.LATE)
        self.words = Text("", Type.SECONDARY, wrap=True)
        self.settings = Button("Go to backups", ButtonKind.SECONDARY, Icon.DRIVE)
        self.settings.clicked.connect(lambda: context.go.emit(Place.SETTINGS, ""))
        for part in (self._good, self._open, self.words):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.settings)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_state(self, state: BackupState) -> None:
        """Say how the records are kept."""
        heading = _HEADINGS.get(state.kind)
        self._good.setVisible(heading is None)
        self._open.setVisible(heading is not None)
        self._open.say(heading or "")
        self.settings.setVisible(heading is not None and self._owner)
        ask = "" if heading is None or self._owner else f" {TELL}"
        self.words.setText(f"Encrypted. {state.words}{ask} No network connection is used.")
