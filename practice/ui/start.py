"""What the program was started on. Light, since it is loaded before the window is shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from practice.vault import device
from practice.vault.device import DeviceStore
from practice.vault.folder import prepare
from practice.vault.instance import InstanceLock

if TYPE_CHECKING:
    from practice.vault.keys import Kdf


@dataclass(frozen=True)
class Start:
    """`cost` is what stretching a new passphrase takes: the standard, unless a test says less."""

    folder: Path
    demo: bool = False
    cost: Kdf | None = None

    @property
    def store(self) -> DeviceStore | None:
        """The demo's own device store; None means the system's, found when it is needed."""
        return device.demo_file(self.folder) if self.demo else None


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
