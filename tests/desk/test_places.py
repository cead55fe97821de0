"""Joining, leaving with a reason, moving, closed groups, waitlists, offers and visits."""

from dataclasses import fields, replace
from datetime import date, datetime, time, timedelta

import pytest

from practice.care import company
from practice.desk import (
    absence,
    attendance,
    calling_off,
    due,
    groups,
    members,
    offers,
    openings,
    roster,
    schedule,
    sessions,
    visitors,
    waitlist,
)
from practice.desk.groups import GroupDetails
from practice.desk.members import MemberDetails
from practice.errors import Refused
from practice.models.audit import operation, undo
from practice.models.base import OFFICE, OfficeOperation
from practice.models.enums.attendance import Status
from practice.models.enums.groups import Intake, LeftBecause, OfferState, VisitBecause
from practice.models.enums.practice import Role
from practice.models.enums.sessions import SessionState
from practice.models.office import Attendance, Enrolment, Session, User, Visit, Waiting
from tests.build import a_full_group, a_group
from tests.conftest import Clock, Opened

TODAY = date(2026, 11, 17)
SIX = datetime(2026, 11, 17, 18, 0)
FIVE = datetime(2026, 11, 17, 17, 55)
TOMORROW = TODAY + timedelta(days=1)


def newcomers(*names: str) -> list[str]:
    return [members.add(MemberDetails(given_name=name)) for name in names]


def a_closed_group(opened: Opened) -> str:
    group_id = a_group(opened.user_id)
    row = groups.group(group_id)
    known = {f.name: getattr(row, f.name) for f in fields(GroupDetails)}
    groups.change(group_id, replace(GroupDetails(**known), intake=Intake.CLOSED))
    return group_id


def undo_last() -> None:
    newest = OfficeOperation.select().order_by(OfficeOperation.id.desc()).get()
    undo(OFFICE, newest.id)


def late_cancel(session: str, member: str) -> None:
    absence.record_notice(session, member, datetime(2026, 11, 17, 11, 0))


@pytest.fixture
def full(opened: Opened) -> tuple[str, list[str], str, list[str]]:
    """A group of ten with two waiting: group, members, today's session, those who wait."""
    group, ids, session = a_full_group(opened.user_id, 10)
    waiting = newcomers("Noor", "Pia")
    for member in waiting:
        waitlist.put_on(group, member)
    return group, ids, session, waiting


# Leaving and moving


def test_why_someone_left_is_kept(opened: Opened) -> None:
    _, ids, _ = a_full_group(opened.user_id, 2)
    stretch = roster.stretches_of(ids[0])[0]
    roster.leave(stretch.id, TODAY, LeftBecause.WORK, "  New shift on Tuesdays ")
    (kept,) = roster.stretches_of(ids[0])
    assert (kept.left_because, kept.left_words) == (LeftBecause.WORK, "New shift on Tuesdays")


def test_moving_is_one_step_and_keeps_both_stretches(opened: Opened) -> None:
    group, ids, _ = a_full_group(opened.user_id, 2)
    other = a_group(opened.user_id, name="Morning Skills", at=time(9))
    roster.move(roster.stretches_of(ids[0])[0].id, other, date(2026, 11, 24))
    kept = [(s.group, s.joined_on, s.left_on, s.left_because) for s in roster.stretches_of(ids[0])]
    assert kept == [
        (group, date(2026, 1, 6), date(2026, 11, 23), LeftBecause.MOVED),
        (other, date(2026, 11, 24), None, None),
    ]
    undo_last()
    assert [(s.group, s.left_on) for s in roster.stretches_of(ids[0])] == [(group, None)]


def test_moving_into_a_full_group_leaves_everything_as_it_was(opened: Opened) -> None:
    full_group, _, _ = a_full_group(opened.user_id, 10)
    other, (member,) = a_group(opened.user_id, at=time(9)), newcomers("Noor")
    stretch = roster.join(other, member, date(2026, 1, 6))
    with pytest.raises(Refused, match="already has 10 members"):
        roster.move(stretch, full_group, date(2026, 11, 24))
    assert roster.stretches_of(member)[0].left_on is None


@pytest.mark.parametrize(
    ("day", "words"), [(date(2026, 1, 6), "not in their group before"), (TODAY, "already")]
)
def test_a_move_that_makes_no_sense_is_refused(opened: Opened, day: date, words: str) -> None:
    group, (member,) = a_group(opened.user_id), newcomers("Noor")
    stretch = roster.join(group, member, date(2026, 1, 6))
    target = group if words == "already" else a_group(opened.user_id, at=time(9))
    with pytest.raises(Refused, match=words):
        roster.move(stretch, target, day)


