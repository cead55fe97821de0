"""Notice and absence: late or in time by the wall clock, and rows made before the session."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.desk import (
    absence,
    attendance,
    calling_off,
    groups,
    history,
    roster,
    schedule,
    series,
    sessions,
)
from practice.desk.groups import GroupDetails
from practice.desk.notice import cancel_status, last_in_time
from practice.desk.practice import practice, save_practice, to_wall
from practice.desk.series import NewAppointment
from practice.errors import Refused
from practice.models.audit import operation, undo
from practice.models.base import OFFICE, OfficeOperation
from practice.models.enums.attendance import MissedBecause, Status
from practice.models.enums.sessions import SessionKind, SessionState
from practice.models.office import Session
from tests.build import a_full_group, one_more, some_members
from tests.conftest import ZONE, Clock, Opened

SIX = datetime(2026, 11, 17, 18, 0)


@pytest.mark.parametrize(
    ("starts", "noticed", "status"),
    [
        (SIX, datetime(2026, 11, 16, 17, 59), Status.CLIENT_CANCEL),
        (SIX, datetime(2026, 11, 16, 18, 0, 59), Status.CLIENT_CANCEL),
        (SIX, datetime(2026, 11, 16, 18, 1), Status.LATE_CANCEL),
        (SIX, datetime(2026, 11, 17, 17, 59), Status.LATE_CANCEL),
        (SIX, SIX, Status.NO_SHOW),
        (SIX, datetime(2026, 11, 17, 18, 5), Status.NO_SHOW),
        # Clocks go forward on 8 March and back on 1 November 2026 in New York.
        (datetime(2026, 3, 8, 18, 0), datetime(2026, 3, 7, 18, 0), Status.CLIENT_CANCEL),
        (datetime(2026, 3, 8, 18, 0), datetime(2026, 3, 7, 18, 1), Status.LATE_CANCEL),
        (datetime(2026, 11, 1, 18, 0), datetime(2026, 10, 31, 18, 0), Status.CLIENT_CANCEL),
        (datetime(2026, 11, 1, 18, 0), datetime(2026, 10, 31, 18, 1), Status.LATE_CANCEL),
    ],
)
def test_twenty_four_hours_are_the_same_time_the_day_before(
    starts: datetime, noticed: datetime, status: Status
) -> None:
    assert cancel_status(starts, noticed, 24) is status


WALLS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(
    lambda wall: wall.replace(second=0, microsecond=0)
)


@given(WALLS, st.integers(0, 96), st.integers(-6000, 6000))
def test_the_limit_parts_in_time_from_late_and_the_start_from_none(
    starts: datetime, hours: int, minutes: int
) -> None:
    noticed = last_in_time(starts, hours) + timedelta(minutes=minutes)
    status = cancel_status(starts, noticed, hours)
    if noticed >= starts:
        assert status is Status.NO_SHOW
    else:
        assert status is (Status.CLIENT_CANCEL if minutes <= 0 else Status.LATE_CANCEL)
    order = (Status.CLIENT_CANCEL, Status.LATE_CANCEL, Status.NO_SHOW)
    later = cancel_status(starts, noticed + timedelta(minutes=1), hours)
    assert order.index(later) >= order.index(status)


@given(WALLS.filter(lambda wall: wall.hour >= 4), st.integers(0, 2880))
def test_whole_days_of_notice_keep_the_wall_time_whatever_the_clocks_do(
    starts: datetime, early: int
) -> None:
    """Through real moments of a zone with changes: what was told when, read back on the wall."""
    noticed = (starts - timedelta(minutes=early)).replace(tzinfo=ZoneInfo("America/New_York"))
    wall = noticed.astimezone(ZoneInfo("UTC")).astimezone(ZONE).replace(tzinfo=None)
    limit = datetime.combine(starts.date() - timedelta(days=1), starts.time())
    expected = Status.CLIENT_CANCEL if wall <= limit else Status.LATE_CANCEL
    assert cancel_status(starts, wall, 24) is (Status.NO_SHOW if wall >= starts else expected)


@pytest.fixture
def week(opened: Opened, clock_at: Clock) -> tuple[str, list[str], str]:
    """Monday noon before the Tuesday of a group of three: group, members, session."""
    group, _, session = a_full_group(opened.user_id, 3)
    clock_at.set(datetime(2026, 11, 16, 12, 0, tzinfo=ZONE))
    return group, [one.member for one in absence.expected(session)], session


def statuses(session: str) -> list[Status]:
    return [one.status for one in absence.expected(session)]


def take_last_back() -> None:
    undo(OFFICE, OfficeOperation.select().order_by(OfficeOperation.id.desc()).get().id)


def test_notice_before_the_session_is_there_when_it_starts(
    week: tuple[str, list[str], str], clock_at: Clock
) -> None:
    _, members, session = week
    assert statuses(session) == [Status.UNRECORDED] * 3
    monday = datetime(2026, 11, 16, 11, 30)
    found = absence.record_notice(session, members[1], monday, MissedBecause.TRANSPORT)
    assert found is Status.CLIENT_CANCEL
    seat = sessions.seats(session)[1]
    assert (seat.member, seat.missed_because) == (members[1], MissedBecause.TRANSPORT)
    assert seat.notice_at is not None
    assert to_wall(seat.notice_at) == monday
    clock_at.set(datetime(2026, 11, 17, 18, 0, tzinfo=ZONE))
    sessions.start(session)
    attendance.mark_all_present(session)
    assert statuses(session) == [Status.ATTENDED, Status.CLIENT_CANCEL, Status.ATTENDED]


def test_whoever_comes_after_all_has_given_no_notice(
    week: tuple[str, list[str], str], clock_at: Clock
) -> None:
    _, members, session = week
    absence.record_notice(session, members[0], datetime(2026, 11, 16, 12, 0), MissedBecause.COST)
    clock_at.set(datetime(2026, 11, 17, 18, 0, tzinfo=ZONE))
    sessions.start(session)
    seat = sessions.seats(session)[0]
    attendance.mark_missed(seat.id, Status.CLIENT_CANCEL)
    assert sessions.seats(session)[0].notice_at is not None
    attendance.mark_present(seat.id)
    seat = sessions.seats(session)[0]
    assert (seat.notice_at, seat.missed_because) == (None, None)
    with pytest.raises(Refused, match="marked as having come"):
        absence.record_missed(session, members[0], Status.NO_SHOW)


def test_the_policy_is_the_practices(week: tuple[str, list[str], str]) -> None:
    _, members, session = week
    save_practice(replace(practice(), notice_hours=48))
    told = absence.record_notice(session, members[0], datetime(2026, 11, 16, 12, 0))
    assert told is Status.LATE_CANCEL


def test_notice_still_to_come_or_after_the_start_is_refused(
    week: tuple[str, list[str], str], clock_at: Clock
) -> None:
    _, members, session = week
    with pytest.raises(Refused, match="still to come") as refused:
        absence.record_notice(session, members[0], datetime(2026, 11, 16, 12, 1))
    assert refused.value.field == "notice"
    with pytest.raises(Refused, match="has not begun"):
        absence.record_missed(session, members[0], Status.NO_SHOW)
    clock_at.set(datetime(2026, 11, 17, 18, 20, tzinfo=ZONE))
    with pytest.raises(Refused, match="no-show"):
        absence.record_notice(session, members[0], datetime(2026, 11, 17, 18, 10))
    assert schedule.tallies([session]) == {}
    absence.record_missed(session, members[0], Status.NO_SHOW, MissedBecause.WORK)
    assert statuses(session)[0] is Status.NO_SHOW
    assert sessions.seats(session)[0].missed_because is MissedBecause.WORK


def test_an_excuse_says_no_more_than_that(week: tuple[str, list[str], str]) -> None:
    _, members, session = week
    absence.record_missed(session, members[0], Status.EXCUSED, MissedBecause.ILLNESS)
    absence.record_missed(session, members[1], Status.PROVIDER_CANCEL)
    assert statuses(session) == [Status.EXCUSED, Status.PROVIDER_CANCEL, Status.UNRECORDED]
    assert [s.missed_because for s in sessions.seats(session)] == [None] * 3
    with pytest.raises(ValueError, match="ATTENDED"):
        absence.record_missed(session, members[2], Status.ATTENDED)


def test_each_is_one_step_to_undo_and_can_be_taken_back(
    week: tuple[str, list[str], str],
) -> None:
    _, members, session = week
    absence.record_notice(session, members[0], datetime(2026, 11, 16, 12, 0))
    take_last_back()
    assert schedule.tallies([session]) == {}
    absence.record_notice(session, members[0], datetime(2026, 11, 16, 12, 0))
    absence.take_back(session, members[0])
    seat = sessions.seats(session)[0]
    assert (seat.status, seat.notice_at) == (Status.UNRECORDED, None)


def test_who_leaves_before_the_session_is_not_expected_and_who_joins_is(
    week: tuple[str, list[str], str], clock_at: Clock
) -> None:
    group, members, session = week
    absence.record_notice(session, members[0], datetime(2026, 11, 16, 12, 0))
    for stretch in roster.history(group)[:2]:
        roster.leave(stretch.id, date(2026, 11, 16))
    kept = [members[0], members[2]]
    assert [one.member for one in absence.expected(session)] == kept
    new = some_members(4)[3]
    roster.join(group, new, date(2026, 11, 17))
    assert [one.member for one in absence.expected(session)] == [*kept, new]
    clock_at.set(datetime(2026, 11, 17, 18, 0, tzinfo=ZONE))
    sessions.start(session)
    seats = sessions.seats(session)
    assert {seat.member: seat.seat for seat in seats} == {members[0]: 1, new: 2, members[2]: 3}


def test_leaving_and_its_undo_give_the_row_back_unless_its_digit_is_taken(
    week: tuple[str, list[str], str],
) -> None:
    group, members, session = week
    absence.record_notice(session, members[0], datetime(2026, 11, 16, 12, 0))
    second = roster.history(group)[1]
    roster.leave(second.id, date(2026, 11, 16))
    assert len(sessions.seats(session)) == 2
    take_last_back()
    assert [seat.member for seat in sessions.seats(session)] == members
    roster.leave(second.id, date(2026, 11, 16))
    left = OfficeOperation.select().order_by(OfficeOperation.id.desc()).get().id
    sessions.add_person(session, some_members(4)[3])
    with pytest.raises(Refused, match="changed again afterwards"):
        undo(OFFICE, left)


def test_a_later_last_day_keeps_the_row(week: tuple[str, list[str], str]) -> None:
    group, members, session = week
    absence.record_notice(session, members[0], datetime(2026, 11, 16, 12, 0))
    roster.leave(roster.history(group)[1].id, date(2026, 11, 17))
    assert [one.member for one in absence.expected(session)] == members


def test_a_session_someone_cancelled_for_follows_its_group_and_is_kept(
    week: tuple[str, list[str], str],
) -> None:
    group, members, session = week
    absence.record_notice(session, members[0], datetime(2026, 11, 16, 12, 0))
    change(group, time=time(17, 0), minutes=90)
    row = schedule.session(session)
    assert (row.starts, row.minutes) == (datetime(2026, 11, 17, 17, 0), 90)
    change(group, weekday=2)
    assert schedule.session(session).starts == datetime(2026, 11, 18, 17, 0)
    assert statuses(session)[0] is Status.CLIENT_CANCEL
    assert {one.starts.weekday() for one in planned(group)} == {2}
    change(group, ends_on=date(2026, 11, 12))
    assert [one.id for one in planned(group)] == [session]
    assert schedule.session(session).series is None


def test_coming_sessions_stay_the_same_where_the_group_still_meets(
    week: tuple[str, list[str], str],
) -> None:
    group, _, _ = week
    before = [one.id for one in planned(group)]
    change(group, time=time(19, 0), technique="Breathing")
    assert [one.id for one in planned(group)] == before
    assert {one.starts.time() for one in planned(group)} == {time(19, 0)}
    change(group, ends_on=date(2026, 11, 30))
    assert [one.id for one in planned(group)] == before[:2]
    one_more(group, datetime(2026, 11, 17, 9, 0))
    with pytest.raises(Refused, match="Recovery Skills, Tuesday 17 November, 09:00") as refused:
        change(group, time=time(9, 0), minutes=30, ends_on=None)
    assert refused.value.field == "time"
    change(group, ends_on=None)
    assert [one.id for one in planned(group) if one.starts.time() == time(19)][:2] == before[:2]
    assert len(planned(group)) == len(before) + 1


def change(group: str, **what: object) -> None:
    found = groups.group(group)
    known = {name: getattr(found, name) for name in GroupDetails.__dataclass_fields__}
    groups.change(group, GroupDetails(**{**known, **what}), ())


def planned(group: str) -> list[Session]:
    return list(Session.select().where(Session.group == group).order_by(Session.starts))


def test_a_cancelled_session_takes_nothing_more_and_keeps_what_was_said(
    week: tuple[str, list[str], str],
) -> None:
    _, members, session = week
    absence.record_notice(session, members[0], datetime(2026, 11, 16, 12, 0))
    calling_off.cancel(session)
    assert statuses(session) == [Status.PROVIDER_CANCEL] * 3
    told = sessions.seats(session)[0].notice_at
    assert told is not None
    with pytest.raises(Refused, match="cancelled this session"):
        absence.record_notice(session, members[0], datetime(2026, 11, 16, 11, 0))
    assert sessions.seats(session)[0].notice_at == told


def test_a_session_taken_up_again_knows_who_had_cancelled_before(
    week: tuple[str, list[str], str],
) -> None:
    _, members, session = week
    absence.record_notice(session, members[0], datetime(2026, 11, 16, 12, 0))
    calling_off.cancel(session)
    calling_off.take_up_again(session)
    assert schedule.session(session).state is SessionState.PLANNED
    assert statuses(session) == [Status.CLIENT_CANCEL, Status.UNRECORDED, Status.UNRECORDED]
    with pytest.raises(Refused, match="not cancelled"):
        calling_off.take_up_again(session)


def test_it_is_not_taken_up_where_the_clinician_has_something_else_by_now(
    week: tuple[str, list[str], str],
) -> None:
    _, members, session = week
    calling_off.cancel(session)
    row = schedule.session(session)
    series.place(
        NewAppointment(
            kind=SessionKind.INDIVIDUAL,
            member=members[0],
            clinician=row.clinician,
            starts=row.starts,
            minutes=50,
        )
    )
    with pytest.raises(Refused, match="two appointments"):
        calling_off.take_up_again(session)
    assert schedule.session(session).state is SessionState.CANCELLED


def test_after_a_signature_a_change_needs_a_reason(
    week: tuple[str, list[str], str], clock_at: Clock
) -> None:
    _, members, session = week
    clock_at.set(datetime(2026, 11, 17, 18, 0, tzinfo=ZONE))
    sessions.start(session)
    clock_at.advance(minutes=60)
    sessions.stop(session)
    with operation(OFFICE, "Sign"):
        Session.update(signed=True).where(Session.id == session).execute()
    with pytest.raises(Refused, match="only with a reason"):
        absence.record_missed(session, members[0], Status.NO_SHOW)
    absence.record_missed(session, members[0], Status.NO_SHOW, reason="Mixed up")
    assert statuses(session)[0] is Status.NO_SHOW


def test_a_row_made_early_makes_nobody_recent(week: tuple[str, list[str], str]) -> None:
    _, members, session = week
    absence.record_notice(session, members[0], datetime(2026, 11, 16, 12, 0))
    assert history.last_expected(date(2026, 11, 1)) == {}
