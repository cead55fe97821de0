"""The encrypted files from outside: a connection of one's own, and plain words for its errors."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from practice.errors import Unavailable
from practice.models.keyed import KeyedDatabase, OpenError, was_cut_short

# By SQLite's message: errors of the backup API carry no code, and call a full disk an I/O error.
_REASONS = {
    "disk is full": "the disk is full. Free some space, then try again.",
    "disk I/O error": (
        "the disk is full or reported an error. Free some space, check the disk and its cable, "
        "then try again."
    ),
    "readonly": "that place can only be read. Choose another, or make it writable.",
    "unable to open": "a file could not be opened. Check that the disk is there and writable.",
    "locked": "the records are being written at this moment. Try again shortly.",
    "not a database": "a file is damaged, or its key belongs to another practice.",
    "malformed": "a file is damaged. Restore a backup; the damaged one is kept aside.",
}
_OTHER = "a file could not be read or written. Try again."


@contextlib.contextmanager
def connection(
    path: Path, key: bytes | bytearray, *, at_rest: bool = False, write: bool = False
) -> Iterator[Any]:
    """A plain connection, closed afterwards. `at_rest`: nobody writes, the folder may be read-only.

    A wrong key shows at the first read, as a sqlcipher DatabaseError.
    """
    file = KeyedDatabase(0, 0)
    file.use(path, key)
    try:
        opened = file.bare_connection(read_only=not write, immutable=at_rest)
    finally:
        file.forget()
    with contextlib.closing(opened):
        yield opened


def is_at_rest(path: Path) -> bool:
    """Whether the file alone is complete: no log or journal beside it holds a part of it."""
    log = path.with_name(f"{path.name}-wal")
    return not was_cut_short(path) and not (log.is_file() and log.stat().st_size)


@contextlib.contextmanager
def plain_database_words(what: str) -> Iterator[None]:
    """Turn an error of SQLCipher into `Unavailable`: "`what`: the disk is full. …"."""
    try:
        yield
    except (sqlcipher.Error, OpenError) as error:
        reasons = [words for known, words in _REASONS.items() if known in str(error)]
        raise Unavailable(f"{what}: {(reasons or [_OTHER])[0]}") from error
