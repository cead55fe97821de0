"""The plans the program brings, and which of them a new group of each kind begins with."""

from practice.desk.segments import Plan, Segment
from practice.models.enums.groups import SEGMENT_KIND_WORDS, GroupKind, SegmentKind

K = SegmentKind


def _plan(*steps: tuple[SegmentKind, int]) -> Plan:
    return tuple(
        Segment(name=SEGMENT_KIND_WORDS[kind], minutes=minutes, kind=kind)
        for kind, minutes in steps
    )


_HOUR = _plan((K.CHECK_IN, 10), (K.TEACH, 15), (K.PRACTISE, 15), (K.DISCUSSION, 15), (K.CLOSE, 5))
_COURSE = _plan(
    *((K.CHECK_IN, 5), (K.TEACH, 20), (K.PRACTISE, 15)),
    *((K.PAIRS, 10), (K.DISCUSSION, 5), (K.CLOSE, 5)),
)
_PEERS = _plan((K.CHECK_IN, 15), (K.DISCUSSION, 35), (K.CLOSE, 10))
_MICRO = _plan((K.CHECK_IN, 3), (K.TEACH, 4), (K.PRACTISE, 10), (K.CLOSE, 3))

GIVEN: dict[str, Plan] = {
    "One hour": _HOUR,
    "One hour, teaching and pairs": _COURSE,
    "One hour, peer support": _PEERS,
    "Micro-group, 20 minutes": _MICRO,
    "90 minutes, individual work": _plan(
        *((K.CHECK_IN, 15), (K.TEACH, 10), (K.INDIVIDUAL, 40), (K.DISCUSSION, 15), (K.CLOSE, 10))
    ),
    "Three hours, individual work": _plan(
        *((K.CHECK_IN, 20), (K.TEACH, 20), (K.INDIVIDUAL, 100), (K.DISCUSSION, 25), (K.CLOSE, 15))
    ),
}
"""By name, in the order to offer them; individual work is ten minutes for each of four, of ten."""

USUAL: dict[GroupKind, Plan] = {
    GroupKind.THERAPY: _HOUR,
    GroupKind.PSYCHOEDUCATION: _COURSE,
    GroupKind.PEER_SUPPORT: _PEERS,
    GroupKind.MICRO: _MICRO,
}


def minutes_of(plan: Plan) -> int:
    """How long a plan is."""
    return sum(segment.minutes for segment in plan)
