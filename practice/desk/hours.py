"""When the practice works, and each clinician where theirs differ; times are on its wall."""

from collections.abc import Mapping
from datetime import time

from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.office import WorkingHours
from practice.models.read import tuples

Week = dict[int, tuple[time, time]]
"""Weekday (Monday 0) to the first and the last time; other weekdays are free."""

USUAL: Week = dict.fromkeys(range(5), (time(8), time(20)))
"""Until a practice says otherwise."""


def hours(clinician: str | None = None) -> Week:
    """A clinician's own hours where they have any, else the practice's."""
    own = _stored(clinician) if clinician else {}
    return own or _stored(None) or dict(USUAL)


def has_own(clinician: str) -> bool:
    """Whether a clinician's hours differ from the practice's."""
    return bool(_stored(clinician))


def _stored(clinician: str | None) -> Week:
    whose = WorkingHours.clinician.is_null() if clinician is None else None
    query = WorkingHours.select(WorkingHours.weekday, WorkingHours.begins, WorkingHours.ends)
    query = query.where(whose if whose is not None else WorkingHours.clinician == clinician)
    return {weekday: (begins, ends) for weekday, begins, ends in tuples(query)}


def save_hours(week: Mapping[int, tuple[time, time]], clinician: str | None = None) -> None:
    """Set the practice's hours, or a clinician's own; an empty week takes them away.

    Raises Refused where a day ends before it begins.
    """
    if any(ends <= begins for begins, ends in week.values()):
        raise Refused("A day should end after it begins. Please check the hours.", field="hours")
    whose = WorkingHours.clinician.is_null()
    if clinician is not None:
        whose = WorkingHours.clinician == clinician
    with operation(OFFICE, "Change working hours"):
        WorkingHours.delete().where(whose).execute()
        for weekday, (begins, ends) in week.items():
            WorkingHours.create(clinician=clinician, weekday=weekday, begins=begins, ends=ends)
