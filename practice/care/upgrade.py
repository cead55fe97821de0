"""Files of an older version brought up to date, after a backup of how they were.

The backup lies beside the data folder, so that no disk has to be chosen at this moment.
"""

import contextlib
from pathlib import Path

from practice.models import store
from practice.vault import backup
from practice.vault.files import PRIVATE_FOLDER, plain_words
from practice.vault.lineage import require_known_ends
from practice.vault.vault import Unlocked, Vault

_FAILED = "The records were not brought up to date"


def is_needed(vault: Vault, unlocked: Unlocked) -> bool:
    """Whether a file this person may open is of an older version. Takes milliseconds.

    Raises a `keyed.OpenError` or FileNotFoundError where a file can't be opened.
    """
    return store.is_older(vault.folder, unlocked.file_keys())


def place_of(data: Path) -> Path:
    """Where the backups made before an update are kept."""
    return data.with_name(f"{data.name}-before-update")


def bring_up_to_date(vault: Vault, unlocked: Unlocked) -> None:
    """Back up, verify the backup, then bring the files up to date; nothing is done if they are.

    For any thread, with the files closed; they are at rest afterwards. What is cut short is done
    at the next call. Raises Unavailable where the backup can't be made, and what opening raises;
    then the files are as they were.
    """
    if not is_needed(vault, unlocked):
        return
    require_known_ends(vault.folder, vault.header, unlocked.keys)
    place = place_of(vault.folder)
    with plain_words(_FAILED), contextlib.suppress(FileExistsError):
        place.mkdir(mode=PRIVATE_FOLDER)
    backup.make(vault.folder, place, vault.header, unlocked.keys)
    store.open_files(vault.folder, unlocked.file_keys(), unlocked.user.id)
    store.rest()
