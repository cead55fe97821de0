"""Signing a version of a treatment plan: what stands in the way, and the signature itself.

A signed version keeps its words, dates and diagnoses as they stood; the database refuses every
later change. What changes afterwards belongs to the next version.
"""

from datetime import timedelta

from practice import clock
from practice.care import company, plan_content, plans
from practice.care.namecheck import Finding
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
    "The plan says “{}”, the name of another member. Please write “a peer”, or keep the name and "
    "say who is meant."
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
    return other_name(row, content)


def other_name(row: PlanRow, content: Content) -> str:
    """Words about another member who is surely named, of those around in the year before."""
    return next((OTHER_NAME.format(finding.text) for finding in named(row, content)), "")


def named(row: PlanRow, content: Content) -> list[Finding]:
    """Other members surely named in a version, each name once, without those that may stay.

    What a clinician said of a name in one version (`othernames.keep_name`) holds for later ones.
    """
    people = company.people_around(row.member_id, content.dates.starts_on - _AROUND, today())
    ids = [version.id for version in plans.versions(row.member_id)]
    kept = set[tuple[str, str]]().union(*company.kept_names(ids).values())
    found = {
        (finding.person_id, finding.text): finding
        for text in plan_content.words_of(content)
        for finding in company.named(people, row.member_id, text)
        if not company.is_kept(kept, finding)
    }
    return list(found.values())


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
