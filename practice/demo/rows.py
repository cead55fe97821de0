"""Rows on their way into the two files; ids follow from what they name, so that runs are equal."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from practice.demo.groups import Group
from practice.demo.world import World

Row = dict[str, Any]


@dataclass
class Rows:
    """Rows by table name, office and clinical apart, in an order that foreign keys allow."""

    office: dict[str, list[Row]] = field(default_factory=dict)
    clinical: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, file: dict[str, list[Row]], table: str, **row: Any) -> None:
        file.setdefault(table, []).append(row)


def user_id(number: int) -> str:
    """The id of a clinician's row; the owner's slot in the vault must carry the first one."""
    return id_of("user", number)


def id_of(*parts: object) -> str:
    return sha256("/".join(map(str, parts)).encode()).hexdigest()[:32]


def week_of(world: World, week: int, group: Group) -> date:
    monday = world.day - timedelta(days=world.day.weekday(), weeks=world.weeks - 1 - week)
    return monday + timedelta(days=group.weekday)
