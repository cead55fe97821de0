"""What is coming up for one member."""

from datetime import date, datetime, timedelta

from practice.desk import (
    absence,
    calling_off,
    coming,
    members,
    roster,
    schedule,
    series,
    visitors,
)
from practice.desk.members import MemberDetails
from practice.desk.series import NewAppointment
from practice.models.enums.attendance import Status
from practice.models.enums.groups import VisitBecause
from practice.models.enums.sessions import SessionKind
from tests.build import a_full_group
from tests.conftest import Opened

TODAY = date(2026, 11, 17)


def days(member: str, most: int = 9) -> list[date]:
    return [one.session.starts.date() for one in coming.of_member(member, most)]


def test_group_sessions_their_own_and_visits_soonest_first(opened: Opened) -> None:
    _, (dana, luis), _ = a_full_group(opened.user_id, 2)
    alone = NewAppointment(
        kind=SessionKind.INDIVIDUAL,
        member=dana,
        clinician=opened.user_id,
        starts=datetime(2026, 11, 19, 10),
        minutes=50,
    )
    series.place(alone)
    weeks = [TODAY + timedelta(weeks=n) for n in range(8)]
    assert days(dana, 3) == [weeks[0], date(2026, 11, 19), weeks[1]]
    assert days(luis) == weeks[:8]
    noor = members.add(MemberDetails(given_name="Noor"))
    assert days(noor) == []
    visitors.invite(schedule.on_day(weeks[1])[0].id, noor, VisitBecause.MAKE_UP)
    assert days(noor) == [weeks[1]]
    (stretch,) = roster.stretches_of(luis)
    roster.leave(stretch.id, weeks[1])
    assert days(luis) == weeks[:2]
    calling_off.cancel(schedule.on_day(weeks[0])[0].id)
    assert days(luis) == [weeks[1]]


def test_who_said_so_already_is_told(opened: Opened) -> None:
    _, (dana, luis), session = a_full_group(opened.user_id, 2)
    absence.record_notice(session, dana, datetime(2026, 11, 17, 17))
    assert coming.of_member(dana, 1)[0].status is Status.LATE_CANCEL
    assert coming.of_member(luis, 1)[0].status is Status.UNRECORDED
