"""The vault as the window uses it: begin, open, unlock, change, back up, recover.

It holds the key file and the device store; the two databases are opened elsewhere with the keys
that `unlock` returns. What takes a passphrase is slow on purpose: call it from a worker thread.
What reads databases is imported where it is used, since the lock screen needs none of it.
"""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from practice.errors import Refused, Unavailable
from practice.models.enums.practice import Role
from practice.text import fold
from practice.vault import access, attempts, device, header_file, recovery
from practice.vault.access import Login
from practice.vault.attempts import Failure
from practice.vault.confirmation import Confirmation
from practice.vault.device import DeviceStore
from practice.vault.header import Header, Parts, User
from practice.vault.keys import STANDARD, Kdf, WrongSecret
from practice.vault.roles import ADDABLE, DATABASES, GRANTS, Key, Keys
from practice.vault.settle import settle

if TYPE_CHECKING:
    from practice.vault.bundle import Bundle

NAME_TAKEN = (
    "Someone of this name signs in here already. Add a second name or a letter, so that the two "
    "can be told apart on the lock screen."
)


@dataclass(frozen=True)
class Unlocked:
    """Someone at work. `failures` are the failed tries before, for the audit trail."""

    user: User
    keys: Keys = field(repr=False)
    failures: tuple[Failure, ...] = ()

    def file_keys(self) -> dict[str, bytearray]:
        """The keys of the files this person may open, by the file's name in the store."""
        return {key.value: self.keys[key] for key in DATABASES if key in self.keys}

    def holds(self, key: Key) -> bool:
        """Whether this person's role opens what is under this key."""
        return key in self.keys

    def wipe(self) -> None:
        """Overwrite the keys in memory."""
        self.keys.wipe()


@dataclass(frozen=True)
class NewKit:
    """A recovery kit to be printed; it counts, and the old one no longer, once it is adopted."""

    code: str = field(repr=False)
    parts: Parts = field(repr=False)


class Vault:
    """The key file of one data folder, in memory and on disk."""

    def __init__(
        self, folder: Path, header: Header, store: DeviceStore | None, cost: Kdf = STANDARD
    ) -> None:
        self.folder = folder
        self.header = header
        self._store = store
        self._cost = cost

    @property
    def store(self) -> DeviceStore:
        """Where the device secret lies. Asks the system at first: NoKeychain, and not at once."""
        self._store = self._store or device.chosen_store(self.header.vault_id)
        return self._store

    @property
    def users(self) -> tuple[User, ...]:
        """Everyone who may unlock, in the order they were added."""
        return tuple(slot.user for slot in self.header.users)

    def unlock(self, user_id: str, passphrase: str) -> Unlocked:
        """Raises WrongSecret, TooSoon, DeviceMissing (ask for the recovery code), Unavailable.

        Write the failures it returns to the audit trail, then call `failures_noted`.
        """
        attempts.check(self.folder, user_id)
        login = Login(passphrase, self._device())
        try:
            keys = access.unlock(self.header, user_id, login)
        except WrongSecret:
            with contextlib.suppress(Unavailable):  # a full disk must not hide what was wrong
                attempts.record(self.folder, user_id)
            raise
        failed = attempts.failures(self.folder, user_id)
        return Unlocked(self.header.slot(user_id).user, keys, failed)

    def confirm(self, user_id: str, passphrase: str) -> Confirmation:
        """For signing: raises as `unlock` does unless it is this person's passphrase."""
        self.unlock(user_id, passphrase).wipe()
        return Confirmation(user_id)

    def failures_noted(self, user_id: str) -> None:
        """The failed tries stand in the audit trail and count no longer."""
        attempts.clear(self.folder, user_id)

    def change_passphrase(self, user_id: str, old: str, new: str) -> None:
        """Raises WrongSecret for the old one, Refused for a weak new one."""
        attempts.check(self.folder, user_id)
        login = Login(old, self._device())
        changed = access.change_passphrase(self.header, user_id, login, new, cost=self._cost)
        self._save(changed, secrets_changed=True)

    def add_person(self, unlocked: Unlocked, name: str, role: Role, passphrase: str) -> User:
        """Someone more who may unlock here, by an owner; slow. Afterwards `people.follow`.

        Raises Refused for a name that is taken, a weak passphrase, and for anybody without the
        admin key; ValueError for a role nobody is added in.
        """
        if role not in ADDABLE:
            raise ValueError(role)
        self._require_free_name(name)
        login = Login(passphrase, self._device())
        header, user = access.add_user(
            self.header, unlocked.keys, name, role, login, cost=self._cost
        )
        self._save(header, secrets_changed=True)
        return user

    def rename_person(self, unlocked: Unlocked, user_id: str, name: str) -> User:
        """Another name on the lock screen, by an owner. Afterwards `people.rename`.

        Raises Refused as `add_person` does.
        """
        self._require_free_name(name, but=user_id)
        self._save(access.rename(self.header, unlocked.keys, user_id, name))
        return self.header.slot(user_id).user

    def _require_free_name(self, name: str, *, but: str = "") -> None:
        taken = {fold(user.name) for user in self.users if user.id != but}
        if fold(name) in taken:
            raise Refused(NAME_TAKEN, field="name")

    def draft_kit(self, unlocked: Unlocked) -> NewKit:
        """A new recovery kit, by an owner. Print it, have two groups retyped, then adopt it."""
        keys = unlocked.keys.plus(Key.DEVICE, self._device())
        try:
            header, secret = access.new_kit(self.header, keys)
        finally:
            keys.wipe()
        return NewKit(recovery.to_text(secret), header.recovery)

    def adopt_kit(self, kit: NewKit) -> None:
        """From now on this kit opens the practice, and the one before no longer does."""
        self._save(replace(self.header, recovery=kit.parts), secrets_changed=True)

    def record_heads(self, heads: Mapping[str, str]) -> None:
        """Keep the ends of the audit chains in the key file, at lock; by name of the file."""
        if (changed := self._with_heads(heads)) != self.header:
            self._save(changed)

    def finish_beginning(self, heads: Mapping[str, str]) -> None:
        """The databases of a new practice are complete: no copy of the key file says otherwise."""
        self._save(self._with_heads(heads), secrets_changed=True)

    def back_up(self, place: Path, unlocked: Unlocked, heads: Mapping[str, str]) -> "Bundle":
        """See `backup.make`; `heads` are those of this moment."""
        from practice.vault import backup  # noqa: PLC0415

        return backup.make(self.folder, place, self._with_heads(heads), unlocked.keys)

    def _with_heads(self, heads: Mapping[str, str]) -> Header:
        now = {key: heads.get(key.value, old) for key, old in self.header.heads.items()}
        return replace(self.header, heads=now)

    def _device(self) -> bytes:
        return self.store.get(self.header.vault_id)

    def _save(self, header: Header, *, secrets_changed: bool = False) -> None:
        header_file.save(self.folder, header, secrets_changed=secrets_changed)
        self.header = header


