"""Groups: what they are, when they meet, what their plan is."""

from dataclasses import asdict, dataclass
from datetime import date, time
from urllib.parse import urlsplit

from practice.desk import schedule
from practice.desk.entry import cleaned, required
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums import GroupKind, Intake, Mode, Orientation
from practice.models.office import Group, PlanSegment
from practice.models.read import one, rows, tuples

LINK_SCHEMES = frozenset({"https", "zoommtg", "msteams", "webex", "gotomeeting", "skype"})
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONGEST = 8 * 60
AUDIENCES = (
    "Open to all",
    "Women",
    "Men",
    "People of colour",
    "LGBTQ+",
    "Young adults",
    "Older adults",
    "Parents",
    "Veterans",
)
"""What to suggest as a group's audience; any other words are as good."""


@dataclass(frozen=True, kw_only=True)
class Segment:
    """One step of the plan; `minutes` steer the cue only."""

    name: str
    minutes: int


@dataclass(frozen=True, kw_only=True)
class GroupDetails:
    """`weekday` counts from Monday 0; `time` is on the practice's wall; `minutes` the length."""

    name: str
    kind: GroupKind
    minutes: int
    clinician: str
    starts_on: date
    weekday: int
    time: time
    platform: str = ""
    link: str = ""
    technique: str = ""
    mode: Mode = Mode.VIDEO
    ends_on: date | None = None
    audience: str = ""
    orientation: Orientation = Orientation.EITHER
    intake: Intake = Intake.OPEN


@dataclass(frozen=True, kw_only=True)
class GroupRow(GroupDetails):
    """A group on record."""

    id: str

    @property
    def when(self) -> str:
        """`Tuesdays 18:00, 60 min`."""
        return f"{WEEKDAYS[self.weekday]}s {self.time:%H:%M}, {self.minutes} min"


def add(details: GroupDetails, plan: tuple[Segment, ...] = ()) -> str:
    """Add a group; returns the id. Raises Refused at the field that is wrong."""
    details = _checked(details)
    with operation(OFFICE, "Add a group"):
        group_id = str(Group.create(**asdict(details)).id)
        _write_plan(group_id, plan)
        schedule.extend()
        return group_id


def change(group_id: str, details: GroupDetails, plan: tuple[Segment, ...] | None = None) -> None:
    """Change a group. Coming sessions follow; whatever was begun, held or cancelled stays."""
    details = _checked(details)
    with operation(OFFICE, "Change a group"):
        Group.update(**asdict(details)).where(Group.id == group_id).execute()
        if plan is not None and plan != plan_of(group_id):
            PlanSegment.delete().where(PlanSegment.group == group_id).execute()
            _write_plan(group_id, plan)
        schedule.replan(group_id)


def _write_plan(group_id: str, plan: tuple[Segment, ...]) -> None:
    for position, segment in enumerate(plan, start=1):
        if not 1 <= segment.minutes <= LONGEST:
            raise Refused("Each step of the plan takes at least a minute.", field="plan")
        PlanSegment.create(group=group_id, position=position, **asdict(_clean(segment)))


def _clean(segment: Segment) -> Segment:
    try:
        return cleaned(segment)
    except Refused as refused:
        raise Refused(refused.message, field="plan") from None


def _checked(details: GroupDetails) -> GroupDetails:
    details = cleaned(details)
    required(details.name, "name", "Please give the group a name.")
    if not 1 <= details.minutes <= LONGEST:
        raise Refused("The length should be between 1 and 480 minutes.", field="minutes")
    if details.link and urlsplit(details.link).scheme.lower() not in LINK_SCHEMES:
        raise Refused(
            "This is not a link the program will open. A meeting link begins with https:// "
            "or with a meeting program's own scheme.",
            field="link",
        )
    if details.ends_on is not None and details.ends_on < details.starts_on:
        raise Refused("The last day is before the first day.", field="ends_on")
    return details


def group(group_id: str) -> GroupRow:
    """One group."""
    return one(Group.select().where(Group.id == group_id), GroupRow)


def groups() -> list[GroupRow]:
    """All groups by weekday and time."""
    return rows(Group.select().order_by(Group.weekday, Group.time), GroupRow)


def audiences() -> list[str]:
    """Every audience some group is for, by name."""
    query = Group.select(Group.audience).where(Group.audience != "").distinct()
    return [audience for (audience,) in tuples(query.order_by(Group.audience))]


def plan_of(group_id: str) -> tuple[Segment, ...]:
    """The group's plan in order; empty where none was made."""
    query = PlanSegment.select(PlanSegment.name, PlanSegment.minutes)
    query = query.where(PlanSegment.group == group_id).order_by(PlanSegment.position)
    return tuple(rows(query, Segment))
