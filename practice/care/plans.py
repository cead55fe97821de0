"""The treatment plan: its versions, and its parts as they stand now.

Problems, goals, objectives and interventions are changed while a draft version is open; the first
change after a signature begins the next version, which so starts from the last. `plan_content`
reads the whole tree, `plan_signing` signs it, `plan_thread` follows a goal through the notes.
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from peewee import fn

from practice.desk.entry import cleaned, in_order, required
from practice.desk.practice import practice, today
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import CLINICAL
from practice.models.clinical import Goal, Intervention, NoteGoal, Objective, Plan, Problem
from practice.models.enums.plans import GoalStatus, PlanState
from practice.models.read import one, rows

_WORDS = frozenset({"words"})
STOOD = (
    "This stood in a signed version, so it stays on record. Set its status to “Stopped” or "
    "“Replaced” instead."
)
WORKED_ON = "Notes have worked on this goal, so it stays. Set its status instead."


@dataclass(frozen=True, kw_only=True)
class PlanDates:
    """`agreed_on` is the day the plan was talked through with the member; none: not yet."""

    starts_on: date
    review_on: date
    agreed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class PlanRow(PlanDates):
    """One version of a plan. `content` is filled once it is signed."""

    id: str
    member_id: str
    version: int
    state: PlanState
    author_id: str
    content: str
    signed_at: datetime | None
    signed_by: str
    signature: str

    @property
    def signed(self) -> bool:
        """Whether it is signed, and so never changes again."""
        return self.state is PlanState.SIGNED


@dataclass(frozen=True, kw_only=True)
class ProblemDetails:
    """What the member came with, in a sentence."""

    words: str
    status: GoalStatus = GoalStatus.ACTIVE


@dataclass(frozen=True, kw_only=True)
class ProblemRow(ProblemDetails):
    """A problem on record."""

    id: str
    member_id: str
    position: int


@dataclass(frozen=True, kw_only=True)
class GoalDetails:
    """A goal of the treatment plan, in the words agreed with the member."""

    words: str
    started_on: date
    status: GoalStatus = GoalStatus.ACTIVE
    target_on: date | None = None
    closed_on: date | None = None
    problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class GoalRow(GoalDetails):
    """A goal on record."""

    id: str
    member_id: str
    position: int


@dataclass(frozen=True, kw_only=True)
class ObjectiveDetails:
    """A step towards a goal that can be counted or seen, and by when."""

    words: str
    status: GoalStatus = GoalStatus.ACTIVE
    target_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ObjectiveRow(ObjectiveDetails):
    """An objective on record."""

    id: str
    member_id: str
    position: int
    goal: str


@dataclass(frozen=True, kw_only=True)
class InterventionDetails:
    """What is done towards a goal, how often, and by whom, as one says it."""

    words: str
    status: GoalStatus = GoalStatus.ACTIVE
    frequency: str = ""
    responsible: str = ""


@dataclass(frozen=True, kw_only=True)
class InterventionRow(InterventionDetails):
    """An intervention on record."""

    id: str
    member_id: str
    position: int
    goal: str


def versions(member_id: str) -> list[PlanRow]:
    """All versions of a member's plan, newest first."""
    query = Plan.select().where(Plan.member_id == member_id)
    return rows(query.order_by(Plan.version.desc()), PlanRow)


def begin(member_id: str) -> str:
    """Open a draft version, unless one is open; returns its id.

    Its review is due as many days from now as Settings says.
    """
    known = versions(member_id)
    if known and not known[0].signed:
        return known[0].id
    with operation(CLINICAL, "Begin a version of the plan"):
        made = Plan.create(
            member_id=member_id,
            version=known[0].version + 1 if known else 1,
            author_id=CLINICAL.actor,
            starts_on=today(),
            review_on=today() + timedelta(days=practice().review_days),
        )
    return str(made.id)


def save_dates(member_id: str, dates: PlanDates) -> None:
    """Change the draft's dates, begun if need be. Raises Refused at the field that is wrong."""
    in_order(dates.starts_on, dates.review_on, "review_on")
    with operation(CLINICAL, "Change the plan's dates"):
        plan_id = begin(member_id)
        Plan.update(**asdict(dates)).where(Plan.id == plan_id).execute()


def save_problem(member_id: str, details: ProblemDetails, problem_id: str | None = None) -> None:
    """Add or change a problem. Raises Refused at the field that is wrong."""
    details = cleaned(details, long=_WORDS)
    required(details.words, "words", "Please say what the problem is.")
    _put(Problem, "Record a problem", member_id, asdict(details), problem_id)


def save_goal(member_id: str, details: GoalDetails, goal_id: str | None = None) -> None:
    """Add or change a goal. Raises Refused at the field that is wrong."""
    details = cleaned(details, long=_WORDS)
    required(details.words, "words", "Please say what the member works towards.")
    in_order(details.started_on, details.closed_on, "closed_on")
    in_order(details.started_on, details.target_on, "target_on")
    _put(Goal, "Record a goal", member_id, asdict(details), goal_id)


