"""What the cards of all groups show, read together."""

from dataclasses import dataclass
from datetime import datetime

from practice.desk import groups, roster, schedule, segments, waitlist
from practice.desk.groups import GroupRow
from practice.desk.practice import today
from practice.desk.roster import GROUP_SIZE
from practice.desk.segments import Plan
from practice.ui.groups.strip import SESSIONS, Bar, bar


@dataclass(frozen=True)
class CardView:
    """One group; `next` is wall time, `bars` are its last sessions, oldest first."""

    group: GroupRow
    size: int
    next: datetime | None
    plan: Plan
    bars: tuple[Bar, ...]
    waiting: int

    @property
    def full(self) -> bool:
        """Whether ten are in it today."""
        return self.size >= GROUP_SIZE

    @property
    def over(self) -> bool:
        """Whether the group's last day has passed."""
        return self.group.ends_on is not None and self.group.ends_on < today()


def cards() -> list[CardView]:
    """Every group by weekday and time, those that ended last."""
    found = groups.groups()
    sizes, waiting, coming = roster.sizes_on(today()), waitlist.sizes(), schedule.next_of_groups()
    plans = segments.of_groups()
    past = {group.id: schedule.last_of_group(group.id, SESSIONS) for group in found}
    tallies = schedule.tallies([one.id for sessions in past.values() for one in sessions])
    shown = [
        CardView(
            group=group,
            size=sizes.get(group.id, 0),
            next=coming.get(group.id),
            plan=plans.get(group.id, ()),
            bars=tuple(bar(one.state, tallies.get(one.id)) for one in past[group.id]),
            waiting=waiting.get(group.id, 0),
        )
        for group in found
    ]
    return sorted(shown, key=lambda card: card.over)
