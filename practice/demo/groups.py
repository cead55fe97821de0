"""The demo practice's six groups, their weekly topics, and the part of a note that all share."""

import tomllib
from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from typing import Any

from practice.models.enums.groups import GroupKind, Orientation
from practice.paths import resource

_KINDS = {"Micro-group": GroupKind.MICRO, "Support group": GroupKind.PEER_SUPPORT}


@dataclass(frozen=True)
class Segment:
    """One stretch of a session's plan, in minutes."""

    title: str
    minutes: int


@dataclass(frozen=True)
class Topic:
    """One week's subject; the answers are verb phrases with slots, from early on to late."""

    title: str
    technique: str
    shared: tuple[str, ...]
    homework: str
    brought: str
    low: tuple[str, ...]
    mid: tuple[str, ...]
    high: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """One weekly group; `weekday` counts from Monday as 0, `start` is the practice's wall clock."""

    key: str
    name: str
    kind: str
    clinician: int
    weekday: int
    start: time
    minutes: int
    platform: str
    link: str
    orientation: Orientation
    plan: tuple[Segment, ...]
    topics: tuple[Topic, ...]

    @property
    def registered_kind(self) -> GroupKind:
        """As the program knows it, where `kind` is the practice's own word."""
        return _KINDS.get(self.kind, GroupKind.THERAPY)

    def topic(self, week: int) -> Topic:
        """What week `week`, counted from 0, is about."""
        return self.topics[week % len(self.topics)]


@dataclass(frozen=True)
class Shared:
    """What every note of one session says alike."""

    topic: str
    technique: str
    interventions: str
    lines: tuple[str, ...]


def shared_part(group: Group, week: int) -> Shared:
    """The shared part of the session in week `week`; its wording changes each time round."""
    topic = group.topic(week)
    round_number = week // len(group.topics)
    interventions = topic.shared[round_number % len(topic.shared)]
    spare = _group_lines()
    lines = (*topic.lines, spare[(week * 3 + round_number) % len(spare)])
    return Shared(topic.title, topic.technique, interventions, lines)


@lru_cache(maxsize=1)
def groups() -> tuple[Group, ...]:
    """All six groups, in a fixed order."""
    table = tomllib.loads(resource("demo", "groups.toml").read_text(encoding="utf-8"))
    return tuple(_group(entry) for entry in table["group"])


@lru_cache(maxsize=1)
def _group_lines() -> tuple[str, ...]:
    table = tomllib.loads(resource("demo", "phrases.toml").read_text(encoding="utf-8"))
    return tuple(table["lines"]["group"])


def _group(entry: dict[str, Any]) -> Group:
    return Group(
        key=entry["key"],
        name=entry["name"],
        kind=entry["kind"],
        clinician=entry["clinician"],
        weekday=entry["weekday"],
        start=time.fromisoformat(entry["start"]),
        minutes=entry["minutes"],
        platform=entry["platform"],
        link=f"https://meet.example.org/{entry['key']}",
        orientation=Orientation(entry.get("orientation", "either")),
        plan=tuple(Segment(title, minutes) for title, minutes in entry["plan"]),
        topics=tuple(_topic(topic) for topic in entry["topic"]),
    )


def _topic(entry: dict[str, Any]) -> Topic:
    return Topic(
        title=entry["title"],
        technique=entry["technique"],
        shared=tuple(entry["shared"]),
        homework=entry["homework"],
        brought=entry["brought"],
        low=tuple(entry["low"]),
        mid=tuple(entry["mid"]),
        high=tuple(entry["high"]),
        lines=tuple(entry["lines"]),
    )
