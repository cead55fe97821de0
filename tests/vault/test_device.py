"""Where this computer's share of the key lies, and that its loss is never silent."""

import base64
import stat
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from practice.errors import Unavailable
from practice.vault import device
from practice.vault.device import DeviceMissing, Keychain, NoKeychain, Protection

VAULT = "ab" * 16
SECRET = bytes(range(32))


class FakeBackend(KeyringBackend):
    """A keychain in memory."""

    priority = -1  # never chosen by itself

    def __init__(self, *, locked: bool = False) -> None:
        super().__init__()
        self.locked = locked
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked("locked")
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise KeyringLocked("locked")
        self.held[service, username] = password


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


def test_a_keychain_keeps_one_secret_for_each_practice() -> None:
    backend = FakeBackend()
    store = Keychain(backend)
    store.put(VAULT, SECRET)
    assert store.get(VAULT) == SECRET
    assert list(backend.held) == [("practice", f"device:{VAULT}")]
    with pytest.raises(DeviceMissing, match="recovery code"):
        store.get("cd" * 16)


def test_a_locked_keychain_asks_to_be_unlocked_and_keeps_what_it_has() -> None:
    backend = FakeBackend()
    store = Keychain(backend)
    store.put(VAULT, SECRET)
    backend.locked = True
    for attempt in (lambda: store.get(VAULT), lambda: store.put(VAULT, bytes(32))):
        with pytest.raises(Unavailable, match="Unlock your keyring") as refusal:
            attempt()
        assert not isinstance(refusal.value, DeviceMissing | NoKeychain)
    backend.locked = False
    assert store.get(VAULT) == SECRET


def test_a_keychain_that_drops_what_it_is_given_is_noticed() -> None:
    class Forgetful(FakeBackend):
        def set_password(self, service: str, username: str, password: str) -> None:
            self.held[service, username] = base64.b64encode(bytes(32)).decode()

    with pytest.raises(Unavailable, match="did not keep"):
        Keychain(Forgetful()).put(VAULT, SECRET)


@pytest.mark.parametrize("garbage", ["", "####", "YWJj"])
def test_a_garbled_secret_counts_as_missing(garbage: str) -> None:
    backend = FakeBackend()
    backend.held["practice", f"device:{VAULT}"] = garbage
    with pytest.raises(DeviceMissing):
        Keychain(backend).get(VAULT)


def test_without_a_system_keychain_it_says_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={home}/nothing")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyrings.alt.file.PlaintextKeyring")
    with pytest.raises(NoKeychain, match="no keychain"):
        device.chosen_store(VAULT)


def test_the_file_is_private_and_once_chosen_is_found_again(home: Path) -> None:
    device.settings_file().put(VAULT, SECRET)
    device.settings_file().put("cd" * 16, bytes(32))
    file = home / "config/practice/device.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    store = device.chosen_store(VAULT)
    assert store.protection is Protection.FILE
    assert store.get(VAULT) == SECRET


def test_the_demos_secret_stays_in_its_folder(home: Path) -> None:
    store = device.demo_file(home)
    store.put(VAULT, SECRET)
    assert store.get(VAULT) == SECRET
    assert store.protection is Protection.DEMO
    assert [file.name for file in home.iterdir()] == ["device.key"]


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"x": 1}', b"\xff\xfe"])
def test_a_damaged_file_counts_as_empty(home: Path, content: bytes) -> None:
    (home / "device.key").write_bytes(content)
    with pytest.raises(DeviceMissing):
        device.demo_file(home).get(VAULT)


def test_every_protection_has_its_words() -> None:
    assert set(device.PROTECTION_WORDS) == set(Protection)
