"""The rows of a list as people: those who can be added, and the rows that can't, with reasons."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from practice.desk import members
from practice.desk.groups import GroupRow
from practice.desk.members import MemberDetails
from practice.errors import Refused
from practice.exchange import guard
from practice.exchange.columns import BY_KEY, Reading
from practice.exchange.matching import Table, Uses
from practice.exchange.progress import Progress
from practice.exchange.sheet import Row
from practice.exchange.wording import nothing
from practice.models.base import new_id
from practice.text import fold

NO_NAME = "There is no name in this row."
CUT = "The file ends in the middle of this row."
REPEATED = "This row repeats the headings."
TOO_WIDE = (
    "This row has more cells than there are columns. A separator inside a cell may lack its "
    "quotation marks."
)
NO_GROUP = "There is no group called “{}”. Add the group first, or do not use that column."
ONE_DAY = "The first day in the group is given, but no group."
_NAMES = ("given_name", "family_name", "full_name", "preferred_name")
"""Na and None may be somebody's name."""
_PARTS = ("street", "street_2", "city", "state", "postcode", "country")
_ELSEWHERE = {"full_name", "group", "joined_on", *_PARTS}


@dataclass(frozen=True)
class BadRow:
    """A row that can't go in as it stands; the reason is shown to the person."""

    number: int
    cells: tuple[str, ...]
    reason: str


@dataclass(frozen=True, kw_only=True)
class Person:
    """Someone in the list. `id` is theirs for ever if they are added. No `group` is none."""

    id: str = field(default_factory=new_id)
    row: Row
    details: MemberDetails
    group: str = ""
    joined_on: date | None = None


@dataclass(frozen=True)
class People:
    """Everybody read, in the order of the list, and the rows that could not be."""

    good: tuple[Person, ...]
    bad: tuple[BadRow, ...]


def read(
    table: Table, uses: Uses, how: Reading, groups: list[GroupRow], progress: Progress
) -> People:
    """Every row as a person or as a reason why not. Raises Cancelled."""
    by_name = {fold(group.name): group.id for group in groups}
    heading = table.heading.cells if table.heading else None
    good: list[Person] = []
    bad: list[BadRow] = []
    for row in progress.through(table.rows, len(table.rows)):
        try:
            if row.cells == heading:
                raise Refused(REPEATED)
            good.append(_person(row, len(table.columns), uses, how, by_name))
        except Refused as refused:
            bad.append(BadRow(row.number, row.cells, _reason(refused)))
    return People(tuple(good), tuple(bad))


def _reason(refused: Refused) -> str:
    """With the field in front, unless the sentence is about the row."""
    use = BY_KEY.get(refused.field)
    return f"{use.words}: {refused.message}" if use else refused.message


def _person(row: Row, width: int, uses: Uses, how: Reading, groups: Mapping[str, str]) -> Person:
    if row.cut:
        raise Refused(CUT)
    if len(row.cells) > width:
        raise Refused(TOO_WIDE)
    found = dict(_values(row, uses, how))
    details = members.checked(_details(found), how.today)
    group = found.get("group", "")
    if group and fold(group) not in groups:
        raise Refused(NO_GROUP.format(group[:60]))
    if not group and "joined_on" in found:
        raise Refused(ONE_DAY)
    return Person(
        row=row,
        details=details,
        group=groups[fold(group)] if group else "",
        joined_on=found.get("joined_on"),
    )


def _values(row: Row, uses: Uses, how: Reading) -> list[tuple[str, Any]]:
    """What the cells that are used hold, by key; empty ones, and `n/a`, are not there."""
    found = []
    for place, key in uses.items():
        cell = guard.lifted(row.cells[place]).strip() if place < len(row.cells) else ""
        if not cell or (key not in _NAMES and fold(cell) in nothing()):
            continue
        try:
            guard.require_no_formula(cell)
            found.append((key, BY_KEY[key].read(cell, how)))
        except Refused as refused:
            raise Refused(refused.message, field=key) from None
    return found


def _details(found: Mapping[str, Any]) -> MemberDetails:
    plain = {key: value for key, value in found.items() if key not in _ELSEWHERE}
    if "full_name" in found and not plain.get("given_name"):
        plain = (
            dict(zip(("given_name", "family_name"), _split(found["full_name"]), strict=True))
            | plain
        )
    if "given_name" not in plain and "family_name" in plain:
        plain["given_name"] = plain.pop("family_name")
    if not plain.get("given_name"):
        raise Refused(NO_NAME)
    plain["address"] = "\n".join(line for line in (plain.get("address"), _place(found)) if line)
    return MemberDetails(**plain)


def _split(name: str) -> tuple[str, str]:
    """Given and family name: `Reyes, Dana`, else the last word is the family name."""
    family, comma, given = name.partition(",")
    if comma and given.strip():
        return given.strip(), family.strip()
    given, _, family = name.rpartition(" ")
    return (given, family) if given else (family, "")


def _place(found: Mapping[str, str]) -> str:
    """The lines of an address that stood in several columns."""
    street, second, city, state, postcode, country = (found.get(part, "") for part in _PARTS)
    if state:
        town = ", ".join(part for part in (city, f"{state} {postcode}".strip()) if part)
    else:
        town = f"{postcode} {city}".strip()
    return "\n".join(line for line in (street, second, town, country) if line)
