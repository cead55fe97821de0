"""What lies in a data folder."""

from enum import Enum

from practice.ui.start import Start
from practice.vault import unfinished
from practice.vault import vault as vaults
from practice.vault.vault import Vault


class Found(Enum):
    """What a data folder holds."""

    NOTHING = "nothing"
    UNFINISHED = "unfinished"
    PRACTICE = "practice"


def look(start: Start) -> tuple[Found, Vault | None]:
    """Raises DamagedVault, NewerVault, Unavailable; changes nothing but a cut-short restore."""
    if not vaults.is_begun(start.folder):
        return Found.NOTHING, None
    vault = vaults.open_vault(start.folder, start.store)
    if unfinished.is_unfinished(vault.header):
        return Found.UNFINISHED, None
    return Found.PRACTICE, vault
