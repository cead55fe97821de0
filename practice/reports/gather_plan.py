"""From the record to the documents of a plan and of psychotherapy notes, and what may not leave."""

from practice.care import company, plan_content, plan_signing, psychotherapy
from practice.care.issued import Issue
from practice.care.plan_content import GoalPart, ProblemPart
from practice.care.plans import PlanRow
from practice.care.psychotherapy import PsychotherapyRow, Release
from practice.desk.practice import practice, signed_in, user
from practice.errors import Refused
from practice.models.enums.plans import GOAL_STATUS_WORDS
from practice.reports.gather import letterhead, member_of, signature, signed_as
from practice.reports.plan import KIND, Goal, Intervention, Objective, Problem, TreatmentPlan
from practice.reports.progress import PART2_STATEMENT
from practice.reports.psychotherapy import Note, PsychotherapyNotes
from practice.reports.release import check_known
from practice.reports.words import day

SIGNED_NAME = " Signed words never change, so begin a new version and put it right there."
OTHER_NAME = (
    "The note of {} says “{}”, the name of another member. Please write who is meant without the "
    "name, or leave this note out."
)


def treatment_plan(plan: PlanRow) -> TreatmentPlan:
    """One version as printed: a signed one as it was signed, a draft as of now."""
    here = practice()
    author = user(plan.signed_by or plan.author_id)
    content = plan_content.of_plan(plan)
    return TreatmentPlan(
        letterhead=letterhead(here, author),
        member=member_of(plan.member_id),
        version=plan.version,
        starts=content.dates.starts_on,
        review=content.dates.review_on,
        agreed=content.dates.agreed_on,
        signature=(
            signed_as(plan.signature, author, plan.signed_at)
            if plan.signed_at
            else signature(author)
        ),
        zone=here.time_zone,
        diagnoses=content.diagnoses,
        problems=tuple(_problem(part) for part in content.problems),
        statement=PART2_STATEMENT if here.part2 else "",
        paper=here.paper,
    )


def _problem(part: ProblemPart) -> Problem:
    words, status = ("", "")
    if part.problem is not None:
        words, status = part.problem.words, GOAL_STATUS_WORDS[part.problem.status]
    return Problem(words, status, tuple(_goal(goal) for goal in part.goals))


def _goal(part: GoalPart) -> Goal:
    goal, say = part.goal, GOAL_STATUS_WORDS
    return Goal(
        words=goal.words,
        status=say[goal.status],
        since=goal.started_on,
        target=goal.target_on,
        ended=goal.closed_on,
        objectives=tuple(
            Objective(row.words, say[row.status], row.target_on) for row in part.objectives
        ),
        interventions=tuple(
            Intervention(row.words, say[row.status], row.frequency, row.responsible)
            for row in part.interventions
        ),
    )


def plan_entry(plan: PlanRow) -> Issue:
    """What is written down about a plan when it leaves."""
    return Issue(
        member_id=plan.member_id,
        kind=KIND if plan.signed else f"{KIND}, draft",
        title=f"Version {plan.version}",
        period_from=plan.starts_on,
        period_until=plan.review_on,
    )


def check_plan(plan: PlanRow) -> None:
    """Raise Refused for a plan that must not leave: nobody could tell whose it is, or it names
    another member."""
    check_known(plan.member_id)
    words = plan_signing.other_name(plan.member_id, plan_content.of_plan(plan))
    if words:
        raise Refused(words + SIGNED_NAME if plan.signed else words)


def psychotherapy_notes(release: Release, wanted: list[PsychotherapyRow]) -> PsychotherapyNotes:
    """Exactly these notes, all on record and the asker's own, in the order of their days.

    Raises Refused, at its field, for what must not leave.
    """
    checked = psychotherapy.check_release(release)
    if checked.authorized_on is None:
        raise ValueError("a checked release has its day")
    check_known(checked.member_id)
    here, author = practice(), signed_in()
    found = [psychotherapy.note(row.id) for row in wanted]
    for row in found:
        _check_names(row)
    return PsychotherapyNotes(
        letterhead=letterhead(here, author),
        member=member_of(checked.member_id),
        recipient=checked.recipient,
        authorized_on=checked.authorized_on,
        signature=signature(author),
        zone=here.time_zone,
        notes=tuple(
            Note(row.day, row.text, row.signed_at) for row in sorted(found, key=lambda r: r.day)
        ),
        statement=PART2_STATEMENT if here.part2 else "",
        paper=here.paper,
    )


def _check_names(row: PsychotherapyRow) -> None:
    people = company.people_around(row.member_id, row.day, row.day)
    for finding in company.named(people, row.member_id, row.text):
        raise Refused(OTHER_NAME.format(day(row.day), finding.text))
