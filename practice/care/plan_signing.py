"""Signing a version of a treatment plan: what stands in the way, and the signature itself.

A signed version keeps its words, dates and diagnoses as they stood; the database refuses every
later change. What changes afterwards belongs to the next version.
"""

from datetime import timedelta

from practice import clock
from practice.care import company, plan_content, plans
from practice.care.plan_content import Content
from practice.care.plans import PlanRow
from practice.desk.practice import today, user
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import CLINICAL
from practice.models.clinical import Plan
from practice.models.enums.plans import GoalStatus, PlanState
from practice.vault.confirmation import Confirmation

NOTHING = "There is no draft of this plan to sign."
NO_GOAL = "No goal is in progress, so there is nothing to sign yet. Add a goal first."
OTHER_NAME = (
    "The plan says “{}”, the name of another member. Please write “a peer”, or say who is meant "
    "without the name."
)
_AROUND = timedelta(days=365)


def draft(member_id: str) -> PlanRow | None:
    """The open draft version of a member's plan."""
    return next((row for row in plans.versions(member_id) if not row.signed), None)


def obstacle(member_id: str) -> str:
    """What stands in the way of signing, in words; nothing if it can be signed."""
    row = draft(member_id)
    if row is None:
        return NOTHING
    content = plan_content.of_plan(row)
    if not any(part.goal.status is GoalStatus.ACTIVE for part in content.goals):
        return NO_GOAL
    return other_name(member_id, content)


def other_name(member_id: str, content: Content) -> str:
    """Words about another member who is surely named, of those around in the year before."""
    people = company.people_around(member_id, content.dates.starts_on - _AROUND, today())
    for text in plan_content.words_of(content):
        for finding in company.named(people, member_id, text):
            return OTHER_NAME.format(finding.text)
    return ""


def sign(member_id: str, confirmed: Confirmation) -> None:
    """Sign the draft as the person signed in, who just entered their passphrase.

    Raises Refused with what stands in the way.
    """
    confirmed.require(CLINICAL.actor)
    row = draft(member_id)
    if row is None or (words := obstacle(member_id)):
        raise Refused(NOTHING if row is None else words)
    with operation(CLINICAL, "Sign a treatment plan", undoable=False):
        Plan.update(
            state=PlanState.SIGNED,
            content=plan_content.of_plan(row).to_text(),
            signed_at=clock.now(),
            signed_by=CLINICAL.actor,
            signature=user(CLINICAL.actor).signature,
        ).where(Plan.id == row.id).execute()
