"""The demo practice, made when it is first asked for; the generator is loaded only then."""

from pathlib import Path

from practice import clock
from practice.errors import Refused
from practice.vault.files import plain_words
from practice.vault.folder import ATTEMPTS, DEVICE_KEY, HEADER
from practice.vault.roles import DATABASES

BANNER = "Demo practice. Everything in it is made up; do not enter real people here."


def make(folder: Path) -> None:
    """Make it in this folder, as of today here."""
    from practice.demo.make import make_demo  # noqa: PLC0415  # seldom, and large
    from practice.ui.zones import system_zone  # noqa: PLC0415

    zone = system_zone()
    make_demo(folder, clock.today(zone), zone=zone)


def make_anew(folder: Path) -> None:
    """Throw the demo away and make it as of today. Refused for a folder that is no demo's."""
    if not (folder / DEVICE_KEY).exists():
        raise Refused("This is not the demo practice. Nothing was changed.")
    names = (HEADER, DEVICE_KEY, ATTEMPTS, *DATABASES.values())
    with plain_words("The demo could not be made anew"):
        for file in {file for name in names for file in folder.glob(f"{name}*")}:
            file.unlink()
    make(folder)


def passphrase() -> str:
    """The one everybody knows, as the lock screen shows it."""
    from practice.demo.make import PASSPHRASE  # noqa: PLC0415  # seldom, and large

    return PASSPHRASE
