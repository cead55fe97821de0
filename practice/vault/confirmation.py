"""A person who just proved who they are."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Confirmation:
    """Made by `Vault.confirm` alone, once the passphrase was right; signing asks for it."""

    user_id: str
