"""How the last backup went, kept beside the records so that a failure is still known next time."""

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from practice import clock
from practice.errors import Refused, Unavailable
from practice.vault.bundle import Bundle
from practice.vault.files import plain_words, write_whole
from practice.vault.vault import Unlocked, Vault

FILE = "backup.json"


@dataclass(frozen=True)
class BackupResult:
    """`trouble` is empty for a backup that was made and verified. `at` is aware, UTC."""

    at: datetime
    trouble: str


def back_up(vault: Vault, unlocked: Unlocked, place: Path, heads: Mapping[str, str]) -> Bundle:
    """As `Vault.back_up`, with how it went kept for Today. Call from the background lane."""
    try:
        bundle = vault.back_up(place, unlocked, heads)
    except (Refused, Unavailable) as error:
        _keep(vault.folder, error.message)
        raise
    _keep(vault.folder, "")
    return bundle


def _keep(folder: Path, trouble: str) -> None:
    """On a full disk the backup itself still tells when it was made."""
    found = {"at": clock.now().isoformat(), "trouble": trouble}
    words = "How the backup went could not be noted"
    with contextlib.suppress(Unavailable), plain_words(words):
        write_whole(folder / FILE, json.dumps(found).encode())


def last(folder: Path) -> BackupResult | None:
    """The last one; None where none was tried, or what was kept can't be read."""
    try:
        found = json.loads((folder / FILE).read_bytes())
        at = datetime.fromisoformat(found["at"]).astimezone(UTC)
        return BackupResult(at, str(found["trouble"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
