"""Writes a demo member's year in one group: live lines and the parts of each progress note.

Pure and deterministic: the same member, group, presences and seed give the same words. No other
member is ever named; peers are "a peer".
"""

import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from random import Random
from typing import Any

from practice.demo.attendance import Presence
from practice.demo.course import Phase, State, course
from practice.demo.groups import Group, Topic
from practice.demo.profiles import Profile
from practice.paths import resource

_MICRO = 30
"""Groups shorter than this many minutes get shorter notes."""


class Progress(Enum):
    """How far the goal of the note came since last time."""

    SETBACK = "setback"
    LITTLE = "little"
    SOME = "some"
    GOOD = "good"


@dataclass(frozen=True)
class Line:
    """One live line, `minute` after the session's actual start."""

    minute: int
    text: str


@dataclass(frozen=True)
class Entry:
    """One attended session of one member; `goal` counts the profile's goals from 0.

    `rated` is how strong the urge or distress was before and after, 0 to 10. `grave` is a week
    after which safety was gone through.
    """

    week: int
    goal: int
    progress: Progress
    participation: str
    response: str
    goal_progress: str
    plan: str
    lines: tuple[Line, ...]
    rated: tuple[int, int]
    grave: bool


def story(
    profile: Profile, group: Group, presences: Sequence[Presence], seed: int, first_week: int = 0
) -> tuple[Entry | None, ...]:
    """One entry per presence, None where the member was absent.

    Weeks count from the group's first; `first_week` is the one of the first presence.
    """
    random = Random(f"{seed} story {profile.member.key} {group.key}")  # noqa: S311
    writer = _Writer(profile, group, random)
    states = course(profile.member.habit, presences, profile.ceiling, random)
    return tuple(
        writer.entry(first_week + at, state, presence) if state else None
        for at, (state, presence) in enumerate(zip(states, presences, strict=True))
    )


