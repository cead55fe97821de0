"""The state of the backups, as Today and Settings show it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path

from practice import clock
from practice.errors import Unavailable
from practice.vault import backup_result
from practice.vault.bundle import Bundle, list_backups
from practice.vault.vault import Vault

OLD = timedelta(days=7)


class BackupKind(Enum):
    """How much there is to worry about."""

    GOOD = "good"
    OLD = "old"
    NEVER = "never"
    FAILED = "failed"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True)
class BackupState:
    """`last` is when the newest backup was made and verified (aware); `words` say it all."""

    kind: BackupKind
    words: str
    last: datetime | None = None


def backup_state(vault: Vault, place: str) -> BackupState:
    """Look into the backup folder (a few small files; call when a page loads)."""
    if not place:
        return BackupState(BackupKind.NEVER, "No backups yet: no folder is chosen.")
    try:
        newest = next(iter(ours(vault, place)), None)
    except Unavailable as unavailable:
        return BackupState(BackupKind.UNREACHABLE, unavailable.message)
    return _judge(vault.folder, newest)


def ours(vault: Vault, place: str) -> tuple[Bundle, ...]:
    """This practice's backups in a folder, newest first. Raises Unavailable."""
    wanted = vault.header.vault_id
    return tuple(one for one in list_backups(Path(place)) if one.manifest.vault_id == wanted)


def _judge(folder: Path, newest: Bundle | None) -> BackupState:
    made = newest.manifest.created if newest else None
    tried = backup_result.last(folder)
    if tried and tried.trouble and (made is None or tried.at > made):
        return BackupState(BackupKind.FAILED, tried.trouble, made)
    if newest is None or made is None:
        return BackupState(BackupKind.NEVER, "There is no backup in the folder yet.")
    checked = "checked" if newest.read_whole else "notes copied without opening them"
    words = f"Last backup {when(made)}, {checked}."
    if clock.now() - made > OLD:
        return BackupState(BackupKind.OLD, words, made)
    return BackupState(BackupKind.GOOD, words, made)


def when(moment: datetime) -> str:
    """Today 08:02, yesterday 18:31, or 3 Nov 2026, on this computer's clock."""
    local, today = moment.astimezone(), clock.now().astimezone().date()
    days = (today - local.date()).days
    if days in (0, 1):
        return f"{'yesterday' if days else 'today'} {local:%H:%M}"
    return f"{local.day} {local:%b %Y}"
