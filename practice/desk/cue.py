"""Where the plan of a running session is, and whose turn it is in individual work.

The plan has a clock of its own, which can be held; nobody's minutes ever depend on it.
"""

from dataclasses import dataclass

from practice import clock
from practice.desk import presence, schedule, segments, sessions
from practice.desk.schedule import SessionRow
from practice.desk.segments import Plan, Segment
from practice.desk.sessions import Seat
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.attendance import Status
from practice.models.enums.groups import SegmentKind
from practice.models.office import Session, Turn
from practice.models.read import rows

NOT_NOW = "The plan is not at individual work now, so nobody has a turn."
ALL_HAD = "Everybody who is here had a turn."


@dataclass(frozen=True)
class Place:
    """The step the plan is in; `since` it began and `left` until it ends, in seconds.

    Past the last step there is none, and nothing is left.
    """

    number: int
    step: Segment | None
    since: int
    left: int


@dataclass(frozen=True)
class TurnRow:
    """Whose turn began when the plan had come to so many seconds; in the order of `number`."""

    number: int
    member: str
    seconds: int


def pause(session_id: str) -> None:
    """Hold the plan's clock, or let it go on. Nobody's minutes change."""
    row = schedule.session(session_id)
    now = clock.now()
    with operation(OFFICE, "Pause or resume the plan", undoable=False):
        if row.cue_paused_at is None:
            Session.update(cue_paused_at=now).where(Session.id == session_id).execute()
        else:
            held = row.cue_paused_seconds + max(0, int((now - row.cue_paused_at).total_seconds()))
            Session.update(cue_paused_at=None, cue_paused_seconds=held).where(
                Session.id == session_id
            ).execute()


def seconds(row: SessionRow) -> int:
    """How far the plan has come, in seconds, pauses left out."""
    if row.started_at is None:
        return 0
    until = row.cue_paused_at or row.stopped_at or clock.now()
    return max(0, int((until - row.started_at).total_seconds()) - row.cue_paused_seconds)


def place(plan: Plan, at: int) -> Place:
    """Where a plan is after so many seconds."""
    begun = 0
    for number, step in enumerate(plan):
        end = begun + step.minutes * 60
        if at < end:
            return Place(number, step, at - begun, end - at)
        begun = end
    return Place(len(plan), None, at - begun, 0)


def turns(session_id: str) -> list[TurnRow]:
    """Every turn of a session, in order."""
    query = Turn.select(Turn.number, Turn.member, Turn.seconds).where(Turn.session == session_id)
    return rows(query.order_by(Turn.number), TurnRow)


def of_step(taken: list[TurnRow], where: Place, at: int) -> list[TurnRow]:
    """The turns of the step the plan is in; none where that is no individual work."""
    if where.step is None or where.step.kind is not SegmentKind.INDIVIDUAL:
        return []
    return [turn for turn in taken if turn.seconds >= at - where.since]


def here(seats: list[Seat]) -> list[Seat]:
    """Who can have a turn: everybody in the session now."""
    return [seat for seat in seats if seat.status is Status.ATTENDED and presence.is_in(seat.stays)]


def share(step: Segment, people: int) -> int:
    """The seconds each has when a step is parted among so many."""
    return step.minutes * 60 // max(1, people)


def next_turn(session_id: str) -> None:
    """Give the next member who is here their turn, in the order of the roster.

    Raises Refused outside individual work, and once everybody had theirs.
    """
    row = schedule.session(session_id)
    at = seconds(row)
    where, taken = place(segments.of_session(session_id), at), turns(session_id)
    if where.step is None or where.step.kind is not SegmentKind.INDIVIDUAL:
        raise Refused(NOT_NOW)
    had = {turn.member for turn in of_step(taken, where, at)}
    waiting = [seat for seat in here(sessions.seats(session_id)) if seat.member not in had]
    if not waiting:
        raise Refused(ALL_HAD)
    with operation(OFFICE, "Next turn"):
        Turn.create(session=session_id, number=len(taken) + 1, member=waiting[0].member, seconds=at)
