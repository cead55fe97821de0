"""Practices of earlier versions open in this one: backed up first, then changed, nothing lost."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from practice.care import sign_in, upgrade
from practice.demo import make
from practice.desk import members
from practice.errors import Unavailable
from practice.models import audit, clinical, store
from practice.models.base import CLINICAL, FILE_NAMES, OFFICE
from practice.models.enums.notes import NoteState
from practice.models.keyed import KeyedDatabase
from practice.vault import device
from practice.vault.bundle import list_backups
from practice.vault.vault import Unlocked, Vault, open_vault
from tests.build import some_members
from tests.conftest import Opened
from tests.crash.full_disk import full
from tests.models.freeze import SAMPLES
from tests.models.later import one_more_step
from tests.models.schema import meant, schema

SAMPLE_NAMES = sorted(path.name for path in SAMPLES.iterdir())


@pytest.fixture
def closed() -> Iterator[None]:
    yield
    store.close()


@pytest.fixture
def older(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Vault, Unlocked]]:
    """A practice at rest, and a program that has learnt one more step for the office since."""
    some_members(2)
    sign_in.sign_out(opened.vault)
    one_more_step(monkeypatch, tmp_path)
    yield opened.vault, opened.unlocked
    store.close()


def opened_sample(name: str, folder: Path) -> tuple[Vault, Unlocked]:
    shutil.copytree(SAMPLES / name, folder)
    vault = open_vault(folder, device.demo_file(folder))
    return vault, vault.unlock(vault.users[0].id, make.PASSPHRASE)


@pytest.mark.parametrize("name", SAMPLE_NAMES)
@pytest.mark.usefixtures("closed", "clock_at")
def test_a_practice_of_an_earlier_version_opens_whole(name: str, tmp_path: Path) -> None:
    vault, unlocked = opened_sample(name, tmp_path / "data")
    sign_in.sign_in(vault, unlocked)
    for file in (OFFICE, CLINICAL):
        assert schema(file) == meant(file, tmp_path / f"{FILE_NAMES[file]}.meant")
    assert len(members.members()) == 6
    signed = clinical.Note.select().where(clinical.Note.state == NoteState.SIGNED)
    assert len(signed) > 5
    assert all(note.participation and note.signature for note in signed)
    assert audit.verify(OFFICE) + audit.verify(CLINICAL) == []


def test_the_steps_of_this_version_are_proven_on_an_earlier_practice() -> None:
    """Whoever adds a step finds a sample from before it; whoever releases one freezes another."""
    assert SAMPLE_NAMES[0] == "0001"


def test_the_backup_is_made_first_and_holds_the_file_as_it_was(
    older: tuple[Vault, Unlocked],
) -> None:
    vault, unlocked = older
    assert sign_in.needs_update(vault, unlocked)
    sign_in.update(vault, unlocked)
    assert not sign_in.needs_update(vault, unlocked)
    (made,) = list_backups(upgrade.place_of(vault.folder))
    assert made.read_whole
    assert {stored.name: stored.schema for stored in made.manifest.files}["office.db"] == (
        OFFICE.schema - 1
    )
    sign_in.sign_in(vault, unlocked)
    assert OFFICE.table_exists("later")
    assert len(members.members()) == 2
    assert len(list_backups(upgrade.place_of(vault.folder))) == 1


def test_where_no_backup_can_be_made_nothing_changes(older: tuple[Vault, Unlocked]) -> None:
    vault, unlocked = older
    before = (vault.folder / "office.db").read_bytes()
    with full(10), pytest.raises(Unavailable, match="backup was not made"):
        sign_in.update(vault, unlocked)
    assert (vault.folder / "office.db").read_bytes() == before
    sign_in.sign_in(vault, unlocked)
    assert OFFICE.table_exists("later")


def test_an_update_that_was_cut_short_is_taken_up_again(
    older: tuple[Vault, Unlocked], monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, unlocked = older
    with monkeypatch.context() as cut:
        cut.setattr(store, "_replace_triggers", _power_cut)
        with pytest.raises(KeyboardInterrupt):
            sign_in.update(vault, unlocked)
    assert sign_in.needs_update(vault, unlocked)
    sign_in.sign_in(vault, unlocked)
    wanted = audit.triggers(OFFICE)
    found = OFFICE.execute_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    assert {name for (name,) in found} == set(wanted)


def _power_cut(file: KeyedDatabase, wanted: dict[str, str]) -> None:
    """The triggers are gone when it happens."""
    for (name,) in file.execute_sql(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall():
        file.execute_sql(f'DROP TRIGGER "{name}"')
    raise KeyboardInterrupt
