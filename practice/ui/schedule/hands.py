"""Taking things up by key or mouse, and what becomes of them when they are put down."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from practice.desk.calendar import Appointment
from practice.desk.series import Scope
from practice.desk.toplace import ToPlaceRow
from practice.ui.schedule import doing
from practice.ui.schedule.block import Block, movable
from practice.ui.schedule.carry import Cargo, Target
from practice.ui.schedule.keys import Where
from practice.ui.schedule.scope import ScopeChoice
from practice.ui.schedule.shown import View
from practice.ui.schedule.span import USUAL, minute_of

if TYPE_CHECKING:
    from practice.ui.schedule.page import SchedulePage


class Hands(QObject):
    """Belongs to the page; what is held meanwhile is the carrier's."""

    def __init__(self, page: "SchedulePage") -> None:
        super().__init__(page)
        self._page, self._carrier = page, page.carrier
        carrier, tray = page.carrier, page.side.tray
        page.week.taken.connect(self.take)
        page.week.dragged.connect(carrier.drag)
        page.week.dropped.connect(carrier.drop)
        tray.picked.connect(self.pick_from_tray)
        tray.began.connect(self.take_from_tray)
        tray.moved.connect(carrier.drag)
        tray.ended.connect(carrier.drop)
        carrier.judged.connect(page.hint.caution)
        carrier.dropped.connect(self.put)
        carrier.refused.connect(page.context.actions.refused)
        carrier.ended.connect(self._empty)

    def _ready(self) -> None:
        """Carrying needs columns of hours."""
        if self._page.view is not self._page.week:
            self._page.turn(View.WEEK)
        self._page.hint.show_keys(Where.CARRYING)

    def _cargo(self, one: Appointment) -> Cargo:
        page = self._page
        column = page.week.clinician() if page.shown.view is View.DAY else None
        return Cargo(one.title, one.minutes, one.clinician, column, appointment=one)

    def pick_up(self, one: Appointment) -> None:
        """Take an appointment by key."""
        self._ready()
        begins = minute_of(one.starts)
        target = Target(one.starts.date(), begins, one.minutes, one.clinician)
        self._carrier.pick_up(self._cargo(one), target)

    def take(self, block: Block, where: QPoint, at_foot: bool) -> None:
        """The mouse drags a block."""
        one = block.appointment
        if one is not None and movable(one):
            self._ready()
            self._carrier.grab(self._cargo(one), where.y(), resizing=at_foot)

    def _waiting(self, row: ToPlaceRow) -> Cargo:
        minutes = self._page.side.free.minutes() or USUAL
        return Cargo(row.short_name, minutes, self._page.leader_for(row.member), row=row)

    def pick_from_tray(self, row: ToPlaceRow) -> None:
        """Take someone who waits by key, to their next free time."""
        self._ready()
        cargo = self._waiting(row)
        free = self._page.side.free.first(row.member, cargo.clinician)
        when = free or self._page.commands.wished()
        target = Target(when.date(), minute_of(when), cargo.minutes, cargo.clinician)
        self._carrier.pick_up(cargo, target)

    def take_from_tray(self, row: ToPlaceRow, _where: QPoint) -> None:
        """The mouse drags someone out of the tray."""
        self._ready()
        self._carrier.grab(self._waiting(row), 0)

    def put(self, cargo: Cargo, target: Target) -> None:
        """It was dropped; of a series it is asked how far."""
        one = cargo.appointment
        offered = doing.scopes(one) if one is not None else (Scope.THIS,)
        if len(offered) == 1:
            self._finish(cargo, target, Scope.THIS, reset=False)
            return
        choice = ScopeChoice("Move", f"{cargo.title} comes again", offered, resets=True)
        choice.chosen.connect(lambda scope, reset: self._finish(cargo, target, scope, reset=reset))
        choice.left.connect(self._carrier.let_go)
        self._page.side.open(choice)
        choice.begin()

    def _finish(self, cargo: Cargo, target: Target, scope: Scope, *, reset: bool) -> None:
        done = self._page.context.actions.run(doing.put, cargo, target, scope, reset=reset)
        self._carrier.let_go()
        if done:
            self._page.stand_at(target.starts, cargo.appointment.id if cargo.appointment else "")

    def _empty(self) -> None:
        page = self._page
        page.hint.show_keys(Where.CALENDAR)
        if isinstance(page.side.panel, ScopeChoice):
            page.side.close_panel()
        if page.isVisible():
            page.take_keyboard()
