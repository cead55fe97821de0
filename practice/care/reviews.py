"""Treatment plans whose review is due."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from practice.desk import members
from practice.desk.practice import today
from practice.models.clinical import Plan
from practice.models.enums import PlanState
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
    day = today()
    names = {row.id: row.full_name for row in members.members()}
    found = [
        Review(member_id, names[member_id], version, review_on, (review_on - day).days)
        for member_id, (version, review_on) in _in_force().items()
        if member_id in names and review_on <= day + SOON
    ]
    return sorted(found, key=lambda review: (review.review_on, review.name))


def of_member(member_id: str) -> Review | None:
    """This member's review, if it is due; their name is left out."""
    for version, review_on in _in_force(Plan.member_id == member_id).values():
        days = (review_on - today()).days
        return Review(member_id, "", version, review_on, days) if days <= SOON.days else None
    return None


def _in_force(where: Any = True) -> dict[str, tuple[int, date]]:
    query = Plan.select(Plan.member_id, Plan.version, Plan.review_on, Plan.state).where(where)
    found: dict[str, tuple[int, date]] = {}
    signed: set[str] = set()
    for member_id, version, review_on, state in tuples(query.order_by(Plan.version)):
        if state is PlanState.SIGNED or member_id not in signed:
            found[member_id] = (version, review_on)
        if state is PlanState.SIGNED:
            signed.add(member_id)
    return found
