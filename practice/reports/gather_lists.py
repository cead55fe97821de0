"""From office.db to the lists that stay with the practice: a session's sheet, the calls due."""

from collections.abc import Sequence
from functools import partial

from practice.desk import absence, contact_rules, members, outreach, schedule, sessions
from practice.desk.contact_rules import Way
from practice.desk.issued import Issue
from practice.desk.outreach import Row, Tried
from practice.desk.practice import practice, to_wall, today
from practice.desk.presence import Stay, as_text, minutes
from practice.desk.schedule import SessionRow
from practice.desk.sessions import wall_clock
from practice.errors import Refused
from practice.models.enums.attendance import Status
from practice.models.enums.outreach import OUTCOME_WORDS
from practice.models.enums.sessions import SessionState
from practice.reports import calls, sheet
from practice.reports.calls import Call, CallList
from practice.reports.prepared import Prepared, letterhead
from practice.reports.sheet import Seat, Sheet
from practice.reports.words import count, letter_day, plain, week_day

CANCELLED = "This session was cancelled, so there is no sheet to print."
NOT_ASKED = "Not asked yet"
NOT_TO_CALL = "Do not call"
NO_PHONE = "No phone on record"


def session_sheet(session_id: str, *, name_group: bool, full_names: bool) -> Prepared:
    """The sheet of a session as of now: to sign before it was held, to attest afterwards."""
    here, session = practice(), schedule.session(session_id)
    if session.state is SessionState.CANCELLED:
        raise Refused(CANCELLED)
    held = session.state is SessionState.HELD
    seats = (_attended if held else _expected)(session, full_names=full_names)
    printed = Sheet(
        letterhead=letterhead(here),
        starts=session.starts,
        minutes=session.minutes,
        clinician=session.clinician_name,
        mode=session.mode,
        zone=here.time_zone,
        seats=seats,
        group=(session.group_name or "") if name_group else "",
        co_leader=session.co_leader_name,
        held=held,
        actual=_actual(session) if held else "",
        paper=here.paper,
    )
    when = f"{letter_day(session.starts.date())}, {session.starts:%H:%M}"
    name = plain(f"{printed.kind} {session.starts:%Y-%m-%d %H%M}") + ".pdf"
    return Prepared(Issue(kind=printed.kind, title=when), name, partial(sheet.render, printed))


def _expected(session: SessionRow, *, full_names: bool) -> tuple[Seat, ...]:
    """Those who have not said that they will stay away."""
    codes = _codes()
    return tuple(
        Seat(one.full_name if full_names else one.short_name, codes[one.member])
        for one in absence.expected(session.id)
        if one.status in (Status.UNRECORDED, Status.ATTENDED)
    )


def _attended(session: SessionRow, *, full_names: bool) -> tuple[Seat, ...]:
    codes = _codes()
    return tuple(
        Seat(
            seat.full_name if full_names else seat.short_name,
            codes[seat.member],
            seat.status,
            *_presence(session, seat),
        )
        for seat in sessions.seats(session.id)
    )


def _presence(session: SessionRow, seat: sessions.Seat) -> tuple[str, int | None]:
    """The times in and out in words and the minutes they make; nothing for who was not there."""
    started, stopped = session.started_at, session.stopped_at
    if started is None or stopped is None or seat.status is not Status.ATTENDED:
        return "", None
    stays = [Stay(stay.in_at, stay.out_at or stopped) for stay in seat.stays]
    return as_text(stays, wall_clock(session)), minutes(stays, started, stopped)


def _codes() -> dict[str, str]:
    """Every member's code, former ones too."""
    rows = members.members() + members.members(archived=True)
    return {row.id: row.code for row in rows}


def _actual(session: SessionRow) -> str:
    moments = (session.started_at, session.stopped_at)
    return " – ".join(f"{to_wall(moment):%H:%M}" for moment in moments if moment)


def call_list() -> Prepared:
    """Who is to be called by today, in the order of the board."""
    here, day = practice(), today()
    due = tuple(_call(row) for row in outreach.due(day))
    printed = CallList(letterhead(here), day, due, here.paper)
    issue = Issue(kind=calls.KIND, title=letter_day(day))
    name = plain(f"{calls.KIND} {day.isoformat()}") + ".pdf"
    return Prepared(issue, name, partial(calls.render, printed))


def _call(row: Row) -> Call:
    member = row.member
    may_call = contact_rules.rule(member, Way.CALL).allowed
    return Call(
        name=contact_rules.name_to_use(member),
        code=member.code,
        phone=(member.phone or NO_PHONE) if may_call else NOT_TO_CALL,
        may=contact_rules.summary(member) or NOT_ASKED,
        about=_about(row),
        tried=_tried(row.tries),
    )


def _about(row: Row) -> str:
    """`Missed Tue 17 Nov. Call again`: never of what group."""
    missed = f"Missed {week_day(row.newest.starts.date())}. " if row.newest else ""
    return missed + (row.step.value if row.step else "")


def _tried(tries: Sequence[Tried]) -> str:
    if not tries:
        return ""
    last = tries[0]
    when, what = week_day(to_wall(last.at).date()), OUTCOME_WORDS[last.outcome].lower()
    return f"{count(len(tries), 'try', 'tries')}, last {when}: {what}"
