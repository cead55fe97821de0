"""The demo practice as rows: who belongs where, every session of the years, every note.

Pure: the same size and day give the same world. The year is the content of this package as it
stands; ten years repeat its groups and people under other names, to measure with.
"""

from dataclasses import dataclass, replace
from datetime import date, time

from practice.demo.clinicians import CLINICIANS
from practice.demo.groups import Group, groups
from practice.demo.people import Member, members
from practice.desk.practice import PracticeDetails

ZONE = "America/Los_Angeles"
PRACTICE = PracticeDetails(
    name="Harbour Practice",
    address="14 Quay Street\nPort Merrin, OR 97000",
    phone="(541) 555-0100",
    email="office@example.org",
    time_zone=ZONE,
)
CHOSEN_SEED = 20260101


@dataclass(frozen=True)
class Place:
    """One member's time in one group, in weeks from the world's first; `until` is exclusive."""

    member: Member
    group: Group
    since: int
    until: int | None


@dataclass(frozen=True)
class World:
    """Who is in which group when. The last of the `weeks` is the one of `day`.

    `zone` is the practice's, an IANA name; the words of the notes do not depend on it.
    """

    day: date
    zone: str
    weeks: int
    groups: tuple[Group, ...]
    places: tuple[Place, ...]


def year(day: date, zone: str = ZONE) -> World:
    """The demo: three clinicians, six groups, fifty members, fifty-two weeks up to `day`."""
    weekdays = {group.weekday for group in groups()}
    moved = "surfing" if day.weekday() not in weekdays else ""
    ours = tuple(
        replace(group, weekday=day.weekday()) if group.key == moved else group for group in groups()
    )
    by_key = {group.key: group for group in ours}
    places = tuple(Place(m, by_key[m.group], m.joins, None) for m in members())
    return World(day, zone, 52, ours, places)


def ten_years(day: date, zone: str = ZONE) -> World:
    """To measure with: 20 groups, 600 members, 500 weeks, about 80,000 attendance rows."""
    return _grown(day, zone, 500, (3, 3, 4, 4, 4, 4, 4, 4))


def first_year(day: date, zone: str = ZONE) -> World:
    """As busy a week as in `ten_years`, but only a year of it: 20 groups, 160 members."""
    return _grown(day, zone, 52, (1,) * 8)


def _grown(day: date, zone: str, weeks: int, in_turn: tuple[int, ...]) -> World:
    """Each seat of each group is taken by so many members in turn; the last still has it."""
    ours = tuple(_another_group(number) for number in range(20))
    places, number = [], 0
    for group in ours:
        for turns in in_turn:
            share = weeks // turns
            for turn in range(turns):
                until = None if turn == turns - 1 else (turn + 1) * share
                places.append(Place(_another_member(number), group, turn * share, until))
                number += 1
    return World(day, zone, weeks, ours, tuple(places))


def _another_group(number: int) -> Group:
    base = groups()[number % len(groups())]
    return replace(
        base,
        key=f"{base.key}-{number}",
        name=f"{base.name} {number + 1}",
        weekday=number % 5,
        start=time(9 + number // 5 * 2, 0),
        clinician=number % len(CLINICIANS),
    )


def _another_member(number: int) -> Member:
    people = members()
    given, family = people[number % 50], people[(number * 7 + number // 50) % 50]
    name = f"{given.name.split()[0]} {family.name.split()[-1]}"
    return replace(given, key=f"t{number:03}", name=name, preferred="")
