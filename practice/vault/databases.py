"""The encrypted files from outside: a connection of one's own, and plain words for its errors."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from practice.errors import Unavailable
from practice.models.keyed import KeyedDatabase, OpenError

_REASONS = {
    "SQLITE_FULL": "the disk is full. Free some space, then try again.",
    "SQLITE_IOERR": "the disk reported an error. Check the disk and its cable, then try again.",
    "SQLITE_READONLY": "that place can only be read. Choose another, or make it writable.",
    "SQLITE_CANTOPEN": "a file could not be opened. Check that the disk is connected and writable.",
    "SQLITE_BUSY": "the records are being written at this moment. Try again shortly.",
    "SQLITE_NOTADB": "a file is damaged, or its key belongs to another practice.",
    "SQLITE_CORRUPT": "a file is damaged. Restore a backup; the damaged one is kept aside.",
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


@contextlib.contextmanager
def plain_database_words(what: str) -> Iterator[None]:
    """Turn an error of SQLCipher into `Unavailable`: "`what`: the disk is full. …"."""
    try:
        yield
    except (sqlcipher.Error, OpenError) as error:
        name = str(getattr(error, "sqlite_errorname", ""))
        reasons = [words for known, words in _REASONS.items() if name.startswith(known)]
        raise Unavailable(f"{what}: {(reasons or [_OTHER])[0]}") from error
