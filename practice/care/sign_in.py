"""From the right passphrase to a practice at work, and back to files at rest."""

import contextlib
from collections.abc import Iterator

from peewee import DatabaseError
from sqlcipher3 import dbapi2 as sqlcipher

from practice.care import signing, upgrade
from practice.desk import people, planning
from practice.errors import Unavailable
from practice.models import audit, store
from practice.models.base import OFFICE
from practice.models.keyed import DiskTrouble, NewerSchema, NotOurs, OpenError, WrongKey
from practice.vault.lineage import require_known_ends
from practice.vault.vault import Unlocked, Vault

_RESTORE = "Nothing was changed. Restore a backup to continue; the folder as it is is kept aside."
_WORDS: dict[type[OpenError], str] = {
    WrongKey: f"A file of this practice is damaged, or belongs to another practice. {_RESTORE}",
    DiskTrouble: audit.FULL_OR_BROKEN,
    NotOurs: f"A file of this practice is empty or was replaced by something else. {_RESTORE}",
    NewerSchema: (
        "This practice was last opened by a newer version of the program, which this one does not "
        "understand. Nothing was changed. Install the newest version and open it with that."
    ),
}
MISSING = f"A file of this practice is missing from its folder. {_RESTORE}"


def sign_in(vault: Vault, unlocked: Unlocked, events: tuple[str, ...] = ()) -> None:
    """Open the files for this person, write down who came, and put right what a crash left.

    `events` are further entries of the audit trail, such as a restored backup. Raises Unavailable
    in words for a damaged, replaced, missing or newer file and for a disk that does not take it;
    then everything is closed, unchanged. Older files are brought up to date first, which takes
    long: `needs_update` and `update` do that beforehand, off the window's thread.
    """
    update(vault, unlocked)
    with _open_words():
        require_known_ends(vault.folder, vault.header, unlocked.keys)
        store.open_files(vault.folder, unlocked.file_keys(), unlocked.user.id)
        try:
            _write_down(vault, unlocked, events)
            people.follow(vault.users)
            planning.extend()
            if store.has_clinical():
                signing.reconcile()
        except BaseException:
            store.close()
            raise


def needs_update(vault: Vault, unlocked: Unlocked) -> bool:
    """Whether this person's files are of an older version; those that can't be opened are not."""
    with contextlib.suppress(Unavailable), _open_words():
        return upgrade.is_needed(vault, unlocked)
    return False


def update(vault: Vault, unlocked: Unlocked) -> None:
    """Back up files of an older version and bring them up to date, on whatever thread.

    Raises Unavailable in words; then they are as they were.
    """
    with _open_words():
        upgrade.bring_up_to_date(vault, unlocked)


def sign_out(vault: Vault) -> dict[str, str]:
    """Lay the files to rest and keep the ends of their audit trails, which it returns.

    Closes them even where the disk fails; then raises Unavailable.
    """
    try:
        audit.note_event(OFFICE, "Lock")
        heads = store.heads()
        store.rest()
    except DatabaseError:
        raise Unavailable(audit.FULL_OR_BROKEN) from None
    finally:
        store.close()
    vault.record_heads(heads)
    return heads


def sign_out_quietly(vault: Vault) -> None:
    """When the system ends the program: nobody is left to read why something failed."""
    with contextlib.suppress(Unavailable):
        sign_out(vault)


@contextlib.contextmanager
def _open_words() -> Iterator[None]:
    try:
        yield
    except OpenError as error:
        raise Unavailable(_WORDS[type(error)]) from None
    except (sqlcipher.DatabaseError, DatabaseError) as error:
        raise audit.in_words(error) from None
    except FileNotFoundError:
        raise Unavailable(MISSING) from None


def _write_down(vault: Vault, unlocked: Unlocked, events: tuple[str, ...]) -> None:
    if unlocked.failures:
        when = "; ".join(f"{failure.at:%Y-%m-%d %H:%M:%S} UTC" for failure in unlocked.failures)
        audit.note_event(OFFICE, "Wrong passphrase", reason=when)
    audit.note_event(OFFICE, "Sign in")
    for event in events:
        audit.note_event(OFFICE, event)
    with contextlib.suppress(Unavailable):  # they are written down; told twice at worst
        vault.failures_noted(unlocked.user.id)
