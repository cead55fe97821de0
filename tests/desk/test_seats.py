"""Whatever is done in whatever order: never more than ten, and nothing that was is rewritten."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from practice.desk import (
    absence,
    attendance,
    due,
    offers,
    openings,
    rates,
    roster,
    schedule,
    sessions,
    visitors,
    waitlist,
)
from practice.desk.figures import Period, sessions_behind, whole
from practice.errors import Refused
from practice.models.audit import undo
from practice.models.base import OFFICE, OfficeOperation
from practice.models.enums.attendance import FREES_SEAT, Status
from practice.models.enums.groups import VisitBecause
from practice.models.enums.sessions import SessionState
from practice.models.office import Attendance, Session
from practice.models.read import tuples
from tests.build import a_full_group, some_members
from tests.conftest import Clock, Opened

TODAY = date(2026, 11, 17)
STEPS = 25
Commands = list[Callable[[], object]]
MISSED = (Status.EXCUSED, Status.PROVIDER_CANCEL)


class Desk:
    """A full group, its next three sessions, and five people more."""

    def __init__(self, clinician: str) -> None:
        self.group, self.ids, self.first = a_full_group(clinician, 10)
        self.people = self.ids + some_members(5)
        coming = Session.select(Session.id).where(Session.state == SessionState.PLANNED)
        self.sessions = [key for (key,) in tuples(coming.order_by(Session.starts))][:3]
        self._begin = newest()

    def step(self, pick: Random, *, record: bool = True) -> None:
        """One thing a person could do; what is refused changes nothing."""
        kinds = self._moves(pick) + (self._records(pick) if record else [])
        try:
            pick.choice(kinds)()
        except Refused:
            return

    def _moves(self, pick: Random) -> Commands:
        who, session = pick.choice(self.people), pick.choice(self.sessions)
        day = TODAY + timedelta(days=pick.randint(-3, 20))
        stretch = pick.choice(roster.history(self.group)).id
        return [
            lambda: roster.join(self.group, who, day),
            lambda: roster.leave(stretch, day),
            lambda: waitlist.put_on(self.group, who),
            lambda: visitors.invite(session, who, VisitBecause.MAKE_UP),
            lambda: visitors.take_off(session, who),
            lambda: sessions.add_person(session, who),
            lambda: self._offer(pick),
            lambda: self._promote(pick),
        ]

    def _records(self, pick: Random) -> Commands:
        who, session = pick.choice(self.people), pick.choice(self.sessions)
        noticed = datetime(2026, 11, pick.randint(10, 17), pick.randint(8, 17))
        return [
            lambda: absence.record_notice(session, who, noticed),
            lambda: absence.record_missed(session, who, pick.choice(MISSED)),
            lambda: absence.take_back(session, who),
            self._undo,
        ]

    def _offer(self, pick: Random) -> None:
        if found := openings.openings():
            opening = pick.choice(found)
            who = pick.choice(opening.candidates or (opening.next,))
            if who is not None:
                until = datetime(2026, 11, 17, 17, 59)
                offers.offer(opening.group, opening.session, who.member, until)

    def _promote(self, pick: Random) -> None:
        if found := offers.open_offers():
            offers.accept(pick.choice(found).id)

    def _undo(self) -> None:
        if (last := newest()) > self._begin:
            undo(OFFICE, last)


def newest() -> int:
    return int(OfficeOperation.select().order_by(OfficeOperation.id.desc()).get().id)


def check(desk: Desk) -> None:
    """Seats by the words of the rule, counted here without the guards' own query."""
    for session in desk.sessions:
        row = schedule.session(session)
        listed = {person.member for person in due.due(row)}
        rows = {seat.member: seat.status for seat in sessions.seats(session)}
        away = {member for member, status in rows.items() if status in FREES_SEAT}
        coming = (listed | set(rows)) - away
        assert len(coming) <= 10
        assert due.numbers([session])[session] == len(coming)
        assert {one.member for one in absence.expected(session)} == listed | set(rows)


@pytest.fixture
def desk(opened: Opened) -> Desk:
    return Desk(opened.user_id)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 1_000_000))
def test_no_order_of_joining_leaving_promoting_and_visiting_seats_eleven(
    desk: Desk, clock_at: Clock, seed: int
) -> None:
    pick = Random(seed)
    for _ in range(STEPS):
        clock_at.advance(milliseconds=1)
        desk.step(pick)
        check(desk)


@pytest.mark.parametrize("seed", range(4))
def test_a_held_session_keeps_its_history_and_every_row_counts_once(
    desk: Desk, clock_at: Clock, seed: int
) -> None:
    pick = Random(seed)
    for _ in range(STEPS):
        desk.step(pick)
    clock_at.to("18:00")
    sessions.start(desk.first)
    for seat in sessions.seats(desk.first):
        mark(seat.id, pick)
    clock_at.to("19:00")
    sessions.stop(desk.first)
    kept = rows_of(desk.first)
    for _ in range(STEPS):
        desk.step(pick, record=False)
    assert {key: row for key, row in rows_of(desk.first).items() if key in kept} == kept
    held = [seat.status for seat in sessions.seats(desk.first)]
    period = Period(TODAY, TODAY)
    mine = [b for b in sessions_behind(period) if b.session == desk.first]
    counts = rates.Counts.of(held)
    assert counts.total == len(held) == len(mine)
    assert Counter(b.status for b in mine) == Counter(held)
    parts = sum(whole(period).number(status) for status in Status)
    assert parts == whole(period).total
    sessions_of_today = Session.select(Session.id).where(
        Session.state.in_((SessionState.HELD, SessionState.CANCELLED))
    )
    assert parts == Attendance.select().where(Attendance.session.in_(sessions_of_today)).count()


def mark(seat: str, pick: Random) -> None:
    """One of the ways a row may end; one that finds no seat stays as it is."""
    status = pick.choice(list(Status))
    try:
        if status is Status.ATTENDED:
            attendance.mark_present(seat)
        elif status is Status.UNRECORDED:
            attendance.unmark(seat)
        else:
            attendance.mark_missed(seat, status)
    except Refused:
        return


def rows_of(session: str) -> dict[str, tuple[object, ...]]:
    """What is written down of each row; the digit may go to somebody who comes."""
    columns = (Attendance.member, Attendance.status, Attendance.notice_at)
    query = Attendance.select(Attendance.id, *columns).where(Attendance.session == session)
    return {key: tuple(row) for key, *row in tuples(query)}
