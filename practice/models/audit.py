"""Operations: one transaction, one undo step, one line of the audit trail.

Triggers made from the models write every row's before and after image; they take the operation
from the one unfinished row, so a write outside an operation fails, bulk queries included. When an
operation finishes, its digest covers the digest before it, what was done and every image: a
changed, removed or reordered line shows in `verify`, a cut-off tail by comparing `head` with the
copies in vault.json and in the backups (45 CFR 164.312(b), (c)).
"""

import hashlib
import json
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from peewee import BlobField, DatabaseError, IntegrityError, Model

from practice import clock
from practice.errors import Refused, Unavailable
from practice.models import clinical, guards, office
from practice.models.base import CHANGES, CLINICAL, OFFICE, OPERATIONS, Change, Operation
from practice.models.fields import PrivateTextField, moment_text
from practice.models.keyed import KeyedDatabase

AUDITED: dict[KeyedDatabase, tuple[type[Model], ...]] = {
    OFFICE: office.TABLES,
    CLINICAL: clinical.TABLES,
}
FULL_OR_BROKEN = (
    "The disk would not take this. Nothing already saved is lost. "
    "Make room or check the disk, then try again."
)
DAMAGED = (
    "A file of this practice is damaged on the disk, so this can't be done. Nothing was changed. "
    "Restore a backup to continue; the damaged file is kept aside."
)
_DAMAGE = ("malformed", "not a database")
_TROUBLE = ("disk", "full", "readonly", "locked", "unable to open")


@dataclass(frozen=True)
class Changes:
    """What one finished operation touched: `rows` by table name."""

    file: KeyedDatabase
    operation_id: int
    label: str
    undoable: bool
    rows: dict[str, frozenset[str]]


_listeners: list[Callable[[Changes], None]] = []


def subscribe(listener: Callable[[Changes], None]) -> Callable[[], None]:
    """Be told of every finished operation, after its commit. Returns the way to stop."""
    _listeners.append(listener)
    return lambda: _listeners.remove(listener)


_here = threading.local()


@contextmanager
def kept_back() -> Iterator[list[Changes]]:
    """For long writes beside the window: what this thread finishes is told to nobody yet.

    Give what is in the list to `tell`, in the thread of those who listen.
    """
    _here.kept = found = list[Changes]()
    try:
        yield found
    finally:
        _here.kept = None


def tell(changes: Changes) -> None:
    """Tell everybody who subscribed of a finished operation, in this thread."""
    for listener in list(_listeners):
        listener(changes)


_NO_IMAGE = (BlobField, PrivateTextField)


def _columns(table: type[Model]) -> list[str]:
    return [f.column_name for f in table._meta.sorted_fields if not isinstance(f, _NO_IMAGE)]


def image(table: type[Model], row: str) -> str:
    """SQL for the JSON image of a row; `row` is OLD, NEW or an alias. Blobs, private words: out."""
    pairs = ", ".join(f"'{column}', {row}.\"{column}\"" for column in _columns(table))
    return f"json_object({pairs})"


_HAS = {"INSERT": (False, True), "UPDATE": (True, True), "DELETE": (True, False)}


def triggers(file: KeyedDatabase) -> dict[str, str]:
    """Every trigger the file must carry: audit images and guards, name to SQL."""
    wanted = guards.triggers(file)
    for table in AUDITED[file]:
        for event, (has_before, has_after) in _HAS.items():
            before = image(table, "OLD") if has_before else "NULL"
            after = image(table, "NEW") if has_after else "NULL"
            name = f"audit_{event.lower()}_{table._meta.table_name}"
            wanted[name] = (
                f'CREATE TRIGGER "{name}" AFTER {event} ON "{table._meta.table_name}" BEGIN '
                "INSERT INTO change (operation_id, table_name, row_id, before, after) VALUES ("
                "(SELECT id FROM operation WHERE finished IS NULL), "
                f"'{table._meta.table_name}', {'NEW' if has_after else 'OLD'}.id, "
                f"{before}, {after}); END"
            )
    return wanted


@contextmanager
def operation(
    file: KeyedDatabase,
    label: str,
    *,
    undoable: bool = True,
    reason: str = "",
    undoes: int | None = None,
) -> Iterator[None]:
    """Do one thing: all of it or nothing, written down with who and when.

    `label` is what the person did, in their words, without anybody's name. Inside another
    operation on the same file it joins that one. Raises Refused where a guard of the database says
    no, Unavailable where the disk does. After an error at commit the rows may or may not be there:
    saves carry ids made beforehand, so repeating is harmless.
    """
    if file.in_transaction():
        yield
        return
    table = OPERATIONS[file]
    try:
        with file.atomic("IMMEDIATE"):
            done = table.create(
                label=label,
                user_id=_actor(file),
                at=clock.now(),
                reason=reason,
                undoable=undoable,
                undoes=undoes,
            )
            yield
            changes = _finish(file, done)
    except IntegrityError as error:
        words = guards.WORDS.get(str(error))
        if words is None:
            raise
        raise Refused(words) from None
    except DatabaseError as error:
        raise in_words(error) from None
    kept = getattr(_here, "kept", None)
    if kept is None:
        tell(changes)
    else:
        kept.append(changes)


def _actor(file: KeyedDatabase) -> str:
    if not file.actor:
        raise RuntimeError("no one is signed in")
    return file.actor


