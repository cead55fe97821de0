"""What each demo member works on: diagnoses, goals, and the small facts notes return to."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Any

from practice.demo.people import Member
from practice.paths import resource

_RETIRED = 65


@dataclass(frozen=True)
class Diagnosis:
    """A code with the words a clinician typed for it."""

    code: str
    words: str


@dataclass(frozen=True)
class Goal:
    """A goal of the treatment plan, with what a note may say of it by phase (slots unfilled)."""

    words: str
    objective: str
    progress: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Profile:
    """One member's reasons for being here; `life` fills the slots of every sentence."""

    member: Member
    diagnoses: tuple[Diagnosis, ...]
    problem: str
    goals: tuple[Goal, ...]
    happenings: dict[str, tuple[str, ...]]
    life: dict[str, str]
    ceiling: float
    """How far this member gets in a year, from 0 to 1; most well, some halfway."""


def profile(member: Member, seed: int) -> Profile:
    """The member's profile; the same for the same seed."""
    random = Random(f"{seed} profile {member.key}")  # noqa: S311
    focus = _focuses()[member.focus]
    life = _life(member, focus, random)
    first = random.choice(focus["diagnoses"])
    second = random.choice(focus["second"]) if random.random() < 0.35 else None
    return Profile(
        member=member,
        diagnoses=tuple(Diagnosis(*one) for one in (first, second) if one),
        problem=focus["problem"].format_map(life),
        goals=tuple(_goal(goal, life) for goal in focus["goal"]),
        happenings={event["kind"]: tuple(event["phrases"]) for event in focus["event"]},
        life=life,
        ceiling=random.choice((0.6, 0.85, 0.9, 0.95)),
    )


def _life(member: Member, focus: dict[str, Any], random: Random) -> dict[str, str]:
    who = member.pronouns
    life = {"they": who.they, "them": who.them, "their": who.their, "themself": who.themself}
    life |= {"They": who.they.capitalize()}
    plural = {"are": "is", "go": "goes", "know": "knows", "seem": "seems"}
    life |= {verb: verb if who.plural else single for verb, single in plural.items()}
    choices = _table()["life"] | {"trigger": focus["trigger"]}
    if member.age >= _RETIRED:
        choices |= {"work": choices["work_retired"], "reason": choices["reason_retired"]}
    for slot in ("work", "support", "hobby", "reason", "trigger"):
        life[slot] = random.choice(choices[slot]).format_map(life)
    return life


def _goal(entry: dict[str, Any], life: dict[str, str]) -> Goal:
    return Goal(
        words=entry["words"].format_map(life),
        objective=entry["objective"].format_map(life),
        progress={phase: tuple(entry[phase]) for phase in ("low", "mid", "high", "slip")},
    )


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads(resource("demo", "focuses.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _focuses() -> dict[str, dict[str, Any]]:
    return {focus["key"]: focus for focus in _table()["focus"]}
