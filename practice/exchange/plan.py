"""What an import will do, row by row, once the person has decided about likely doubles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from practice.desk import intake, roster
from practice.desk.roster import GROUP_SIZE, EnrolmentRow
from practice.exchange.doubles import Double, Known
from practice.exchange.people import BadRow, People, Person


class Decision(Enum):
    """What becomes of someone who may be there already."""

    SKIP = "skip"
    ADD = "add"
    FILL = "fill"


DECISION_WORDS = {
    Decision.SKIP: "Leave out",
    Decision.ADD: "Add anyway",
    Decision.FILL: "Fill in what is empty",
}
FULL = (
    f"The group would have more than {GROUP_SIZE} members from that day on, the most it can hold. "
    "Let someone leave first, or do not use the column for groups."
)


CLOSED = (
    "The group is closed to new members since it began. A clinician lets someone in on the group’s "
    "page, with the reason."
)


@dataclass(frozen=True)
class Joining:
    """Someone comes into a group on a day."""

    row: int
    group: str
    member: str
    day: date


@dataclass(frozen=True)
class Plan:
    """Nothing is written yet. `add` and `fill` name people by the id they have or will have."""

    add: Mapping[str, Person]
    fill: Mapping[str, Person]
    join: tuple[Joining, ...]
    skipped: int
    bad: tuple[BadRow, ...]

    @property
    def size(self) -> int:
        """How many people it touches."""
        return len(self.add) + len(self.fill)


def make(
    people: People,
    doubles: Iterable[Double],
    decisions: Mapping[int, Decision],
    places: "Places",
    today: date,
) -> Plan:
    """`decisions` go by the number of the row; a double nobody decided about is left out."""
    known = {double.person.id: double.known for double in doubles}
    same: dict[str, str] = {}
    add: dict[str, Person] = {}
    fill: dict[str, Person] = {}
    bad, join, skipped = list(people.bad), list[Joining](), 0
    places.begin()
    for person in people.good:
        found = known.get(person.id)
        decision = decisions.get(person.row.number, Decision.SKIP) if found else Decision.ADD
        member = _target(person, found, decision, same)
        if decision is Decision.SKIP:
            skipped += 1
            continue
        joining = Joining(person.row.number, person.group, member, person.joined_on or today)
        if person.group and not places.has(joining):
            if why_not := places.take(joining):
                bad.append(BadRow(person.row.number, person.row.cells, why_not))
                continue
            join.append(joining)
        if decision is Decision.ADD:
            add[member] = person
        elif member in add:
            add[member] = _filled(add[member], person)
        else:
            fill[member] = _filled(fill[member], person) if member in fill else person
    bad.sort(key=lambda row: row.number)
    return Plan(add, fill, tuple(join), skipped, tuple(bad))


def _target(person: Person, known: Known | None, decision: Decision, same: dict[str, str]) -> str:
    """Whose record the row is about: a row left out stands for the one it repeats."""
    if known is None or decision is Decision.ADD:
        return person.id
    same[person.id] = same.get(known.id, known.id)
    return same[person.id]


def _filled(one: Person, other: Person) -> Person:
    return replace(one, details=intake.merged(one.details, other.details))


class Places:
    """Room in the groups, read once: the list may not put an eleventh person into one."""

    def __init__(self, groups: Iterable[str]) -> None:
        self._record = {group: roster.history(group) for group in groups}
        self._new: dict[str, list[Joining]] = {}

    def begin(self) -> None:
        """As on record."""
        self._new = {group: [] for group in self._record}

    def has(self, joining: Joining) -> bool:
        """Whether they are in the group on that day or will come into it later."""
        on_record = any(
            row.member == joining.member and (row.left_on is None or row.left_on >= joining.day)
            for row in self._record[joining.group]
        )
        return on_record or any(new.member == joining.member for new in self._new[joining.group])

    def take(self, joining: Joining) -> str:
        """Take a place from that day on, for good; else says why there is none."""
        if roster.takes_only_admitted(joining.group, joining.day):
            return CLOSED
        record, new = self._record[joining.group], self._new[joining.group]
        days = {joining.day}
        days |= {row.joined_on for row in record if row.joined_on > joining.day}
        days |= {one.day for one in new if one.day > joining.day}
        if any(_in(record, day) + sum(n.day <= day for n in new) >= GROUP_SIZE for day in days):
            return FULL
        new.append(joining)
        return ""


def _in(record: list[EnrolmentRow], day: date) -> int:
    return sum(
        row.joined_on <= day and (row.left_on is None or row.left_on >= day) for row in record
    )
