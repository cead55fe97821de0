"""Choosing a time zone by typing any part of its name."""

from collections.abc import Callable
from functools import cache
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, QTimeZone
from PySide6.QtWidgets import QCompleter, QWidget

from practice.errors import Refused
from practice.ui.widgets.inputs import LimitedLine

FALLBACK = "America/New_York"
UNKNOWN = "This time zone is not known. Type a city, such as Chicago, and choose from the list."


@cache
def zones() -> tuple[str, ...]:
    """Every place with a time zone of its own, by name; the old technical names are left out."""
    return tuple(sorted(zone for zone in available_timezones() if "/" in zone and _a_place(zone)))


def _a_place(zone: str) -> bool:
    return zone.split("/", maxsplit=1)[0] not in {"Etc", "SystemV", "posix", "right"}


def system_zone() -> str:
    """The zone this computer is set to; New York where that is no place."""
    found = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return found if found in zones() else FALLBACK


class ZoneInput(LimitedLine):
    """A line that offers the zones whose names hold what was typed. Spaces stand for _."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(limit=64, hint="Type a city, such as Chicago", parent=parent)
        completer = QCompleter([_words(zone) for zone in zones()], self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(10)
        self.setCompleter(completer)

    def value(self) -> str:
        """The zone's own name; a part of it will do where only one zone has it."""
        typed = " ".join(self.text().split()).casefold()
        names = {_words(zone).casefold(): zone for zone in zones()}
        if typed in names:
            return names[typed]
        holding = [zone for name, zone in names.items() if typed and typed in name]
        if len(holding) != 1:
            raise Refused(UNKNOWN)
        return holding[0]

    def set_value(self, value: str) -> None:
        """Show a zone."""
        self.show_stored(_words(value))

    def watch(self, edited: Callable[[], None], refused: Callable[[str], None]) -> None:
        super().watch(edited, refused)


def _words(zone: str) -> str:
    return zone.replace("_", " ")
