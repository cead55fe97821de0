"""Both files together: made, opened, brought up to date, laid to rest.

While someone works each file is in WAL with synchronous=FULL; `rest` leaves one complete file.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from peewee import Model
from playhouse.migrations import Runner

from practice.models import audit, clinical
from practice.models.base import CLINICAL, FILE_NAMES, MIGRATIONS, OFFICE
from practice.models.clinical import search
from practice.models.keyed import KeyedDatabase

FILES: dict[str, KeyedDatabase] = {"office": OFFICE, "clinical": CLINICAL}
UNAUDITED: dict[KeyedDatabase, tuple[type[Model], ...]] = {OFFICE: (), CLINICAL: clinical.UNAUDITED}
SEARCH: dict[KeyedDatabase, dict[str, str]] = {OFFICE: {}, CLINICAL: search.TRIGGERS}


def create(folder: Path, keys: Mapping[str, bytes | bytearray], actor: str) -> None:
    """Make the files whose keys are given, empty and current, and leave them open."""
    for name, file in FILES.items():
        file.use(folder / FILE_NAMES[file], keys[name], create=True)
        _connect(file, name, actor)


def open_files(folder: Path, keys: Mapping[str, bytes | bytearray], actor: str) -> None:
    """Open every file whose key is given and bring it up to date.

    All are looked at before any is touched. Raises a `keyed.OpenError` or FileNotFoundError; then
    all files are closed again and unchanged.
    """
    wanted = {name: file for name, file in FILES.items() if name in keys}
    try:
        for name, file in wanted.items():
            file.use(folder / FILE_NAMES[file], keys[name])
            file.look()
        for name, file in wanted.items():
            _connect(file, name, actor)
    except BaseException:
        close()
        raise


def is_older(folder: Path, keys: Mapping[str, bytes | bytearray]) -> bool:
    """Whether a file whose key is given waits for a migration; nothing stays open.

    Raises as `open_files`.
    """
    wanted = {name: file for name, file in FILES.items() if name in keys}
    try:
        for name, file in wanted.items():
            file.use(folder / FILE_NAMES[file], keys[name])
        return any(file.look() < file.schema for file in wanted.values())
    finally:
        close()


def _connect(file: KeyedDatabase, name: str, actor: str) -> None:
    file.connect()
    file.actor = actor
    migrate(file, MIGRATIONS / name)


def migrate(file: KeyedDatabase, folder: Path) -> None:
    """Apply what is pending; the triggers follow from today's models and are made anew then.

    The version is written last, so that an update that was cut short is taken up again.
    """
    if file.execute_sql("PRAGMA user_version").fetchone()[0] < file.schema:
        _replace_triggers(file, {})
        Runner(file, str(folder)).up()
        if file.execute_sql("PRAGMA foreign_key_check").fetchone():
            raise RuntimeError("a migration left rows that point nowhere")
        file.execute_sql(f"PRAGMA user_version = {file.schema}")
    _replace_triggers(file, audit.triggers(file) | SEARCH[file])


def _replace_triggers(file: KeyedDatabase, wanted: dict[str, str]) -> None:
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    found = dict(file.execute_sql(query).fetchall())
    if found == wanted:
        return
    with file.atomic("IMMEDIATE"):
        for name in found:
            file.execute_sql(f'DROP TRIGGER "{name}"')
        for sql in wanted.values():
            file.execute_sql(sql)


def has_clinical() -> bool:
    """Whether this session holds the key to clinical.db."""
    return not CLINICAL.is_closed()


def heads() -> dict[str, str]:
    """The head of each open file's audit chain, by file name."""
    return {name: audit.head(file) for name, file in FILES.items() if not file.is_closed()}


def rest() -> None:
    """Checkpoint, so that one complete file each remains, then close and forget the keys."""
    for file in FILES.values():
        if not file.is_closed():
            file.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            file.execute_sql("PRAGMA synchronous=EXTRA")
            file.execute_sql("PRAGMA journal_mode=TRUNCATE")
    close()


def close() -> None:
    """Close whatever is open and forget the keys."""
    for file in FILES.values():
        if not file.is_closed():
            file.close()
        file.forget()


@contextmanager
def reading() -> Iterator[None]:
    """Query-only connections for another thread, closed when done.

    Where this thread has its own already, they are read from and stay.
    """
    with _own_connections(read_only=True):
        yield


@contextmanager
def writing() -> Iterator[None]:
    """Write connections for a long write on the background lane, closed when done.

    Those this thread has already are used as they are, and stay.
    """
    with _own_connections(read_only=False):
        yield


@contextmanager
def _own_connections(*, read_only: bool) -> Iterator[None]:
    opened = [file for file in FILES.values() if file.has_key() and file.is_closed()]
    try:
        for file in opened:
            file.connect_here(read_only=read_only)
        yield
    finally:
        for file in opened:
            if not file.is_closed():
                file.close()
