"""The window of an unlocked practice, without the way there."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from practice import clock
from practice.models import store
from practice.models.enums.practice import Role
from practice.ui.background import Lane
from practice.ui.context import Context
from practice.ui.theme import Scheme, apply
from practice.ui.workspace import Workspace
from practice.vault.vault import open_vault


def workspace(data: Path, passphrase: str, now: str, role: Role = Role.OWNER) -> Workspace:
    """Shown on Today for the first person of a role, at a time that stands still."""
    clock.use(lambda: datetime.fromisoformat(now).astimezone(UTC))
    apply(QApplication([]), Scheme.LIGHT)
    vault = open_vault(data)
    person = next(user for user in vault.users if user.role is role)
    unlocked = vault.unlock(person.id, passphrase)
    store.open_files(data, unlocked.file_keys(), person.id)
    shown = Workspace(Context(vault, unlocked, Lane(), demo=False))
    shown.resize(1366, 768)
    shown.show()
    QApplication.processEvents()
    return shown
