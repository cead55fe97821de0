"""Restoring as a person asks for it: opened by what they typed, then put where the records are."""

import contextlib
from pathlib import Path

from practice.models.enums.practice import Role
from practice.vault import vault as vaults
from practice.vault.bundle import Bundle, header_of
from practice.vault.device import DeviceStore, chosen_store
from practice.vault.folder import LOCK
from practice.vault.recovery import GROUPS
from practice.vault.restore import restore
from practice.vault.roles import Keys


def looks_like_a_code(typed: str) -> bool:
    """Thirteen groups, however they are set apart, or all 65 letters in one."""
    groups = typed.replace("-", " ").split()
    return len(groups) == GROUPS or (len(groups) == 1 and len(groups[0]) == 5 * GROUPS)


def open_keys(
    bundle: Bundle, typed: str, *, person: str = "", store: DeviceStore | None = None
) -> Keys:
    """The backup's keys by its recovery code, or by a passphrase of its time.

    `person` is a user's id, the first owner if not given. Raises Mistyped, WrongSecret,
    DeviceMissing on a computer that never held this practice, NoKeychain, DamagedVault.
    """
    if looks_like_a_code(typed):
        return vaults.open_bundle_with_code(bundle, typed)
    users = [slot.user for slot in header_of(bundle).users]
    owner = next(user.id for user in users if user.role is Role.OWNER)
    store = store or chosen_store(bundle.manifest.vault_id)
    return vaults.open_bundle(bundle, person or owner, typed, store)


def put_in_place(bundle: Bundle, folder: Path, keys: Keys) -> Path | None:
    """As `restore`, wiping the keys; a folder in which nothing was begun is not kept aside."""
    try:
        if not vaults.is_begun(folder):
            (folder / LOCK).unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                folder.rmdir()
        return restore(bundle, folder, keys)
    finally:
        keys.wipe()
