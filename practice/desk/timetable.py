"""What is planned, as other programs' calendars may know it: when, how long, which group."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from peewee import JOIN

from practice.desk.figures import Period
from practice.models.enums import SessionState
from practice.models.office import Group, Session
from practice.models.read import rows


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One session. `starts` is wall time; one without a group is for one member, never named."""

    id: str
    starts: datetime
    minutes: int
    state: SessionState
    group_name: str | None


def slots(period: Period, *, clinician: str = "", group: str = "") -> list[Slot]:
    """The sessions of a clinician, of a group or of everybody, in order."""
    begin = datetime.combine(period.first, time.min)
    end = datetime.combine(period.last, time.min) + timedelta(days=1)
    query = (
        Session.select(
            Session.id,
            Session.starts,
            Session.minutes,
            Session.state,
            Group.name.alias("group_name"),
        )
        .join(Group, JOIN.LEFT_OUTER)
        .where(Session.starts >= begin, Session.starts < end)
        .order_by(Session.starts, Session.id)
    )
    if clinician:
        query = query.where(Session.clinician == clinician)
    if group:
        query = query.where(Session.group == group)
    return rows(query, Slot)
