"""The cryptography: stretching a passphrase, deriving keys, sealing and opening.

Argon2id at RFC 9106's second recommendation (64 MiB, 3 passes, 4 lanes), HKDF-SHA256, AES-256-GCM
with a random 96-bit nonce per seal. Stretching takes about 0.3 s: call it from a worker thread.
The library is loaded at the first use, since the lock screen stands before it.
"""

import json
import secrets
from dataclasses import dataclass

from practice.errors import Refused
from practice.vault.passphrase import normalised

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12


class WrongSecret(Refused):
    """Wrong passphrase, code or device, or a changed slot: the cipher can't tell them apart."""


@dataclass(frozen=True)
class Kdf:
    """The cost of one try at a passphrase; ValueError outside hard limits.

    The floor is OWASP's minimum for Argon2id, so that nobody weakens a key file by editing it; the
    ceiling keeps an edited one from taking all memory.
    """

    memory_kib: int = 65536
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        limits = ((self.memory_kib, 19456, 1048576), (self.passes, 2, 10), (self.lanes, 1, 16))
        if any(type(value) is not int or not low <= value <= high for value, low, high in limits):
            raise ValueError("key stretching outside its limits")


STANDARD = Kdf()
QUICKEST = Kdf(memory_kib=19456, passes=2, lanes=1)
"""The lowest cost accepted; for tests and the demo, whose passphrase is shown anyway."""


@dataclass(frozen=True)
class Sealed:
    """Something encrypted and authenticated."""

    nonce: bytes
    content: bytes


def random_key() -> bytes:
    """32 bytes from the system's random source."""
    return secrets.token_bytes(KEY_BYTES)


def random_salt() -> bytes:
    """16 bytes from the system's random source."""
    return secrets.token_bytes(SALT_BYTES)


def stretch(passphrase: str, salt: bytes, cost: Kdf) -> bytes:
    """32 bytes from a passphrase; the same for every way of typing the same letters."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415

    derivation = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return derivation.derive(normalised(passphrase))


def derive(secret: bytes, vault_id: str, purpose: str) -> bytes:
    """A key for one purpose in one vault from a secret of full strength."""
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    salt = bytes.fromhex(vault_id)
    return HKDF(hashes.SHA256(), KEY_BYTES, salt, f"v1 {purpose}".encode()).derive(secret)


def seal(key: bytes | bytearray, content: bytes, bound_to: object) -> Sealed:
    """Encrypt so that it opens only with the same key and the same `bound_to` (JSON values)."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    nonce = secrets.token_bytes(NONCE_BYTES)
    return Sealed(nonce, AESGCM(key).encrypt(nonce, content, canonical(bound_to)))


def unseal(key: bytes | bytearray, sealed: Sealed, bound_to: object) -> bytes:
    """The content; WrongSecret if the key, the content or anything it is bound to differs."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    try:
        return AESGCM(key).decrypt(sealed.nonce, sealed.content, canonical(bound_to))
    except (InvalidTag, ValueError):
        raise WrongSecret(
            "That passphrase does not open this practice. Check Caps Lock and the keyboard "
            "language, then try again.",
            field="passphrase",
        ) from None


def canonical(values: object) -> bytes:
    """The same bytes for the same values, whatever the order they were put in."""
    return json.dumps(values, sort_keys=True, separators=(",", ":")).encode()
