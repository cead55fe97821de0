"""Several people under one vault: who may add them, what each can open, and a crash on the way."""

from pathlib import Path

import pytest

from practice.errors import Refused, Unavailable
from practice.models.enums.practice import Role
from practice.vault import bundle
from practice.vault import vault as vaults
from practice.vault.bundle import Checked
from practice.vault.folder import HEADER
from practice.vault.keys import WrongSecret
from practice.vault.roles import ADDABLE, Key
from practice.vault.vault import Unlocked
from tests.vault.building import OTHER, PASSPHRASE, Built

THEIRS = "orchard pewter violet canyon"


def desk(built: Built) -> Unlocked:
    """Someone at the front desk, unlocked."""
    person = built.vault.add_person(built.unlocked, "Nora Quill", Role.FRONT_DESK, THEIRS)
    return built.vault.unlock(person.id, THEIRS)


@pytest.mark.parametrize(
    ("role", "keys"),
    [
        (Role.FRONT_DESK, {Key.OFFICE}),
        (Role.CLINICIAN, {Key.OFFICE, Key.CLINICAL}),
    ],
)
def test_each_unlocks_with_their_own_passphrase_and_the_keys_of_their_role(
    built: Built, role: Role, keys: set[Key]
) -> None:
    person = built.vault.add_person(built.unlocked, "  Nora Quill ", role, THEIRS)
    again = vaults.open_vault(built.folder, built.store)
    assert [user.name for user in again.users] == ["Dr Ada Okafor", "Nora Quill"]
    unlocked = again.unlock(person.id, THEIRS)
    assert set(unlocked.keys) == keys
    assert set(unlocked.file_keys()) == {key.value for key in keys}
    with pytest.raises(WrongSecret):
        again.unlock(person.id, PASSPHRASE)
    assert again.unlock(built.unlocked.user.id, PASSPHRASE).holds(Key.ADMIN)


def test_they_change_their_own_passphrase(built: Built) -> None:
    person = desk(built).user
    built.vault.change_passphrase(person.id, THEIRS, OTHER)
    assert built.vault.unlock(person.id, OTHER).user == person


@pytest.mark.parametrize("role", ADDABLE)
def test_without_the_admin_key_nobody_is_added_or_renamed(built: Built, role: Role) -> None:
    person = built.vault.add_person(built.unlocked, "Nora Quill", role, THEIRS)
    theirs = built.vault.unlock(person.id, THEIRS)
    before = (built.folder / HEADER).read_bytes()
    for added in ADDABLE:
        with pytest.raises(Refused, match="role does not open this"):
            built.vault.add_person(theirs, "Ben Ode", added, OTHER)
    with pytest.raises(Refused, match="role does not open this"):
        built.vault.rename_person(theirs, built.unlocked.user.id, "Somebody")
    with pytest.raises(Refused, match="role does not open this"):
        built.vault.draft_kit(theirs)
    assert (built.folder / HEADER).read_bytes() == before


def test_names_tell_people_apart(built: Built) -> None:
    desk(built)
    with pytest.raises(Refused, match="signs in here already") as refused:
        built.vault.add_person(built.unlocked, "nora QUILL", Role.CLINICIAN, OTHER)
    assert refused.value.field == "name"
    with pytest.raises(Refused, match="enter a name"):
        built.vault.add_person(built.unlocked, " ", Role.CLINICIAN, OTHER)
    with pytest.raises(Refused) as refused:
        built.vault.add_person(built.unlocked, "Ben Ode", Role.CLINICIAN, "short")
    assert refused.value.field == "passphrase"
    with pytest.raises(ValueError, match="OWNER"):
        built.vault.add_person(built.unlocked, "Ben Ode", Role.OWNER, OTHER)
    owner, nora = built.vault.users
    assert built.vault.rename_person(built.unlocked, nora.id, "Nora Quill").name == "Nora Quill"
    with pytest.raises(Refused, match="signs in here already"):
        built.vault.rename_person(built.unlocked, nora.id, owner.name)
    with pytest.raises(Refused, match="enter a name"):
        built.vault.rename_person(built.unlocked, nora.id, "")
    assert built.vault.rename_person(built.unlocked, nora.id, "Nora Hale").name == "Nora Hale"
    assert built.vault.unlock(nora.id, THEIRS).user.name == "Nora Hale"


def test_a_key_file_that_cannot_be_saved_adds_nobody(
    built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("os.fsync", full)
        with pytest.raises(Unavailable):
            built.vault.add_person(built.unlocked, "Nora Quill", Role.FRONT_DESK, THEIRS)
    assert len(built.vault.users) == 1
    assert len(vaults.open_vault(built.folder, built.store).users) == 1
    assert desk(built).user.name == "Nora Quill"


def test_front_desks_lock_keeps_the_end_of_the_other_trail(built: Built) -> None:
    built.vault.record_heads({"office": "a", "clinical": "b"})
    built.vault.record_heads({"office": "c"})
    heads = vaults.open_vault(built.folder, built.store).header.heads
    assert (heads[Key.OFFICE], heads[Key.CLINICAL]) == ("c", "b")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def test_front_desks_backup_says_how_far_it_was_checked(built: Built, place: Path) -> None:
    nora = desk(built)
    made = built.vault.back_up(place, nora, {"office": "head"})
    checked = {file.name: file.checked for file in made.manifest.files}
    assert checked["office.db"] is Checked.ROWS
    assert checked["clinical.db"] is Checked.BYTES
    assert not made.read_whole
    assert bundle.read_bundle(made.path) == made
    assert (made.path / "clinical.db").read_bytes() == (built.folder / "clinical.db").read_bytes()
    bundle.verify(made.path, made.manifest, built.unlocked.keys)
    assert built.vault.back_up(place, built.unlocked, {}).read_whole


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + bytes(4080), bytes(5000)])
def test_a_clinical_file_that_is_none_makes_no_backup(
    built: Built, place: Path, content: bytes
) -> None:
    nora = desk(built)
    (built.folder / "clinical.db").write_bytes(content)
    with pytest.raises(Unavailable, match="damaged or was replaced"):
        built.vault.back_up(place, nora, {})
    assert list(place.iterdir()) == []


def test_a_copy_that_differs_makes_no_backup(
    built: Built, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:-4096])

    nora = desk(built)
    monkeypatch.setattr("shutil.copyfile", cut)
    with pytest.raises(Unavailable, match="could not be copied whole"):
        built.vault.back_up(place, nora, {})
    assert list(place.iterdir()) == []


def test_copies_nobody_read_never_push_out_the_last_one_that_was_read(
    built: Built, place: Path
) -> None:
    nora = desk(built)
    first = built.vault.back_up(place, built.unlocked, {})
    for _ in range(bundle.KEPT + 1):
        built.vault.back_up(place, nora, {})
    kept = bundle.list_backups(place)
    assert len(kept) == bundle.KEPT + 1
    assert kept[-1] == first
    built.vault.back_up(place, built.unlocked, {})
    assert first not in bundle.list_backups(place)
