"""Attendance in a report: the rates, then session by session."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from practice.desk.rates import Counts
from practice.models.enums.attendance import STATUS_WORDS, Status
from practice.reports.parts import LABEL, Column, Composer
from practice.reports.words import day_of, minutes, time_of_day


@dataclass(frozen=True)
class SessionLine:
    """One session of the member's: minutes are whole, `starts` is aware and as scheduled.

    `actual_minutes` is None for a session that was not held, `member_minutes` for one the member
    was not at. `late` and `left_early` are minutes missed at either end; both may hold.
    `progress` says by number how the member came nearer to the goals as the report lists them.
    """

    starts: datetime
    group: str
    scheduled_minutes: int
    status: Status
    actual_minutes: int | None = None
    member_minutes: int | None = None
    late: int = 0
    left_early: int = 0
    progress: str = ""


def add_attendance(page: Composer, sessions: Sequence[SessionLine]) -> None:
    """The rates with numerator, denominator and interval, and every count beside them."""
    counts = Counts.of(session.status for session in sessions)
    total = sum(session.member_minutes or 0 for session in sessions)
    partly = sum(map(_in_part, sessions))
    page.table(
        (Column("Measure", 22), Column("Sessions (95% interval)", 32), Column("Counted", 70)),
        (
            (
                "Attendance",
                counts.attendance_rate.words(),
                "Attended, of all attended, missed or cancelled by the client",
            ),
            ("No-show", counts.no_show_rate.words(), "No-shows, of attended and no-shows"),
            (
                "Missed",
                counts.missed_rate.words(),
                "No-shows and late cancels, of these and attended",
            ),
        ),
        where="the attendance",
    )
    page.gap(5)
    page.paragraph(
        f"Attended {counts.attended} ({partly} of them in part), no-show {counts.no_show}, "
        f"late cancel {counts.late_cancel}, cancelled by client {counts.client_cancel}. "
        f"Total time attended: {minutes(total)}.",
        where="the attendance",
    )
    page.paragraph(
        f"Not in the rates: cancelled by practice {counts.provider_cancel}, "
        f"excused {counts.excused}, not recorded {counts.unrecorded}. Intervals: Wilson score.",
        where="the attendance",
        style=LABEL,
    )


def _in_part(session: SessionLine) -> bool:
    """The member came late, left early or dropped out of the call for a while."""
    whole, own = session.actual_minutes, session.member_minutes
    return session.status is Status.ATTENDED and whole is not None and (own or 0) < whole


_ONE_GROUP = (
    Column("Date", 64),
    Column("Start", 34),
    Column("Sched.\nmin", 38, right=True),
    Column("Actual\nmin", 38, right=True),
    Column("Member\nmin", 46, right=True),
    Column("Attendance", 118),
    Column("Goal progress", 128),
)
_GROUPS = (
    Column("Date", 68),
    Column("Start", 33),
    Column("Group", 82),
    Column("Sched.\nmin", 37, right=True),
    Column("Actual\nmin", 38, right=True),
    Column("Member\nmin", 46, right=True),
    Column("Attendance", 70),
    Column("Goal progress", 136),
)


def add_sessions(page: Composer, sessions: Sequence[SessionLine], zone: str, numbers: str) -> None:
    """Every session with its minutes; a group that all of them share is named once, above.

    `numbers` says what the numbers of the goal progress stand for.
    """
    groups = {session.group for session in sessions}
    several = len(groups) > 1
    if not several:
        page.paragraph(groups.pop(), where="the group's name", keep=True)
    page.paragraph(
        f"Times are in {zone}. {numbers}", where="the list of sessions", style=LABEL, keep=True
    )
    page.gap(4)
    rows = []
    for session in sessions:
        when, rest = _when(session, zone), _cells(session)
        rows.append((*when, session.group, *rest) if several else (*when, *rest))
    page.table(_GROUPS if several else _ONE_GROUP, rows, where="the list of sessions")


def _when(session: SessionLine, zone: str) -> tuple[str, str]:
    return day_of(session.starts, zone), time_of_day(session.starts, zone)


def _cells(session: SessionLine) -> tuple[str, ...]:
    return (
        str(session.scheduled_minutes),
        _count(session.actual_minutes),
        _count(session.member_minutes),
        ", ".join((STATUS_WORDS[session.status], *_missed_ends(session))),
        session.progress or "–",
    )


def _missed_ends(session: SessionLine) -> Iterator[str]:
    if session.late:
        yield f"{session.late} min late"
    if session.left_early:
        yield f"left {session.left_early} min early"


def _count(value: int | None) -> str:
    return "–" if value is None else str(value)
