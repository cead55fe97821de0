"""A person who just proved who they are."""

from dataclasses import dataclass

from practice.errors import Refused


@dataclass(frozen=True)
class Confirmation:
    """Made by `Vault.confirm` alone, once the passphrase was right; signing asks for it."""

    user_id: str

    def require(self, actor: str) -> None:
        """Raise Refused unless it is the person at work who confirmed: nobody signs for others."""
        if self.user_id != actor:
            raise Refused("Only the person who is signed in can sign.")
