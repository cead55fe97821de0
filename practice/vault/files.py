"""Writing small files so that a crash or a full disk leaves the old or the new one whole."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from practice.errors import Unavailable

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
UNFINISHED = ".tmp"

_REASONS = {
    errno.ENOSPC: "the disk is full. Free some space, then try again.",
    errno.EDQUOT: "your share of the disk is used up. Free some space, then try again.",
    errno.EROFS: "that place can only be read. Choose another, or make it writable.",
    errno.EACCES: "this account may not write there. Choose another place, or ask for access.",
    errno.EPERM: "this account may not write there. Choose another place, or ask for access.",
    errno.EIO: "the disk reported an error. Check the disk and its cable, then try again.",
    errno.ENOENT: "the place is not there. If it is on a removable disk, connect it and try again.",
    errno.ELOOP: "a link stands where a file should be.",
}


@contextlib.contextmanager
def plain_words(what: str) -> Iterator[None]:
    """Turn an error of the file system into `Unavailable`: "`what`: the disk is full. …"."""
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"the system reported: {error.strerror}.")
        raise Unavailable(f"{what}: {reason}") from error


def write_whole(path: Path, content: bytes) -> None:
    """Replace `path` by `content`, readable by this account only.

    Returns once the content is durable. On any error the file at `path` is the old one or the new
    one, whole, and no unfinished file stays behind unless the process was killed. Raises OSError.
    """
    unfinished = path.with_name(path.name + UNFINISHED)
    try:
        write_durably(unfinished, content)
        if unfinished.read_bytes() != content:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        unfinished.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def make_folder(path: Path) -> None:
    """Make a private folder, and those above it that are missing, so that a power cut keeps them.

    Raises OSError.
    """
    if not path.parent.exists():
        make_folder(path.parent)
    path.mkdir(mode=PRIVATE_FOLDER)
    sync_folder(path.parent)


def write_durably(path: Path, content: bytes) -> None:
    """Write and fsync a file in place. Not atomic: for files that nothing refers to yet."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(path, flags, PRIVATE_FILE), "wb") as file:
        file.write(content)
        file.flush()
        sync(file.fileno())


def sync_file(path: Path) -> None:
    """Make a file durable that something else has written."""
    handle = os.open(path, os.O_RDWR)
    try:
        sync(handle)
    finally:
        os.close(handle)


def sync_folder(path: Path) -> None:
    """Make the names in a folder durable. Windows does that by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        sync(handle)
    finally:
        os.close(handle)


def sync(handle: int) -> None:
    """Make what was written durable; on macOS plain fsync leaves it in the drive's own memory."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415  # not on Windows

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    else:
        os.fsync(handle)
