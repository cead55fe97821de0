"""Carrying something to another time: by mouse or by key, with one ghost that says what is so."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, QPoint, Qt, Signal

from practice.desk.calendar import Appointment
from practice.desk.series import Verdict
from practice.desk.toplace import ToPlaceRow
from practice.ui.schedule.board import Board
from practice.ui.schedule.keys import Do
from practice.ui.schedule.span import DAY, SNAP, Spot, at, minute_of, snapped
from practice.ui.schedule.week import WeekView
from practice.ui.theme import Role, theme

HOUR = 60
HERE = "where it is now"
_MINUTES = {Do.UP: -SNAP, Do.DOWN: SNAP, Do.HOUR_UP: -HOUR, Do.HOUR_DOWN: HOUR}
_LENGTHS = {Do.LONGER: SNAP, Do.SHORTER: -SNAP}
_WAYS = {Do.LEFT: -1, Do.RIGHT: 1}


@dataclass(frozen=True)
class Target:
    """Where something would come to stand; `minute` counts from midnight on the wall."""

    day: date
    minute: int
    minutes: int
    clinician: str | None

    @property
    def starts(self) -> datetime:
        """Wall time."""
        return at(self.day, self.minute)

    @property
    def ends(self) -> datetime:
        """Wall time."""
        return self.starts + timedelta(minutes=self.minutes)


@dataclass(frozen=True)
class Cargo:
    """What is carried: an appointment on its way elsewhere, or someone from the tray.

    `clinician` is whose it is, `column` whose column it was taken from, where columns are people.
    """

    title: str
    minutes: int
    clinician: str | None
    column: str | None = None
    appointment: Appointment | None = None
    row: ToPlaceRow | None = None

    def stands_at(self, target: Target) -> bool:
        """Whether that is where it is already."""
        one = self.appointment
        same = one is not None and (one.starts, one.minutes) == (target.starts, target.minutes)
        return same and one is not None and target.clinician in (None, one.clinician)


class Carrier(QObject):
    """`dropped` carries the cargo and its target, `day_wanted` a day that is not shown,
    `judged` the Verdict about where it is now.

    `refused` says why it can't be put there; `ended` comes when nothing is carried any more.
    """

    dropped = Signal(object, object)
    judged = Signal(object)
    day_wanted = Signal(object)
    refused = Signal(str)
    ended = Signal()

    def __init__(
        self,
        week: WeekView,
        judge: Callable[[Cargo, Target], Verdict],
        with_whom: Callable[[Cargo, Target], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._week, self._judge, self._with_whom = week, judge, with_whom
        self.cargo: Cargo | None = None
        self.target: Target | None = None
        self.verdict: Verdict | None = None
        self._lift = 0
        self._resizing = False
        self._by_mouse = False

    @property
    def board(self) -> Board:
        """Where the ghost is shown."""
        return self._week.board

    # By key

    def pick_up(self, cargo: Cargo, target: Target) -> None:
        """Take it into the keyboard's hand."""
        self.cargo, self._by_mouse = cargo, False
        self._fade(faded=True)
        self._put(target)
        self.board.ghost.setFocus(Qt.FocusReason.TabFocusReason)

    def key(self, do: Do) -> None:
        """Move, make longer, drop, or let go."""
        if self.cargo is None or self.target is None:
            return
        if do is Do.DROP:
            self.drop()
        elif do is Do.LET_GO:
            self.let_go()
        else:
            self._put(self._shifted(self.target, do))

    def go_to(self, when: datetime, clinician: str) -> None:
        """Carry it to a wall time of a clinician."""
        if self.target is not None:
            there = replace(self.target, day=when.date(), minute=minute_of(when))
            self._put(replace(there, clinician=clinician))
            self.board.ghost.setFocus(Qt.FocusReason.TabFocusReason)

    def _shifted(self, target: Target, do: Do) -> Target:
        if do in _LENGTHS:
            return replace(target, minutes=max(SNAP, target.minutes + _LENGTHS[do]))
        if do in _MINUTES:
            minute = min(max(0, target.minute + _MINUTES[do]), DAY - SNAP)
            return replace(target, minute=minute)
        return self._sideways(target, _WAYS[do]) if do in _WAYS else target

    def _sideways(self, target: Target, way: int) -> Target:
        columns = self.board.columns
        if self.of_one_day:
            there = self._column_of(target) + way
            if 0 <= there < len(columns):
                return replace(target, clinician=columns[there].clinician)
        return replace(target, day=target.day + timedelta(days=way))

    @property
    def of_one_day(self) -> bool:
        """Whether columns are clinicians, not days."""
        return len({column.day for column in self.board.columns}) == 1

    # By mouse

    def grab(self, cargo: Cargo, lift: int, *, resizing: bool = False) -> None:
        """Take it by the mouse, `lift` pixels below its top; `resizing` takes its foot."""
        self.cargo, self._by_mouse = cargo, True
        self._lift, self._resizing = lift, resizing
        self._fade(faded=True)

    def drag(self, where: QPoint) -> None:
        """The mouse is there, on the screen."""
        if self.cargo is None or not self._by_mouse:
            return
        board, inside = self.board, self._week.area.viewport()
        if not inside.rect().contains(inside.mapFromGlobal(where)):
            self.target = None
            board.carry(None)
            return
        spot = board.mapFromGlobal(where)
        self._week.area.ensureVisible(spot.x(), spot.y(), 0, theme().px(30))
        self._put(self._target_at(self.cargo, board.mapFromGlobal(where)))

    def _target_at(self, cargo: Cargo, where: QPoint) -> Target:
        one, board = cargo.appointment, self.board
        spot = board.spot_at(where, cargo.minutes, self._lift)
        column = board.columns[spot.column]
        if self._resizing and one is not None:
            foot = board.spot_at(where, 0).minute
            begins = minute_of(one.starts)
            minutes = max(SNAP, snapped(foot - begins))
            return Target(one.starts.date(), begins, minutes, one.clinician)
        elsewhere = self.of_one_day and column.clinician != cargo.column
        whose = column.clinician if elsewhere else cargo.clinician
        return Target(column.day, spot.minute, spot.minutes, whose)

    # Both

    def drop(self) -> None:
        """Put it down where the ghost is; refused, it stays in the hand, or falls back."""
        cargo, target, verdict = self.cargo, self.target, self.verdict
        if cargo is None or target is None or verdict is None or cargo.stands_at(target):
            self.let_go()
        elif verdict.refused:
            self.refused.emit(verdict.refused)
            if self._by_mouse:
                self.let_go()
        else:
            self.dropped.emit(cargo, target)

    def let_go(self) -> None:
        """Leave everything as it was."""
        if self.cargo is None:
            return
        self._fade(faded=False)
        self.cargo = self.target = self.verdict = None
        self.board.carry(None)
        self.ended.emit()

    def show_again(self) -> None:
        """After the calendar was read anew."""
        if self.cargo is not None and self.target is not None:
            self._fade(faded=True)
            self._place(self.cargo, self.target)

    def _put(self, target: Target) -> None:
        cargo = self.cargo
        if cargo is None or target == self.target:
            return
        self.target = target
        self.verdict = self._judge(cargo, target)
        self.judged.emit(self.verdict)
        if self._column_of(target) < 0:
            self.day_wanted.emit(target.day)
        self._place(cargo, target)

    def _place(self, cargo: Cargo, target: Target) -> None:
        column = self._column_of(target)
        if column < 0 or self.verdict is None:
            self.board.carry(None)
            return
        words, role = ghost_words(cargo, target, self.verdict, self._whose(cargo, target))
        self.board.ghost.say(cargo.title, words, role)
        self.board.carry(Spot(column, target.minute, target.minutes))
        if not self._by_mouse:
            self._week.show_time(target.minute)

    def _whose(self, cargo: Cargo, target: Target) -> str:
        """With whom it would be, unless all the columns are theirs."""
        alone = {column.clinician for column in self.board.columns} == {target.clinician}
        return "" if alone else self._with_whom(cargo, target)

    def _column_of(self, target: Target) -> int:
        """Where the target is shown, -1 if it is not."""
        for number, column in enumerate(self.board.columns):
            same = not self.of_one_day or column.clinician == target.clinician
            if column.day == target.day and (same or target.clinician is None):
                return number
        return -1

    def _fade(self, *, faded: bool) -> None:
        one = self.cargo.appointment if self.cargo else None
        for block in self.board.shown.values():
            if one is not None and block.appointment and block.appointment.id == one.id:
                block.set_faded(faded)


def ghost_words(cargo: Cargo, target: Target, verdict: Verdict, whose: str) -> tuple[str, Role]:
    """`13:00–13:50 · with Noor C. · free`, or what speaks against it, and the colour of that."""
    when = f"{target.starts:%H:%M}–{target.ends:%H:%M}"
    when = f"{when} · {whose}" if whose else when
    if cargo.stands_at(target):
        return f"{when} · {HERE}", Role.ACCENT
    if verdict.refused:
        return f"{when} · {verdict.refused}", Role.NO_SHOW
    if verdict.warnings:
        return f"{when} · {' '.join(verdict.warnings)}", Role.LATE
    return f"{when} · free", Role.ACCENT
