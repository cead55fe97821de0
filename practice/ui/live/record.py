"""What the session window shows, read once and then only where something changed."""

from collections.abc import Set
from datetime import datetime

from practice.care import live, othernames, ratings, safety, techniques
from practice.care.live import LineRow
from practice.care.ratings import Asked
from practice.care.safety import CheckRow
from practice.desk import cue, groups, schedule, segments, sessions
from practice.desk.cue import TurnRow
from practice.desk.schedule import SessionRow
from practice.desk.sessions import Seat
from practice.models.enums.attendance import Status
from practice.models.enums.groups import GroupKind
from practice.ui.live.standing import Noted, Standing, stand_out, standing, unheard

NOTED = frozenset({"session_technique", "rating", "safety_check"})
"""The tables of what is noted beside the lines."""
_MAY_BE_HERE = frozenset({Status.UNRECORDED, Status.ATTENDED})


class Record:
    """The running session: its roster, the lines said so far, the plan it follows."""

    def __init__(self, session_id: str) -> None:
        self.session: SessionRow = schedule.session(session_id)
        self.number = schedule.number_of(self.session)
        self.plan = segments.of_session(self.session.id)
        self.micro = groups.kind(self.session.group) is GroupKind.MICRO
        self.seats: list[Seat] = []
        self.check = othernames.check_for([])
        self.lines: list[LineRow] = []
        self.ratings: dict[str, dict[Asked, int]] = {}
        self.checks: list[CheckRow] = []
        self.read_session()
        self.read_turns()
        self.read_seats()
        self.read_lines()
        self.read_noted(NOTED)

    @property
    def id(self) -> str:
        return self.session.id

    @property
    def started(self) -> datetime:
        """The actual start; a session in this window has one."""
        if self.session.started_at is None:
            raise ValueError("the session has not begun")
        return self.session.started_at

    @property
    def whole(self) -> str:
        """What a line is about that is nobody's own."""
        return "Whole group" if self.session.group else "The session"

    def read_session(self) -> None:
        """Read times and the plan's clock again."""
        self.session = schedule.session(self.id)
        self.wall = sessions.wall_clock(self.session)

    def read_turns(self) -> None:
        """Read again whose turn it was."""
        self.turns = cue.turns(self.id)

    def read_seats(self) -> list[Seat]:
        """Read the roster again; returns the rows that are new or differ."""
        before, self.seats = self.seats, sessions.seats(self.id)
        if [seat.member for seat in self.seats] != [seat.member for seat in before]:
            self.check = othernames.check_for(self.seats)
        return [seat for seat in self.seats if seat not in before]

    def read_lines(self) -> list[LineRow]:
        """Read the lines again; returns those that are gone."""
        before, self.lines = self.lines, live.lines(self.id)
        there = {line.id for line in self.lines}
        return [line for line in before if line.id not in there]

    def read_noted(self, tables: Set[str]) -> None:
        """Read techniques, ratings and safety checks again, those of `NOTED` that are named."""
        if "session_technique" in tables:
            self.practised = techniques.of_session(self.id)
        if "rating" in tables:
            self.ratings = ratings.of_session(self.id)
        if "safety_check" in tables:
            self.checks = safety.of_session(self.id)

    def seat(self, attendance_id: str) -> Seat | None:
        """A row of the roster by its id."""
        return next((seat for seat in self.seats if seat.id == attendance_id), None)

    def seat_of(self, member_id: str | None) -> Seat | None:
        """A member's row."""
        return next((seat for seat in self.seats if seat.member == member_id), None)

    def standing(self, seat: Seat) -> Standing:
        """What the roster says about a row."""
        return standing(seat, self.session, self.wall)

    @property
    def technique(self) -> str:
        """What is practised today, as planned and as chosen."""
        return techniques.topic(self.session.technique, self.practised)

    def unheard(self) -> list[Seat]:
        """Who is or was here and about whom no line is written yet."""
        return unheard(self.seats, {line.member_id for line in self.lines})

    @property
    def turn(self) -> TurnRow | None:
        """The turn that runs now; None outside individual work and before its first."""
        at = cue.seconds(self.session)
        return next(reversed(cue.of_step(self.turns, cue.place(self.plan, at), at)), None)

    def next_without_line(self, after: Seat) -> Seat | None:
        """In a micro-group: who is to be written about next, below this member and then above.

        Members known to be away and those with a line are passed over.
        """
        written = {line.member_id for line in self.lines}
        at = self.seats.index(after) + 1
        return next(
            (
                seat
                for seat in (*self.seats[at:], *self.seats[: at - 1])
                if seat.member not in written and seat.status in _MAY_BE_HERE
            ),
            None,
        )

    def noted(self, seat: Seat) -> Noted:
        """What stands with a name: lines, ratings, a flag."""
        silent = self.unheard()
        turn = self.turn
        return Noted(
            turn=turn is not None and turn.member == seat.member,
            unheard=seat in silent,
            stands_out=seat in silent and stand_out(self.seats, silent),
            lines=sum(line.member_id == seat.member for line in self.lines),
            given=self.ratings.get(seat.member, {}),
            checks=tuple(check for check in self.checks if check.member_id == seat.member),
        )

    def said(self, member_id: str) -> str:
        """A member's last line with its time: `12:02  Named first cue.`; empty when there is none.

        A session recorded afterwards has no times to show: its lines were written later.
        """
        last = next((line for line in reversed(self.lines) if line.member_id == member_id), None)
        if last is None:
            return ""
        words = " ".join(last.text.split())
        return words if self.session.late_entry else f"{last.offset(self.started)}  {words}"
