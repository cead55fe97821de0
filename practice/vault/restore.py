"""Putting a backup in the place of the data folder, which is kept aside whole."""

import shutil
import sys
from pathlib import Path

from practice import clock
from practice.errors import Refused
from practice.vault.bundle import Bundle, verify
from practice.vault.databases import plain_database_words
from practice.vault.files import (
    PRIVATE_FILE,
    UNFINISHED,
    make_folder,
    plain_words,
    sync_file,
    sync_folder,
)
from practice.vault.folder import DEVICE_KEY
from practice.vault.instance import InstanceLock
from practice.vault.roles import DATABASES, Keys
from practice.vault.settle import FAILED, ready_folder, settle


def restore(bundle: Bundle, folder: Path, keys: Keys) -> Path | None:
    """Replace the data folder by a backup; returns where the replaced one is kept, if any.

    `keys` come from opening the backup's own header (`bundle.header_of`) with a passphrase or code
    of its time, and must open both files. Nothing may have the folder open, this program's own
    instance lock included. The backup is copied and read through before anything changes; whenever
    it is interrupted, the next `settle` finds the old folder or the new one, whole.
    Raises Refused, Unavailable (DamagedBackup, AlreadyOpen); then nothing was changed.
    """
    if any(key not in keys for key in DATABASES):
        raise Refused("Restoring takes someone who may open all records, such as the owner.")
    settle(folder)
    with plain_words(FAILED), plain_database_words(FAILED):
        if not folder.exists():
            _stage(bundle, folder, keys)
            settle(folder)
            return None
        with InstanceLock(folder) as lock:
            _stage(bundle, folder, keys)
            if sys.platform == "win32":
                lock.release()  # a folder with an open file can't be renamed there
            kept = _free_name(folder)
            folder.rename(kept)
            settle(folder)
            return kept


def _stage(bundle: Bundle, folder: Path, keys: Keys) -> None:
    """The new folder under a name of its own, complete, verified and durable."""
    unfinished = folder.with_name(f"{folder.name}-restoring{UNFINISHED}")
    ready = ready_folder(folder)
    for leftover in (unfinished, ready):
        if leftover.exists():
            shutil.rmtree(leftover)
    try:
        make_folder(unfinished)
        for stored in bundle.manifest.files:
            _copy(bundle.path / stored.name, unfinished / stored.name)
        if (folder / DEVICE_KEY).exists():  # the demo's own
            _copy(folder / DEVICE_KEY, unfinished / DEVICE_KEY)
        verify(unfinished, bundle.manifest, keys)
        sync_folder(unfinished)
        unfinished.rename(ready)
        sync_folder(folder.parent)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    target.chmod(PRIVATE_FILE)
    sync_file(target)


def _free_name(folder: Path) -> Path:
    """The name under which the replaced folder is kept, never one that is taken."""
    first = folder.with_name(f"{folder.name}-replaced-{clock.now():%Y%m%d-%H%M%S}")
    number, name = 1, first
    while name.exists():
        number += 1
        name = first.with_name(f"{first.name}-{number}")
    return name