# Closed groups


def test_a_closed_group_takes_nobody_after_it_began(opened: Opened) -> None:
    group, (early, late) = a_closed_group(opened), newcomers("Noor", "Pia")
    roster.join(group, early, date(2026, 1, 6))
    assert roster.takes_only_admitted(group, TODAY)
    with pytest.raises(Refused, match="closed and has begun"):
        roster.join(group, late, TODAY)
    rows = [{"id": "x", "group": group, "member": late, "joined_on": TODAY}]
    with pytest.raises(Refused, match="closed"), operation(OFFICE, "Import"):
        Enrolment.insert_many(rows).execute()
    roster.join(group, late, TODAY, admitted_because="Comes back after a week away")
    assert roster.stretches_of(late)[0].admitted_because == "Comes back after a week away"


def test_the_front_desk_cannot_let_someone_into_a_closed_group(opened: Opened) -> None:
    group, (late,) = a_closed_group(opened), newcomers("Noor")
    with operation(OFFICE, "As a test"):
        User.update(role=Role.FRONT_DESK).execute()
    with pytest.raises(Refused, match="Only a clinician"):
        roster.join(group, late, TODAY, admitted_because="They asked")


def test_leaving_a_group_closed_since_is_no_joining(opened: Opened) -> None:
    group, ids, _ = a_full_group(opened.user_id, 1)
    late = roster.join(group, newcomers("Noor")[0], date(2026, 6, 2))
    known = {f.name: getattr(groups.group(group), f.name) for f in fields(GroupDetails)}
    groups.change(group, GroupDetails(**known | {"intake": Intake.CLOSED}))
    roster.leave(late, TODAY)
    assert [row.member for row in roster.on_day(group, TOMORROW)] == ids


# The waitlist


def test_a_waitlist_keeps_its_order_until_someone_changes_it(opened: Opened) -> None:
    group, ids = a_group(opened.user_id), newcomers("Noor", "Pia", "Rui")
    rows = [waitlist.put_on(group, member) for member in ids]
    waitlist.move(rows[2], -1)
    waitlist.move(rows[0], -1)
    assert [row.given_name for row in waitlist.of_group(group)] == ["Noor", "Rui", "Pia"]
    waitlist.take_off(rows[0])
    assert [(row.group, place) for row, place in waitlist.of_member(ids[1])] == [(group, 2)]
    assert waitlist.sizes() == {group: 2}


def test_nobody_waits_twice_or_for_a_group_they_are_in(opened: Opened) -> None:
    group, ids, _ = a_full_group(opened.user_id, 1)
    (noor,) = newcomers("Noor")
    waitlist.put_on(group, noor)
    for member, words in ((noor, "on the waitlist already"), (ids[0], "in the group already")):
        with pytest.raises(Refused, match=words):
            waitlist.put_on(group, member)


def test_who_joins_waits_no_longer(opened: Opened) -> None:
    group, (noor,) = a_group(opened.user_id), newcomers("Noor")
    waitlist.put_on(group, noor)
    made = offers.offer(group, None, noor, SIX)
    roster.join(group, noor, TODAY)
    assert waitlist.of_group(group) == []
    assert [row.state for row in offers.history(group)] == [OfferState.ACCEPTED]
    undo_last()
    assert [row.id for row in offers.open_offers()] == [made]
    assert Waiting.select().count() == 1


# Seats and places


def test_nothing_is_free_while_everybody_comes(full: tuple[str, list[str], str, list[str]]) -> None:
    assert openings.openings() == []


def test_a_cancelled_seat_is_offered_in_line_and_taken_by_nobody_on_its_own(
    full: tuple[str, list[str], str, list[str]],
) -> None:
    group, ids, session, (noor, pia) = full
    late_cancel(session, ids[3])
    (free,) = openings.openings()
    assert (free.session, free.starts, free.free) == (session, SIX, 1)
    assert free.next is not None
    assert free.next.member == noor
    first = offers.offer(group, session, noor, FIVE)
    assert openings.openings() == []
    with pytest.raises(Refused, match="Nothing is free"):
        offers.offer(group, session, pia, FIVE)
    offers.decline(first)
    (free,) = openings.openings()
    assert free.next is not None
    assert free.next.member == pia
    offers.accept(offers.offer(group, session, pia, FIVE))
    assert [(v.member, v.visits_because) for v in due.visitors(session)] == [
        (pia, VisitBecause.WAITING)
    ]
    assert due.numbers([session]) == {session: 10}
    assert openings.openings() == []
    assert [row.member for row in waitlist.of_group(group)] == [noor, pia]
    assert {row.state for row in offers.history(group)} == {
        OfferState.DECLINED,
        OfferState.ACCEPTED,
    }


