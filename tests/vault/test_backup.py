"""Backups: whole, verified, ten of them, and never where they would be lost with the data."""

import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.errors import Refused, Unavailable
from practice.models.keyed import KeyedDatabase
from practice.vault import backup, bundle
from practice.vault import vault as vaults
from practice.vault.bundle import Bundle, DamagedBackup, list_backups, read_bundle
from practice.vault.keys import WrongSecret
from practice.vault.restore import restore
from practice.vault.roles import DATABASES, Key
from practice.vault.settle import settle
from tests.vault.building import OTHER, PASSPHRASE, Built, build, notes, write_note
from tests.vault.conftest import Hands

HEADS = {"office": "head of office", "clinical": "head of clinical"}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def back_up(built: Built, place: Path) -> Bundle:
    return built.vault.back_up(place, built.unlocked, HEADS)


def all_notes(folder: Path, built: Built) -> list[list[str]]:
    return [notes(folder / name, built.unlocked.keys[key]) for key, name in DATABASES.items()]


@contextmanager
def in_use(built: Built) -> Iterator[KeyedDatabase]:
    """The office file open, as while someone works."""
    file = KeyedDatabase(7, 1)
    file.use(built.folder / "office.db", built.unlocked.keys[Key.OFFICE])
    file.connect()
    yield file
    file.close()


def test_a_backup_holds_both_files_the_header_and_what_they_are(built: Built, place: Path) -> None:
    made = back_up(built, place)
    names = {one.name for one in made.path.iterdir()}
    assert names == {"office.db", "clinical.db", "vault.json", "manifest.json"}
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in made.path.iterdir()} == {0o600}
    assert read_bundle(made.path) == made
    assert made.manifest.heads == HEADS
    assert {one.name: one.schema for one in made.manifest.files} == {
        "vault.json": 0,
        "office.db": 1,
        "clinical.db": 1,
    }
    assert bundle.header_of(made).vault_id == built.vault.header.vault_id
    assert [one.name for one in place.iterdir()] == [made.path.name]


def test_what_was_just_written_is_in_the_backup_while_work_goes_on(
    built: Built, place: Path
) -> None:
    with in_use(built) as file:
        file.execute_sql("INSERT INTO note VALUES ('in the log')")
        made = back_up(built, place)
        file.execute_sql("INSERT INTO note VALUES ('after')")
    copied = notes(made.path / "office.db", built.unlocked.keys[Key.OFFICE])
    assert copied == ["first", "in the log"]


