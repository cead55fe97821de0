"""The vault as the window uses it, from the first run to a new computer."""

from pathlib import Path

import pytest

from practice.errors import Refused
from practice.vault import device
from practice.vault import vault as vaults
from practice.vault.attempts import TooSoon
from practice.vault.device import DeviceMissing, Protection
from practice.vault.folder import HEADER
from practice.vault.keys import QUICKEST, WrongSecret
from practice.vault.recovery import Mistyped
from practice.vault.roles import Key
from tests.vault.building import OTHER, PASSPHRASE, Built, MemoryStore, draft
from tests.vault.conftest import Hands


def test_nothing_is_written_before_the_commit(tmp_path: Path) -> None:
    store = MemoryStore()
    begun = draft()
    assert not vaults.is_begun(tmp_path)
    assert list(tmp_path.iterdir()) == []
    begun.commit(tmp_path, store)
    assert vaults.is_begun(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == [HEADER]
    assert len(store.held) == 1
    with pytest.raises(Refused, match="already"):
        draft().commit(tmp_path, store)


def test_a_beginning_needs_a_name_and_a_good_passphrase() -> None:
    with pytest.raises(Refused) as refusal:
        vaults.begin("  ", PASSPHRASE, cost=QUICKEST)
    assert refusal.value.field == "name"
    with pytest.raises(Refused) as refusal:
        vaults.begin("Ada", "short", cost=QUICKEST)
    assert refusal.value.field == "passphrase"


def test_the_first_owner_holds_the_keys_of_the_role_and_no_more() -> None:
    assert set(draft().unlocked.keys) == {Key.OFFICE, Key.CLINICAL, Key.ADMIN}


def test_unlocking_gives_the_keys_of_the_files(built: Built) -> None:
    vault = vaults.open_vault(built.folder, built.store)
    (user,) = vault.users
    assert user.name == "Dr Ada Okafor"
    unlocked = vault.unlock(user.id, PASSPHRASE)
    assert unlocked.file_keys() == built.unlocked.file_keys()
    keys = unlocked.file_keys()
    unlocked.wipe()
    assert set(keys["clinical"]) == {0}


def test_no_secret_stands_in_the_folder(built: Built) -> None:
    words = [*built.store.held.values(), PASSPHRASE]
    secrets = [word.encode() for word in words]
    secrets += [bytes(key) for key in built.unlocked.file_keys().values()]
    for file in built.folder.iterdir():
        content = file.read_bytes()
        for sought in secrets:
            assert sought not in content
            assert sought.hex().encode() not in content


def test_failures_slow_down_are_reported_and_then_forgotten(built: Built, hands: Hands) -> None:
    user = built.unlocked.user.id
    for _ in range(5):
        with pytest.raises(WrongSecret, match="Caps Lock"):
            built.vault.unlock(user, "not the passphrase")
    with pytest.raises(TooSoon):
        built.vault.unlock(user, PASSPHRASE)
    with pytest.raises(TooSoon):
        built.vault.change_passphrase(user, PASSPHRASE, OTHER)
    hands.move(seconds=2)
    assert len(built.vault.unlock(user, PASSPHRASE).failures) == 5
    built.vault.failures_noted(user)
    assert built.vault.unlock(user, PASSPHRASE).failures == ()


def test_signing_asks_for_the_passphrase_again(built: Built) -> None:
    user = built.unlocked.user.id
    assert built.vault.confirm(user, PASSPHRASE).user_id == user
    with pytest.raises(WrongSecret):
        built.vault.confirm(built.unlocked.user.id, OTHER)


def test_another_computer_is_told_about_the_recovery_code(built: Built) -> None:
    vault = vaults.open_vault(built.folder, device.demo_file(built.folder.parent))
    with pytest.raises(DeviceMissing, match="recovery code"):
        vault.unlock(built.unlocked.user.id, PASSPHRASE)


def test_a_changed_passphrase_lasts(built: Built) -> None:
    user = built.unlocked.user.id
    with pytest.raises(WrongSecret):
        built.vault.change_passphrase(user, OTHER, "some other long words")
    built.vault.change_passphrase(user, PASSPHRASE, OTHER)
    again = vaults.open_vault(built.folder, built.store)
    assert again.unlock(user, OTHER)
    for file in built.folder.glob("vault.json*"):
        file.replace(built.folder / HEADER)
        with pytest.raises(WrongSecret):
            vaults.open_vault(built.folder, built.store).unlock(user, PASSPHRASE)


def test_heads_are_kept_and_an_unopened_files_stays(built: Built) -> None:
    built.vault.record_heads({"office": "one", "clinical": "two"})
    built.vault.record_heads({"office": "three"})
    header = vaults.open_vault(built.folder, built.store).header
    assert header.heads == {Key.OFFICE: "three", Key.CLINICAL: "two"}
    before = (built.folder / HEADER).stat().st_mtime_ns
    built.vault.record_heads({"office": "three"})
    assert (built.folder / HEADER).stat().st_mtime_ns == before


def test_with_only_the_code_on_an_empty_home_the_owner_is_in_again(
    built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "empty"))
    user = built.unlocked.user.id
    vaults.recover(built.folder, built.code, OTHER, device.settings_file(), cost=QUICKEST)
    vault = vaults.open_vault(built.folder)
    assert vault.store.protection is Protection.FILE
    assert vault.unlock(user, OTHER).file_keys() == built.unlocked.file_keys()
    with pytest.raises(WrongSecret):
        vault.unlock(user, PASSPHRASE)


def test_a_wrong_code_or_a_weak_passphrase_recovers_nothing(built: Built) -> None:
    before, store = (built.folder / HEADER).read_bytes(), MemoryStore()
    with pytest.raises(Mistyped):
        vaults.recover(built.folder, built.code[:-1], OTHER, store, cost=QUICKEST)
    with pytest.raises(WrongSecret):
        vaults.recover(built.folder, draft().code, OTHER, store, cost=QUICKEST)
    with pytest.raises(Refused, match="at least 14"):
        vaults.recover(built.folder, built.code, "short", store, cost=QUICKEST)
    assert (built.folder / HEADER).read_bytes() == before
    assert not store.held


def test_a_new_kit_counts_once_it_is_adopted(built: Built) -> None:
    kit = built.vault.draft_kit(built.unlocked)
    vaults.recover(built.folder, built.code, PASSPHRASE, built.store, cost=QUICKEST)
    again = vaults.open_vault(built.folder, built.store)
    again.adopt_kit(kit)
    with pytest.raises(WrongSecret, match="newer kit"):
        vaults.recover(built.folder, built.code, OTHER, built.store, cost=QUICKEST)
    vaults.recover(built.folder, kit.code, OTHER, built.store, cost=QUICKEST)
    assert Key.CLINICAL in built.unlocked.keys