def in_words(error: Exception) -> Exception:
    """The Unavailable that says what the disk or the file did; any other error as it is."""
    for signs, words in ((_DAMAGE, DAMAGED), (_TROUBLE, FULL_OR_BROKEN)):
        if any(sign in str(error) for sign in signs):
            return Unavailable(words)
    return error


def _finish(file: KeyedDatabase, done: Operation) -> Changes:
    before = head(file)
    done.finished = clock.now()
    rows: dict[str, set[str]] = {}
    done.digest = _digest(before, done, _noting(rows, _images(file, done.id)))
    done.save(only=["finished", "digest"])
    return Changes(
        file, done.id, done.label, done.undoable, {t: frozenset(ids) for t, ids in rows.items()}
    )


class _Image(NamedTuple):
    """One line of the trail, as the digest covers it."""

    id: int
    table_name: str
    row_id: str
    before: str | None
    after: str | None


_IMAGES_OF = (
    "SELECT id, table_name, row_id, before, after FROM change WHERE operation_id = ? ORDER BY id"
)


def _images(file: KeyedDatabase, operation_id: int) -> Iterator[_Image]:
    return map(_Image._make, file.execute_sql(_IMAGES_OF, (operation_id,)))


def _noting(rows: dict[str, set[str]], images: Iterable[_Image]) -> Iterator[_Image]:
    for image_ in images:
        rows.setdefault(image_.table_name, set()).add(image_.row_id)
        yield image_


def _digest(before: str, done: Operation, images: Iterable[_Image]) -> str:
    chain = hashlib.sha256(before.encode())
    done_as = (done.id, done.label, done.user_id, moment_text(done.at), done.reason)
    how = (bool(done.undoable), done.undoes, moment_text(done.finished) if done.finished else None)
    chain.update(json.dumps([*done_as, *how]).encode())
    for image_ in images:
        chain.update(json.dumps(image_).encode())
    return chain.hexdigest()


def head(file: KeyedDatabase) -> str:
    """The digest of the newest finished operation; empty in a new file."""
    table = OPERATIONS[file]
    last = (
        table.select()
        .where(table.finished.is_null(is_null=False))
        .order_by(table.id.desc())
        .first()
    )
    return last.digest if last else ""


def verify(file: KeyedDatabase, known_heads: frozenset[str] = frozenset()) -> list[str]:
    """Go through the whole chain. Returns what is wrong, in plain words; empty when it is whole."""
    table, log = OPERATIONS[file], CHANGES[file]
    seen, digest, trouble = {""}, "", []
    for done in table.select().order_by(table.id).iterator():
        digest = _digest(digest, done, _images(file, done.id)) if done.finished else ""
        if digest != done.digest:
            trouble.append(f"The record of what was done was altered at entry {done.id}.")
            digest = done.digest
        seen.add(digest)
    if log.select().where(log.operation_id.not_in(table.select(table.id))).exists():
        trouble.append("The record of what was done holds changes that belong to no entry.")
    if known_heads - seen:
        trouble.append("The end of the record of what was done is missing.")
    return trouble


def note_event(file: KeyedDatabase, label: str, reason: str = "") -> None:
    """Write down something that changed no row: signing in, printing, a restored backup."""
    with operation(file, label, undoable=False, reason=reason):
        pass


CHANGED_SINCE = (
    "This was changed again afterwards, so it can't be undone. Please change it by hand."
)


def undo(file: KeyedDatabase, operation_id: int) -> None:
    """Put back what one operation changed, as a new operation.

    Refused if any of its rows changed since, or if it is not to be undone.
    """
    table, log = OPERATIONS[file], CHANGES[file]
    done = table.get_by_id(operation_id)
    again = table.select().where(table.undoes == operation_id).exists()
    if not done.undoable or again:
        raise Refused(CHANGED_SINCE)
    tables = {t._meta.table_name: t for t in AUDITED[file]}
    with operation(file, f"Undo: {done.label}", undoable=False, undoes=operation_id):
        file.execute_sql("PRAGMA defer_foreign_keys = 1")
        for change in log.select().where(log.operation_id == operation_id).order_by(log.id.desc()):
            with _taken_since():
                _put_back(file, tables[change.table_name], change)


@contextmanager
def _taken_since() -> Iterator[None]:
    """A place that was taken by another row since; what a guard refuses keeps its own words."""
    try:
        yield
    except IntegrityError as error:
        if str(error) in guards.WORDS:
            raise
        raise Refused(CHANGED_SINCE) from None


def _put_back(file: KeyedDatabase, table: type[Model], change: Change) -> None:
    name = table._meta.table_name
    found = file.execute_sql(
        f'SELECT {image(table, "t")} FROM "{name}" t WHERE t.id = ?', (change.row_id,)
    ).fetchone()
    if (found[0] if found else None) != change.after:
        raise Refused(CHANGED_SINCE)
    before = json.loads(change.before) if change.before else None
    if before is None:
        file.execute_sql(f'DELETE FROM "{name}" WHERE id = ?', (change.row_id,))
    elif change.after is None:
        marks = ", ".join("?" for _ in before)
        columns = ", ".join(f'"{c}"' for c in before)
        file.execute_sql(
            f'INSERT INTO "{name}" ({columns}) VALUES ({marks})', tuple(before.values())
        )
    else:
        sets = ", ".join(f'"{c}" = ?' for c in before)
        file.execute_sql(
            f'UPDATE "{name}" SET {sets} WHERE id = ?', (*before.values(), change.row_id)
        )
