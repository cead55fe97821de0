"""How a demo member fares: hard beginnings, setbacks, and better weeks.

Once begun there is no way back to the beginnings, and no high spirits right after a setback.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from random import Random

from practice.demo.attendance import Habit, Outcome, Presence


class Phase(Enum):
    """How a week went; the values are the keys of the demo's phrase tables."""

    LOW = "low"
    MID = "mid"
    HIGH = "high"
    SLIP = "slip"


@dataclass(frozen=True)
class State:
    """One attended week in numbers.

    `good` of the last seven days went well, `days` have passed since the last setback, `streak`
    were the days before it; `before` and `after` are ratings of 10 in the session; `gap` sessions
    were missed in a row before this one, `since_slip` attended since the last setback (0 none).
    """

    phase: Phase
    good: int
    days: int
    streak: int
    before: int
    after: int
    gap: int
    since_slip: int

    @property
    def numbers(self) -> dict[str, str]:
        """The slots these numbers fill."""
        values = {
            "n": self.good,
            "miss": 7 - self.good,
            "doses": min(_DOSES[self.phase], self.good + 2),
            "days": self.days,
            "streak": self.streak,
            "before": self.before,
            "after": self.after,
            "gap": self.gap,
        }
        return {slot: str(value) for slot, value in values.items()}


_GOOD = {Phase.LOW: (2, 4), Phase.MID: (4, 6), Phase.HIGH: (6, 7), Phase.SLIP: (2, 4)}
_DOSES = {Phase.LOW: 5, Phase.MID: 6, Phase.HIGH: 7, Phase.SLIP: 5}
_BEFORE = {Phase.LOW: (6, 8), Phase.MID: (4, 7), Phase.HIGH: (2, 5), Phase.SLIP: (7, 9)}
_RELIEF = {Phase.LOW: (0, 2), Phase.MID: (1, 3), Phase.HIGH: (1, 2), Phase.SLIP: (1, 3)}
_WEEKS_TO_SETTLE = 30
_CAREFUL_WEEKS = 4
_FIRST_SLIP_AFTER = 21
"""Days that have to go well before a setback is one."""


def course(
    habit: Habit, presences: Sequence[Presence], ceiling: float, random: Random
) -> Iterator[State | None]:
    """One state per week, None where the member was absent; time passes either way."""
    life = _Course(habit, ceiling, random)
    for week, presence in enumerate(presences):
        if presence.outcome is Outcome.ATTENDED:
            yield life.attend(week)
        else:
            life.miss()
            yield None


class _Course:
    """What is carried from week to week."""

    def __init__(self, habit: Habit, ceiling: float, random: Random) -> None:
        self._random = random
        self._slips = 0.07 if habit in {Habit.DRIFTING, Habit.RETURNING} else 0.035
        self._start = random.uniform(0.05, 0.25)
        self._gain = ceiling - self._start
        self._begun = False
        self._days = self._streak = self._gap = self._since_slip = 0

    def miss(self) -> None:
        """A week without the group."""
        self._days += 7 if self._begun else 0
        self._gap += 1

    def attend(self, week: int) -> State:
        """A week with it."""
        random, gap = self._random, self._gap
        self._gap = 0
        self._days += 7 if self._begun else 0
        phase = self._next_phase(week)
        before = random.randint(*_BEFORE[phase])
        after = max(1, before - random.randint(*_RELIEF[phase]))
        good = random.randint(*_GOOD[phase])
        return State(phase, good, self._days, self._streak, before, after, gap, self._since_slip)

    def _next_phase(self, week: int) -> Phase:
        if self._days > _FIRST_SLIP_AFTER and self._random.random() < self._slips:
            since, self._since_slip = self._random.randint(2, 4), 1
            self._streak, self._days = self._days - since, since
            return Phase.SLIP
        self._since_slip += 1 if self._since_slip else 0
        level = self._start + self._gain * min(1.0, week / _WEEKS_TO_SETTLE)
        level += self._random.uniform(-0.08, 0.08)
        if not self._begun and level < 0.38:
            return Phase.LOW
        if not self._begun:
            self._begun, self._days = True, self._random.randint(5, 9)
        careful = 0 < self._since_slip < _CAREFUL_WEEKS
        return Phase.HIGH if level > 0.66 and not careful else Phase.MID
