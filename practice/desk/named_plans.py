"""Plans kept by name: those the program brings, and the practice's own, to use in any group."""

from dataclasses import dataclass

from practice.desk import segments
from practice.desk.entry import required
from practice.desk.segments import Plan
from practice.desk.usual import GIVEN
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.office import NamedPlan, PlanSegment
from practice.models.read import tuples
from practice.text import clean_line, fold

EMPTY = "Add at least one step, then keep the plan."


@dataclass(frozen=True)
class NamedRow:
    """A plan and its name; no `id` means that the program brings it."""

    id: str
    name: str
    plan: Plan


def library() -> list[NamedRow]:
    """The practice's own by name, then those the program brings under names not taken."""
    query = NamedPlan.select(NamedPlan.id, NamedPlan.name)
    own = [NamedRow(row, name, segments.of_named(row)) for row, name in tuples(query)]
    taken = {fold(row.name) for row in own}
    given = [NamedRow("", name, plan) for name, plan in GIVEN.items() if fold(name) not in taken]
    return [*sorted(own, key=lambda row: fold(row.name)), *given]


def keep(name: str, plan: Plan) -> str:
    """Keep a plan under a name, in the place of the one that had it. Returns its id.

    Groups that use it already and sessions that followed it stay as they are. Raises Refused at
    `keep_as` or `plan`.
    """
    words = clean_line(name, field="keep_as")
    required(words, "keep_as", "Please give the plan a name.")
    if not plan:
        raise Refused(EMPTY, field="plan")
    with operation(OFFICE, "Keep a plan"):
        same = next((row for row in library() if row.id and fold(row.name) == fold(words)), None)
        plan_id = same.id if same else str(NamedPlan.create(name=words).id)
        segments.write(plan, named=plan_id)
        return plan_id


def remove(plan_id: str) -> None:
    """Keep a plan no longer; one the program brings under that name comes back."""
    with operation(OFFICE, "Remove a plan"):
        PlanSegment.delete().where(PlanSegment.named == plan_id).execute()
        NamedPlan.delete().where(NamedPlan.id == plan_id).execute()
