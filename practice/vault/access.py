"""Opening and changing slots of the header. Pure: takes a header, returns keys or another header.

A passphrase alone opens nothing: the device secret of this computer goes into the same derivation.
The recovery code opens everything alone, the device secret included.
"""

import json
import secrets
from dataclasses import dataclass, field, replace

from practice.errors import Refused
from practice.models.enums.practice import Role
from practice.vault import passphrase as rule
from practice.vault.header import VERSION, Header, Parts, User, UserSlot
from practice.vault.keys import (
    STANDARD,
    Kdf,
    Sealed,
    WrongSecret,
    derive,
    random_key,
    random_salt,
    seal,
    stretch,
    unseal,
)
from practice.vault.roles import GRANTS, Key, Keys


@dataclass(frozen=True)
class Login:
    """What opens a slot: a passphrase together with this computer's device secret."""

    passphrase: str = field(repr=False)
    device: bytes | bytearray = field(repr=False)


def create() -> tuple[Header, Keys, bytes]:
    """A new vault without users, all its keys (the device secret too), and its recovery secret."""
    keys = Keys.of({key: random_key() for key in Key})
    vault_id = secrets.token_hex(16)
    secret = random_key()
    return Header(vault_id, _recovery_parts(vault_id, keys, secret)), keys, secret


def new_kit(header: Header, keys: Keys) -> tuple[Header, bytes]:
    """A new recovery secret; the old kit no longer opens this header. Needs every key."""
    secret = random_key()
    return replace(header, recovery=_recovery_parts(header.vault_id, keys, secret)), secret


def add_user(
    header: Header, keys: Keys, name: str, role: Role, login: Login, *, cost: Kdf = STANDARD
) -> tuple[Header, User]:
    """Needs the admin key and the keys of the role. Refused for a weak passphrase."""
    name = _given(name)
    rule.check_new(login.passphrase, name=name)
    user = User(secrets.token_hex(16), name, role)
    own = random_key()
    salt, unlock = _lock(header, user, own, login, cost)
    parts = Parts(unlock, *_grant(header, user, own, keys))
    return header.with_slot(UserSlot(user, cost, salt, parts)), user


def unlock(header: Header, user_id: str, login: Login) -> Keys:
    """The keys of this person's role. Raises WrongSecret. Slow on purpose."""
    slot = header.slot(user_id)
    own = _own_key(header, slot, login)
    return _unpack(unseal(own, slot.parts.grant, _bound(header, slot.user, "grant")))


def unlock_with_code(header: Header, secret: bytes) -> Keys:
    """Every key there is. Raises WrongSecret when the code is of another or an older kit."""
    try:
        own = unseal(
            _recovery_key(header.vault_id, secret),
            header.recovery.unlock,
            _recovery_bound(header.vault_id, "unlock"),
        )
        content = unseal(own, header.recovery.grant, _recovery_bound(header.vault_id, "grant"))
    except WrongSecret:
        raise WrongSecret(
            "This recovery code does not open this practice. It may belong to another practice, or "
            "a newer kit may have been printed since.",
            field="code",
        ) from None
    return _unpack(content)


def change_passphrase(
    header: Header, user_id: str, login: Login, new: str, *, cost: Kdf = STANDARD
) -> Header:
    """By the person alone. Raises WrongSecret for the old one, Refused for a weak new."""
    slot = header.slot(user_id)
    rule.check_new(new, name=slot.user.name)
    own = _own_key(header, slot, login)
    return _with_login(header, slot, own, Login(new, login.device), cost)


def set_passphrase(
    header: Header, keys: Keys, user_id: str, login: Login, *, cost: Kdf = STANDARD
) -> Header:
    """By an owner for someone who forgot, or after recovery; needs the admin key, no passphrase."""
    slot = header.slot(user_id)
    rule.check_new(login.passphrase, name=slot.user.name)
    return _with_login(header, slot, _rescued(header, slot, keys), login, cost)


def rename(header: Header, keys: Keys, user_id: str, name: str) -> Header:
    """The name on the unlock screen; needs the admin key, no passphrase."""
    slot = header.slot(user_id)
    own = _rescued(header, slot, keys)
    user = replace(slot.user, name=_given(name))
    parts = Parts(slot.parts.unlock, *_grant(header, user, own, keys))
    return header.with_slot(replace(slot, user=user, parts=parts))


def _given(name: str) -> str:
    if not name.strip():
        raise Refused("Please enter a name.", field="name")
    return name.strip()


def _own_key(header: Header, slot: UserSlot, login: Login) -> bytes:
    key = _login_key(header, slot.user, slot.salt, login, slot.cost)
    bound = _unlock_bound(header, slot.user, slot.salt, slot.cost)
    return unseal(key, slot.parts.unlock, bound)


def _rescued(header: Header, slot: UserSlot, keys: Keys) -> bytes:
    return unseal(keys[Key.ADMIN], slot.parts.rescue, _bound(header, slot.user, "rescue"))


def _with_login(header: Header, slot: UserSlot, own: bytes, login: Login, cost: Kdf) -> Header:
    salt, unlock = _lock(header, slot.user, own, login, cost)
    parts = replace(slot.parts, unlock=unlock)
    return header.with_slot(replace(slot, cost=cost, salt=salt, parts=parts))


def _lock(header: Header, user: User, own: bytes, login: Login, cost: Kdf) -> tuple[bytes, Sealed]:
    salt = random_salt()
    key = _login_key(header, user, salt, login, cost)
    return salt, seal(key, own, _unlock_bound(header, user, salt, cost))


def _login_key(header: Header, user: User, salt: bytes, login: Login, cost: Kdf) -> bytes:
    secret = stretch(login.passphrase, salt, cost) + login.device
    return derive(secret, header.vault_id, f"user {user.id}")


def _grant(header: Header, user: User, own: bytes, keys: Keys) -> tuple[Sealed, Sealed]:
    granted = keys.only(GRANTS[user.role])
    return (
        seal(own, _pack(granted), _bound(header, user, "grant")),
        seal(keys[Key.ADMIN], own, _bound(header, user, "rescue")),
    )


def _recovery_parts(vault_id: str, keys: Keys, secret: bytes) -> Parts:
    own = random_key()
    everything = keys.only(frozenset(Key))
    return Parts(
        seal(_recovery_key(vault_id, secret), own, _recovery_bound(vault_id, "unlock")),
        seal(own, _pack(everything), _recovery_bound(vault_id, "grant")),
        seal(keys[Key.ADMIN], own, _recovery_bound(vault_id, "rescue")),
    )


def _recovery_key(vault_id: str, secret: bytes) -> bytes:
    return derive(secret, vault_id, "recovery")


def _recovery_bound(vault_id: str, part: str) -> list[object]:
    return [VERSION, vault_id, "recovery", part]


def _bound(header: Header, user: User, part: str) -> list[object]:
    return [VERSION, header.vault_id, "user", part, user.id, user.role.value, user.name]


def _unlock_bound(header: Header, user: User, salt: bytes, cost: Kdf) -> list[object]:
    """Without the name, so that a name can be corrected without anyone's passphrase."""
    stretching = [cost.memory_kib, cost.passes, cost.lanes, salt.hex()]
    return [VERSION, header.vault_id, "user", "unlock", user.id, user.role.value, *stretching]


def _pack(keys: Keys) -> bytes:
    return json.dumps({key.value: keys[key].hex() for key in keys}).encode()


def _unpack(content: bytes) -> Keys:
    return Keys.of({Key(name): bytes.fromhex(text) for name, text in json.loads(content).items()})
