"""What the cards of all groups show, read together."""

from dataclasses import dataclass

from practice.desk import groups, roster, schedule, segments, waitlist
from practice.desk.groups import GroupRow
from practice.desk.practice import today
from practice.desk.roster import GROUP_SIZE
from practice.desk.schedule import SessionRow
from practice.desk.segments import Plan
from practice.ui.groups.strip import SESSIONS, Bar, bar


@dataclass(frozen=True)
class CardView:
    """One group; `bars` are its last sessions, oldest first."""

    group: GroupRow
    size: int
    next: SessionRow | None
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
    sizes, waiting = roster.sizes_on(today()), waitlist.sizes()
    found = [
        _card(group, sizes.get(group.id, 0), waiting.get(group.id, 0)) for group in groups.groups()
    ]
    return sorted(found, key=lambda card: card.over)


def _card(group: GroupRow, size: int, waiting: int) -> CardView:
    past = list(reversed(schedule.of_group(group.id, SESSIONS)))
    tallies = schedule.tallies([session.id for session in past])
    return CardView(
        group=group,
        size=size,
        next=schedule.next_of_group(group.id),
        plan=segments.of_group(group.id),
        bars=tuple(bar(session, tallies.get(session.id)) for session in past),
        waiting=waiting,
    )
