"""Builders of appointments, and what is planned, for the stories of the schedule."""

from dataclasses import replace
from datetime import datetime, timedelta

from practice.desk.practice import UserDetails, save_user
from practice.desk.series import NewAppointment
from practice.models.enums.practice import Role
from practice.models.enums.sessions import SessionKind, SessionState
from practice.models.office import Session
from tests.conftest import Opened

WEDNESDAY = datetime(2026, 11, 18, 10, 0)
WEEK = timedelta(weeks=1)


def edmund() -> str:
    """A second clinician."""
    save_user("edmund", UserDetails(name="Edmund Fairweather", role=Role.CLINICIAN))
    return "edmund"


def single(opened: Opened, member: str | None, **more: object) -> NewAppointment:
    """An individual session on Wednesday at ten."""
    made = NewAppointment(
        kind=SessionKind.INDIVIDUAL,
        member=member,
        clinician=opened.user_id,
        starts=WEDNESDAY,
        minutes=50,
    )
    return replace(made, **more)  # type: ignore[arg-type]  # fields by name


def times(series_id: str | None = None) -> list[datetime]:
    """When the planned sessions of a series begin, in order; of all where none is named."""
    query = Session.select().where(Session.state == SessionState.PLANNED).order_by(Session.starts)
    if series_id:
        query = query.where(Session.series == series_id)
    return [row.starts for row in query]


def nth(number: int) -> str:
    """The id of a planned session, counted from 0."""
    planned = Session.select().where(Session.state == SessionState.PLANNED)
    return str(list(planned.order_by(Session.starts))[number].id)
