"""Loading and saving vault.json so that neither a crash nor damage locks anyone out silently."""

from pathlib import Path

from practice import clock
from practice.vault.files import plain_words, write_whole
from practice.vault.folder import HEADER, PREVIOUS_HEADER
from practice.vault.header import DamagedVault, Header, from_json, to_json
from practice.vault.roles import DATABASES

_LARGEST = 1 << 20


def exists(folder: Path) -> bool:
    """Whether a practice was ever begun here; False means that a new one may be."""
    return any((folder / name).exists() for name in (HEADER, PREVIOUS_HEADER, *DATABASES.values()))


def load(folder: Path) -> Header:
    """The header as it is on disk.

    Raises NewerVault, and DamagedVault saying whether the previous one could be used instead; it is
    never used unasked, since it may know an old passphrase.
    """
    try:
        return _read(folder / HEADER)
    except DamagedVault as damage:
        usable = _usable(folder / PREVIOUS_HEADER)
        way_out = (
            "The copy kept beside it is whole and can be used instead; "
            "a passphrase changed at the last save is then the one before."
            if usable
            else "Restore a backup to continue; the damaged folder is kept aside."
        )
        raise DamagedVault(f"{damage.message} {way_out}", previous_usable=usable) from None


def save(folder: Path, header: Header, *, secrets_changed: bool = False) -> None:
    """Replace vault.json; the one before stays as vault.json.bak.

    With `secrets_changed` the copy is renewed too, so that an old passphrase or recovery kit opens
    neither. Refuses to replace a newer version's file. Raises Unavailable when it can't be saved;
    the file is then the old one or the new one, whole.
    """
    current, previous = folder / HEADER, folder / PREVIOUS_HEADER
    content = to_json(header)
    with plain_words("The key file (vault.json) could not be saved"):
        if _usable(current):
            write_whole(previous, current.read_bytes())
        write_whole(current, content)
        if secrets_changed:
            write_whole(previous, content)


def use_previous(folder: Path) -> Header:
    """Put vault.json.bak in the place of a damaged vault.json, which is kept under another name."""
    header = _read(folder / PREVIOUS_HEADER)
    current = folder / HEADER
    with plain_words("The key file (vault.json) could not be replaced"):
        if current.exists():
            write_whole(
                folder / f"{HEADER}.damaged-{clock.now():%Y%m%d-%H%M%S}", current.read_bytes()
            )
        write_whole(current, to_json(header))
    return header


def _read(path: Path) -> Header:
    with plain_words("The key file (vault.json) can't be read"):
        try:
            with path.open("rb") as file:
                return from_json(file.read(_LARGEST))
        except FileNotFoundError:
            raise DamagedVault("The key file of this practice (vault.json) is missing.") from None


def _usable(path: Path) -> bool:
    """NewerVault goes through: such a file is never overwritten."""
    try:
        _read(path)
    except DamagedVault:
        return False
    return True
