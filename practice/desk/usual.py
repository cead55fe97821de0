"""What a session of each kind of group usually looks like: a start for a plan of one's own."""

from dataclasses import dataclass

from practice.desk.groups import Segment
from practice.models.enums.groups import GroupKind


@dataclass(frozen=True)
class Usual:
    """A length in minutes and a plan that fills it."""

    minutes: int
    plan: tuple[Segment, ...]


def _usual(*steps: tuple[str, int]) -> Usual:
    plan = tuple(Segment(name=name, minutes=minutes) for name, minutes in steps)
    return Usual(sum(segment.minutes for segment in plan), plan)


USUAL = {
    GroupKind.THERAPY: _usual(
        ("Check in", 10), ("Teach", 10), ("Individual work", 20), ("Discussion", 15), ("Close", 5)
    ),
    GroupKind.PSYCHOEDUCATION: _usual(
        ("Check in", 5),
        ("Teach", 20),
        ("Practise", 15),
        ("Pairs", 10),
        ("Discussion", 5),
        ("Close", 5),
    ),
    GroupKind.PEER_SUPPORT: _usual(("Check in", 15), ("Discussion", 35), ("Close", 10)),
    GroupKind.MICRO: _usual(("Check in", 3), ("Teach", 4), ("Practise", 10), ("Close", 3)),
}