@dataclass(frozen=True)
class Draft:
    """A practice that is being begun: nothing is written before `commit`."""

    code: str = field(repr=False)
    unlocked: Unlocked
    _device: bytes = field(repr=False)
    _header: Header
    _cost: Kdf

    @property
    def vault_id(self) -> str:
        """The practice's own number, in hexadecimal; its first letters stand on the kit."""
        return self._header.vault_id

    def commit(self, folder: Path, store: DeviceStore) -> Vault:
        """Put the device secret into its store, then write the key file. Make the databases next.

        Empty audit heads in the key file mean that the databases were never finished, so that an
        interrupted beginning can be told from a lost file. Raises Unavailable.
        """
        if header_file.exists(folder):
            raise Refused("There is a practice in this folder already. Nothing was changed.")
        store.put(self._header.vault_id, self._device)
        header_file.save(folder, self._header)
        return Vault(folder, self._header, store, self._cost)


def begin(name: str, passphrase: str, *, cost: Kdf = STANDARD) -> Draft:
    """A new practice with its owner, in memory. Refused for an empty name or a weak passphrase."""
    header, keys, secret = access.create()
    login = Login(passphrase, bytes(keys[Key.DEVICE]))
    header, owner = access.add_user(header, keys, name, Role.OWNER, login, cost=cost)
    unlocked = Unlocked(owner, keys.only(GRANTS[owner.role]))
    keys.wipe()
    return Draft(recovery.to_text(secret), unlocked, bytes(login.device), header, cost)


def is_begun(folder: Path) -> bool:
    """Whether there is a practice to open; finishes a restore that was interrupted."""
    settle(folder)
    return header_file.exists(folder)


def open_vault(folder: Path, store: DeviceStore | None = None) -> Vault:
    """The practice in this folder; `store` is the demo's own, else found by `device.chosen_store`.

    Raises DamagedVault, NewerVault, Unavailable; the folder is left unchanged.
    """
    settle(folder)
    return Vault(folder, header_file.load(folder), store)


def recover(
    folder: Path, code: str, new_passphrase: str, store: DeviceStore, *, cost: Kdf = STANDARD
) -> Vault:
    """On a new computer or with a lost keyring: the device secret returns, the owner starts afresh.

    The first owner gets the new passphrase; everyone else keeps theirs. Raises Mistyped or
    WrongSecret for the code, Refused for a weak passphrase; then nothing was changed.
    """
    header = header_file.load(folder)
    keys = access.unlock_with_code(header, recovery.from_text(code))
    try:
        secret = bytes(keys[Key.DEVICE])
        owner = next(slot.user for slot in header.users if slot.user.role is Role.OWNER)
        login = Login(new_passphrase, secret)
        changed = access.set_passphrase(header, keys, owner.id, login, cost=cost)
        store.put(header.vault_id, secret)
        header_file.save(folder, changed, secrets_changed=True)
        with contextlib.suppress(Unavailable):
            attempts.clear(folder, owner.id)
    finally:
        keys.wipe()
    return Vault(folder, changed, store, cost)


def open_bundle(bundle: "Bundle", user_id: str, passphrase: str, store: DeviceStore) -> Keys:
    """The keys of a backup by a passphrase of its time. Raises WrongSecret, DeviceMissing."""
    from practice.vault.bundle import header_of  # noqa: PLC0415

    header = header_of(bundle)
    return access.unlock(header, user_id, Login(passphrase, store.get(header.vault_id)))


def open_bundle_with_code(bundle: "Bundle", code: str) -> Keys:
    """The keys of a backup by the recovery code of its time. Raises Mistyped, WrongSecret."""
    from practice.vault.bundle import header_of  # noqa: PLC0415

    return access.unlock_with_code(header_of(bundle), recovery.from_text(code))