class _Deck:
    """Draws from each pool: all have their turn before one returns, never twice running."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._left: dict[str, list[str]] = {}

    def draw(self, name: str, pool: Sequence[str]) -> str:
        left = self._left.setdefault(name, [])
        if len(left) <= 1:
            fresh = self._random.sample(
                [one for one in pool if one not in left], len(pool) - len(left)
            )
            self._left[name] = left = fresh + left
        return left.pop()


class _Writer:
    """Writes one member's entries in order, remembering what was agreed and told before."""

    def __init__(self, profile: Profile, group: Group, random: Random) -> None:
        self._profile = profile
        self._group = group
        self._random = random
        self._deck = _Deck(random)
        self._happenings = {
            kind: sorted(phrases, key=_roughly_in_order(phrases, random))
            for kind, phrases in profile.happenings.items()
        }
        self._agreed: Topic | None = None
        self._told = 0
        self._micro = group.minutes < _MICRO

    def entry(self, week: int, state: State, presence: Presence) -> Entry:
        topic = self._group.topic(week)
        slots = self._slots(week, topic, state, presence)
        event = self._event(state, slots)
        answer = self._answer(topic, state, slots)
        goal = self._random.randrange(len(self._profile.goals))
        entry = Entry(
            week=week,
            goal=goal,
            progress=self._progress(state.phase),
            participation=" ".join(self._participation(state, presence, slots)),
            response=" ".join(self._response(state, slots | {"event": event, "answer": answer})),
            goal_progress=" ".join(self._goal_progress(goal, state, slots)),
            plan=" ".join(self._plan(state, slots)),
            lines=tuple(self._lines(presence, event, answer, slots)),
            rated=(state.before, state.after),
            grave=self._is_grave(state),
        )
        self._agreed = topic
        self._told += 1
        return entry

    def _slots(self, week: int, topic: Topic, state: State, presence: Presence) -> dict[str, str]:
        last = self._agreed
        slots = self._profile.life | state.numbers
        slots |= {
            "homework": topic.homework,
            "next": self._group.topic(week + 1).title,
            "joined": str(presence.joined),
            "left": str(presence.left_before(self._group.minutes)),
            "last": last.homework if last else "",
            "spoke": str(self._random.randint(*_MINUTES_SPOKEN[state.phase])),
        }
        brought = last.brought.format_map(slots) if last else ""
        return slots | {"brought": brought, "Brought": brought[:1].upper() + brought[1:]}

    def _pick(self, name: str, pool: Sequence[str], slots: dict[str, str]) -> str:
        return self._deck.draw(name, pool).format_map(slots)

    def _chance(self, share: float) -> bool:
        return self._random.random() < share

    def _say(self, table: str, key: str, slots: dict[str, str]) -> str:
        return self._pick(f"{table} {key}", _phrases()[table][key], slots)

    def _event(self, state: State, slots: dict[str, str]) -> str:
        """Something that happened since last time, or nothing; a setback always shows."""
        if state.phase is Phase.SLIP:
            kind = "setback"
        elif self._chance(0.4 if self._micro else 0.6):
            kind = "step" if self._chance(_STEPS[state.phase]) else "ordinary"
        else:
            return ""
        told = self._happenings[kind]
        return told.pop(0).format_map(slots) if told else ""

    def _answer(self, topic: Topic, state: State, slots: dict[str, str]) -> str:
        level = {Phase.MID: "mid", Phase.HIGH: "high"}.get(state.phase, "low")
        pools = {"low": topic.low, "mid": topic.mid, "high": topic.high}
        return self._pick(f"{topic.title} {level}", pools[level], slots)

    def _participation(
        self, state: State, presence: Presence, slots: dict[str, str]
    ) -> Iterator[str]:
        if presence.joined:
            yield self._say("presence", "late", slots)
        mood = Phase.LOW if state.phase is Phase.SLIP else state.phase
        kind = "micro_" if self._micro else ""
        yield self._say("participation", kind + mood.value, slots)
        if self._chance(0.6):
            yield self._say("participation", f"{kind}details", slots)
        if self._told > 1 and not self._micro and self._chance(0.55):
            yield self._say("participation", "peers", slots)
        if len(presence.stretches) > 1:
            yield self._say("presence", "dropped", slots)
        if presence.left_before(self._group.minutes):
            yield self._say("presence", "left", slots)

    def _response(self, state: State, slots: dict[str, str]) -> Iterator[str]:
        slip = state.phase is Phase.SLIP
        if state.gap > 1:
            yield self._say("response", "returned", slots)
        if slots["event"]:
            yield self._say("response", "slips" if slip else "events", slots)
        if state.since_slip == 2:
            yield self._say("response", "after_slip", slots)
        yield self._say("response", "practice", slots)
        if self._micro or self._chance(0.45):
            yield self._say("response", "ratings", slots)
        if self._chance(0.5):
            quote = self._say("response", f"quotes_{state.phase.value}", slots)
            yield self._say("response", "quoting", slots | {"quote": quote})
        if slip or self._profile.member.focus in _ASKED_WEEKLY or self._chance(0.25):
            grave = self._is_grave(state)
            yield self._say("response", "risk_slip" if grave else "risk", slots)

    def _is_grave(self, state: State) -> bool:
        return state.phase is Phase.SLIP and self._profile.member.focus in _ASKED_WEEKLY

    def _goal_progress(self, goal: int, state: State, slots: dict[str, str]) -> Iterator[str]:
        pool = self._profile.goals[goal].progress[state.phase.value]
        yield self._pick(f"progress {goal} {state.phase.value}", pool, slots)
        if self._agreed and not state.gap and self._chance(0.7):
            done = self._chance(_DONE[state.phase])
            yield self._say("progress", "done" if done else "undone", slots)

    def _plan(self, state: State, slots: dict[str, str]) -> Iterator[str]:
        if state.phase is Phase.SLIP:
            yield self._say("plan", "slip", slots)
        else:
            yield self._say("plan", "homework", slots)
            if not self._micro:
                yield self._say("plan", state.phase.value, slots)
        if self._chance(0.35):
            yield self._say("plan", "next", slots)

    def _progress(self, phase: Phase) -> Progress:
        return self._random.choice(_PROGRESS[phase])

    def _lines(
        self, presence: Presence, event: str, answer: str, slots: dict[str, str]
    ) -> Iterator[Line]:
        """Shorthand typed while it happened, inside the stretches the member was there."""
        starts = [sum(part.minutes for part in self._group.plan[:at]) for at in range(5)]
        wanted = (
            (starts[0], starts[1], self._say("lines", "checkin", slots)),
            (starts[0], starts[1], event),
            (starts[2], starts[3], answer),
            (starts[3], starts[4], self._say("lines", "closing", slots)),
            (starts[3], starts[4], self._say("lines", "homework", slots)),
        )
        earliest = 0
        for start, end, text in wanted:
            times = [
                minute
                for come, go in presence.stretches
                for minute in range(max(start, come, earliest), min(end, go))
            ]
            if text and times:
                earliest = self._random.choice(times[: max(1, len(times) // 2)])
                yield Line(earliest, text)


_JITTER = 6.0
_MINUTES_SPOKEN = {Phase.LOW: (2, 3), Phase.MID: (3, 6), Phase.HIGH: (3, 7), Phase.SLIP: (2, 5)}
_STEPS = {Phase.LOW: 0.2, Phase.MID: 0.5, Phase.HIGH: 0.65}
_DONE = {Phase.LOW: 0.5, Phase.MID: 0.75, Phase.HIGH: 0.9, Phase.SLIP: 0.2}
_PROGRESS = {
    Phase.LOW: (Progress.LITTLE, Progress.SOME),
    Phase.MID: (Progress.SOME, Progress.SOME, Progress.GOOD),
    Phase.HIGH: (Progress.GOOD,),
    Phase.SLIP: (Progress.SETBACK,),
}
_ASKED_WEEKLY = frozenset({"depression", "trauma"})
"""Focuses in which thoughts of self-harm are asked about every week."""


def _roughly_in_order(phrases: Sequence[str], random: Random) -> Callable[[str], float]:
    """A sort key that keeps the order given, each phrase moved by a few places at most."""
    places = {phrase: at + random.uniform(0, _JITTER) for at, phrase in enumerate(phrases)}
    return places.__getitem__


@lru_cache(maxsize=1)
def _phrases() -> dict[str, Any]:
    return tomllib.loads(resource("demo", "phrases.toml").read_text(encoding="utf-8"))
