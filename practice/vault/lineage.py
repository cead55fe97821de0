"""Whether the two files are the ones that were locked: each still holds its audit chain's end.

The key file keeps the end of each chain as it stood at the last lock. A file that lacks it is an
older copy put back, or was cut; SQLCipher alone can't tell.
"""

from pathlib import Path

from practice.errors import Unavailable
from practice.vault.databases import connection, is_at_rest
from practice.vault.header import Header
from practice.vault.roles import DATABASES, Keys


class OlderFile(Unavailable):
    """A file is not the one that was locked last. Nothing was changed."""


def require_known_ends(folder: Path, header: Header, keys: Keys) -> None:
    """Raises OlderFile; FileNotFoundError and sqlcipher's errors where a file can't be read.

    Changes nothing but a change that was cut short, which is put back.
    """
    for key, name in DATABASES.items():
        end = header.heads[key]
        if end and key in keys and not _holds(folder / name, keys[key], end):
            raise OlderFile(
                f"{name} is older than the rest of this practice: it lacks work that was in it "
                "when it was last locked. Someone or something put another copy in its place. "
                "Nothing was changed. Put the right file back, or restore a backup."
            )


def _holds(path: Path, key: bytes | bytearray, end: str) -> bool:
    if not path.stat().st_size:
        return True  # said in better words when it is opened
    with connection(path, key, at_rest=is_at_rest(path)) as opened:
        found = opened.execute(
            "SELECT 1 FROM operation WHERE digest = ? ORDER BY id DESC LIMIT 1", (end,)
        ).fetchone()
    return found is not None
