"""Times of a day as minutes, and how appointments that overlap share a column. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from practice.desk.calendar import Appointment

DAY = 24 * 60
MORNING = time(9)
USUAL = 50
"""Minutes of an appointment nobody gave a length."""
STEP = 30
"""Minutes from one free time to the next under the arrow keys."""
SNAP = 5
"""Minutes to which everything dragged, moved and resized snaps."""


@dataclass(frozen=True)
class Spot:
    """A span in one column: minutes from midnight on the practice's wall."""

    column: int
    minute: int
    minutes: int = STEP

    @property
    def end(self) -> int:
        """The minute it ends, after midnight too."""
        return self.minute + self.minutes

    def moved(self, *, columns: int = 0, minutes: int = 0) -> "Spot":
        """Shifted; it stays within its day."""
        minute = min(max(0, self.minute + minutes), DAY - SNAP)
        return replace(self, column=self.column + columns, minute=minute)

    def longer(self, minutes: int) -> "Spot":
        """Longer or shorter, at least one snap."""
        return replace(self, minutes=max(SNAP, self.minutes + minutes))


def at(day: date, minute: int) -> datetime:
    """A wall time of a day."""
    return datetime.combine(day, time.min) + timedelta(minutes=minute)


def minute_of(when: datetime) -> int:
    """Minutes from midnight."""
    return when.hour * 60 + when.minute


def snapped(minute: float, to: int = SNAP) -> int:
    """The nearest minute things may begin at."""
    return round(minute / to) * to


@dataclass(frozen=True)
class Placed:
    """An appointment in its column: which lane of how many."""

    appointment: Appointment
    lane: int
    lanes: int


def side_by_side(appointments: Sequence[Appointment]) -> list[Placed]:
    """Those of one column, each in a lane; those that touch nobody get the whole width."""
    placed: list[Placed] = []
    cluster: list[tuple[Appointment, int]] = []
    free_at: list[datetime] = []
    for one in sorted(appointments, key=lambda one: (one.starts, -one.minutes, one.id)):
        if free_at and one.starts >= max(free_at):
            placed += [Placed(each, lane, len(free_at)) for each, lane in cluster]
            cluster, free_at = [], []
        lane = next((n for n, end in enumerate(free_at) if end <= one.starts), len(free_at))
        free_at[lane : lane + 1] = [one.ends]
        cluster.append((one, lane))
    return placed + [Placed(each, lane, len(free_at)) for each, lane in cluster]