def test_what_is_written_between_two_pieces_neither_comes_in_nor_begins_it_anew(
    built: Built, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces: list[str] = []
    with in_use(built) as file:

        def meanwhile(handle: int) -> None:
            pieces.append(f"during piece {len(pieces)}")
            file.execute_sql("INSERT INTO note VALUES (?)", (pieces[-1],))

        file.execute_sql("CREATE TABLE filler AS SELECT randomblob(40000) AS filler")
        monkeypatch.setattr(backup, "_PAGES_AT_ONCE", 1)
        monkeypatch.setattr(backup, "sync", meanwhile)
        made = back_up(built, place)
    assert 10 < len(pieces) < 40
    assert notes(made.path / "office.db", built.unlocked.keys[Key.OFFICE]) == ["first"]
    written = notes(built.folder / "office.db", built.unlocked.keys[Key.OFFICE])
    assert written == ["first", *pieces]


def test_a_file_without_a_key_in_hand_is_copied_as_it_rests(built: Built, place: Path) -> None:
    desk = built.unlocked.keys.only(frozenset({Key.OFFICE}))
    made = backup.make(built.folder, place, built.vault.header, desk)
    assert (made.path / "clinical.db").read_bytes() == (built.folder / "clinical.db").read_bytes()
    bundle.verify(made.path, made.manifest, built.unlocked.keys)
    (built.folder / "clinical.db-wal").write_bytes(b"something")
    with pytest.raises(Unavailable, match="clinician has to unlock"):
        backup.make(built.folder, place, built.vault.header, desk)


def test_a_backup_inside_the_data_folder_is_refused(built: Built) -> None:
    with pytest.raises(Refused, match="inside the data folder"):
        back_up(built, built.folder / "backups")


def test_a_disk_that_is_not_there_is_said_and_no_folder_is_made(
    built: Built, tmp_path: Path
) -> None:
    with pytest.raises(Unavailable, match="connect it"):
        back_up(built, tmp_path / "gone")
    assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize("damage", ["flip", "empty", "missing"])
def test_damaged_records_make_no_backup(built: Built, place: Path, damage: str) -> None:
    file = built.folder / "clinical.db"
    content = bytearray(file.read_bytes())
    content[5000] ^= 1
    file.write_bytes(b"" if damage == "empty" else content)
    if damage == "missing":
        file.unlink()
    with pytest.raises(Unavailable, match="The backup was not made: "):
        back_up(built, place)
    assert list(place.iterdir()) == []


@given(st.sets(st.integers(1, 10_000)), st.integers(1, 20))
def test_the_newest_by_sequence_remain(sequences: set[int], keep: int) -> None:
    removed = bundle.surplus(sequences, keep)
    kept = sequences - removed
    assert len(kept) == min(keep, len(sequences))
    assert not removed or max(removed) < min(kept)


def test_the_last_ten_are_kept_though_the_clock_jumps(
    built: Built, place: Path, tmp_path: Path, hands: Hands
) -> None:
    other = build(tmp_path / "other")
    kept = back_up(other, place)
    (place / "practice-backup-notes.txt").write_text("not a backup")
    for _ in range(12):
        hands.move(days=-30)
        last = back_up(built, place)
    ours = [one for one in list_backups(place) if one.path != kept.path]
    assert [one.manifest.sequence for one in ours] == list(range(13, 3, -1))
    assert ours[0] == last
    assert len(list(place.iterdir())) == 12


def test_leftovers_of_a_killed_backup_are_not_listed_and_are_cleared(
    built: Built, place: Path
) -> None:
    made = back_up(built, place)
    mark = built.vault.header.vault_id[:12]
    shutil.copytree(made.path, place / f"practice-backup-{mark}.tmp")
    assert len(list_backups(place)) == 1
    back_up(built, place)
    assert sorted(one.path for one in list_backups(place)) == sorted(place.iterdir())


def test_restoring_brings_the_records_back_and_keeps_the_replaced_ones(
    built: Built, place: Path, hands: Hands
) -> None:
    made = back_up(built, place)
    write_note(built.folder / "office.db", built.unlocked.keys[Key.OFFICE], "later")
    keys = vaults.open_bundle(made, built.unlocked.user.id, PASSPHRASE, built.store)
    kept = restore(made, built.folder, keys)
    assert kept
    assert kept.name == "practice-replaced-20260303-180000"
    assert all_notes(built.folder, built) == [["first"]] * 2
    assert all_notes(kept, built) == [["first", "later"], ["first"]]
    assert stat.S_IMODE(built.folder.stat().st_mode) == 0o700
    again = vaults.open_vault(built.folder, built.store)
    assert again.unlock(built.unlocked.user.id, PASSPHRASE)
    assert {key.value: head for key, head in again.header.heads.items()} == HEADS
    assert restore(made, built.folder, keys) == kept.with_name(kept.name + "-2")


def test_a_backup_opens_with_the_passphrase_of_its_time(built: Built, place: Path) -> None:
    made = back_up(built, place)
    owner = built.unlocked.user.id
    built.vault.change_passphrase(owner, PASSPHRASE, OTHER)
    with pytest.raises(WrongSecret):
        vaults.open_bundle(made, owner, OTHER, built.store)
    assert Key.CLINICAL in vaults.open_bundle(made, owner, PASSPHRASE, built.store)


def test_on_a_new_computer_the_code_is_enough(built: Built, place: Path, tmp_path: Path) -> None:
    made = back_up(built, place)
    folder = tmp_path / "new" / "practice"
    assert restore(made, folder, vaults.open_bundle_with_code(made, built.code)) is None
    assert all_notes(folder, built) == [["first"]] * 2


@pytest.mark.parametrize("name", ["office.db", "clinical.db", "vault.json"])
def test_a_changed_backup_is_refused_and_nothing_changes(
    built: Built, place: Path, name: str
) -> None:
    made = back_up(built, place)
    content = bytearray((made.path / name).read_bytes())
    content[len(content) // 2] ^= 1
    (made.path / name).write_bytes(content)
    before = {one: one.read_bytes() for one in built.folder.iterdir()}
    with pytest.raises(DamagedBackup, match=f"can't be used: {name}"):
        restore(made, built.folder, built.unlocked.keys)
    after = {one: one.read_bytes() for one in built.folder.iterdir() if one.name != "app.lock"}
    assert after == before
    assert sorted(one.name for one in built.folder.parent.iterdir()) == ["practice", "stick"]


def test_keys_of_another_practice_restore_nothing(
    built: Built, place: Path, tmp_path: Path
) -> None:
    other = build(tmp_path / "other")
    with pytest.raises(DamagedBackup, match="does not open"):
        restore(back_up(built, place), other.folder, other.unlocked.keys)
    assert all_notes(other.folder, other) == [["first"]] * 2


def test_front_desk_does_not_restore(built: Built, place: Path) -> None:
    desk = built.unlocked.keys.only(frozenset({Key.OFFICE}))
    with pytest.raises(Refused, match="such as the owner"):
        restore(back_up(built, place), built.folder, desk)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"format": "practice-backup", "version": 99}']
)
def test_a_folder_without_a_proper_manifest_is_no_backup(
    built: Built, place: Path, content: bytes
) -> None:
    made = back_up(built, place)
    (made.path / "manifest.json").write_bytes(content)
    assert list_backups(place) == ()
    with pytest.raises(DamagedBackup, match="not a complete backup"):
        read_bundle(made.path)


def test_a_manifest_naming_a_path_elsewhere_is_no_backup(built: Built, place: Path) -> None:
    made = back_up(built, place)
    stored = replace(made.manifest.files[0], name="../../evil")
    manifest = replace(made.manifest, files=(stored,))
    (made.path / "manifest.json").write_bytes(bundle.manifest_json(manifest))
    assert list_backups(place) == ()


def test_a_manifest_that_leaves_a_file_out_restores_nothing(built: Built, place: Path) -> None:
    made = back_up(built, place)
    manifest = replace(made.manifest, files=made.manifest.files[:1])
    (made.path / "manifest.json").write_bytes(bundle.manifest_json(manifest))
    assert list_backups(place) == ()


def test_a_restore_cut_short_between_its_renames_is_finished(built: Built) -> None:
    ready = built.folder.with_name("practice-restored.tmp")
    built.folder.rename(ready)
    settle(built.folder)
    assert all_notes(built.folder, built) == [["first"]] * 2
    assert not ready.exists()
