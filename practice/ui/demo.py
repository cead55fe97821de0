"""The demo practice, made when it is first asked for; the generator is loaded only then."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from practice import clock
from practice.errors import Refused

_MAKER = "practice.demo.make"
NOT_HERE = "This copy of the program comes without the demo practice. Start with an empty one."
BANNER = "Demo practice. Everything in it is made up; do not enter real people here."


def make(folder: Path) -> None:
    """Make it in this folder, as of today here. Refused where the program comes without it."""
    maker: Callable[..., object] = _part("make_demo")
    from practice.ui.zones import system_zone  # noqa: PLC0415  # all zones there are

    zone = system_zone()
    maker(folder, clock.today(zone), zone=zone)


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
