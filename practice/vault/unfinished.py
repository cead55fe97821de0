"""A first run that was cut short: recognised, set aside, begun anew."""

from pathlib import Path

from practice import clock
from practice.vault.files import PRIVATE_FOLDER, plain_words
from practice.vault.folder import HEADER
from practice.vault.header import Header
from practice.vault.roles import DATABASES


def is_unfinished(header: Header) -> bool:
    """No end of an audit chain was ever kept, so nobody has worked with these files."""
    return not any(header.heads.values())


def set_aside(folder: Path) -> Path:
    """Move the files of a practice that was never finished into a folder beside; returns it.

    Raises Unavailable.
    """
    aside = folder.with_name(f"{folder.name}-unfinished-{clock.now():%Y%m%d-%H%M%S-%f}")
    names = (HEADER, *DATABASES.values())
    files = [file for name in names for file in sorted(folder.glob(f"{name}*"))]
    with plain_words("The unfinished practice could not be set aside"):
        aside.mkdir(mode=PRIVATE_FOLDER)
        for file in files:
            file.rename(aside / file.name)
    return aside
