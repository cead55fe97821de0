"""One program at a time on a data folder, by a lock the system frees even when the program dies."""

import os
import sys
from pathlib import Path
from types import TracebackType

from practice.errors import Unavailable
from practice.vault.files import PRIVATE_FILE, plain_words
from practice.vault.folder import LOCK


class AlreadyOpen(Unavailable):
    """Another window of the program has this data folder."""


class InstanceLock:
    """Held from creation to `release`; raises AlreadyOpen. Also a context manager.

    The file stays when the lock is released: removing it would let two programs hold two files.
    """

    def __init__(self, folder: Path) -> None:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        with plain_words("The data folder can't be opened"):
            self._handle = os.open(folder / LOCK, flags, PRIVATE_FILE)
        try:
            _lock(self._handle)
        except OSError:
            self.release()
            raise AlreadyOpen(
                "This practice is already open in another window of the program. Use that window, "
                "or close it first."
            ) from None

    def release(self) -> None:
        """Let the next one in. May be called twice."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> "InstanceLock":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
