"""What the program was started on, and what lies there."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from practice.vault import device, unfinished
from practice.vault import vault as vaults
from practice.vault.device import DeviceStore
from practice.vault.folder import prepare
from practice.vault.instance import InstanceLock
from practice.vault.keys import STANDARD, Kdf
from practice.vault.vault import Vault


class Found(Enum):
    """What a data folder holds."""

    NOTHING = "nothing"
    UNFINISHED = "unfinished"
    PRACTICE = "practice"


@dataclass(frozen=True)
class Start:
    """`cost` is what stretching a new passphrase takes; tests make it cheap."""

    folder: Path
    demo: bool = False
    cost: Kdf = STANDARD

    @property
    def store(self) -> DeviceStore | None:
        """The demo's own device store; None means the system's, found when it is needed."""
        return device.demo_file(self.folder) if self.demo else None

    def look(self) -> tuple[Found, Vault | None]:
        """Raises DamagedVault, NewerVault, Unavailable; changes nothing but a cut-short restore."""
        if not vaults.is_begun(self.folder):
            return Found.NOTHING, None
        vault = vaults.open_vault(self.folder, self.store)
        if unfinished.is_unfinished(vault.header):
            return Found.UNFINISHED, None
        return Found.PRACTICE, vault


class Hold:
    """The program's lock on the data folder, let go only while a backup takes its place."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock: InstanceLock | None = None

    def take(self) -> None:
        """Raises AlreadyOpen, Unavailable."""
        prepare(self._folder)
        self._lock = InstanceLock(self._folder)

    def let_go(self) -> None:
        """May be called twice."""
        if self._lock:
            self._lock.release()
            self._lock = None
