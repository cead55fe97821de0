"""The demo practice, made when it is first asked for; the generator is loaded only then."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from practice import clock
from practice.errors import Refused
from practice.ui.zones import system_zone
from practice.vault.files import plain_words
from practice.vault.folder import ATTEMPTS, DEVICE_KEY, HEADER
from practice.vault.roles import DATABASES

_MAKER = "practice.demo.make"
NOT_HERE = "This copy of the program comes without the demo practice. Start with an empty one."
BANNER = "Demo practice. Everything in it is made up; do not enter real people here."


def make(folder: Path) -> None:
    """Make it in this folder, as of today here. Refused where the program comes without it."""
    maker: Callable[..., object] = _part("make_demo")
    zone = system_zone()
    maker(folder, clock.today(zone), zone=zone)


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
    """The one everybody knows, as the lock screen shows it. Refused as `make`."""
    shown: str = _part("PASSPHRASE")
    return shown


def is_there() -> bool:
    """Whether this copy of the program can make a demo practice."""
    return find_spec(_MAKER) is not None


def _part(name: str):  # type: ignore[no-untyped-def]  # of a module that may not be there
    if not is_there():
        raise Refused(NOT_HERE)
    return getattr(import_module(_MAKER), name)
