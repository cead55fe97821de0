"""The device secret: this computer's share of every key, kept apart from the data.

Without it a copied data folder opens for nobody, whatever the passphrase. Reading it may make the
system ask the person to unlock their keyring: call from a worker thread.
"""

import base64
import binascii
import contextlib
import functools
import importlib
import json
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from practice import paths
from practice.errors import Unavailable
from practice.vault.files import make_folder, plain_words, write_whole
from practice.vault.folder import DEVICE_KEY

if TYPE_CHECKING:  # importing it takes longer than opening the window may
    from keyring.backend import KeyringBackend

SERVICE = "practice"


class Protection(Enum):
    """Where the secret lies, and so how well it is kept."""

    KEYCHAIN = "keychain"
    FILE = "file"
    DEMO = "demo"


PROTECTION_WORDS = {
    Protection.KEYCHAIN: "This computer's part of the key is in the system's keychain.",
    Protection.FILE: (
        "Reduced protection: this system has no keychain, so this computer's part of the key is in "
        "a file of your account. Someone who copies the whole account needs only the passphrase."
    ),
    Protection.DEMO: "The demo keeps its key beside its data. Do not enter real people here.",
}


class NoKeychain(Unavailable):
    """The system has no keychain that counts. Ask the person; never fall back unasked."""


class DeviceMissing(Unavailable):
    """The store is there but holds nothing for this practice: the recovery code puts it back."""


class DeviceStore(Protocol):
    """A place for device secrets, one per vault."""

    @property
    def protection(self) -> Protection: ...

    def get(self, vault_id: str) -> bytes:
        """The 32 bytes. Raises DeviceMissing; Unavailable where the store can't be read now."""

    def put(self, vault_id: str, secret: bytes) -> None:
        """Keep it, and read it back. Raises Unavailable."""


class Keychain:
    """The system's own keychain. Raises NoKeychain when made where there is none."""

    protection = Protection.KEYCHAIN

    def __init__(self, backend: "KeyringBackend | None" = None) -> None:
        self._backend = backend or _system_backend()

    def get(self, vault_id: str) -> bytes:
        with _keyring_words():
            found = self._backend.get_password(SERVICE, _account(vault_id))
        return _decoded(found, "The system's keychain")

    def put(self, vault_id: str, secret: bytes) -> None:
        with _keyring_words():
            self._backend.set_password(SERVICE, _account(vault_id), _encoded(secret))
        if self.get(vault_id) != secret:
            raise Unavailable("The system's keychain did not keep the key. Please try again.")


class KeyFile:
    """A file readable by this account only: chosen by the person, or the demo's own."""

    def __init__(self, path: Path, protection: Protection) -> None:
        self.protection = protection
        self._path = path

    def get(self, vault_id: str) -> bytes:
        return _decoded(self._all().get(vault_id), f"The file {self._path.name}")

    def put(self, vault_id: str, secret: bytes) -> None:
        content = json.dumps({**self._all(), vault_id: _encoded(secret)}, indent=1).encode()
        with plain_words("This computer's part of the key could not be saved"):
            if not self._path.parent.exists():
                make_folder(self._path.parent)
            write_whole(self._path, content)

    def holds(self, vault_id: str) -> bool:
        return vault_id in self._all()

    def _all(self) -> dict[str, str]:
        """An unreadable file counts as empty: the recovery code then puts the secret back."""
        with plain_words("This computer's part of the key can't be read"):
            try:
                found = json.loads(self._path.read_bytes())
            except (FileNotFoundError, ValueError):
                return {}
        return found if isinstance(found, dict) else {}


def settings_file() -> KeyFile:
    """For a system without a keychain, chosen by the person."""
    return KeyFile(paths.settings_folder() / DEVICE_KEY, Protection.FILE)


def demo_file(folder: Path) -> KeyFile:
    """The demo's device secret stays in its own folder, so that nothing asks for a keyring."""
    return KeyFile(folder / DEVICE_KEY, Protection.DEMO)


def chosen_store(vault_id: str) -> DeviceStore:
    """The file, if the person once chose it for this practice, else the keychain (NoKeychain)."""
    file = settings_file()
    return file if file.holds(vault_id) else Keychain()


# Best first; any other backend that may be installed counts as none.
_SYSTEM_BACKENDS = (
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
)


def _system_backend() -> "KeyringBackend":
    for module, name in _SYSTEM_BACKENDS:
        kind = getattr(importlib.import_module(module), name)
        if kind.viable:
            backend: KeyringBackend = kind()
            return backend
    raise NoKeychain(
        "This system has no keychain the program can use (Secret Service, KWallet, macOS Keychain "
        "or Windows Credential Manager)."
    )


@functools.cache
def _keychain_errors() -> tuple[type[Exception], ...]:
    """What the backends raise; the Secret Service's own errors come through on Linux."""
    from keyring.errors import KeyringError  # noqa: PLC0415

    with contextlib.suppress(ImportError):
        from secretstorage.exceptions import SecretStorageException  # noqa: PLC0415

        return (KeyringError, SecretStorageException)
    return (KeyringError,)


@contextlib.contextmanager
def _keyring_words() -> Iterator[None]:
    try:
        yield
    except _keychain_errors() as error:
        raise Unavailable(
            "The system's keychain is there but locked or not answering. Unlock your keyring, then "
            "try again. Nothing was changed."
        ) from error


def _account(vault_id: str) -> str:
    return f"device:{vault_id}"


def _encoded(secret: bytes) -> str:
    return base64.b64encode(secret).decode()


def _decoded(text: object, where: str) -> bytes:
    try:
        secret = base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    except binascii.Error:
        secret = b""
    if len(secret) != 32:
        raise DeviceMissing(
            f"{where} holds no key for this practice. On a new computer, or after the keychain was "
            "lost, the recovery code puts it back. Your records are not affected."
        )
    return secret
