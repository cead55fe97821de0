"""The steps of a session's plan: a group's as a rule, one session's own once it has begun."""

from dataclasses import asdict, dataclass
from typing import Any

from practice.desk.entry import cleaned, required
from practice.errors import Refused
from practice.models.enums.groups import SEGMENT_KIND_WORDS, SegmentKind
from practice.models.guards.schedule import LONGEST
from practice.models.office import PlanSegment
from practice.models.read import rows, tuples
from practice.text import fold

NAME = "Each step of the plan needs a name, such as Check in."


@dataclass(frozen=True, kw_only=True)
class Segment:
    """One step of a plan; `minutes` steer the cue only."""

    name: str
    minutes: int
    kind: SegmentKind = SegmentKind.OTHER


Plan = tuple[Segment, ...]
_KINDS = {fold(words): kind for kind, words in SEGMENT_KIND_WORDS.items()} | {
    "practice": SegmentKind.PRACTISE,
    "check-in": SegmentKind.CHECK_IN,
}


def kind_of(name: str) -> SegmentKind | None:
    """The kind a name tells, such as `Teach`; None for any other words."""
    return _KINDS.get(fold(name.strip()))


def in_words(plan: Plan) -> str:
    """`Check in 3 · Teach 5 · Close 3 min`; empty without a plan."""
    steps = " · ".join(f"{segment.name} {segment.minutes}" for segment in plan)
    return f"{steps} min" if steps else ""


_COLUMNS = (PlanSegment.name, PlanSegment.minutes, PlanSegment.kind)


def of_group(group_id: str | None) -> Plan:
    """The group's usual plan in order; empty where none was made, or without a group."""
    return _read(PlanSegment.group == group_id) if group_id else ()


def of_groups() -> dict[str, Plan]:
    """The usual plan of each group that has one."""
    found: dict[str, Plan] = {}
    query = PlanSegment.select(PlanSegment.group, *_COLUMNS).where(
        PlanSegment.group.is_null(is_null=False)
    )
    for group_id, name, minutes, kind in tuples(query.order_by(PlanSegment.position)):
        step = Segment(name=name, minutes=minutes, kind=kind)
        found[group_id] = (*found.get(group_id, ()), step)
    return found


def of_session(session_id: str) -> Plan:
    """The plan a session that has begun follows, as it was then."""
    return _read(PlanSegment.session == session_id)


def of_named(plan_id: str) -> Plan:
    """The steps of a plan the practice keeps by name."""
    return _read(PlanSegment.named == plan_id)


def _read(whose: Any) -> Plan:
    query = PlanSegment.select(*_COLUMNS)
    return tuple(rows(query.where(whose).order_by(PlanSegment.position), Segment))


def checked(plan: Plan) -> Plan:
    """The plan as it will stand; raises Refused at `plan`."""
    try:
        found = tuple(cleaned(segment) for segment in plan)
    except Refused as refused:
        raise Refused(refused.message, field="plan") from None
    for segment in found:
        required(segment.name, "plan", NAME)
        if not 1 <= segment.minutes <= LONGEST:
            raise Refused("Each step of the plan takes at least a minute.", field="plan")
    return found


def write(plan: Plan, **owner: str) -> None:
    """Write the steps of a `group`, a `named` plan or a `session`, in the place of those before.

    Joins the operation under way. Raises Refused at `plan`.
    """
    ((column, owner_id),) = owner.items()
    PlanSegment.delete().where(getattr(PlanSegment, column) == owner_id).execute()
    for position, segment in enumerate(checked(plan), start=1):
        PlanSegment.create(**owner, position=position, **asdict(segment))
