"""How the records on this computer are kept: encrypted, backed up, off the network."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QWidget

from practice.desk.practice import to_wall, wall_now
from practice.ui.icons import Icon
from practice.ui.theme import Role, Type
from practice.ui.widgets.card import Card
from practice.ui.widgets.rows import SectionHeader
from practice.ui.widgets.text import Text
from practice.ui.words import day_near


@dataclass(frozen=True)
class LastBackup:
    """When the newest backup was made (a moment), and what went wrong with the last try."""

    at: datetime | None
    trouble: str = ""


class SafeCard(Card):
    """One paragraph; it turns to a warning by icon and words while there is no backup."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._good = SectionHeader("Safe on this computer", "", Icon.SHIELD_CHECK, Role.PRESENT)
        self._open = SectionHeader("Not backed up", "", Icon.WARNING, Role.LATE)
        self.words = Text("", Type.SECONDARY, wrap=True)
        for part in (self._good, self._open, self.words):
            self.body.addWidget(part)
        self.show_backup(None)

    def show_backup(self, last: LastBackup | None) -> None:
        """Say how the records are kept; None where nobody knows about backups yet."""
        trouble = last is not None and (last.at is None or bool(last.trouble))
        self._good.setVisible(not trouble)
        self._open.setVisible(trouble)
        self.words.setText(" ".join(filter(None, _sentences(last))))


def _sentences(last: LastBackup | None) -> tuple[str, ...]:
    kept, alone = "Encrypted.", "No network connection is used."
    if last is None:
        return kept, alone
    if last.at is None:
        return kept, last.trouble or "There is no backup yet. Make one in Settings.", alone
    at = to_wall(last.at)
    day = day_near(at.date(), wall_now().date())
    when = day.lower() if day in ("Today", "Yesterday") else day
    return kept, f"Last backup {when} {at:%H:%M}, checked.", last.trouble, alone
