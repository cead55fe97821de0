"""All that stands in a treatment plan: as it is now, and as a signed version keeps it."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from enum import Enum
from typing import Any

from practice.care import diagnoses, plans
from practice.care.plans import (
    GoalDetails,
    GoalRow,
    InterventionRow,
    ObjectiveRow,
    PlanDates,
    PlanRow,
    ProblemRow,
)
from practice.desk.practice import today
from practice.models.enums.plans import GoalStatus


@dataclass(frozen=True, kw_only=True)
class GoalPart:
    """A goal with what stands under it."""

    goal: GoalRow
    objectives: tuple[ObjectiveRow, ...] = ()
    interventions: tuple[InterventionRow, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ProblemPart:
    """A problem with its goals; no `problem` gathers the goals that belong to none."""

    problem: ProblemRow | None
    goals: tuple[GoalPart, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Content:
    """A whole plan; `diagnoses` are those that held, as a note says them, principal first."""

    dates: PlanDates
    diagnoses: tuple[str, ...] = ()
    problems: tuple[ProblemPart, ...] = ()

    @property
    def goals(self) -> tuple[GoalPart, ...]:
        """Every goal, problem by problem."""
        return tuple(goal for part in self.problems for goal in part.goals)

    def to_text(self) -> str:
        """As stored in the signed version."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, default=_plain)

    @staticmethod
    def from_text(text: str) -> "Content":
        """As `to_text` stored it."""
        stored = json.loads(text)
        return Content(
            dates=PlanDates(**_typed(stored["dates"])),
            diagnoses=tuple(stored["diagnoses"]),
            problems=tuple(_problem(part) for part in stored["problems"]),
        )


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return str(value.value)
    raise TypeError(type(value).__name__)


def _typed(stored: dict[str, Any]) -> dict[str, Any]:
    """Days end in `_on`; the one closed set is the status."""
    return {
        name: date.fromisoformat(value)
        if name.endswith("_on") and value
        else GoalStatus(value)
        if name == "status"
        else value
        for name, value in stored.items()
    }


def _problem(stored: dict[str, Any]) -> ProblemPart:
    found = stored["problem"]
    return ProblemPart(
        problem=ProblemRow(**_typed(found)) if found else None,
        goals=tuple(_goal(goal) for goal in stored["goals"]),
    )


def _goal(stored: dict[str, Any]) -> GoalPart:
    return GoalPart(
        goal=GoalRow(**_typed(stored["goal"])),
        objectives=tuple(ObjectiveRow(**_typed(row)) for row in stored["objectives"]),
        interventions=tuple(InterventionRow(**_typed(row)) for row in stored["interventions"]),
    )


def of_plan(plan: PlanRow) -> Content:
    """What a version says: a signed one for ever, a draft as of now."""
    if plan.signed:
        return Content.from_text(plan.content)
    return Content(
        dates=PlanDates(
            starts_on=plan.starts_on, review_on=plan.review_on, agreed_on=plan.agreed_on
        ),
        diagnoses=tuple(f"{d.code} {d.words}" for d in diagnoses.on_day(plan.member_id, today())),
        problems=of_member(plan.member_id),
    )


def of_member(member_id: str) -> tuple[ProblemPart, ...]:
    """The parts of a member's plan as they stand now; goals of no problem come last."""
    objectives, interventions = plans.objectives(member_id), plans.interventions(member_id)
    found = [
        GoalPart(
            goal=goal,
            objectives=tuple(row for row in objectives if row.goal == goal.id),
            interventions=tuple(row for row in interventions if row.goal == goal.id),
        )
        for goal in plans.goals(member_id)
    ]
    parts = [
        ProblemPart(problem=problem, goals=tuple(g for g in found if g.goal.problem == problem.id))
        for problem in plans.problems(member_id)
    ]
    loose = tuple(goal for goal in found if goal.goal.problem is None)
    return (*parts, ProblemPart(problem=None, goals=loose)) if loose else tuple(parts)


class Lack(Enum):
    """What a reviewer looks for in a plan and does not find; none of it stops a signature."""

    DIAGNOSIS = "diagnosis"
    PROBLEM = "problem"
    OBJECTIVE = "objective"
    TARGET = "target"
    INTERVENTION = "intervention"
    FREQUENCY = "frequency"
    RESPONSIBLE = "responsible"
    AGREED = "agreed"


LACK_WORDS = {
    Lack.DIAGNOSIS: "No diagnosis holds now",
    Lack.PROBLEM: "Belongs to no problem",
    Lack.OBJECTIVE: "Has no measurable objective",
    Lack.TARGET: "Has no target date",
    Lack.INTERVENTION: "Has no intervention",
    Lack.FREQUENCY: "Does not say how often",
    Lack.RESPONSIBLE: "Names nobody responsible",
    Lack.AGREED: "Not talked through with the member yet",
}


@dataclass(frozen=True)
class Missing:
    """One lack and the row it is about; `row` is none where it is the whole plan's."""

    lack: Lack
    row: GoalRow | InterventionRow | None = None


def missing(content: Content) -> list[Missing]:
    """What is missing, in the order of the plan; parts that are over lack nothing."""
    found = [] if content.diagnoses else [Missing(Lack.DIAGNOSIS)]
    for part in content.problems:
        for goal in part.goals:
            if goal.goal.status is GoalStatus.ACTIVE:
                if part.problem is None:
                    found.append(Missing(Lack.PROBLEM, goal.goal))
                found += _under(goal)
    return found if content.dates.agreed_on else [*found, Missing(Lack.AGREED)]


def _under(part: GoalPart) -> list[Missing]:
    objectives = [row for row in part.objectives if row.status is GoalStatus.ACTIVE]
    interventions = [row for row in part.interventions if row.status is GoalStatus.ACTIVE]
    found = [] if part.objectives else [Missing(Lack.OBJECTIVE, part.goal)]
    if part.goal.target_on is None and not any(row.target_on for row in objectives):
        found.append(Missing(Lack.TARGET, part.goal))
    if not part.interventions:
        found.append(Missing(Lack.INTERVENTION, part.goal))
    for row in interventions:
        found += [] if row.frequency else [Missing(Lack.FREQUENCY, row)]
        found += [] if row.responsible else [Missing(Lack.RESPONSIBLE, row)]
    return found


def words_of(content: Content) -> list[str]:
    """Everything a clinician wrote into it about the member."""
    found = [part.problem.words for part in content.problems if part.problem]
    for part in content.goals:
        rows: tuple[GoalDetails | ObjectiveRow | InterventionRow, ...]
        rows = (part.goal, *part.objectives, *part.interventions)
        found += [row.words for row in rows]
    return found
