"""Groups: what they are, when they meet, what their plan is.

A group meets by its series (desk/series.py). What is set here is what a new series begins with;
series and sessions that still have the group's value follow when it changes.
"""

from dataclasses import asdict, dataclass, fields
from datetime import date, time
from typing import Any

from practice.desk import meetings, named_plans, segments
from practice.desk.entry import cleaned, required
from practice.desk.links import check_link
from practice.desk.meetings import Meeting
from practice.desk.rules import WEEKDAYS
from practice.desk.segments import Plan
from practice.desk.series import check_beside
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.attendance import Mode
from practice.models.enums.groups import GroupKind, Intake, Orientation
from practice.models.enums.notes import NoteForm
from practice.models.guards.schedule import LONGEST
from practice.models.office import Group
from practice.models.read import tuples

__all__ = [
    "AUDIENCES",
    "LONGEST",
    "WEEKDAYS",
    "GroupDetails",
    "GroupRow",
    "add",
    "audiences",
    "change",
    "group",
    "groups",
    "kind",
    "note_form",
]

ABOUT = ("name", "kind", "audience", "orientation", "intake", "note_form")
HOW = ("clinician", "mode", "platform", "link", "passcode", "technique")
OWN = ABOUT + HOW
"""What stands with the group itself; the rest is of its first series that goes on."""
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
class GroupDetails:
    """`weekday` counts from Monday 0; `time` is on the practice's wall; `minutes` the length.

    No `note_form` means that of the practice.
    """

    name: str
    kind: GroupKind
    minutes: int
    clinician: str
    starts_on: date
    weekday: int
    time: time
    platform: str = ""
    link: str = ""
    passcode: str = ""
    technique: str = ""
    mode: Mode = Mode.VIDEO
    ends_on: date | None = None
    audience: str = ""
    orientation: Orientation = Orientation.EITHER
    intake: Intake = Intake.OPEN
    note_form: NoteForm | None = None
    co_leader: str | None = None


@dataclass(frozen=True, kw_only=True)
class GroupRow(GroupDetails):
    """A group on record. `when` says every time it meets, such as `Tuesdays 18:00, 60 min`."""

    id: str
    when: str


def add(details: GroupDetails, plan: Plan = (), keep_as: str = "") -> str:
    """Add a group that meets weekly; returns the id. Raises Refused at the field that is wrong.

    With a name the plan is kept for other groups too.
    """
    details = _checked(details)
    with operation(OFFICE, "Add a group"):
        group_id = str(Group.create(**{name: getattr(details, name) for name in OWN}).id)
        segments.write(plan, group=group_id)
        if keep_as:
            named_plans.keep(keep_as, plan)
        meetings.begin(group_id, _meeting(details), _how(details))
        return group_id


def change(
    group_id: str, details: GroupDetails, plan: Plan | None = None, keep_as: str = ""
) -> None:
    """Change a group. Coming sessions follow; whatever was begun, held or cancelled stays.

    With a name the plan is kept for other groups too.
    """
    details, before = _checked(details), group(group_id)
    with operation(OFFICE, "Change a group"):
        Group.update(**{name: getattr(details, name) for name in OWN}).where(
            Group.id == group_id
        ).execute()
        if plan is not None and plan != segments.of_group(group_id):
            segments.write(plan, group=group_id)
        if plan is not None and keep_as:
            named_plans.keep(keep_as, plan)
        meetings.follow(group_id, _how(before), _how(details))
        meetings.change(group_id, _meeting(before), _meeting(details))


def _meeting(details: GroupDetails) -> Meeting:
    return Meeting(**{field.name: getattr(details, field.name) for field in fields(Meeting)})


def _how(details: GroupDetails) -> dict[str, Any]:
    return {name: getattr(details, name) for name in (*HOW, "co_leader")}


def _checked(details: GroupDetails) -> GroupDetails:
    details = cleaned(details)
    required(details.name, "name", "Please give the group a name.")
    if not 1 <= details.minutes <= LONGEST:
        raise Refused("The length should be between 1 and 480 minutes.", field="minutes")
    check_link(details.link)
    check_beside(details.clinician, details.co_leader)
    if details.ends_on is not None and details.ends_on < details.starts_on:
        raise Refused("The last day is before the first day.", field="ends_on")
    return details


def group(group_id: str) -> GroupRow:
    """One group."""
    return _rows(Group.select().where(Group.id == group_id))[0]


def note_form(group_id: str | None) -> NoteForm | None:
    """The form a group's notes have where it is not the practice's; None without a group."""
    found = tuples(Group.select(Group.note_form).where(Group.id == group_id))
    return next((form for (form,) in found), None)


def kind(group_id: str | None) -> GroupKind | None:
    """What a group is for; None without a group."""
    found = tuples(Group.select(Group.kind).where(Group.id == group_id))
    return next((kind for (kind,) in found), None)


def groups() -> list[GroupRow]:
    """All groups by weekday and time."""
    return sorted(_rows(Group.select()), key=lambda one: (one.weekday, one.time, one.name))


def number() -> int:
    """How many groups there are."""
    found: int = Group.select().count()
    return found


def audiences() -> list[str]:
    """Every audience some group is for, by name."""
    query = Group.select(Group.audience).where(Group.audience != "").distinct()
    return [audience for (audience,) in tuples(query.order_by(Group.audience))]


def _rows(query: Any) -> list[GroupRow]:
    found = list(query)
    meets = meetings.of_groups([row.id for row in found])
    return [
        GroupRow(
            id=row.id,
            **{name: row.__data__[name] for name in OWN},
            **asdict(meets[row.id].first),
            when=meets[row.id].words,
        )
        for row in found
    ]
