"""The treatment plan: a draft that grows, a signature that keeps it, the next from the last."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from practice.care import notes, plan_content, plan_signing, plans, reviews
from practice.care.plan_content import Lack
from practice.care.plans import (
    GoalDetails,
    InterventionDetails,
    ObjectiveDetails,
    PlanDates,
    ProblemDetails,
)
from practice.desk import archiving
from practice.desk.practice import practice, save_practice, today
from practice.errors import Refused
from practice.models import audit
from practice.models.audit import operation
from practice.models.base import CLINICAL
from practice.models.clinical import Goal, Intervention, Objective, Plan, Problem
from practice.models.enums.plans import GoalStatus, PlanState, Progress
from tests.build import a_full_group, some_members
from tests.care.story import give_goals, run_group
from tests.conftest import PASSPHRASE, Clock, Opened

TODAY = date(2026, 11, 17)


def a_plan(member: str) -> None:
    """One problem with one goal, an objective and an intervention, all a reviewer asks for."""
    give_goals(member, 1)
    plans.save_problem(member, ProblemDetails(words="Drinks on five evenings of most weeks"))
    goal, problem = plans.goals(member)[0], plans.problems(member)[0]
    plans.save_goal(member, replace(goal, problem=problem.id), goal.id)
    plans.save_objective(
        goal.id, ObjectiveDetails(words="Wait with 8 of 10 urges", target_on=date(2026, 12, 31))
    )
    plans.save_intervention(
        goal.id,
        InterventionDetails(words="Group", frequency="weekly", responsible="Maria Lopez, LCSW"),
    )
    plans.save_dates(
        member,
        PlanDates(starts_on=TODAY, review_on=TODAY + timedelta(days=90), agreed_on=TODAY),
    )


def sign(opened: Opened, member: str) -> None:
    plan_signing.sign(member, opened.vault.confirm(opened.user_id, PASSPHRASE))


def test_the_first_part_begins_version_one_and_its_review_is_as_settings_say(
    opened: Opened,
) -> None:
    save_practice(replace(practice(), review_days=30))
    (dana,) = some_members(1)
    assert plans.versions(dana) == []
    plans.save_goal(dana, GoalDetails(words="Sleep through", started_on=TODAY))
    (plan,) = plans.versions(dana)
    assert (plan.version, plan.state, plan.signed) == (1, PlanState.DRAFT, False)
    assert plan.review_on == TODAY + timedelta(days=30)


def test_a_signed_version_keeps_its_words_and_the_next_begins_from_it(opened: Opened) -> None:
    (dana,) = some_members(1)
    a_plan(dana)
    sign(opened, dana)
    first = plans.versions(dana)[0]
    before = plan_content.of_plan(first)
    assert before.diagnoses == ("F10.20 Alcohol dependence, uncomplicated",)
    goal = plans.goals(dana)[0]
    plans.save_goal(dana, replace(goal, words="Another wording"), goal.id)
    second, kept = plans.versions(dana)
    assert (second.version, second.signed, kept.version, kept.signed) == (2, False, 1, True)
    assert kept == first
    assert plan_content.of_plan(kept) == before
    assert before.goals[0].goal.words == "Notice urges and wait ten minutes"
    drafted = plan_content.of_plan(second)
    assert drafted.goals[0].goal.words == "Another wording"
    assert drafted.goals[0].objectives == before.goals[0].objectives
    assert drafted.goals[0].goal.id == goal.id


TAMPERING: tuple[Callable[[str], object], ...] = (
    lambda m: Plan.update(content="{}").where(Plan.member_id == m).execute(),
    lambda m: Plan.delete().where(Plan.member_id == m).execute(),
    lambda m: Goal.update(words="x").where(Goal.member_id == m).execute(),
    lambda m: Goal.delete().where(Goal.member_id == m).execute(),
    lambda m: Problem.delete().where(Problem.member_id == m).execute(),
    lambda m: Problem.create(member_id=m, words="x"),
    lambda m: Objective.update(words="x").where(Objective.member_id == m).execute(),
    lambda m: Intervention.update(words="x").where(Intervention.member_id == m).execute(),
)


@pytest.mark.parametrize("change", TAMPERING)
def test_the_database_refuses_to_change_what_is_signed(
    opened: Opened, change: Callable[[str], object]
) -> None:
    (dana,) = some_members(1)
    a_plan(dana)
    sign(opened, dana)
    with pytest.raises(Refused, match="never changes"), operation(CLINICAL, "Tamper"):
        change(dana)


def test_there_is_one_draft_at_most(opened: Opened) -> None:
    (dana,) = some_members(1)
    assert plans.begin(dana) == plans.begin(dana)
    row = plans.versions(dana)[0]
    what = {"author_id": opened.user_id, "starts_on": TODAY, "review_on": TODAY}
    with pytest.raises(Refused, match="begun already"), operation(CLINICAL, "Twice"):
        Plan.create(member_id=dana, version=row.version + 1, **what)


def test_signing_needs_the_person_at_work_a_draft_and_a_goal_in_progress(opened: Opened) -> None:
    dana, luis = some_members(2)
    with pytest.raises(Refused, match="no draft"):
        sign(opened, dana)
    plans.save_problem(dana, ProblemDetails(words="Cannot sleep"))
    with pytest.raises(Refused, match="No goal"):
        sign(opened, dana)
    give_goals(dana, 1)
    confirmed = opened.vault.confirm(opened.user_id, PASSPHRASE)
    with pytest.raises(Refused, match="signed in"):
        plan_signing.sign(dana, replace(confirmed, user_id=luis))
    sign(opened, dana)
    with pytest.raises(Refused, match="no draft"):
        sign(opened, dana)


def test_another_members_name_stands_in_the_way(opened: Opened) -> None:
    _, ids, _ = a_full_group(opened.user_id, 2)
    give_goals(ids[0], 1)
    goal = plans.goals(ids[0])[0]
    plans.save_objective(goal.id, ObjectiveDetails(words="Sit beside Luis Moreau without leaving"))
    assert "Luis Moreau" in plan_signing.obstacle(ids[0])
    with pytest.raises(Refused, match="another member"):
        sign(opened, ids[0])


def test_what_is_missing_is_told_in_the_order_of_the_plan(opened: Opened) -> None:
    (dana,) = some_members(1)
    plans.save_goal(dana, GoalDetails(words="Sleep through", started_on=TODAY))
    goal = plans.goals(dana)[0]

    def lacks() -> list[Lack]:
        content = plan_content.of_plan(plans.versions(dana)[0])
        return [missing.lack for missing in plan_content.missing(content)]

    assert lacks() == [
        *(Lack.DIAGNOSIS, Lack.PROBLEM, Lack.OBJECTIVE, Lack.TARGET, Lack.INTERVENTION),
        Lack.AGREED,
    ]
    plans.save_intervention(goal.id, InterventionDetails(words="Group"))
    plans.save_objective(goal.id, ObjectiveDetails(words="Six nights", target_on=TODAY))
    assert lacks() == [
        *(Lack.DIAGNOSIS, Lack.PROBLEM, Lack.FREQUENCY, Lack.RESPONSIBLE, Lack.AGREED),
    ]
    plans.save_goal(dana, replace(goal, status=GoalStatus.STOPPED), goal.id)
    assert lacks() == [Lack.DIAGNOSIS, Lack.AGREED]


def test_a_complete_plan_lacks_nothing(opened: Opened) -> None:
    (dana,) = some_members(1)
    a_plan(dana)
    assert plan_content.missing(plan_content.of_plan(plans.versions(dana)[0])) == []


def test_parts_are_taken_out_until_they_were_signed_or_worked_on(
    opened: Opened, clock_at: Clock
) -> None:
    story = run_group(clock_at, opened.user_id)
    member = story.members[0]
    plans.save_problem(member, ProblemDetails(words="A slip of the pen"))
    worked, other = plans.goals(member)
    plans.save_goal(member, replace(other, problem=plans.problems(member)[0].id), other.id)
    plans.save_objective(other.id, ObjectiveDetails(words="Count"))
    notes.prepare(story.session)
    note = next(n for n in notes.of_session(story.session) if n.member_id == member)
    notes.set_progress(note.id, worked.id, Progress.FORWARD)
    with pytest.raises(Refused, match="worked on this goal"):
        plans.remove_goal(worked.id)
    plans.remove_problem(plans.problems(member)[0].id)
    assert [goal.problem for goal in plans.goals(member)] == [None, None]
    plans.remove_goal(other.id)
    assert ([goal.id for goal in plans.goals(member)], plans.objectives(member)) == (
        [worked.id],
        [],
    )
    plans.save_intervention(worked.id, InterventionDetails(words="Group"))
    sign(opened, member)
    with pytest.raises(Refused, match="signed version"):
        plans.remove_intervention(plans.interventions(member)[0].id)


def test_taking_out_is_undone_whole(opened: Opened) -> None:
    (dana,) = some_members(1)
    a_plan(dana)
    before = plan_content.of_member(dana)
    done: list[audit.Changes] = []
    stop = audit.subscribe(done.append)
    plans.remove_goal(plans.goals(dana)[0].id)
    stop()
    assert plan_content.of_member(dana) != before
    audit.undo(CLINICAL, done[0].operation_id)
    assert plan_content.of_member(dana) == before


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("words", lambda m: plans.save_problem(m, ProblemDetails(words=" "))),
        ("words", lambda m: plans.save_goal(m, GoalDetails(words="", started_on=TODAY))),
        (
            "target_on",
            lambda m: plans.save_goal(
                m, GoalDetails(words="x", started_on=TODAY, target_on=date(2026, 1, 1))
            ),
        ),
        (
            "review_on",
            lambda m: plans.save_dates(
                m, PlanDates(starts_on=TODAY, review_on=TODAY - timedelta(days=1))
            ),
        ),
        ("words", lambda m: plans.save_problem(m, ProblemDetails(words="a\x00b"))),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field_and_begins_nothing(
    opened: Opened, field: str, change: Callable[[str], None]
) -> None:
    (dana,) = some_members(1)
    with pytest.raises(Refused) as refused:
        change(dana)
    assert refused.value.field == field
    assert plans.versions(dana) == []


def test_reviews_are_due_a_week_ahead_for_the_version_in_force(
    opened: Opened, clock_at: Clock
) -> None:
    dana, luis, aya = some_members(3)
    for member, days in ((dana, 3), (luis, 8), (aya, 5)):
        give_goals(member, 1)
        soon = today() + timedelta(days=days)
        plans.save_dates(member, PlanDates(starts_on=TODAY, review_on=soon))
    assert [(due.member_id, due.words) for due in reviews.due()] == [
        (dana, "due in 3 days"),
        (aya, "due in 5 days"),
    ]
    sign(opened, dana)
    plans.begin(dana)
    clock_at.advance(days=4)
    assert [(due.name, due.version, due.words) for due in reviews.due()] == [
        ("Dana Reyes", 1, "1 day overdue"),
        ("Aya Kobayashi", 1, "due in 1 day"),
        ("Luis Moreau", 1, "due in 4 days"),
    ]
    one = reviews.of_member(dana)
    assert one is not None
    assert one.words == "1 day overdue"
    sign(opened, dana)
    assert reviews.of_member(dana) is None
    archiving.archive(aya)
    assert [due.member_id for due in reviews.due()] == [luis]
