"""The outreach board: whom to reach, who was tried, who was reached, what is closed.

Nothing on it is resolved by the program. A row that nobody has touched is not stored: it follows
from attendance and the rules each time the board is read, so a no-show that is taken back takes
its row along. A touched row is stored with its missed sessions, stays until a person closes it, and
says which of them was taken back since.

Where a row stands follows from what was logged since the newest missed session: nothing yet is to
call, a try that reached nobody is tried, otherwise reached. Missing again puts a row back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

from practice.desk import calling_order, missed, outreach_rules
from practice.desk.calling_order import NOWHERE, Place
from practice.desk.members import MemberRow
from practice.desk.missed import Missed
from practice.desk.practice import from_wall, moment_of, practice, to_wall, today
from practice.models.enums.outreach import Channel, Ended, Follow, Outcome
from practice.models.office import Contact, Member, Outreach, User
from practice.models.read import rows

CLOSED_FOR = timedelta(days=30)
"""How long a closed row is listed."""
_IN_TOUCH = (Outcome.REACHED, Outcome.ASKED_NOT_TO)


class Column(Enum):
    """Where a row stands."""

    TO_CALL = "to-call"
    TRIED = "tried"
    REACHED = "reached"
    CLOSED = "closed"


COLUMN_WORDS = {
    Column.TO_CALL: "To call",
    Column.TRIED: "Tried",
    Column.REACHED: "Reached",
    Column.CLOSED: "Closed",
}


class Step(Enum):
    """What comes next, as a suggestion."""

    CALL = "Call"
    AGAIN = "Call again"
    LETTER = "Send a letter"
    DECIDE = "Decide what comes next"


@dataclass(frozen=True, kw_only=True)
class Tried:
    """One try. `at` is a moment (UTC)."""

    id: str
    outreach: str
    at: datetime
    channel: Channel
    outcome: Outcome
    words: str
    by_name: str


@dataclass(frozen=True, kw_only=True)
class _Stored:
    id: str
    member: str
    opened_at: datetime
    due: date | None
    closed_at: datetime | None
    ended: Ended | None
    words: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """One member to be reached. No `id` means that nobody has touched the row yet.

    `missed` is oldest first, `tries` newest first; `due` is the day of the next step. `zone` is
    the practice's, in which missed sessions have their times.
    """

    member: MemberRow
    zone: ZoneInfo
    id: str = ""
    opened_at: datetime | None = None
    missed: tuple[Missed, ...] = ()
    tries: tuple[Tried, ...] = ()
    due: date | None = None
    closed_at: datetime | None = None
    ended: Ended | None = None
    words: str = ""
    place: Place = NOWHERE
    letter_days: int = 7

    @property
    def key(self) -> str:
        """Names the row for as long as it is open, touched or not; then for good."""
        return self.id if self.closed_at else self.member.id

    @property
    def standing(self) -> tuple[Missed, ...]:
        """What was missed and not taken back."""
        return tuple(one for one in self.missed if not one.taken_back)

    @property
    def newest(self) -> Missed | None:
        return self.missed[-1] if self.missed else None

    @property
    def in_a_row(self) -> int:
        """How many sessions in a row were missed at the newest one."""
        return self.standing[-1].in_a_row if self.standing else 0

    @property
    def follows(self) -> frozenset[Follow]:
        """What the rules say follows from the newest missed session."""
        return self.standing[-1].follows if self.standing else frozenset()

    @property
    def column(self) -> Column:
        if self.closed_at:
            return Column.CLOSED
        since = moment_of(self.standing[-1].starts, self.zone) if self.standing else None
        last = self.tries[0] if self.tries else None
        if last is None or (since is not None and last.at < since):
            return Column.TO_CALL
        return Column.REACHED if last.outcome in _IN_TOUCH else Column.TRIED

    @property
    def step(self) -> Step | None:
        """What comes next; nothing once they were reached, until a person says more."""
        if self.column is Column.TO_CALL:
            return Step.CALL
        if self.column is not Column.TRIED:
            return Step.DECIDE if self.due else None
        if any(tried.channel is Channel.LETTER for tried in self.tries):
            return Step.DECIDE
        if self.tries[0].outcome is Outcome.WRONG_NUMBER or self._is_late():
            return Step.LETTER
        return Step.AGAIN

    def _is_late(self) -> bool:
        after = timedelta(days=self.letter_days)
        return bool(self.due and self.newest and self.due >= self.newest.starts.date() + after)

    def is_due(self, day: date) -> bool:
        """Whether something is to be done on this day or was before it."""
        return self.closed_at is None and self.due is not None and self.due <= day


def board() -> tuple[Row, ...]:
    """Every open row and those closed of late, each column in its order.

    To call by the order of `calling_order`, tried and reached by their day, closed newest first.
    """
    day = today()
    found = _rows(day)
    open_groups = {row.member.id: _group_of(row) for row in found if not row.closed_at}
    order = calling_order.places(open_groups, day)
    letter = outreach_rules.policy().letter_days
    placed = [
        replace(row, place=order.get(row.member.id, NOWHERE), letter_days=letter) for row in found
    ]
    return tuple(sorted(placed, key=_order))


def due(day: date) -> list[Row]:
    """The open rows on which something is to be done by this day."""
    return [row for row in board() if row.is_due(day)]


def number_due(day: date) -> int:
    """How many `due` gives, without putting them in order."""
    return sum(row.is_due(day) for row in _rows(day))


def row_of(member_id: str) -> Row | None:
    """A member's open row, touched or not, without its place in the order."""
    return next((row for row in _rows(today(), member_id) if not row.closed_at), None)


