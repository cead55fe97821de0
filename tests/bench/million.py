"""Very many rows of attendance: a practice with the same years behind it again and again.

The weeks that are looked at stay as busy as they were. Only sessions and attendance are repeated,
in plain SQL with triggers and indices off; what hangs on them is read for no week.
"""

import shutil
from pathlib import Path

from practice.models import store
from practice.models.base import OFFICE
from practice.vault import device
from practice.vault.vault import open_vault
from tests.bench import ground
from tests.bench.ground import Ground

_SPAN = 7 * 520
"""Days from one copy to the one before it, more than any ground is long."""
_MOVED = {
    "id": "'z' || printf('%03d', :copy) || id",
    "session_id": "'z' || printf('%03d', :copy) || session_id",
    "starts": "strftime('%Y-%m-%dT%H:%M', starts, :back)",
    "occurrence": "date(occurrence, :back)",
}


def million(base: Ground, rows: int) -> Ground:
    """The office's file of a ground with so many rows of attendance; from the cache if there."""
    return ground.kept(f"rows-{rows}", lambda place: _make(place, base, rows))


def _make(place: Path, base: Ground, rows: int) -> None:
    shutil.copytree(
        base.folder, place, ignore=shutil.ignore_patterns("clinical.db*"), dirs_exist_ok=True
    )
    data = place / "data"
    vault = open_vault(data, device.KeyFile(place / ground.DEVICE_KEY, device.Protection.FILE))
    unlocked = vault.unlock(vault.users[0].id, ground.PASSPHRASE)
    keys = {"office": unlocked.file_keys()["office"]}
    store.open_files(data, keys, unlocked.user.id)
    try:
        _multiply(rows)
    finally:
        store.rest()


def _multiply(rows: int) -> None:
    OFFICE.execute_sql("PRAGMA synchronous=OFF")
    OFFICE.execute_sql("PRAGMA foreign_keys=0")
    with OFFICE.atomic():
        for (name,) in _of("trigger", "name"):
            OFFICE.execute_sql(f'DROP TRIGGER "{name}"')
        indices = _of("index", "name, sql")
        for name, _sql in indices:
            OFFICE.execute_sql(f'DROP INDEX "{name}"')
        _copy(rows)
        for _name, sql in indices:
            OFFICE.execute_sql(sql)


def _of(kind: str, columns: str) -> list[tuple[str, ...]]:
    query = f"SELECT {columns} FROM sqlite_master WHERE type = ? AND sql IS NOT NULL"
    found: list[tuple[str, ...]] = OFFICE.execute_sql(query, (kind,)).fetchall()
    return found


def _copy(rows: int) -> None:
    last = OFFICE.execute_sql("SELECT max(id) FROM session WHERE state = 'held'").fetchone()[0]
    there = OFFICE.execute_sql("SELECT count(*) FROM attendance").fetchone()[0]
    held = "SELECT id FROM session WHERE state = 'held' AND id <= ?"
    for copy in range(1, -(-rows // there) + 1):
        for table, which in (("session", "id"), ("attendance", "session_id")):
            _repeat(table, f"{which} IN ({held})", copy, last)


def _repeat(table: str, which: str, copy: int, last: str) -> None:
    names = [row[1] for row in OFFICE.execute_sql(f"PRAGMA table_info({table})")]
    values = ", ".join(_MOVED.get(name, name) for name in names)
    back = f"-{copy * _SPAN} days"
    sql = f"INSERT INTO {table} SELECT {values} FROM {table} WHERE {which} ORDER BY id"
    OFFICE.execute_sql(sql.replace(":copy", str(copy)).replace(":back", f"'{back}'"), (last,))