def test_who_took_the_seat_is_expected_and_gets_the_digit(
    full: tuple[str, list[str], str, list[str]], clock_at: Clock
) -> None:
    _, ids, session, (noor, _) = full
    late_cancel(session, ids[3])
    visitors.invite(session, noor, VisitBecause.WAITING)
    expected = {one.member: one for one in absence.expected(session)}
    assert len(expected) == 11
    assert expected[noor].visits_because is VisitBecause.WAITING
    clock_at.to("18:00")
    sessions.start(session)
    by_member = {seat.member: seat for seat in sessions.seats(session)}
    digits = {seat.digit for seat in by_member.values() if seat.seat <= 10}
    assert digits == set("1234567890")
    assert by_member[noor].seat <= 10
    assert by_member[ids[3]].digit == "–"
    with pytest.raises(Refused, match="already has 10 people"):
        attendance.mark_present(by_member[ids[3]].id)


def test_a_cancel_cannot_be_taken_back_once_the_seat_is_given(
    full: tuple[str, list[str], str, list[str]],
) -> None:
    _, ids, session, (noor, _) = full
    late_cancel(session, ids[3])
    cancel = OfficeOperation.select().order_by(OfficeOperation.id.desc()).get().id
    visitors.invite(session, noor, VisitBecause.WAITING)
    for again in (lambda: absence.take_back(session, ids[3]), lambda: undo(OFFICE, cancel)):
        with pytest.raises(Refused, match="already has 10 people"):
            again()
    with pytest.raises(Refused, match="already has 10"), operation(OFFICE, "Import"):
        Attendance.delete().where(Attendance.member == ids[3]).execute()
    visitors.take_off(session, noor)
    undo(OFFICE, cancel)
    assert due.numbers([session]) == {session: 10}


def test_a_place_is_free_from_the_day_after_someone_leaves(
    full: tuple[str, list[str], str, list[str]],
) -> None:
    group, ids, _, (noor, pia) = full
    roster.leave(roster.stretches_of(ids[0])[0].id, date(2026, 11, 30))
    (free,) = openings.openings()
    assert (free.session, free.first_day, free.free) == (None, date(2026, 12, 1), 1)
    offers.give_up(offers.offer(group, None, noor, SIX))
    (free,) = openings.openings()
    assert free.next is not None
    assert free.next.member == pia
    offers.accept(offers.offer(group, None, pia, SIX))
    assert roster.stretches_of(pia)[0].joined_on == date(2026, 12, 1)
    assert openings.openings() == []
    roster.leave(roster.stretches_of(ids[1])[0].id, date(2026, 12, 7))
    (free,) = openings.openings()
    assert free.next is not None
    assert free.next.member == noor, "asked again, since this is another place"


@pytest.mark.parametrize(
    ("until", "words"), [(datetime(2026, 11, 17, 17, 50), "passed"), (SIX, "")]
)
def test_a_time_to_answer_has_to_make_sense(
    full: tuple[str, list[str], str, list[str]], until: datetime, words: str
) -> None:
    group, ids, session, (noor, _) = full
    late_cancel(session, ids[3])
    if words:
        with pytest.raises(Refused, match=words):
            offers.offer(group, session, noor, until)
    with pytest.raises(Refused, match="begins before"):
        offers.offer(group, session, noor, SIX + timedelta(minutes=1))


def test_an_offer_is_answered_once(full: tuple[str, list[str], str, list[str]]) -> None:
    group, ids, session, (noor, _) = full
    late_cancel(session, ids[3])
    made = offers.offer(group, session, noor, FIVE)
    offers.withdraw(made)
    for answer in (offers.accept, offers.decline, offers.give_up, offers.withdraw):
        with pytest.raises(Refused, match="answered or withdrawn already"):
            answer(made)
    (free,) = openings.openings()
    assert free.next is not None
    assert free.next.member == noor


def test_an_accepted_offer_finds_its_seat_taken(
    full: tuple[str, list[str], str, list[str]],
) -> None:
    group, ids, session, (noor, pia) = full
    late_cancel(session, ids[3])
    made = offers.offer(group, session, noor, FIVE)
    visitors.invite(session, pia, VisitBecause.MAKE_UP)
    with pytest.raises(Refused, match="already has 10 people"):
        offers.accept(made)
    assert [row.id for row in offers.open_offers(group)] == [made]


