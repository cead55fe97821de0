"""Small real vaults for the tests: real key file, real SQLCipher files, the quickest stretching."""

import base64
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from practice.models.keyed import KeyedDatabase
from practice.vault import vault as vaults
from practice.vault.databases import connection
from practice.vault.device import DeviceMissing, Protection
from practice.vault.keys import QUICKEST
from practice.vault.roles import DATABASES
from practice.vault.vault import Draft, Unlocked, Vault

PASSPHRASE = "tundra quilt ember lantern"
OTHER = "meadow cobalt ferry almond"


@dataclass
class MemoryStore:
    """A device store that forgets when the test ends."""

    protection: Protection = Protection.KEYCHAIN
    held: dict[str, str] = field(default_factory=dict)

    def get(self, vault_id: str) -> bytes:
        if vault_id not in self.held:
            raise DeviceMissing("nothing here")
        return base64.b64decode(self.held[vault_id])

    def put(self, vault_id: str, secret: bytes) -> None:
        self.held[vault_id] = base64.b64encode(secret).decode()


@dataclass(frozen=True)
class Built:
    vault: Vault
    unlocked: Unlocked
    code: str
    store: MemoryStore

    @property
    def folder(self) -> Path:
        return self.vault.folder

    @property
    def hex_keys(self) -> tuple[str, str]:
        office, clinical = self.unlocked.file_keys().values()
        return office.hex(), clinical.hex()


def draft() -> Draft:
    return vaults.begin("Dr Ada Okafor", PASSPHRASE, cost=QUICKEST)


def build(folder: Path) -> Built:
    """A vault with its owner and two small databases at rest."""
    folder.mkdir(mode=0o700, parents=True)
    begun, store = draft(), MemoryStore()
    vault = begun.commit(folder, store)
    for key, name in DATABASES.items():
        file = KeyedDatabase(7, 1)
        file.use(folder / name, begun.unlocked.keys[key], create=True)
        file.connect()
        file.execute_sql("CREATE TABLE note (words TEXT)")
        file.execute_sql("INSERT INTO note VALUES ('first')")
        file.execute_sql("PRAGMA user_version=1")
        file.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        file.execute_sql("PRAGMA journal_mode=DELETE")
        file.close()
        file.forget()
    return Built(vault, begun.unlocked, begun.code, store)


def write_note(path: Path, key: bytearray, words: str) -> None:
    with connection(path, key, write=True) as opened:
        opened.execute("INSERT INTO note VALUES (?)", (words,))


def notes(path: Path, key: bytearray) -> list[str]:
    with connection(path, key) as opened, closing(opened.cursor()) as cursor:
        return [row[0] for row in cursor.execute("SELECT words FROM note").fetchall()]
