"""What Today shows, read in one go; two readings that are equal need no repainting."""

from dataclasses import dataclass, replace
from datetime import date

from practice.care import cosigning, reviews, waiting
from practice.care.cosigning import Waits
from practice.care.reviews import Review
from practice.care.waiting import ToFinish
from practice.desk import due, groups, offers, openings, outreach, schedule
from practice.desk.offers import OfferRow
from practice.desk.openings import Opening
from practice.desk.outreach import Row
from practice.desk.practice import signed_in, wall_now
from practice.desk.schedule import SessionRow, Tally
from practice.models import store
from practice.models.enums.sessions import SessionState


@dataclass(frozen=True)
class Line:
    """One session with its counts: seats taken, and a `tally` once it has a roster of its own."""

    session: SessionRow
    due: int
    tally: Tally | None

    @property
    def expected(self) -> int:
        """How many are still expected before it begins, visitors among them; then its roster."""
        if self.tally is None or self.session.state is SessionState.PLANNED:
            return self.due
        return self.tally.expected


@dataclass(frozen=True)
class View:
    """`day` is the date on the practice's wall; `number` counts the next session in its group.

    `reach_out` is due today or was; `told` are members whom this clinician is to know about;
    `cosign` waits for this person: to co-sign, or to answer what came back.
    """

    day: date
    person: str
    any_groups: bool
    next: Line | None
    number: int
    day_lines: tuple[Line, ...]
    to_finish: tuple[ToFinish, ...]
    unrecorded: tuple[SessionRow, ...]
    reach_out: tuple[Row, ...]
    told: tuple[Row, ...]
    free: tuple[Opening, ...]
    offered: tuple[OfferRow, ...]
    reviews: tuple[Review, ...] = ()
    cosign: tuple[Waits, ...] = ()

    @property
    def waiting(self) -> "View":
        """All but the sessions of the day: a mark in one of them leaves it as it was."""
        return replace(self, next=None, number=0, day_lines=())

    @property
    def left(self) -> int:
        """Sessions of today that are not over."""
        open_states = (SessionState.PLANNED, SessionState.LIVE)
        now = wall_now()
        return sum(
            line.session.state in open_states and line.session.ends > now for line in self.day_lines
        )

    @property
    def held(self) -> int:
        """Sessions of today that were held."""
        return sum(line.session.state is SessionState.HELD for line in self.day_lines)


def look() -> View:
    """Read it all. Notes are left out where this person holds no key to them."""
    day = wall_now().date()
    coming = schedule.next_session()
    to_finish = tuple(waiting.to_finish()) if store.has_clinical() else ()
    known = {item.session.id for item in to_finish}
    board, person = outreach.board(), signed_in()
    return View(
        day=day,
        person=person.name,
        any_groups=groups.number() > 0,
        next=_lines([coming])[0] if coming else None,
        number=schedule.number_of(coming) if coming else 0,
        day_lines=tuple(_lines(schedule.on_day(day))),
        to_finish=to_finish,
        unrecorded=tuple(row for row in schedule.unrecorded() if row.id not in known),
        reviews=tuple(reviews.due()) if store.has_clinical() else (),
        cosign=tuple(cosigning.to_do()) if store.has_clinical() else (),
        reach_out=tuple(row for row in board if row.is_due(day)),
        told=tuple(outreach.marked(board, person.id)),
        free=tuple(openings.openings()),
        offered=tuple(offers.open_offers()),
    )


def _lines(sessions: list[SessionRow]) -> list[Line]:
    ids = [session.id for session in sessions]
    tallies, numbers = schedule.tallies(ids), due.numbers(ids)
    return [Line(one, numbers.get(one.id, 0), tallies.get(one.id)) for one in sessions]
