"""Each demo member's treatment plan as rows: signed, and reviewed about every eighty days."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from practice.care.plan_content import Content, GoalPart, ProblemPart
from practice.care.plans import GoalRow, InterventionRow, ObjectiveRow, PlanDates, ProblemRow
from practice.demo.clinicians import CLINICIANS
from practice.demo.profiles import Goal, Profile
from practice.demo.rows import Row, Rows, id_of, user_id, week_of
from practice.demo.world import Place, World
from practice.models.clinical import Plan
from practice.models.enums.plans import PlanState

SOONEST, SPREAD = 70, 21


def add_plan(made: Rows, world: World, place: Place, about: Profile) -> None:
    """Every version up to the world's day, and the parts they are made of."""
    joined = week_of(world, place.since, place.group)
    last = world.day if place.until is None else week_of(world, place.until, place.group)
    interval = timedelta(days=SOONEST + int(id_of("review", place.member.key)[:4], 16) % SPREAD)
    reviews = max(0, (last - joined).days) // interval.days
    problem = _problem(about)
    goals = [_goal(place, about, number, joined) for number in range(len(about.goals))]
    parts = (ProblemPart(problem=problem, goals=tuple(goals)),)
    for done in range(reviews + 1):
        begun = joined + done * interval
        content = Content(
            dates=PlanDates(starts_on=begun, review_on=begun + interval, agreed_on=begun),
            diagnoses=tuple(f"{found.code} {found.words}" for found in about.diagnoses),
            problems=parts,
        )
        row = _version(world, place, done + 1, content)
        state = PlanState.SIGNED if done < reviews else PlanState.DRAFT
        made.add(made.clinical, "plan", **row, state=state)
    made.add(made.clinical, "problem", **problem.__dict__)
    for part in goals:
        made.add(made.clinical, "goal", **part.goal.__dict__)
        for objective in part.objectives:
            made.add(made.clinical, "objective", **objective.__dict__)
        for intervention in part.interventions:
            made.add(made.clinical, "intervention", **intervention.__dict__)


def _version(world: World, place: Place, version: int, content: Content) -> Row:
    author = CLINICIANS[place.group.clinician]
    key, dates = place.member.key, content.dates
    return {
        "id": id_of("plan", key, version),
        "member_id": id_of("member", key),
        "version": version,
        "author_id": user_id(place.group.clinician),
        "starts_on": dates.starts_on,
        "review_on": dates.review_on,
        "agreed_on": dates.agreed_on,
        "content": content.to_text(),
        "signed_at": _evening(dates.starts_on, world.zone),
        "signed_by": user_id(place.group.clinician),
        "signature": f"{author.name}, {author.credentials}",
    }


def _evening(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(20, 0), tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _problem(about: Profile) -> ProblemRow:
    key = about.member.key
    return ProblemRow(
        id=id_of("problem", key), member_id=id_of("member", key), position=1, words=about.problem
    )


def _goal(place: Place, about: Profile, number: int, joined: date) -> GoalPart:
    key, goal = about.member.key, about.goals[number]
    author = CLINICIANS[place.group.clinician]
    goal_id, member_id = id_of("goal", key, number), id_of("member", key)
    return GoalPart(
        goal=GoalRow(
            id=goal_id,
            member_id=member_id,
            position=number + 1,
            words=goal.words,
            started_on=joined,
            problem=id_of("problem", key),
        ),
        objectives=(_objective(goal, goal_id, member_id, number, joined),),
        interventions=(
            InterventionRow(
                id=id_of("intervention", key, number),
                member_id=member_id,
                position=number + 1,
                goal=goal_id,
                words=f"{place.group.kind}: {place.group.name}",
                frequency=f"weekly, {place.group.minutes} minutes",
                responsible=f"{author.name}, {author.credentials}",
            ),
        ),
    )


def _objective(goal: Goal, goal_id: str, member_id: str, number: int, joined: date) -> ObjectiveRow:
    return ObjectiveRow(
        id=id_of("objective", goal_id),
        member_id=member_id,
        position=number + 1,
        goal=goal_id,
        words=goal.objective,
        target_on=joined + timedelta(days=365),
    )


def sign_all() -> None:
    """The newest are drafts while their parts are written, as the database asks; sign them."""
    Plan.update(state=PlanState.SIGNED).where(Plan.state == PlanState.DRAFT).execute()
