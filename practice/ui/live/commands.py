"""What the keys of the session window do: each one thing, through the window's actions."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from practice.care import safety
from practice.desk import attendance, sessions
from practice.models.enums.attendance import Status
from practice.ui.live import slips
from practice.ui.live.choosing import AddSlip, TechniqueSlip
from practice.ui.live.composer import Target
from practice.ui.live.keys import DIGITS, Do
from practice.ui.live.noting import RatingSlip, SafetySlip

if TYPE_CHECKING:
    from practice.ui.live.view import SessionView

MARKS: dict[Do, Callable[[str], None]] = {
    Do.PRESENT: attendance.mark_present,
    Do.IN_NOW: attendance.mark_in,
    Do.OUT_NOW: attendance.mark_out,
    Do.NO_SHOW: partial(attendance.mark_missed, status=Status.NO_SHOW),
    Do.EXCUSED: partial(attendance.mark_missed, status=Status.EXCUSED),
    Do.UNMARK: attendance.unmark,
}
ONE_MEMBER = "A flag is about one member. Choose them, then flag their line."
NOBODY_HERE = "Nobody has the number {}. The numbers stand beside the names."


class Commands:
    """`do` runs what a key of the table stands for; `key` is what was pressed."""

    def __init__(self, view: "SessionView") -> None:
        self._view = view
        session_id, run = view.record.id, view.context.actions.run
        self.table: dict[Do, Callable[[str], object]] = {
            **{do: partial(self._mark, mark) for do, mark in MARKS.items()},
            Do.ALL_PRESENT: lambda _: run(attendance.mark_all_present, session_id),
            Do.USUAL_PLACES: lambda _: run(attendance.confirm_usual_locations, session_id),
            Do.PAUSE: lambda _: run(sessions.pause_cue, session_id),
            Do.SELECT: self._select,
            Do.UP: lambda _: view.select(view.roster.next_to(-1)),
            Do.DOWN: lambda _: view.select(view.roster.next_to(1)),
            Do.TIMES: lambda _: self._slip(slips.TimesSlip),
            Do.HOW: lambda _: self._slip(slips.HowSlip),
            Do.SESSION_TIMES: lambda _: view.open_slip(
                slips.SessionTimesSlip(view.context, view.record)
            ),
            Do.ADD: lambda _: self._add(),
            Do.RATE: lambda _: self._rate(),
            Do.TECHNIQUE: lambda _: view.open_slip(TechniqueSlip(view.context, view.record)),
            Do.FLAG: lambda _: self._flag(),
            Do.END: lambda _: self._end(),
            Do.WRITE: lambda _: view.write(Target.MEMBER),
            Do.GROUP_NOTE: lambda _: view.write(Target.GROUP),
            Do.SWITCH: self._switch,
            Do.SWITCH_GROUP: lambda _: view.write(Target.GROUP),
            Do.EXPAND: lambda _: view.composer.phrase.tab(),
            Do.RECORD: lambda _: view.put_on_record(),
            Do.REPLACE: lambda _: view.composer.replace_name(),
            Do.BACK: lambda _: view.back_to_roster(),
            Do.UNDO: lambda _: view.undo(),
            Do.CURTAIN: lambda _: view.curtain_wanted.emit(),
            Do.KEYS: lambda _: view.overlay.open(),
        }

    def do(self, do: Do, key: str = "") -> None:
        """Run one command."""
        self.table[do](key)

    def _mark(self, mark: Callable[[str], None], _key: str) -> None:
        if self._view.roster.selected:
            self._view.context.actions.run(mark, self._view.roster.selected)

    def _numbered(self, key: str) -> str:
        digit = key[-1]
        for seat in self._view.record.seats:
            if seat.digit == digit and digit in DIGITS:
                return seat.id
        self._view.say(NOBODY_HERE.format(digit))
        return ""

    def _select(self, key: str) -> None:
        if seat := self._numbered(key):
            self._view.select(seat)

    def _switch(self, key: str) -> None:
        if seat := self._numbered(key):
            self._view.select(seat, focus=False)
            self._view.write(Target.MEMBER)

    def _slip(self, kind: type[slips.TimesSlip] | type[slips.HowSlip]) -> None:
        view = self._view
        seat = view.record.seat(view.roster.selected)
        if seat is not None:
            view.open_slip(kind(view.context, view.record, seat))

    def _rate(self) -> None:
        view = self._view
        seat = view.record.seat(view.roster.selected)
        if seat is not None:
            view.open_slip(RatingSlip(view.context, view.record, seat, view.autosave))

    def _flag(self) -> None:
        view, seat = self._view, self._view.record.seat(self._view.roster.selected)
        if seat is None or view.composer.target is Target.GROUP:
            view.say(ONE_MEMBER)
        elif not view.composer.words or view.composer.record():
            view.context.actions.run(lambda: self._open_check(seat.member))

    def _open_check(self, member: str) -> None:
        view = self._view
        check = safety.check(safety.flag(view.record.id, member))
        view.open_slip(SafetySlip(view.context, view.record, check, view.autosave))

    def _add(self) -> None:
        slip = AddSlip(self._view.context, self._view.record)
        slip.added.connect(self._view.select)
        self._view.open_slip(slip)

    def _end(self) -> None:
        slip = slips.EndSlip(self._view.context, self._view.record)
        slip.confirmed.connect(self._view.end)
        self._view.open_slip(slip)
