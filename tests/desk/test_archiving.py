"""Archiving ends what would go on, leaves what was, and is undone in one step."""

from datetime import date, datetime, time, timedelta

from practice.desk import (
    archiving,
    attendance,
    calendar,
    due,
    history,
    members,
    offers,
    openings,
    roster,
    schedule,
    series,
    sessions,
    toplace,
    visitors,
    waitlist,
)
from practice.desk.rules import Rule, weekly
from practice.desk.series import NewAppointment
from practice.models.audit import undo
from practice.models.base import OFFICE, OfficeOperation
from practice.models.enums.groups import VisitBecause
from practice.models.enums.sessions import SessionKind, ToPlaceWhy
from tests.build import a_full_group, a_group, one_more
from tests.conftest import Clock, Opened

TODAY = date(2026, 11, 17)
YESTERDAY = TODAY - timedelta(days=1)
TEN = datetime(2026, 11, 18, 10)


def own_sessions(
    opened: Opened, member: str, rule: Rule | None = None, when: datetime = TEN
) -> str:
    """Sessions with one member."""
    return series.place(
        NewAppointment(
            kind=SessionKind.INDIVIDUAL,
            member=member,
            clinician=opened.user_id,
            starts=when,
            minutes=50,
            repeats=rule,
        )
    )


def with_them(member: str) -> list[datetime]:
    year = calendar.between(TODAY, TODAY + timedelta(days=365))
    return [one.starts for one in year if one.member == member]


def undo_last() -> None:
    newest = OfficeOperation.select().order_by(OfficeOperation.id.desc()).get()
    undo(OFFICE, newest.id)


def test_everything_that_goes_on_is_named_and_ends_and_undo_brings_it_back(
    opened: Opened,
) -> None:
    group, ids, tonight = a_full_group(opened.user_id, 3)
    dana, other = ids[0], a_group(opened.user_id, name="Evening", at=time(13))
    visited = one_more(other, datetime(2026, 11, 19, 15))
    own_sessions(opened, dana, weekly(TEN.date()))
    own_sessions(opened, dana, when=TEN + timedelta(hours=4))
    waitlist.put_on(other, dana)
    place = next(one for one in openings.openings(other) if one.session is None)
    offers.offer(other, None, dana, offers.usual_until(place))
    visitors.invite(visited, dana, VisitBecause.TRYING)
    toplace.ask(dana, ToPlaceWhy.MOVE)
    named = (
        "Tuesday Recovery Skills",
        "Individual session, Wednesdays 10:00, 50 min",
        "one appointment to come",
        "a visit to Evening",
        "the waitlist of Evening",
        "their place on To place",
    )
    assert archiving.ending(dana) == named
    before = with_them(dana)
    archiving.archive(dana)
    assert members.member(dana).archived
    assert archiving.ending(dana) == ()
    assert with_them(dana) == []
    assert roster.stretches_of(dana)[0].left_on == YESTERDAY
    assert dana not in [one.member for one in due.due(schedule.session(tonight))]
    assert offers.open_offers() == []
    assert roster.ids_on_day(group, TODAY) == set(ids[1:])
    undo_last()
    assert archiving.ending(dana) == named
    assert with_them(dana) == before
    assert len(offers.open_offers()) == 1
    assert not members.member(dana).archived


def test_what_was_stays_and_today_counts_once_the_group_has_met(
    opened: Opened, clock_at: Clock
) -> None:
    _, ids, session = a_full_group(opened.user_id, 2)
    sessions.start(session)
    attendance.mark_all_present(session)
    clock_at.advance(minutes=60)
    sessions.stop(session)
    archiving.archive(ids[0])
    assert roster.stretches_of(ids[0])[0].left_on == TODAY
    assert [visit.minutes for visit in history.visits(ids[0], TODAY, TODAY)] == [60]


def test_a_session_nobody_recorded_yet_still_expects_them(opened: Opened, clock_at: Clock) -> None:
    _, ids, session = a_full_group(opened.user_id, 2)
    clock_at.advance(hours=3)
    archiving.archive(ids[0])
    assert roster.stretches_of(ids[0])[0].left_on == TODAY
    assert ids[0] in [one.member for one in due.due(schedule.session(session))]


def test_a_group_they_would_join_later_is_never_joined(opened: Opened) -> None:
    group = a_group(opened.user_id)
    dana = members.add(members.MemberDetails(given_name="Dana"))
    roster.join(group, dana, TODAY + timedelta(days=7))
    archiving.archive(dana)
    assert roster.stretches_of(dana) == []
    undo_last()
    assert [one.joined_on for one in roster.stretches_of(dana)] == [TODAY + timedelta(days=7)]


def test_a_last_day_set_for_later_comes_now(opened: Opened) -> None:
    _, ids, _ = a_full_group(opened.user_id, 2)
    roster.leave(roster.stretches_of(ids[0])[0].id, TODAY + timedelta(days=14))
    archiving.archive(ids[0])
    assert roster.stretches_of(ids[0])[0].left_on == YESTERDAY


def test_who_comes_back_is_in_the_lists_and_what_ended_stays_ended(
    opened: Opened, clock_at: Clock
) -> None:
    dana = members.add(members.MemberDetails(given_name="Dana"))
    own_sessions(opened, dana, weekly(TEN.date()))
    clock_at.advance(days=30)
    archiving.archive(dana)
    archiving.bring_back(dana)
    assert not members.member(dana).archived
    assert archiving.ending(dana) == ()
    weeks = calendar.between(TODAY, TODAY + timedelta(days=30))
    assert len([one for one in weeks if one.member == dana]) == 5
