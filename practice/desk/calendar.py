"""What stands in the calendar between two days: sessions, blocks and closed days, as one list."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from practice.desk import blocks, due, planning, schedule
from practice.desk.blocks import BlockTime
from practice.desk.practice import users
from practice.desk.schedule import SessionRow, Tally
from practice.models.enums.attendance import Mode
from practice.models.enums.sessions import SessionKind, SessionState
from practice.text import initials

DAY_MINUTES = 24 * 60


class What(Enum):
    """What takes the time."""

    SESSION = "session"
    BLOCK = "block"
    CLOSURE = "closure"


@dataclass(frozen=True, kw_only=True)
class Appointment:
    """One picture in the calendar; `starts` is wall time.

    `id` is that of the session, or of the block, which may have several days; `short` is what a
    printed week says: a group's name, a member's initials. A closed day takes all of its day and
    its id is its date. Until it begins, `expected` leaves out who cancelled. The link is for
    opening and copying and never prints.
    """

    id: str
    what: What
    kind: SessionKind | None = None
    title: str
    short: str
    clinician: str | None = None
    clinician_name: str = ""
    co_leader: str | None = None
    co_leader_name: str = ""
    group: str | None = None
    member: str | None = None
    starts: datetime
    minutes: int
    state: SessionState | None = None
    series: str | None = None
    moved: bool = False
    comes_again: bool = False
    expected: int = 0
    attended: int = 0
    unrecorded: int = 0
    mode: Mode | None = None
    link: str = ""

    @property
    def ends(self) -> datetime:
        """Planned end, wall time."""
        return self.starts + timedelta(minutes=self.minutes)

    @property
    def key(self) -> str:
        """Names this picture among all: a block has the same id on each of its days."""
        return f"{self.id} {self.starts:%Y-%m-%d}" if self.what is What.BLOCK else self.id


def between(first: date, last: date, clinician: str | None = None) -> list[Appointment]:
    """Everything from a day to a day, both included, in order; closed days stand first.

    With a clinician: what they lead, alone or beside another, and blocks of theirs or everybody's.
    A handful of queries, however many sessions there are.
    """
    rows = schedule.on_days(first, last, clinician)
    ids = [row.id for row in rows]
    tallies, numbers = schedule.tallies(ids), due.numbers(ids)
    names = {user.id: user.name for user in users()}
    found = [
        *(_closure(day, words) for day, words in planning.closed(first, last).items()),
        *(_session(row, tallies.get(row.id), numbers.get(row.id, 0)) for row in rows),
        *(_block(block, names) for block in blocks.between(first, last, clinician)),
    ]
    return sorted(found, key=lambda one: (one.starts, one.what is not What.CLOSURE, one.title))


def _session(row: SessionRow, tally: Tally | None, number: int) -> Appointment:
    expected = tally.expected if tally and row.state is not SessionState.PLANNED else number
    return Appointment(
        id=row.id,
        what=What.SESSION,
        kind=row.kind,
        title=row.title,
        short=row.group_name or initials(f"{row.given_name} {row.family_name}"),
        clinician=row.clinician,
        clinician_name=row.clinician_name,
        co_leader=row.co_leader,
        co_leader_name=row.co_leader_name,
        group=row.group,
        member=row.member,
        starts=row.starts,
        minutes=row.minutes,
        state=row.state,
        series=row.series,
        moved=row.moved,
        comes_again=row.series is not None,
        expected=expected,
        attended=tally.attended if tally else 0,
        unrecorded=tally.unrecorded if tally else 0,
        mode=row.mode,
        link=row.link,
    )


def _block(block: BlockTime, names: dict[str, str]) -> Appointment:
    return Appointment(
        id=block.id,
        what=What.BLOCK,
        title=block.words,
        short=block.words,
        clinician=block.clinician,
        clinician_name=names.get(block.clinician or "", ""),
        starts=block.starts,
        minutes=block.minutes,
        comes_again=block.comes_again,
    )


def _closure(day: date, words: str) -> Appointment:
    return Appointment(
        id=day.isoformat(),
        what=What.CLOSURE,
        title=words,
        short=words,
        starts=datetime.combine(day, time.min),
        minutes=DAY_MINUTES,
    )
