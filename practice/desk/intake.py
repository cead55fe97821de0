"""Many members at once: put on record, or filled in where nothing is known yet."""

from collections.abc import Mapping
from dataclasses import MISSING, asdict, fields, replace
from typing import Any

from practice.desk.members import MemberDetails
from practice.models import bulk
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.office import Member

_UNKNOWN = {
    field.name: field.default for field in fields(MemberDetails) if field.default is not MISSING
}
"""What stands in each field of which nothing is known."""


def add(found: Mapping[str, MemberDetails]) -> None:
    """Add members under ids made beforehand. They must have come through `members.checked`."""
    with operation(OFFICE, "Add members"):
        first = Member.select().count() + 1
        bulk.insert(
            Member,
            (
                {"id": member_id, "code": f"M-{number:04}", **asdict(details)}
                for number, (member_id, details) in enumerate(found.items(), start=first)
            ),
        )


def fill_in(member_id: str, details: MemberDetails) -> bool:
    """Write down what was not known of a member; what was known stays. Whether anything was new."""
    with operation(OFFICE, "Fill in a member's details"):
        row = Member.get_by_id(member_id)
        new = _new(row, details)
        if new:
            Member.update(**new).where(Member.id == member_id).execute()
        return bool(new)


def _new(known: Any, details: MemberDetails) -> dict[str, Any]:
    """The fields that are known now and were not before."""
    return {
        name: value
        for name, unknown in _UNKNOWN.items()
        if (value := getattr(details, name)) != unknown and getattr(known, name) == unknown
    }


def merged(known: MemberDetails, details: MemberDetails) -> MemberDetails:
    """The same with every empty field filled in."""
    return replace(known, **_new(known, details))
