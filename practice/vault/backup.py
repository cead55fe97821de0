"""Making a backup: copied while the program works, read through, and only then given its name."""

import contextlib
import os
import shutil
from pathlib import Path

from practice import clock
from practice.errors import Unavailable
from practice.vault.bundle import (
    MANIFEST,
    PREFIX,
    Bundle,
    Checked,
    DamagedBackup,
    Manifest,
    describe,
    list_backups,
    manifest_json,
    surplus,
    verify,
)
from practice.vault.databases import connection, is_at_rest, plain_database_words
from practice.vault.files import (
    PRIVATE_FILE,
    PRIVATE_FOLDER,
    UNFINISHED,
    plain_words,
    sync,
    sync_file,
    sync_folder,
    write_durably,
)
from practice.vault.folder import HEADER, Outside, require_outside
from practice.vault.header import Header, to_json
from practice.vault.roles import DATABASES, Keys

_FAILED = "The backup was not made"
_PAGE = 4096
"""SQLCipher's page size, which is never changed here."""
_PAGES_AT_ONCE = 256
"""A mebibyte is copied and brought to the disk before the next, so that what somebody saves
meanwhile waits for as much at most, and not for the whole backup."""
_PLAIN = b"SQLite format 3\0"
"""How a file that is not encrypted begins."""


def make(data: Path, place: Path, header: Header, keys: Keys) -> Bundle:
    """Back the data folder up into a folder of `place`, verify it, and keep the newest ten.

    `header` is the key file of this moment, with the current audit heads. Files these keys do not
    open are copied as they rest, compared byte for byte with what was copied, and marked so in the
    manifest; the newest backup that was read through is kept beside the ten. Safe while the files
    are in use; call from the background lane.
    Raises Refused for a place inside the data folder and Unavailable when it could not be made;
    then nothing that looks like a backup is left.
    """
    require_outside(place, data, Outside.BACKUPS)
    unfinished = place / f"{PREFIX}{_mark(header)}{UNFINISHED}"
    with plain_words(_FAILED), plain_database_words(_FAILED):
        _clear_leftovers(place, header)
        try:
            unfinished.mkdir(mode=PRIVATE_FOLDER)
            manifest = _fill(unfinished, data, header, keys, _next_sequence(place))
            _read_back(unfinished, manifest, keys)
            bundle = Bundle(place / _name(manifest), manifest)
            _publish(unfinished, bundle.path)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    with contextlib.suppress(OSError):  # the backup stands; too many are thinned next time
        _thin(place, header)
    return bundle


def _read_back(folder: Path, manifest: Manifest, keys: Keys) -> None:
    try:
        verify(folder, manifest, keys)
    except DamagedBackup:
        raise Unavailable(
            f"{_FAILED}: what was written could not be read back whole, so it was thrown away. The "
            "backups before it are untouched. Run the check of your records, and try another disk."
        ) from None


def _fill(folder: Path, data: Path, header: Header, keys: Keys, sequence: int) -> Manifest:
    copied = {HEADER: (0, Checked.BYTES)}
    for key, name in DATABASES.items():
        if key in keys:
            schema = _copy_open(data / name, folder / name, keys[key])
            copied[name] = schema, Checked.ROWS
        else:
            _copy_resting(data / name, folder / name)
            copied[name] = 0, Checked.BYTES
    write_durably(folder / HEADER, to_json(header))
    manifest = Manifest(
        vault_id=header.vault_id,
        sequence=sequence,
        created=clock.now(),
        files=tuple(describe(folder / name, *how) for name, how in copied.items()),
        heads={key.value: head for key, head in header.heads.items()},
    )
    write_durably(folder / MANIFEST, manifest_json(manifest))
    sync_folder(folder)
    return manifest


def _copy_open(source: Path, target: Path, key: bytearray) -> int:
    """The online backup, under the same key, of one moment; returns the schema version.

    It goes piece by piece; the transaction keeps it to the moment it began, whatever is written
    meanwhile. The copy needs no journal: what is not finished is thrown away.
    """
    if not source.is_file() or not source.stat().st_size:
        raise Unavailable(f"{_FAILED}: {source.name} is missing from the data folder.")
    handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE)
    try:
        with connection(source, key) as opened, connection(target, key, write=True) as copy:
            opened.execute("PRAGMA busy_timeout=5000")
            opened.execute("BEGIN")
            opened.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            copy.execute("PRAGMA journal_mode=OFF")
            copy.execute("PRAGMA synchronous=OFF")
            opened.backup(copy, pages=_PAGES_AT_ONCE, progress=lambda *_: sync(handle))
            copy.execute("PRAGMA journal_mode=DELETE")
            schema = int(copy.execute("PRAGMA user_version").fetchone()[0])
        sync(handle)
    finally:
        os.close(handle)  # not before: closing it would drop SQLite's own locks on the file
    return schema


def _copy_resting(source: Path, target: Path) -> None:
    """A file nobody has open, byte for byte; what is in it can't be known without its key."""
    _require_resting(source)
    shutil.copyfile(source, target)
    target.chmod(PRIVATE_FILE)
    sync_file(target)
    if describe(target, 0, Checked.BYTES).sha256 != describe(source, 0, Checked.BYTES).sha256:
        raise Unavailable(
            f"{_FAILED}: {source.name} could not be copied whole. Check both disks and try again."
        )


def _require_resting(source: Path) -> None:
    """Complete, without a log beside it, and of whole encrypted pages."""
    if not is_at_rest(source):
        raise Unavailable(
            f"{_FAILED}: the last session ended abruptly. A clinician has to unlock once first."
        )
    with source.open("rb") as file:
        begins = file.read(len(_PLAIN))
    if not begins or begins == _PLAIN or source.stat().st_size % _PAGE:
        raise Unavailable(
            f"{_FAILED}: {source.name} is damaged or was replaced. Ask a clinician to unlock, "
            "and run the check of your records."
        )


def _publish(unfinished: Path, finished: Path) -> None:
    unfinished.rename(finished)
    try:
        sync_folder(finished.parent)
    except OSError:
        finished.rename(unfinished)
        raise


def _next_sequence(place: Path) -> int:
    return max((one.manifest.sequence for one in list_backups(place)), default=0) + 1


def _name(manifest: Manifest) -> str:
    return f"{PREFIX}{manifest.sequence:06}-{manifest.created.astimezone():%Y-%m-%d}"


def _mark(header: Header) -> str:
    """Tells this practice's unfinished work from another's in the same place."""
    return header.vault_id[:12]


def _clear_leftovers(place: Path, header: Header) -> None:
    for leftover in place.glob(f"{PREFIX}*{_mark(header)}{UNFINISHED}"):
        shutil.rmtree(leftover)


def _thin(place: Path, header: Header) -> None:
    """Under another name first, for good, so that a half-removed one never looks like a backup."""
    ours = [one for one in list_backups(place) if one.manifest.vault_id == header.vault_id]
    excess = surplus([one.manifest.sequence for one in ours]) - _last_read_whole(ours)
    for bundle in ours:
        if bundle.manifest.sequence in excess:
            doomed = bundle.path.with_name(f"{bundle.path.name}-{_mark(header)}{UNFINISHED}")
            bundle.path.rename(doomed)
            sync_folder(place)
            shutil.rmtree(doomed)


def _last_read_whole(ours: list[Bundle]) -> frozenset[int]:
    """So that copies nobody could read never push out the last one that was read."""
    read = [one.manifest.sequence for one in ours if one.read_whole]
    return frozenset({max(read)} if read else ())
