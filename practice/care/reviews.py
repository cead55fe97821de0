"""Treatment plans whose review is due."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from peewee import fn

from practice.desk import members
from practice.desk.practice import today
from practice.models.clinical import Plan
from practice.models.enums.plans import PlanState
from practice.models.read import tuples

SOON = timedelta(days=7)


@dataclass(frozen=True)
class Review:
    """A current member's plan to review; `days` to go, below 0 when it is overdue."""

    member_id: str
    name: str
    version: int
    review_on: date
    days: int

    @property
    def words(self) -> str:
        """When it is due."""
        if self.days == 0:
            return "due today"
        count = abs(self.days)
        span = f"{count} day" if count == 1 else f"{count} days"
        return f"due in {span}" if self.days > 0 else f"{span} overdue"


def due() -> list[Review]:
    """Plans of current members to review within a week or before now, the longest overdue first.

    The version in force counts: the newest signed one, or the draft where none is signed yet.
    """
    day, names = today(), {row.id: row.full_name for row in members.members()}
    found = [
        Review(member_id, names[member_id], version, review_on, (review_on - day).days)
        for member_id, version, review_on in _in_force(day, Plan.member_id.in_(list(names)))
    ]
    return sorted(found, key=lambda review: (review.review_on, review.name))


def of_member(member_id: str) -> Review | None:
    """This member's review, if it is due; their name is left out."""
    day = today()
    for _, version, review_on in _in_force(day, Plan.member_id == member_id):
        return Review(member_id, "", version, review_on, (review_on - day).days)
    return None


def _in_force(day: date, *which: Any) -> list[tuple[Any, ...]]:
    """Member, version and review date of those due; read from an index, not from the plans."""
    columns = (Plan.member_id, Plan.version, Plan.review_on)
    soon = Plan.review_on <= day + SOON
    other = Plan.alias()
    newer = other.select().where(other.state == PlanState.SIGNED, other.member_id == Plan.member_id)
    signed = Plan.select(*columns).where(
        Plan.state == PlanState.SIGNED,
        soon,
        ~fn.EXISTS(newer.where(other.version > Plan.version)),
        *which,
    )
    drafts = Plan.select(*columns).where(
        Plan.state == PlanState.DRAFT, soon, ~fn.EXISTS(newer), *which
    )
    return [*tuples(signed), *tuples(drafts)]
