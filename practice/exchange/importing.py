"""An import, step by step: read the file, check its rows, write them in one operation.

Every step may run on the lane beside the window. Reading and checking change nothing; writing is
all or nothing, one line of the trail and one undo step.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from practice.desk import groups, intake, members, roster, sessions
from practice.desk.practice import today
from practice.errors import Refused
from practice.exchange import doubles, people
from practice.exchange import plan as plans
from practice.exchange.columns import Reading
from practice.exchange.doubles import Double
from practice.exchange.matching import Table, Uses
from practice.exchange.people import People, Person
from practice.exchange.plan import Decision, Joining, Places, Plan
from practice.exchange.progress import Progress
from practice.models import audit, store
from practice.models.audit import Changes, operation
from practice.models.base import OFFICE

LABEL = "Import members"
AT_ONCE = 50
"""Rows written between two looks at whether it shall stop."""
LIVE = "A session is running. Members are imported when it has ended, so that nothing slows it."
NAMELESS = "Choose which column holds the names first."


@dataclass(frozen=True)
class Checked:
    """What a list holds: people, rows that can't be read, and who may be there already."""

    people: People
    doubles: tuple[Double, ...]
    places: Places


@dataclass(frozen=True)
class Imported:
    """What was done. `changes` is to be told in the window's thread."""

    added: int
    filled: int
    joined: int
    changes: Changes


def require_names(uses: Uses) -> None:
    """Raises Refused unless some column holds names."""
    if not {"given_name", "family_name", "full_name"} & set(uses.values()):
        raise Refused(NAMELESS)


def check(table: Table, uses: Uses, how: Reading, progress: Progress) -> Checked:
    """Read every row and look for doubles on record and in the list. Raises Cancelled."""
    with store.reading():
        found = people.read(table, uses, how, groups.groups(), progress)
        record = members.members() + members.members(archived=True)
        alike = doubles.find(found.good, record, progress)
        places = Places({person.group for person in found.good if person.group})
        return Checked(found, alike, places)


def weigh(checked: Checked, decisions: Mapping[int, Decision]) -> Plan:
    """What an import would do, as it is decided now; `decisions` go by the number of the row."""
    with store.reading():
        return plans.make(checked.people, checked.doubles, decisions, checked.places, today())


def write(plan: Plan, progress: Progress) -> Imported:
    """Put it on record. Raises Cancelled, and Refused where the database says no; then nothing is.

    Refused as well while a session is running.
    """
    progress.done, progress.total = 0, plan.size + len(plan.join)
    filled = 0
    with store.writing(), audit.kept_back() as kept:
        require_no_session()
        with operation(OFFICE, LABEL):
            for part in _parts(plan.add):
                intake.add({member: person.details for member, person in part})
                _step(progress, len(part))
            for member, person in plan.fill.items():
                filled += intake.fill_in(member, person.details)
                _step(progress, 1)
            for joining in plan.join:
                _join(joining)
                _step(progress, 1)
    return Imported(len(plan.add), filled, len(plan.join), kept[0])


def require_no_session() -> None:
    """Raises Refused while a session is running."""
    if sessions.running():
        raise Refused(LIVE)


def _parts(add: Mapping[str, Person]) -> Iterator[list[tuple[str, Person]]]:
    items = iter(add.items())
    while part := list(islice(items, AT_ONCE)):
        yield part


def _step(progress: Progress, done: int) -> None:
    progress.done += done
    progress.look()


def _join(joining: Joining) -> None:
    try:
        roster.join(joining.group, joining.member, joining.day)
    except Refused as refused:
        raise Refused(f"Row {joining.row}: {refused.message} Nothing was imported.") from None