def marked(rows_: Iterable[Row], clinician: str) -> list[Row]:
    """Those a clinician is told about: missed so often in a row, in a session of theirs."""
    tells = {Follow.CLINICIAN, Follow.OUT_OF_CONTACT}
    return [
        row
        for row in rows_
        if not row.closed_at
        and row.follows & tells
        and any(one.clinician == clinician for one in row.standing)
    ]


def tries_of(member_id: str) -> list[Tried]:
    """Everything ever logged about reaching a member, newest first."""
    return rows(_tries().where(Outreach.member == member_id), Tried)


def _order(row: Row) -> tuple[Any, ...]:
    column = list(Column).index(row.column)
    if row.column is Column.TO_CALL:
        return column, -row.place.share, row.due or date.max, row.member.short_name
    if row.closed_at:
        return column, -row.closed_at.timestamp()
    return column, row.due or date.max, row.member.short_name


def _group_of(row: Row) -> str | None:
    return row.newest.group if row.newest else None


def _rows(day: date, member_id: str = "") -> list[Row]:
    stored = _stored(day, member_id)
    open_misses = missed.of_attendance(member_id)
    touched = missed.of_rows([one.id for one in stored])
    tries = _tries_by_row([one.id for one in stored])
    ids = {one.member for one in stored} | open_misses.keys()
    people = {
        one.id: one for one in rows(Member.select().where(Member.id.in_(list(ids))), MemberRow)
    }
    zone = practice().zone
    found = [
        _touched(one, people[one.member], open_misses, touched, tries, zone=zone) for one in stored
    ]
    there = {one.member for one in stored if one.closed_at is None}
    untouched = [_untouched(people[m], open_misses[m], zone) for m in open_misses if m not in there]
    return found + untouched


def _untouched(member: MemberRow, misses: Sequence[Missed], zone: ZoneInfo) -> Row:
    due = misses[-1].starts.date()
    return Row(member=member, zone=zone, missed=tuple(misses), due=due)


def _touched(
    one: _Stored,
    member: MemberRow,
    open_misses: dict[str, list[Missed]],
    touched: dict[str, list[Missed]],
    tries: dict[str, list[Tried]],
    *,
    zone: ZoneInfo,
) -> Row:
    """The stored sessions with what the rules say of them today, and those missed since."""
    fresh = {m.session: m for m in open_misses.get(one.member, [])} if not one.closed_at else {}
    kept = {m.session: m for m in touched.get(one.id, [])}
    misses = sorted((kept | fresh).values(), key=lambda m: m.starts)
    new = [m.starts.date() for m in misses if m.session not in kept]
    return Row(
        member=member,
        zone=zone,
        id=one.id,
        opened_at=one.opened_at,
        missed=tuple(misses),
        tries=tuple(tries.get(one.id, ())),
        due=max([*new, *([one.due] if one.due and not new else [])], default=None),
        closed_at=one.closed_at,
        ended=one.ended,
        words=one.words,
    )


def _stored(day: date, member_id: str) -> list[_Stored]:
    closed_since = from_wall(datetime.combine(day - CLOSED_FOR, time.min))
    query = Outreach.select().where(
        Outreach.closed_at.is_null() | (Outreach.closed_at >= closed_since)
    )
    return rows(query.where(Outreach.member == member_id) if member_id else query, _Stored)


def _tries() -> Any:
    columns = (Contact.id, Contact.outreach, Contact.at, Contact.channel, Contact.outcome)
    return (
        Contact.select(*columns, Contact.words, User.name.alias("by_name"))
        .join(User)
        .switch(Contact)
        .join(Outreach)
        .order_by(Contact.at.desc(), Contact.logged_at.desc())
    )


def _tries_by_row(ids: list[str]) -> dict[str, list[Tried]]:
    found: dict[str, list[Tried]] = {}
    for tried in rows(_tries().where(Contact.outreach.in_(ids)), Tried):
        found.setdefault(tried.outreach, []).append(tried)
    return found


def missed_on(row: Row) -> date:
    """The day the steps of a row are counted from: its newest miss, else when it was opened."""
    if row.newest is not None:
        return row.newest.starts.date()
    return to_wall(row.opened_at).date() if row.opened_at else today()