def test_who_leaves_the_waitlist_leaves_their_offer(
    full: tuple[str, list[str], str, list[str]],
) -> None:
    group, ids, session, _ = full
    late_cancel(session, ids[3])
    first = waitlist.of_group(group)[0]
    offers.offer(group, session, first.member, FIVE)
    waitlist.take_off(first.id)
    assert offers.open_offers() == []


def test_closed_and_ended_groups_have_nothing_to_offer(opened: Opened) -> None:
    group, (noor,) = a_closed_group(opened), newcomers("Noor")
    waitlist.put_on(group, noor)
    assert openings.openings() == []


def test_room_for_good_looks_at_every_later_day() -> None:
    january, march = date(2026, 1, 1), date(2026, 3, 1)
    nine = [(january, None)] * 9
    assert openings.room_for_good(nine, march) == march
    assert openings.room_for_good([*nine, (january, None)], march) is None
    assert openings.room_for_good([*nine, (date(2026, 4, 1), date(2026, 4, 30))], march) == date(
        2026, 5, 1
    )


# Visits


def test_a_visitor_is_on_one_session_and_on_no_other(opened: Opened, clock_at: Clock) -> None:
    _, ids, session = a_full_group(opened.user_id, 3)
    (noor,) = newcomers("Noor")
    visitors.invite(session, noor, VisitBecause.MAKE_UP)
    with pytest.raises(Refused, match="expected at this session already"):
        visitors.invite(session, noor, VisitBecause.MAKE_UP)
    clock_at.to("18:00")
    sessions.start(session)
    assert [seat.member for seat in sessions.seats(session)][-1] == noor
    attendance.mark_all_present(session)
    clock_at.to("19:00")
    sessions.stop(session)
    assert roster.stretches_of(noor) == []
    assert {p.id for p in company.people_around(noor, TODAY, TODAY)} == set(ids)
    assert noor in {p.id for p in company.people_around(ids[0], TODAY, TODAY)}
    with pytest.raises(Refused, match="has begun or is over"):
        visitors.take_off(session, noor)


def test_a_walk_in_is_written_down_as_a_visitor(opened: Opened, clock_at: Clock) -> None:
    _, _, session = a_full_group(opened.user_id, 3)
    (noor,) = newcomers("Noor")
    clock_at.to("18:00")
    sessions.start(session)
    sessions.add_person(session, noor)
    assert [visit.member for visit in due.visitors(session)] == [noor]


def test_joining_is_refused_where_visitors_have_the_seats(opened: Opened) -> None:
    group, _, session = a_full_group(opened.user_id, 9)
    noor, pia = newcomers("Noor", "Pia")
    visitors.invite(session, noor, VisitBecause.TRYING)
    with pytest.raises(Refused, match="visitors among them"):
        roster.join(group, pia, TODAY)
    roster.join(group, pia, TOMORROW)


def test_a_session_moves_to_no_day_that_has_no_room_for_it(opened: Opened) -> None:
    group, _, session = a_full_group(opened.user_id, 9)
    visitors.invite(session, newcomers("Noor")[0], VisitBecause.MAKE_UP)
    roster.join(group, newcomers("Pia")[0], TOMORROW)
    with pytest.raises(Refused, match="already has 10"), operation(OFFICE, "Move"):
        Session.update(starts=SIX + timedelta(days=1)).where(Session.id == session).execute()


def test_even_a_bulk_write_brings_no_eleventh_visitor(opened: Opened) -> None:
    _, _, session = a_full_group(opened.user_id, 9)
    rows = [
        {"id": member, "session": session, "member": member, "because": VisitBecause.MAKE_UP}
        for member in newcomers("Noor", "Pia")
    ]
    with pytest.raises(Refused, match="already has 10"), operation(OFFICE, "Import"):
        Visit.insert_many(rows).execute()
    assert Visit.select().count() == 0


def test_the_practice_cancels_for_visitors_too(opened: Opened) -> None:
    _, _, session = a_full_group(opened.user_id, 2)
    visitors.invite(session, newcomers("Noor")[0], VisitBecause.MAKE_UP)
    calling_off.cancel(session)
    assert [seat.status for seat in sessions.seats(session)] == [Status.PROVIDER_CANCEL] * 3
    assert schedule.session(session).state is SessionState.CANCELLED
