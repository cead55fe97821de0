"""What a column of a list can be used for: one table, to which a new field is one line.

`key` is the name of a field of MemberDetails, or one of those that make up a field or a group.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import available_timezones

from practice.errors import Refused
from practice.exchange.dates import Order, read_day
from practice.exchange.wording import plain, values
from practice.models.enums.members import ANSWER_WORDS, PAYER_KIND_WORDS, Answer, PayerKind
from practice.text import clean_line, clean_text


@dataclass(frozen=True)
class Reading:
    """How cells are to be read: the order of day and month, and the practice's date."""

    order: Order
    today: date


Reader = Callable[[str, Reading], Any]
"""A cell that is not empty as the field holds it; raises Refused in words about the cell alone."""


def _line(cell: str, _how: Reading) -> str:
    return clean_line(cell)


def _lines(cell: str, _how: Reading) -> str:
    return clean_text(cell, 1_000)


def _day(cell: str, how: Reading) -> date:
    return read_day(cell, how.order, how.today)


def _zone(cell: str, _how: Reading) -> str:
    name = clean_line(cell).replace(" ", "_")
    if name not in available_timezones():
        raise Refused(f"“{cell[:40]}” is no time zone. Write it like America/New York.")
    return name


_SPOILT = (
    "“{}” was turned into a rounded number by a spreadsheet program; its last figures are lost."
)


def _phone(cell: str, _how: Reading) -> str:
    """As it is written there: its own order, spaces and signs."""
    found = clean_line(cell)
    mantissa, e, power = found.upper().partition("E+")
    if e and power.isdigit() and mantissa.replace(".", "").replace(",", "").isdigit():
        raise Refused(_SPOILT.format(found))
    return found.removesuffix(".0") if found.replace(".", "", 1).isdigit() else found


def _answer(cell: str, _how: Reading) -> Answer:
    found: Answer | None = values("answers", Answer).get(plain(cell))
    if found is None:
        raise Refused(f"“{cell[:40]}” is neither yes nor no.")
    return found


def _payer_kind(cell: str, _how: Reading) -> PayerKind:
    found: PayerKind | None = values("payer_kinds", PayerKind).get(plain(cell))
    if found is None:
        known = ", ".join(PAYER_KIND_WORDS.values())
        raise Refused(f"“{cell[:40]}” is no kind of payer. There are: {known}.")
    return found


def _as_it_is(value: Any) -> Any:
    return value


def _answered(value: Answer) -> str:
    return "" if value is Answer.NOT_ASKED else ANSWER_WORDS[value]


def _kind_words(value: PayerKind | None) -> str:
    return PAYER_KIND_WORDS[value] if value else ""


@dataclass(frozen=True)
class Use:
    """One thing a column can hold. Only one column is used for it.

    `read` makes the field's value of a cell, `show` what people read and a list holds of a value.
    """

    key: str
    words: str
    read: Reader = _line
    show: Callable[[Any], Any] = _as_it_is


USES = (
    Use("given_name", "Given name"),
    Use("family_name", "Family name"),
    Use("full_name", "Whole name"),
    Use("preferred_name", "Goes by"),
    Use("pronouns", "Pronouns"),
    Use("birth_date", "Birth date", _day),
    Use("sex", "Sex, for the payer"),
    Use("phone", "Phone", _phone),
    Use("email", "Email"),
    Use("address", "Address", _lines),
    Use("street", "Street"),
    Use("street_2", "Street, second line"),
    Use("city", "Town"),
    Use("state", "State or region"),
    Use("postcode", "Postal code"),
    Use("country", "Country"),
    Use("emergency_name", "Emergency contact"),
    Use("emergency_phone", "Emergency phone", _phone),
    Use("location", "Usual location"),
    Use("time_zone", "Time zone", _zone),
    Use("consent_on", "Telehealth consent on", _day),
    Use("contact_name", "Name to ask for"),
    Use("may_call", "May we call", _answer, _answered),
    Use("may_voicemail", "May we leave voicemail", _answer, _answered),
    Use("may_text", "May we text", _answer, _answered),
    Use("may_write", "May we write", _answer, _answered),
    Use("payer_kind", "Kind of payer", _payer_kind, _kind_words),
    Use("payer", "Payer"),
    Use("payer_member_id", "Member ID"),
    Use("group", "Group"),
    Use("joined_on", "First day in the group", _day),
)
BY_KEY = {use.key: use for use in USES}
DAYS = frozenset(use.key for use in USES if use.read is _day)
