"""At most ten, dated, and never rewritten."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from peewee import IntegrityError

from practice.desk import roster, sessions
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.office import Enrolment
from tests.build import a_full_group, a_group, some_members
from tests.conftest import Clock, Opened

JANUARY = date(2026, 1, 6)


def test_the_eleventh_is_refused_with_words_that_help(opened: Opened) -> None:
    group, _, _ = a_full_group(opened.user_id, 10)
    eleventh = some_members(1)[0]
    with pytest.raises(Refused, match="on its waitlist, choose another group or a later date"):
        roster.join(group, eleventh, date(2026, 11, 24))


def test_the_database_refuses_even_a_bulk_write(opened: Opened) -> None:
    group, ids = a_group(opened.user_id), some_members(10)
    more = some_members(1)
    rows = [
        {"id": str(n), "group": group, "member": member, "joined_on": JANUARY}
        for n, member in enumerate(ids + more)
    ]
    with pytest.raises(Refused), operation(OFFICE, "Import"):
        Enrolment.insert_many(rows).execute()
    assert Enrolment.select().count() == 0


def test_a_place_is_free_again_after_the_last_day(opened: Opened) -> None:
    group, _, _ = a_full_group(opened.user_id, 10)
    eleventh = some_members(1)[0]
    first = roster.history(group)[0]
    roster.leave(first.id, date(2026, 11, 17))
    with pytest.raises(Refused):
        roster.join(group, eleventh, date(2026, 11, 17))
    roster.join(group, eleventh, date(2026, 11, 18))
    assert len(roster.on_day(group, date(2026, 11, 18))) == 10


def test_leaving_and_coming_back_keeps_both_stretches(opened: Opened) -> None:
    group, (member,) = a_group(opened.user_id), some_members(1)
    first = roster.join(group, member, JANUARY)
    roster.leave(first, date(2026, 3, 31))
    roster.join(group, member, date(2026, 6, 2))
    kept = [(row.joined_on, row.left_on) for row in roster.stretches_of(member)]
    assert kept == [(JANUARY, date(2026, 3, 31)), (date(2026, 6, 2), None)]
    assert roster.on_day(group, date(2026, 5, 5)) == []


def test_a_past_roster_never_changes_when_someone_joins_later(
    opened: Opened, clock_at: Clock
) -> None:
    group, ids, session = a_full_group(opened.user_id, 3)
    sessions.start(session)
    sessions.stop(session)
    newcomer = some_members(1)[0]
    roster.join(group, newcomer, JANUARY + timedelta(days=1))
    assert [seat.member for seat in sessions.seats(session)] == sorted(
        ids, key=[s.member for s in sessions.seats(session)].index
    )
    assert newcomer not in {seat.member for seat in sessions.seats(session)}


def test_leaving_before_joining_is_refused(opened: Opened) -> None:
    group, (member,) = a_group(opened.user_id), some_members(1)
    enrolment = roster.join(group, member, JANUARY)
    with pytest.raises(Refused, match="before the first day"):
        roster.leave(enrolment, JANUARY - timedelta(days=1))


days = st.integers(0, 60)
moves = st.lists(st.tuples(st.integers(0, 12), days, st.one_of(st.none(), days)), max_size=40)


@pytest.fixture
def group(opened: Opened) -> str:
    return a_group(opened.user_id)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(moves)
def test_no_order_of_joining_and_leaving_puts_more_than_ten_on_any_day(
    group: str, tried: list[tuple[int, int, int | None]]
) -> None:
    people = some_members(10) + some_members(3)
    with operation(OFFICE, "Begin anew"):
        Enrolment.delete().execute()
    for who, first, length in tried:
        joined = JANUARY + timedelta(days=first)
        last = None if length is None else joined + timedelta(days=length)
        try:
            with operation(OFFICE, "Join"):
                Enrolment.create(group=group, member=people[who], joined_on=joined, left_on=last)
        except Refused:
            continue
    for day in range(130):
        on_day = roster.on_day(group, JANUARY + timedelta(days=day))
        assert len(on_day) <= roster.GROUP_SIZE
        assert len({row.member for row in on_day}) == len(on_day)


def test_rows_of_nobody_are_refused(opened: Opened) -> None:
    group = a_group(opened.user_id)
    with pytest.raises(IntegrityError), operation(OFFICE, "Join"):
        Enrolment.create(group=group, member="nobody", joined_on=JANUARY)
