"""One backup: a folder with both encrypted files, the key file of that moment, and a manifest.

It opens with the passphrases and the recovery kit that were valid when it was made.
"""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

from practice.errors import Unavailable
from practice.vault.check import check_at_rest
from practice.vault.files import UNFINISHED, plain_words
from practice.vault.folder import HEADER
from practice.vault.header import Header, from_json
from practice.vault.roles import DATABASES, Keys

PREFIX = "practice-backup-"
MANIFEST = "manifest.json"
KEPT = 10
_VERSION = 1


class DamagedBackup(Unavailable):
    """Not what was written when the backup was made; the message says which file."""


class Checked(Enum):
    """How far a file of a backup was looked at when it was made."""

    ROWS = "every page and every row read with its key"
    BYTES = "copied byte for byte and read back; not opened"


@dataclass(frozen=True)
class StoredFile:
    """`schema` is the file's schema version; 0 where this person has no key to it, or none."""

    name: str
    size: int
    sha256: str
    schema: int
    checked: Checked = Checked.BYTES


@dataclass(frozen=True)
class Manifest:
    """`sequence` orders backups of a practice, since clocks jump; `heads` end the audit chains."""

    vault_id: str
    sequence: int
    created: datetime
    files: tuple[StoredFile, ...]
    heads: Mapping[str, str]


@dataclass(frozen=True)
class Bundle:
    """One finished backup: its folder, and what the folder says of itself."""

    path: Path
    manifest: Manifest

    @property
    def read_whole(self) -> bool:
        """Whether both databases were read through; front desk's backups copy the notes unread."""
        read = {one.name for one in self.manifest.files if one.checked is Checked.ROWS}
        return read >= set(DATABASES.values())


def list_backups(place: Path) -> tuple[Bundle, ...]:
    """Every finished backup in a folder, of whatever practice, newest first by sequence."""
    with plain_words("The backups can't be listed"):
        folders = [one for one in place.iterdir() if is_finished_name(one.name) and one.is_dir()]
    found = [Bundle(folder, manifest) for folder in folders if (manifest := _manifest(folder))]
    return tuple(sorted(found, key=lambda one: one.manifest.sequence, reverse=True))


def read_bundle(path: Path) -> Bundle:
    """One backup by its folder. Raises DamagedBackup when there is none."""
    manifest = _manifest(path)
    if manifest is None:
        raise DamagedBackup(
            f"“{path.name}” is not a complete backup of this program. Choose a folder whose name "
            f"begins with “{PREFIX}”."
        )
    return Bundle(path, manifest)


def surplus(sequences: Collection[int], keep: int = KEPT) -> frozenset[int]:
    """Which to remove so that the newest `keep` remain. By sequence, never by wall clock."""
    return frozenset(sorted(set(sequences), reverse=True)[keep:])


def header_of(bundle: Bundle) -> Header:
    """The key file of that moment. Raises DamagedVault or NewerVault."""
    with plain_words("The backup can't be read"):
        return from_json((bundle.path / HEADER).read_bytes())


def verify(folder: Path, manifest: Manifest, keys: Keys) -> None:
    """Read every byte, and every row of the files these keys open. Raises DamagedBackup."""
    for stored in manifest.files:
        with plain_words("The backup can't be read"):
            if describe(folder / stored.name, stored.schema, stored.checked) != stored:
                raise _damaged(f"{stored.name} is not as it was written.")
    for key, name in DATABASES.items():
        findings = check_at_rest(folder / name, keys[key]) if key in keys else ()
        if findings:
            raise _damaged(findings[0].words)


def describe(path: Path, schema: int, checked: Checked) -> StoredFile:
    """Size and digest of a file as it is now."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return StoredFile(path.name, path.stat().st_size, digest, schema, checked)


def is_finished_name(name: str) -> bool:
    """Whether a folder of this name is a backup, and a whole one."""
    return name.startswith(PREFIX) and not name.endswith(UNFINISHED)


def manifest_json(manifest: Manifest) -> bytes:
    """As it stands in the backup's folder."""
    content = {**asdict(manifest), "created": manifest.created.isoformat()}
    whole = {"format": "practice-backup", "version": _VERSION, **content}
    return json.dumps(whole, default=lambda checked: checked.name.lower()).encode()


def _manifest(folder: Path) -> Manifest | None:
    try:
        found = json.loads((folder / MANIFEST).read_bytes())
        if found["format"] != "practice-backup" or found["version"] > _VERSION:
            return None
        files = tuple(_stored(one) for one in found["files"])
        if sorted(one.name for one in files) != sorted((*DATABASES.values(), HEADER)):
            return None
        return Manifest(
            vault_id=str(found["vault_id"]),
            sequence=int(found["sequence"]),
            created=datetime.fromisoformat(found["created"]),
            files=files,
            heads={str(name): str(head) for name, head in found["heads"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _stored(one: dict[str, Any]) -> StoredFile:
    """Older backups do not say how far they were checked; then the least is taken."""
    checked = Checked[str(one.get("checked", "bytes")).upper()]
    return StoredFile(**{**one, "checked": checked})


def _damaged(what: str) -> DamagedBackup:
    return DamagedBackup(f"This backup can't be used: {what} Choose another one.")
