"""Column types for moments, days and closed sets."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Any

from peewee import TextField
from playhouse.fields import EnumField

__all__ = [
    "DayField",
    "EnumField",
    "EnumSetField",
    "MomentField",
    "PrivateTextField",
    "TimeOfDayField",
    "WallField",
    "moment_text",
]

_MOMENT = "%Y-%m-%dT%H:%M:%S.%fZ"


def moment_text(value: datetime) -> str:
    """An aware moment as stored: UTC, microseconds, sorting as text."""
    return value.astimezone(UTC).strftime(_MOMENT)


class _AsText(TextField):
    """A value stored as text that sorts in the same order as the value."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]

    def db_value(self, value: Any) -> str | None:
        return None if value is None else type(self).write(value)

    def python_value(self, value: str | None) -> Any:
        return None if value is None else type(self).read(value)


class MomentField(_AsText):
    """An aware datetime, stored in UTC. What really happened, on any wall."""

    write = staticmethod(moment_text)
    read = staticmethod(datetime.fromisoformat)


class WallField(_AsText):
    """A naive datetime on the practice's wall: what was planned, whatever the clocks do."""

    write = staticmethod(lambda value: value.strftime("%Y-%m-%dT%H:%M"))
    read = staticmethod(datetime.fromisoformat)


class PrivateTextField(TextField):
    """Words that may be deleted for good: the audit trail keeps no image of them."""


class DayField(_AsText):
    """A calendar date."""

    write = staticmethod(date.isoformat)
    read = staticmethod(date.fromisoformat)


class TimeOfDayField(_AsText):
    """A time on the practice's wall, to the minute."""

    write = staticmethod(lambda value: value.strftime("%H:%M"))
    read = staticmethod(time.fromisoformat)


class EnumSetField(_AsText):
    """Several values of one closed set, stored in alphabetical order with commas between them."""

    write = staticmethod(lambda values: ",".join(sorted(value.value for value in values)))

    def __init__(self, kind: type[Enum], **options: Any) -> None:
        super().__init__(**options)
        self._kind = kind

    def python_value(self, value: str | None) -> Any:
        return None if value is None else frozenset(map(self._kind, filter(None, value.split(","))))
