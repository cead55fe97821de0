"""What people typed, made fit to store: one place for every form."""

from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from practice.errors import Refused
from practice.text import clean_line, clean_text

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def cleaned(details: T, *, long: frozenset[str] = frozenset()) -> T:
    """The same dataclass with every string cleaned; `long` names fields of several lines.

    Raises Refused with the field's name where a text cannot be stored as typed.
    """
    found: dict[str, Any] = {}
    for field in fields(details):
        value = getattr(details, field.name)
        if isinstance(value, str):
            clean = clean_text if field.name in long else clean_line
            found[field.name] = clean(value, field=field.name)
    return replace(details, **found)


def required(value: str, field: str, words: str) -> None:
    """Raise Refused with `words` at `field` when nothing was typed."""
    if not value.strip():
        raise Refused(words, field=field)


def in_order(first: date, last: date | None, field: str) -> None:
    """Raise Refused at `field` when the last day is before the first."""
    if last is not None and last < first:
        raise Refused("The last day is before the first day.", field=field)
