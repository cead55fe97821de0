"""The data folder: private to one account, no links; and a process that can't be peeked into."""

import os
import stat
import sys
from collections.abc import Callable
from enum import Enum
from pathlib import Path

from practice.errors import Refused
from practice.vault.files import PRIVATE_FILE, PRIVATE_FOLDER, make_folder, plain_words

HEADER = "vault.json"
PREVIOUS_HEADER = "vault.json.bak"
LOCK = "app.lock"
ATTEMPTS = "attempts.json"
DEVICE_KEY = "device.key"


def prepare(folder: Path) -> tuple[str, ...]:
    """Make the data folder, or check that it is private to this account.

    Returns a sentence for each thing that was put right. Raises Refused when the folder is a link,
    not a folder or someone else's, and Unavailable when the disk does not allow it.
    """
    with plain_words("The data folder can't be used"):
        if not os.path.lexists(folder):
            make_folder(folder)
        said = [_make_private(folder, PRIVATE_FOLDER, stat.S_ISDIR)]
        said += [_make_private(file, PRIVATE_FILE, stat.S_ISREG) for file in _own_files(folder)]
    return tuple(sentence for sentence in said if sentence)


class Outside(Enum):
    """What never lies inside the data folder, and the words that refuse it there."""

    BACKUPS = (
        "Backups can't be kept inside the data folder: whatever happens to the folder would "
        "happen to them too. Choose another place, best on another disk."
    )
    DOCUMENT = (
        "A document can't be saved inside the data folder, which holds the encrypted record and "
        "nothing else. Choose another place, such as your Documents folder."
    )


def require_outside(place: Path, data: Path, what: Outside) -> None:
    """Refuse a place inside the data folder; links are followed."""
    inner, outer = place.resolve(), data.resolve()
    if inner == outer or outer in inner.parents:
        raise Refused(what.value, field="place")


def harden() -> None:
    """Private files by default, no core dump, and no other process may read this one's memory.

    Call once at start. Each is done where the system knows it.
    """
    os.umask(0o077)
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  # not on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415

        set_dumpable = 4  # PR_SET_DUMPABLE in <linux/prctl.h>
        ctypes.CDLL(None).prctl(set_dumpable, 0, 0, 0, 0)


def _own_files(folder: Path) -> list[Path]:
    names = {HEADER, PREVIOUS_HEADER, LOCK, ATTEMPTS, DEVICE_KEY}
    return sorted(file for file in folder.iterdir() if file.name in names or ".db" in file.name)


def _make_private(path: Path, mode: int, right_kind: Callable[[int], bool]) -> str:
    """Check one path without following links; the sentence says what was changed, if anything."""
    found = path.lstat()
    if stat.S_ISLNK(found.st_mode):
        raise Refused(
            f"“{path}” is a link to another place. Client records are opened only where they "
            "really are. Choose the folder itself."
        )
    if not right_kind(found.st_mode):
        raise Refused(f"“{path}” is not what it should be. Choose another data folder.")
    if sys.platform == "win32":
        return ""
    if found.st_uid != os.getuid():
        raise Refused(
            f"“{path}” belongs to another account of this computer. Choose a folder of your own."
        )
    if not found.st_mode & 0o077:
        return ""
    path.chmod(mode)
    if path.lstat().st_mode & 0o077:
        raise Refused(
            f"Other accounts can open “{path}”, and this disk does not let that be changed. "
            "Choose a folder on a disk that keeps files private."
        )
    return f"Other accounts of this computer could open “{path.name}”. That is now closed."
