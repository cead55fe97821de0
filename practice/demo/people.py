"""The demo practice's fifty members: invented people in an invented region.

Phone numbers are from 555-0100 to 555-0199, kept for fiction; mail addresses are at example.org.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache

from practice.demo.attendance import Habit
from practice.models.enums.members import PayerKind
from practice.paths import resource

EMERGENCY = "Next of kin"
"""Stands for the name of whom to call, which nobody is made up for."""


@dataclass(frozen=True)
class Pronouns:
    """The forms that sentences need; `go` and kin agree with `they`."""

    they: str
    them: str
    their: str
    themself: str
    plural: bool = False

    def __str__(self) -> str:
        return f"{self.they}/{self.them}"


@dataclass(frozen=True)
class Payer:
    """A plan and the member ID on its card; self-pay has none."""

    kind: PayerKind
    name: str
    member_id: str


@dataclass(frozen=True)
class Member:
    """One invented member; `age` in years on the demo's date, `joins` in weeks after the start."""

    key: str
    name: str
    preferred: str
    pronouns: Pronouns
    sex: str
    age: int
    town: str
    street: str
    phone: str
    emergency_phone: str
    email: str
    payer: Payer
    focus: str
    habit: Habit
    group: str
    joins: int


PRONOUNS = {
    "she": Pronouns("she", "her", "her", "herself"),
    "he": Pronouns("he", "him", "his", "himself"),
    "they": Pronouns("they", "them", "their", "themself", plural=True),
}

TOWNS = (
    "Alder Falls",
    "Port Merrin",
    "Quarry Bend",
    "Tamsin Heights",
    "Lower Wexcombe",
    "Marlow Creek",
    "Saint Orrin",
    "Fennel Ridge",
)
"""Towns of the made-up Merrin Valley."""

_STREETS = (
    "Juniper Street",
    "Mill Lane",
    "Harbour Road",
    "Orchard Way",
    "Canal Street",
    "Elm Court",
)
_PLANS = ("Larkspur Health Plan", "Tamarack Mutual", "Merrin Valley Benefit", "Northbeck Care")
_MEDICARE_AGE = 65


@lru_cache(maxsize=1)
def members() -> tuple[Member, ...]:
    """All members, in a fixed order; keys are m01 to m50."""
    with resource("demo", "people.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    return tuple(_member(number, row) for number, row in enumerate(rows, start=1))


def _member(number: int, row: dict[str, str]) -> Member:
    age = int(row["age"])
    return Member(
        key=f"m{number:02}",
        name=row["name"],
        preferred=row["preferred"],
        pronouns=PRONOUNS[row["pronouns"]],
        sex=row["sex"],
        age=age,
        town=TOWNS[number * 5 % len(TOWNS)],
        street=f"{number * 37 % 240 + 3} {_STREETS[number % len(_STREETS)]}",
        phone=f"(541) 555-{99 + number:04}",
        emergency_phone=f"(541) 555-{149 + number:04}",
        email=f"{row['email']}@example.org",
        payer=_payer(number, age),
        focus=row["focus"],
        habit=Habit(row["habit"]),
        group=row["group"],
        joins=int(row["joins"]),
    )


def _payer(number: int, age: int) -> Payer:
    """About half commercial, a third Medicaid, the rest self-pay; Medicare from 65."""
    digits = f"{number * 7_919_003 % 1_000_000_000:09}"
    if age >= _MEDICARE_AGE:
        return Payer(PayerKind.MEDICARE, "Medicare", f"0DM0-{digits[:4]}-{digits[4:8]}")
    if number % 3 == 0:
        return Payer(PayerKind.MEDICAID, "Merrin State Medicaid", f"MM{digits}")
    if number % 8 == 0:
        return Payer(PayerKind.SELF_PAY, "Self-pay", "")
    plan = _PLANS[number % len(_PLANS)]
    return Payer(PayerKind.COMMERCIAL, plan, f"{plan[:3].upper()}{digits}")
