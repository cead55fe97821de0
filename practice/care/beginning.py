"""A new practice's first records: the files, the practice itself, and its owner."""

from practice.desk.practice import PracticeDetails, UserDetails, save_practice, save_user
from practice.models import store
from practice.vault.vault import Unlocked, Vault


def create(vault: Vault, unlocked: Unlocked, practice: PracticeDetails, owner: UserDetails) -> None:
    """Make both files and leave them at rest.

    The ends of the audit trails are written into the key file last: until then the practice counts
    as unfinished, and a start after a crash begins anew. Raises Unavailable.
    """
    try:
        store.create(vault.folder, unlocked.file_keys(), unlocked.user.id)
        save_practice(practice)
        save_user(unlocked.user.id, owner)
        heads = store.heads()
        store.rest()
    finally:
        store.close()
    vault.finish_beginning(heads)
