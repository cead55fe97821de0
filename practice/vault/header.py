"""The form of vault.json: who may open the practice, and each person's keys, sealed.

Each slot holds three sealed parts. `unlock` holds the slot's own random key, under passphrase and
device; a new passphrase rewrites only this one. `grant` holds the keys of the role, under the
slot's own key. `rescue` holds the slot's own key again, under the owner's admin key. Every part is
bound to the vault, the slot and its role: none can be edited, exchanged or put back elsewhere.
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from practice.errors import Refused, Unavailable
from practice.models.enums.practice import Role
from practice.vault.keys import Kdf, Sealed
from practice.vault.roles import DATABASES, Key

FORMAT = "practice-vault"
VERSION = 1


class NewerVault(Unavailable):
    """Written by a newer version of the program. Nothing was changed."""


class DamagedVault(Unavailable):
    """vault.json is missing or unreadable. `previous_usable`: vault.json.bak may take its place."""

    def __init__(self, message: str, *, previous_usable: bool = False) -> None:
        super().__init__(message)
        self.previous_usable = previous_usable


@dataclass(frozen=True)
class User:
    """Someone who may unlock."""

    id: str
    name: str
    role: Role


@dataclass(frozen=True)
class Parts:
    """Sealed: one's own key under the secret, the role's keys under it, and it for an owner."""

    unlock: Sealed
    grant: Sealed
    rescue: Sealed


@dataclass(frozen=True)
class UserSlot:
    """One person in the key file; `cost` and `salt` stretch their passphrase."""

    user: User
    cost: Kdf
    salt: bytes
    parts: Parts


@dataclass(frozen=True)
class Header:
    """`heads` are the ends of both audit chains as they stood at the last lock, "" before that."""

    vault_id: str
    recovery: Parts
    users: tuple[UserSlot, ...] = ()
    heads: Mapping[Key, str] = field(default_factory=lambda: dict.fromkeys(DATABASES, ""))

    def slot(self, user_id: str) -> UserSlot:
        """The slot of this person; Refused if there is none."""
        for slot in self.users:
            if slot.user.id == user_id:
                return slot
        raise Refused("This person can no longer open this practice. Ask its owner.")

    def with_slot(self, slot: UserSlot) -> "Header":
        """The header with this slot added or, where the person has one, in its place."""
        users = {old.user.id: old for old in self.users} | {slot.user.id: slot}
        return replace(self, users=tuple(users.values()))


def to_json(header: Header) -> bytes:
    """The file's content, the same for the same header."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "vault_id": header.vault_id,
        "heads": {key.value: head for key, head in header.heads.items()},
        "recovery": _parts_out(header.recovery),
        "users": [_slot_out(slot) for slot in header.users],
    }
    return json.dumps(content, indent=1).encode() + b"\n"


def from_json(content: bytes) -> Header:
    """Raises NewerVault before anything but the version is looked at, else DamagedVault."""
    try:
        found = json.loads(content)
        if found["format"] != FORMAT or type(found["version"]) is not int or found["version"] < 1:
            raise ValueError("not a vault file")
        if found["version"] > VERSION:
            raise NewerVault(
                "This practice was last used with a newer version of the program, which this one "
                "does not understand. Nothing was changed. Install the newest version and open it "
                "with that."
            )
        return _header_in(found)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise DamagedVault(
            "The key file of this practice (vault.json) is damaged. Nothing was changed."
        ) from None


def _header_in(found: dict[str, Any]) -> Header:
    if len(bytes.fromhex(found["vault_id"])) != 16:
        raise ValueError("vault_id")
    return Header(
        vault_id=found["vault_id"],
        recovery=_parts_in(found["recovery"]),
        users=tuple(_slot_in(slot) for slot in found["users"]),
        heads={key: _text(found["heads"][key.value]) for key in DATABASES},
    )


def _slot_out(slot: UserSlot) -> dict[str, Any]:
    return {
        "id": slot.user.id,
        "name": slot.user.name,
        "role": slot.user.role.value,
        "kdf": {"algorithm": "argon2id", **asdict(slot.cost), "salt": _base64(slot.salt)},
        **_parts_out(slot.parts),
    }


def _slot_in(found: dict[str, Any]) -> UserSlot:
    cost = dict(found["kdf"])
    salt = _bytes(cost.pop("salt"))
    if cost.pop("algorithm") != "argon2id":
        raise ValueError("kdf")
    user = User(_text(found["id"]), _text(found["name"]), Role(found["role"]))
    return UserSlot(user, Kdf(**cost), salt, _parts_in(found))


def _parts_out(parts: Parts) -> dict[str, Any]:
    return {
        name: {key: _base64(value) for key, value in sealed.items()}
        for name, sealed in asdict(parts).items()
    }


def _parts_in(found: dict[str, Any]) -> Parts:
    return Parts(
        *(
            Sealed(_bytes(found[name]["nonce"]), _bytes(found[name]["content"]))
            for name in ("unlock", "grant", "rescue")
        )
    )


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value
