"""A peewee database on a SQLCipher file that is opened with its own raw 256-bit key."""

import os
import threading
from pathlib import Path
from typing import Any

from peewee import InterfaceError
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2 as sqlcipher

IN_USE = {
    "journal_mode": "wal",
    "synchronous": "full",
    "fullfsync": 1,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "busy_timeout": 5000,
}
_OF_THE_FILE = ("SQLITE_NOTADB", "SQLITE_CORRUPT")


def was_cut_short(path: Path) -> bool:
    """Whether power or program went in the middle of a change: its journal lies beside the file.

    Nothing can be read until a connection that may write has put back what was before.
    """
    journal = path.with_name(f"{path.name}-journal")
    return journal.is_file() and journal.stat().st_size > 0


class OpenError(Exception):
    """The file cannot be opened; it was left unchanged.

    Not a peewee error, which peewee would raise again under another name.
    """


class WrongKey(OpenError):
    """Not this key, or the first page is damaged: SQLCipher cannot tell the two apart."""


class DiskTrouble(OpenError):
    """The disk does not let the file be read or written now; the file itself may well be whole."""


class NotOurs(OpenError):
    """Not one of this program's files, or an empty one."""


class NewerSchema(OpenError):
    """Written by a newer version of the program."""


class _Read(threading.local):
    """What this thread has read, and how the file stood then."""

    stamp: tuple[int, int] = (-1, -1)
    answers: dict[Any, Any]


class KeyedDatabase(SqlCipherDatabase):  # type: ignore[misc]  # playhouse carries no types
    """One encrypted file.

    `application_id` marks the file as ours and as this one of the two; `schema` counts the
    migrations this program knows and `known` names them. Nothing is opened until `use` and
    `connect`; a missing, empty, foreign or newer file is refused and left unchanged. Connections
    belong to their thread.
    """

    def __init__(
        self, application_id: int, schema: int, known: frozenset[str] = frozenset()
    ) -> None:
        super().__init__(None, autoconnect=False)
        self.application = application_id
        self.schema = schema
        self.known = known
        self.actor = ""
        self._key = bytearray()
        self._create = False
        self._read = _Read()

    def use(self, path: Path, key: bytes | bytearray, *, create: bool = False) -> None:
        """Point at a file and its 32-byte key. With `create` the next `connect` makes the file."""
        if len(key) != 32:
            raise ValueError("a key is 32 bytes")
        self.init(str(path))
        self._key = bytearray(key)
        self._create = create

    def forget(self) -> None:
        """Overwrite the key in memory. The file can't be opened again until the next `use`."""
        self._key[:] = bytes(len(self._key))
        self._key = bytearray()
        self.actor = ""

    def has_key(self) -> bool:
        """Whether this session may open the file."""
        return bool(self._key)

    def connect_here(self, *, read_only: bool) -> None:
        """Connect in this thread; a read-only connection refuses every write."""
        self.connect()
        if read_only:
            self.execute_sql("PRAGMA query_only=1")

    def answers(self) -> dict[Any, Any]:
        """A place for what this thread has read: an empty one as soon as the file has changed.

        SQLite counts what this connection changed, and tells of commits by any other. Within a
        transaction, which may yet be taken back, nothing is kept.
        """
        connection = self.connection()
        if connection.in_transaction:
            return {}
        committed = connection.execute("PRAGMA data_version").fetchone()[0]
        stamp = (connection.total_changes, committed)
        if stamp != self._read.stamp:
            self._read.stamp, self._read.answers = stamp, {}
        return self._read.answers

    def close(self) -> bool:
        """Close this thread's connection and drop what was read through it."""
        vars(self._read).clear()
        return bool(super().close())

    def rollback(self) -> None:
        """After a write the disk refused SQLite has often gone back by itself already.

        Going back twice would fail and hide what the disk said.
        """
        if self.connection().in_transaction:
            super().rollback()

    def bare_connection(self, *, read_only: bool = True, immutable: bool = False) -> Any:
        """A plain sqlcipher connection of one's own, for backup and checks; the caller closes it.

        `immutable` opens a file at rest in a folder that cannot be written. A change that was cut
        short is put back, which makes the connection one that may write.
        """
        path = Path(self.database).absolute()
        mode = "ro" if read_only and (immutable or not was_cut_short(path)) else "rw"
        query = f"?mode={mode}" + ("&immutable=1" if immutable else "")
        connection = sqlcipher.connect(path.as_uri() + query, uri=True, isolation_level=None)
        try:
            connection.execute("PRAGMA cipher_log_level=NONE")
            self._unlock(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def look(self) -> int:
        """How many migrations it has seen. Raises an OpenError unless `connect` would open it.

        Changes nothing but what was cut short.
        """
        self._require_content()
        connection = self.bare_connection()
        try:
            return self._recognise(connection)
        finally:
            connection.close()

    def _require_content(self) -> None:
        if Path(self.database).stat().st_size == 0:
            raise NotOurs("the file is empty")

    def _connect(self) -> Any:
        if not self._key:
            raise InterfaceError("locked")
        if self._create:
            os.close(os.open(self.database, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        else:
            self._require_content()
        connection = self.bare_connection(read_only=False)
        try:
            self._recognise(connection)
            for name, value in IN_USE.items():
                connection.execute(f"PRAGMA {name}={value}")
            self._add_conn_hooks(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _unlock(self, connection: Any) -> None:
        """Give the key as SQLCipher wants it: 64 hex digits in x'…', wiped after use."""
        text = bytearray(b"x'") + bytearray(64) + bytearray(b"'")
        digits = b"0123456789abcdef"
        for i, byte in enumerate(self._key):
            text[2 + 2 * i], text[3 + 2 * i] = digits[byte >> 4], digits[byte & 15]
        try:
            connection.set_key(text)
        finally:
            text[:] = bytes(len(text))

    def _recognise(self, connection: Any) -> int:
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
            unknown = self._unknown_steps(connection)
        except sqlcipher.DatabaseError as error:
            name = str(getattr(error, "sqlite_errorname", ""))
            raise (WrongKey if name.startswith(_OF_THE_FILE) else DiskTrouble)(name) from None
        if self._create:
            connection.execute(f"PRAGMA application_id={self.application}")
            self._create = False
        elif application != self.application:
            raise NotOurs("application_id")
        elif schema > self.schema or unknown:
            raise NewerSchema(str(schema))
        return schema

    def _unknown_steps(self, connection: Any) -> bool:
        table = "SELECT 1 FROM sqlite_master WHERE name = 'schema_migration'"
        if not self.known or connection.execute(table).fetchone() is None:
            return False
        steps = connection.execute("SELECT name FROM schema_migration").fetchall()
        return not {name for (name,) in steps} <= self.known