def save_objective(
    goal_id: str, details: ObjectiveDetails, objective_id: str | None = None
) -> None:
    """Add or change an objective of a goal. Raises Refused at the field that is wrong."""
    details = cleaned(details, long=_WORDS)
    required(details.words, "words", "Please say what will be counted or seen.")
    what = {"goal": goal_id, **asdict(details)}
    _put(Objective, "Record an objective", goal(goal_id).member_id, what, objective_id)


def save_intervention(
    goal_id: str, details: InterventionDetails, intervention_id: str | None = None
) -> None:
    """Add or change an intervention of a goal. Raises Refused at the field that is wrong."""
    details = cleaned(details, long=_WORDS)
    required(details.words, "words", "Please say what is done.")
    what = {"goal": goal_id, **asdict(details)}
    _put(Intervention, "Record an intervention", goal(goal_id).member_id, what, intervention_id)


def _put(
    table: Any, label: str, member_id: str, what: dict[str, object], part_id: str | None
) -> None:
    with operation(CLINICAL, label):
        begin(member_id)
        if part_id is None:
            last = table.select(fn.MAX(table.position)).where(table.member_id == member_id)
            position = (last.scalar() or 0) + 1
            table.create(member_id=member_id, **what | {"position": position})
        else:
            table.update(**what).where(table.id == part_id).execute()


def remove_problem(problem_id: str) -> None:
    """Take a problem out; its goals stay. Raises Refused if it was ever signed."""
    row = one(Problem.select().where(Problem.id == problem_id), ProblemRow)
    _never_signed(row.member_id, problem_id)
    with operation(CLINICAL, "Take out a problem"):
        begin(row.member_id)
        Goal.update(problem=None).where(Goal.problem == problem_id).execute()
        Problem.delete().where(Problem.id == problem_id).execute()


def remove_goal(goal_id: str) -> None:
    """Take a goal out, with all under it. Raises Refused if it was ever signed or worked on."""
    member_id = goal(goal_id).member_id
    _never_signed(member_id, goal_id)
    if NoteGoal.select().where(NoteGoal.goal == goal_id).exists():
        raise Refused(WORKED_ON)
    with operation(CLINICAL, "Take out a goal"):
        begin(member_id)
        for table in (Objective, Intervention):
            table.delete().where(table.goal == goal_id).execute()
        Goal.delete().where(Goal.id == goal_id).execute()


def remove_objective(objective_id: str) -> None:
    """Take an objective out. Raises Refused if it was ever signed."""
    _remove(Objective, "Take out an objective", objective_id)


def remove_intervention(intervention_id: str) -> None:
    """Take an intervention out. Raises Refused if it was ever signed."""
    _remove(Intervention, "Take out an intervention", intervention_id)


def _remove(table: Any, label: str, part_id: str) -> None:
    member_id = table.get_by_id(part_id).member_id
    _never_signed(member_id, part_id)
    with operation(CLINICAL, label):
        begin(member_id)
        table.delete().where(table.id == part_id).execute()


def _never_signed(member_id: str, part_id: str) -> None:
    """A signed version's content holds the ids of its parts."""
    if any(part_id in version.content for version in versions(member_id)):
        raise Refused(STOOD)


def problems(member_id: str) -> list[ProblemRow]:
    """A member's problems, in the order they were put down."""
    query = Problem.select().where(Problem.member_id == member_id)
    return rows(query.order_by(Problem.position), ProblemRow)


def goal(goal_id: str) -> GoalRow:
    """One goal."""
    return one(Goal.select().where(Goal.id == goal_id), GoalRow)


def goals(member_id: str) -> list[GoalRow]:
    """A member's goals, oldest first."""
    query = Goal.select().where(Goal.member_id == member_id)
    return rows(query.order_by(Goal.started_on, Goal.position, Goal.id), GoalRow)


def goals_on(member_id: str, day: date) -> list[GoalRow]:
    """The goals a member was working towards on a day."""
    return [
        goal
        for goal in goals(member_id)
        if goal.started_on <= day and (goal.closed_on is None or goal.closed_on >= day)
    ]


def objectives(member_id: str) -> list[ObjectiveRow]:
    """The objectives of all of a member's goals, in the order they were put down."""
    query = Objective.select().where(Objective.member_id == member_id)
    return rows(query.order_by(Objective.position), ObjectiveRow)


def interventions(member_id: str) -> list[InterventionRow]:
    """The interventions of all of a member's goals, in the order they were put down."""
    query = Intervention.select().where(Intervention.member_id == member_id)
    return rows(query.order_by(Intervention.position), InterventionRow)
