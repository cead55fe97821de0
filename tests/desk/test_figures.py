"""Figures of a period, from real rows."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from practice.desk import figures, history, schedule, sessions
from practice.desk.figures import By, Figure, Period
from practice.desk.practice import UserDetails, save_user
from practice.desk.rates import Counts
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.attendance import MissedBecause, Status
from practice.models.enums.practice import Role
from practice.models.enums.sessions import SessionState
from practice.models.office import Attendance, Member, Session
from practice.models.read import tuples
from tests.build import a_full_group, a_group, one_more
from tests.conftest import Opened
from tests.w3 import FIRST, PERIOD, TODAY, a_front_desk_month


def test_the_front_desk_month_of_w3(opened: Opened) -> None:
    _, members = a_front_desk_month(opened.user_id)
    found = figures.whole(PERIOD)
    assert found.no_show_rate.words() == "5/35 = 14.3% (6.3–29.4)"
    assert found.missed_rate.words() == "8/38 = 21.1% (11.1–36.3)"
    assert found.attendance_rate.words() == "30/40 = 75.0% (59.8–85.8)"
    assert (found.provider_cancel, found.excused, found.unrecorded) == (8, 0, 0)
    visits = [visit for member in members for visit in history.visits(member, FIRST, TODAY)]
    assert sum(visit.late > 0 for visit in visits) == 3
    assert sum(visit.left_early > 0 for visit in visits) == 1


def test_told_apart_by_group_clinician_weekday_and_hour(opened: Opened) -> None:
    group, _ = a_front_desk_month(opened.user_id)
    found = figures.overview(PERIOD)
    whole = figures.whole(PERIOD)
    assert found.whole == whole
    assert found.sessions == 6
    assert {by: [(f.key, f.name) for f in figs] for by, figs in found.by.items()} == {
        By.GROUP: [(group, "Tuesday Recovery Skills")],
        By.CLINICIAN: [(opened.user_id, "Maria Lopez")],
        By.WEEKDAY: [("1", "Tuesday")],
        By.HOUR: [("18", "18:00")],
    }
    assert all(figure.counts == whole for figs in found.by.values() for figure in figs)


def test_days_have_their_sessions_and_rows(opened: Opened) -> None:
    a_front_desk_month(opened.user_id)
    found = figures.days(PERIOD)
    assert list(found) == [FIRST + timedelta(weeks=week) for week in range(6)]
    assert found[FIRST] == figures.Day(1, Counts(attended=8))
    assert found[TODAY] == figures.Day(1, Counts(provider_cancel=8))
    assert found[TODAY].counts.attendance_rate.share is None


def test_both_days_of_a_period_belong_to_it(opened: Opened) -> None:
    a_front_desk_month(opened.user_id)
    assert figures.whole(Period(FIRST, FIRST)).total == 8
    assert figures.whole(Period(FIRST + timedelta(days=1), TODAY - timedelta(days=1))).total == 32
    with pytest.raises(Refused, match="before the first"):
        Period(TODAY, FIRST)


def test_what_is_running_or_to_come_is_not_counted(opened: Opened) -> None:
    group, _, session = a_full_group(opened.user_id, 2)
    forgotten = one_more(group, datetime(2026, 11, 10, 18))
    sessions.start(session)
    found = figures.overview(PERIOD)
    assert (found.whole, found.sessions) == (Counts(), 0)
    assert schedule.session(forgotten).state is SessionState.PLANNED
    assert found.open_sessions == 1


def test_two_members_of_one_name_are_told_apart(opened: Opened) -> None:
    _, members = a_front_desk_month(opened.user_id)
    with operation(OFFICE, "Same names"):
        same = {"given_name": "Dana", "family_name": "Reyes", "preferred_name": ""}
        Member.update(**same).where(Member.id.in_(members[:2])).execute()
    names = [figure.name for figure in figures.of_members(PERIOD)]
    assert names[1:3] == ["Dana R. (M-0001)", "Dana R. (M-0002)"]
    assert len(names) == 8


def test_the_rows_behind_a_figure_newest_first_and_in_pages(opened: Opened) -> None:
    group, members = a_front_desk_month(opened.user_id)
    rows = figures.sessions_behind(PERIOD)
    assert len(rows) == 48
    assert [row.starts for row in rows] == sorted((row.starts for row in rows), reverse=True)
    pages = [figures.sessions_behind(PERIOD, limit=20, offset=n) for n in (0, 20, 40)]
    assert [row for page in pages for row in page] == rows
    missed = figures.sessions_behind(PERIOD, statuses=[Status.NO_SHOW, Status.LATE_CANCEL])
    assert len(missed) == 8
    assert figures.sessions_behind(PERIOD, By.WEEKDAY, "2") == []
    one = figures.sessions_behind(PERIOD, By.MEMBER, members[0])
    assert {(row.group, row.member, row.short_name) for row in one} == {
        (group, members[0], "Dana R.")
    }


SLOTS = (datetime(2026, 10, 12, 9), datetime(2026, 10, 17, 9, 30), datetime(2026, 10, 18, 23, 55))


def _rows(opened: Opened) -> list[str]:
    """Two groups of two clinicians, four members, sessions on a Monday, a Saturday, a Sunday."""
    details = UserDetails(name="Jo Second", role=Role.CLINICIAN)
    save_user("second", details)
    first, ids, _ = a_full_group(opened.user_id, 4)
    for group in (first, a_group("second", name="Other")):
        for starts in SLOTS:
            session = one_more(group, starts)
            with operation(OFFICE, "Held"):
                Session.update(state=SessionState.HELD).where(Session.id == session).execute()
                for seat, member in enumerate(ids, start=1):
                    Attendance.create(session=session, member=member, seat=seat)
    return [row for (row,) in tuples(Attendance.select(Attendance.id))]


def _end(rows: list[str], statuses: list[Status]) -> None:
    with operation(OFFICE, "Mark"):
        for row, status in zip(rows, statuses, strict=True):
            Attendance.update(status=status).where(Attendance.id == row).execute()


def test_any_attendance_adds_up_to_the_expected_rows(opened: Opened) -> None:
    rows = _rows(opened)

    @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.sampled_from(Status), min_size=len(rows), max_size=len(rows)))
    def holds(statuses: list[Status]) -> None:
        _end(rows, statuses)
        found = figures.overview(PERIOD_OF_SLOTS)
        assert found.whole == Counts.of(statuses)
        assert found.whole.total == len(rows) == 24
        told_apart = {**found.by, By.MEMBER: figures.of_members(PERIOD_OF_SLOTS)}
        for by, told in told_apart.items():
            assert sum(figure.counts.total for figure in told) == len(rows)
            for figure in told:
                assert figure.counts == Counts.of(_behind(by, figure))
        assert {f.name for f in told_apart[By.WEEKDAY]} == {"Monday", "Saturday", "Sunday"}
        assert [f.key for f in told_apart[By.HOUR]] == ["09", "23"]

    holds()


def _give(rows: list[str], reasons: list[MissedBecause | None]) -> None:
    with operation(OFFICE, "Reasons"):
        for row, because in zip(rows, reasons, strict=True):
            Attendance.update(missed_because=because).where(Attendance.id == row).execute()


def test_what_was_missed_for_any_reasons_adds_up_to_the_whole(opened: Opened) -> None:
    rows = _rows(opened)
    ends = st.tuples(st.sampled_from(Status), st.sampled_from([None, *MissedBecause]))

    @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(ends, min_size=len(rows), max_size=len(rows)))
    def holds(ended: list[tuple[Status, MissedBecause | None]]) -> None:
        _end(rows, [status for status, _ in ended])
        _give(rows, [because for _, because in ended])
        whole = figures.whole(PERIOD_OF_SLOTS)
        told = figures.of_reasons(PERIOD_OF_SLOTS, whole)
        for name in ("no_show_rate", "missed_rate"):
            of_whole, parts = getattr(whole, name), [getattr(f.counts, name) for f in told]
            assert sum(part.count for part in parts) == of_whole.count
            assert {part.of for part in parts} <= {of_whole.of}
        for figure in told:
            behind = _behind(By.REASON, figure)
            assert [figure.counts.number(status) for status in Status] == [
                behind.count(status) for status in Status
            ]
            assert figure.counts.attendance_rate.share is None

    holds()


PERIOD_OF_SLOTS = Period(date(2026, 10, 12), date(2026, 10, 18))


def _behind(by: By, figure: Figure) -> list[Status]:
    return [row.status for row in figures.sessions_behind(PERIOD_OF_SLOTS, by, figure.key)]
