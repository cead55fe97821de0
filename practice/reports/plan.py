"""The printed treatment plan: one version, signed or marked as a draft on every page.

It has what a reviewer asks for: diagnoses, problems, goals, measurable objectives with target
dates, interventions with frequency and who is responsible, the date of the next review, and room
for both signatures.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from practice.models.enums.practice import Paper
from practice.reports.page import Frame
from practice.reports.parts import LABEL, STRONG, Column, Composer, Letterhead
from practice.reports.people import Member, Signature, add_signature, running_words
from practice.reports.setting import Span
from practice.reports.words import day

KIND = "Treatment plan"
WATERMARK = "Draft"
DRAFT_STATEMENT = "Draft of version {}: not signed, and not yet a part of the record."
OTHER_GOALS = "Goals without a problem"
_NOTHING = "Nothing is on record."
_OBJECTIVES = (
    Column("No.", 8), Column("Measurable objective", 64), Column("By", 16), Column("Status", 16),
)  # fmt: skip
_INTERVENTIONS = (
    Column("Intervention", 44), Column("How often", 24), Column("Responsible", 22),
    Column("Status", 14),
)  # fmt: skip


@dataclass(frozen=True)
class Objective:
    """A measurable step; `status` in words."""

    words: str
    status: str
    target: date | None = None


@dataclass(frozen=True)
class Intervention:
    """What is done, how often and by whom; `status` in words."""

    words: str
    status: str
    frequency: str = ""
    responsible: str = ""


@dataclass(frozen=True)
class Goal:
    """A goal with what stands under it; `status` in words."""

    words: str
    status: str
    since: date
    target: date | None = None
    ended: date | None = None
    objectives: tuple[Objective, ...] = ()
    interventions: tuple[Intervention, ...] = ()


@dataclass(frozen=True)
class Problem:
    """A problem with its goals; without words it gathers the goals that belong to none."""

    words: str
    status: str
    goals: tuple[Goal, ...] = ()


@dataclass(frozen=True)
class TreatmentPlan:
    """Everything a printed plan says; a signature without a moment makes it a draft."""

    letterhead: Letterhead
    member: Member
    version: int
    starts: date
    review: date
    signature: Signature
    zone: str
    agreed: date | None = None
    diagnoses: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    statement: str = ""
    paper: Paper = Paper.LETTER

    @property
    def draft(self) -> bool:
        """Whether nobody has signed it."""
        return self.signature.signed_at is None

    @property
    def version_words(self) -> str:
        """`Version 2`, or `Version 2, draft`."""
        return f"Version {self.version}{', draft' if self.draft else ''}"


def render(plan: TreatmentPlan) -> bytes:
    """The PDF; the same plan always gives the same bytes.

    Raises Refused for a character no font has, Unavailable for a font that is not installed.
    """
    page = Composer(plan.paper)
    page.letterhead(plan.letterhead)
    page.title(KIND)
    page.facts(_facts(plan))
    for number, problem in enumerate(plan.problems, start=1):
        _add_problem(page, number, problem)
    if not plan.problems:
        page.paragraph(_NOTHING, where="the plan")
    add_signature(page, plan.signature, plan.zone)
    page.signature(plan.member.name, ["Member, or the person who signs for them"], "")
    draft = DRAFT_STATEMENT.format(plan.version) if plan.draft else ""
    return page.print(
        Frame(
            kind=KIND,
            paper=plan.paper,
            who=running_words(KIND, plan.member),
            period=plan.version_words,
            footer=(plan.letterhead.practice,),
            statement="\n".join(filter(None, (draft, plan.statement))),
            watermark=WATERMARK if plan.draft else "",
        )
    )


def _facts(plan: TreatmentPlan) -> list[tuple[str, str]]:
    member = plan.member
    found = [
        ("Member", member.name),
        ("Version", plan.version_words.removeprefix("Version ")),
        ("Birth date", day(member.birth_date) if member.birth_date else ""),
        ("In effect from", day(plan.starts)),
        ("Member ID", member.member_id),
        ("Review due", day(plan.review)),
        ("Payer", member.payer),
        ("Agreed with", f"the member on {day(plan.agreed)}" if plan.agreed else "Not recorded"),
        ("Diagnosis", "\n".join(plan.diagnoses)),
    ]
    return [(label, value) for label, value in found if value.strip()]


def _add_problem(page: Composer, number: int, problem: Problem) -> None:
    if problem.words:
        page.heading(f"Problem {number}")
        page.paragraph(problem.words, where=f"problem {number}", keep=True)
        page.paragraph(problem.status, where="a status", style=LABEL, keep=bool(problem.goals))
    else:
        page.heading(OTHER_GOALS)
    for place, goal in enumerate(problem.goals, start=1):
        _add_goal(page, f"{number}.{place}", goal)


def _add_goal(page: Composer, number: str, goal: Goal) -> None:
    where = f"goal {number}"
    page.gap(8)
    page.spans(Span(f"Goal {number}", STRONG), keep=True)
    page.paragraph(goal.words, where=where, keep=True)
    page.paragraph(_state(goal), where=where, style=LABEL, keep=bool(goal.objectives))
    if goal.objectives:
        page.gap(4)
        rows = [
            (f"{number}.{place}", one.words, day(one.target) if one.target else "", one.status)
            for place, one in enumerate(goal.objectives, start=1)
        ]
        page.table(_OBJECTIVES, rows, where=f"the objectives of {where}")
    if goal.interventions:
        page.gap(8)
        done: Sequence[Sequence[str]] = [
            (one.words, one.frequency, one.responsible, one.status) for one in goal.interventions
        ]
        page.table(_INTERVENTIONS, done, where=f"the interventions of {where}")


def _state(goal: Goal) -> str:
    parts = (
        goal.status,
        f"since {day(goal.since)}",
        f"target {day(goal.target)}" if goal.target else "",
        f"ended {day(goal.ended)}" if goal.ended else "",
    )
    return " · ".join(filter(None, parts))
