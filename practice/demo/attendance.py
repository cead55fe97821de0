"""How demo members come and stay away: plausible presence over a year, from a seed."""

from dataclasses import dataclass
from enum import Enum
from random import Random


class Habit(Enum):
    """A member's tendency over the year."""

    RELIABLE = "reliable"
    STEADY = "steady"
    DRIFTING = "drifting"
    RETURNING = "returning"
    LATE = "late"


class Outcome(Enum):
    """What became of one member's place in one session; the words of the attendance statuses."""

    ATTENDED = "attended"
    NO_SHOW = "no_show"
    LATE_CANCEL = "late_cancel"
    CLIENT_CANCEL = "client_cancel"
    EXCUSED = "excused"


@dataclass(frozen=True)
class Presence:
    """One place in one session; stretches of (in, out) in minutes after the actual start."""

    outcome: Outcome
    stretches: tuple[tuple[int, int], ...] = ()

    @property
    def joined(self) -> int:
        """Minutes late; 0 if there from the start or not at all."""
        return self.stretches[0][0] if self.stretches else 0

    def left_before(self, minutes: int) -> int:
        """Minutes missed at the end of a session of `minutes`."""
        return minutes - self.stretches[-1][1] if self.stretches else 0


_MISSES = {Habit.RELIABLE: 0.06, Habit.STEADY: 0.13, Habit.LATE: 0.11}
_DRIFT_END = 0.85
_AWAY = 0.92
_ABSENCES = {
    Outcome.NO_SHOW: 0.38,
    Outcome.LATE_CANCEL: 0.2,
    Outcome.CLIENT_CANCEL: 0.3,
    Outcome.EXCUSED: 0.12,
}


def attendance(habit: Habit, minutes: int, weeks: int, random: Random) -> tuple[Presence, ...]:
    """One presence per week of a group of `minutes`, the same for the same random state."""
    away_from = random.uniform(0.35, 0.5)
    away_for = random.uniform(0.1, 0.18)
    presences = []
    for week in range(weeks):
        share = week / max(1, weeks - 1)
        away = habit is Habit.RETURNING and away_from <= share < away_from + away_for
        if random.random() < _missing(habit, share, away=away):
            presences.append(Presence(_absence(habit, random, away=away)))
        else:
            presences.append(Presence(Outcome.ATTENDED, _stretches(habit, minutes, random)))
    return tuple(presences)


def _missing(habit: Habit, share: float, *, away: bool) -> float:
    """The chance of staying away after this share (0 to 1) of the year."""
    if habit is Habit.DRIFTING:
        return 0.06 + (_DRIFT_END - 0.06) * max(0.0, (share - 0.3) / 0.7)
    if habit is Habit.RETURNING:
        return _AWAY if away else 0.1
    return _MISSES[habit]


def _absence(habit: Habit, random: Random, *, away: bool) -> Outcome:
    if (away or habit is Habit.DRIFTING) and random.random() < 0.4:
        return Outcome.NO_SHOW
    return random.choices(list(_ABSENCES), list(_ABSENCES.values()))[0]


def _stretches(habit: Habit, minutes: int, random: Random) -> tuple[tuple[int, int], ...]:
    late = 0.45 if habit is Habit.LATE else 0.07
    start = random.randint(3, max(4, minutes // 4)) if random.random() < late else 0
    end = minutes - random.randint(5, max(6, minutes // 4)) if random.random() < 0.05 else minutes
    if minutes >= 45 and random.random() < 0.03:
        drop = random.randint(start + 8, end - 8)
        return ((start, drop), (drop + random.randint(1, 3), end))
    return ((start, end),)
