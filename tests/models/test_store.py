"""The two files at rest and at work: private, whole, refused when they are not ours."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from practice.models import audit, store
from practice.models.base import CLINICAL, OFFICE
from practice.models.keyed import KeyedDatabase, NewerSchema, NotOurs, WrongKey
from tests.build import some_members
from tests.conftest import Opened
from tests.models.schema import meant, schema

NAMES = ("office.db", "clinical.db")


@pytest.fixture
def at_rest(opened: Opened) -> Iterator[Opened]:
    some_members(2)
    store.rest()
    yield opened
    store.close()


def reopen(practice: Opened) -> None:
    store.open_files(practice.folder, practice.unlocked.file_keys(), practice.user_id)


def test_at_rest_one_complete_file_remains(at_rest: Opened) -> None:
    left = {p.name: p.stat().st_size for p in at_rest.folder.iterdir() if ".db" in p.name}
    assert set(NAMES) <= left.keys()
    assert all(size == 0 for name, size in left.items() if name not in NAMES)


def test_files_are_private_and_hold_no_plain_text(at_rest: Opened) -> None:
    for name in NAMES:
        path = at_rest.folder / name
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        content = path.read_bytes()
        assert not content.startswith(b"SQLite format 3")
        assert b"Reyes" not in content


def test_at_work_the_log_holds_no_plain_text(opened: Opened) -> None:
    some_members(3)
    logs = [p for p in opened.folder.iterdir() if p.name.endswith("-wal")]
    assert {p.name for p in logs} == {"office.db-wal", "clinical.db-wal"}
    assert any(p.stat().st_size for p in logs)
    assert all(b"Reyes" not in p.read_bytes() for p in logs)


def test_another_key_opens_nothing_and_changes_nothing(at_rest: Opened) -> None:
    before = (at_rest.folder / "office.db").read_bytes()
    with pytest.raises(WrongKey):
        store.open_files(at_rest.folder, {"office": os.urandom(32)}, "someone")
    assert (at_rest.folder / "office.db").read_bytes() == before
    assert OFFICE.is_closed()


def test_each_file_has_a_key_of_its_own(at_rest: Opened) -> None:
    office = at_rest.unlocked.file_keys()["office"]
    with pytest.raises(WrongKey):
        store.open_files(at_rest.folder, {"clinical": office}, "front desk")


def test_front_desk_works_with_the_office_key_alone(at_rest: Opened) -> None:
    keys = {"office": at_rest.unlocked.file_keys()["office"]}
    store.open_files(at_rest.folder, keys, at_rest.user_id)
    assert not store.has_clinical()
    assert not CLINICAL.has_key()
    assert OFFICE.execute_sql("SELECT count(*) FROM member").fetchone() == (2,)


@pytest.mark.parametrize("size", [0, 100])
def test_an_empty_or_foreign_file_is_never_adopted(at_rest: Opened, size: int) -> None:
    path = at_rest.folder / "office.db"
    path.write_bytes(b"x" * size)
    with pytest.raises((NotOurs, WrongKey)):
        reopen(at_rest)
    assert path.read_bytes() == b"x" * size


def test_a_missing_file_is_not_made_anew(at_rest: Opened) -> None:
    (at_rest.folder / "clinical.db").unlink()
    with pytest.raises(FileNotFoundError):
        reopen(at_rest)
    assert not (at_rest.folder / "clinical.db").exists()


@pytest.mark.parametrize(
    "change", ["PRAGMA user_version = 999", "INSERT INTO schema_migration VALUES (9, '9999_x', '')"]
)
def test_a_file_of_a_newer_version_is_refused_unchanged(at_rest: Opened, change: str) -> None:
    reopen(at_rest)
    CLINICAL.execute_sql(change)
    store.rest()
    before = (at_rest.folder / "clinical.db").read_bytes()
    with pytest.raises(NewerSchema):
        reopen(at_rest)
    assert (at_rest.folder / "clinical.db").read_bytes() == before


def test_a_removed_trigger_comes_back_at_the_next_unlock(at_rest: Opened) -> None:
    reopen(at_rest)
    OFFICE.execute_sql("DROP TRIGGER guard_audit_delete_change")
    store.rest()
    reopen(at_rest)
    found = OFFICE.execute_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    assert {name for (name,) in found} == set(audit.triggers(OFFICE))


@pytest.mark.parametrize("file", [OFFICE, CLINICAL], ids=NAMES)
def test_migrations_make_what_the_models_say(
    opened: Opened, file: KeyedDatabase, tmp_path: Path
) -> None:
    assert schema(file) == meant(file, tmp_path / "fresh.db")
