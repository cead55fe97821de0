"""What people typed, made fit to store: one place for every form."""

from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from practice.errors import Refused
from practice.text import clean_line, clean_text

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")

LONG_LINES = {"link": 2_000}
"""Characters a line of this name may have where the usual 200 are too few."""


def cleaned(details: T, *, long: frozenset[str] = frozenset()) -> T:
    """The same dataclass with every string cleaned; `long` names fields of several lines.

    Raises Refused with the field's name where a text cannot be stored as typed.
    """
    found: dict[str, Any] = {}
    for field in fields(details):
        value = getattr(details, field.name)
        if isinstance(value, str):
            found[field.name] = _clean(value, field.name, is_long=field.name in long)
    return replace(details, **found)


def _clean(value: str, field: str, *, is_long: bool) -> str:
    if is_long:
        return clean_text(value, field=field)
    if field in LONG_LINES:
        return clean_line(value, LONG_LINES[field], field=field)
    return clean_line(value, field=field)


def required(value: str, field: str, words: str) -> None:
    """Raise Refused with `words` at `field` when nothing was typed."""
    if not value.strip():
        raise Refused(words, field=field)


def in_order(first: date, last: date | None, field: str) -> None:
    """Raise Refused at `field` when the last day is before the first."""
    if last is not None and last < first:
        raise Refused("The last day is before the first day.", field=field)
