"""What keys, buttons and drops do in the schedule."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from practice.desk import calling_off, schedule
from practice.desk.calendar import Appointment, What
from practice.desk.links import may_open
from practice.desk.practice import wall_now
from practice.desk.schedule import SessionRow
from practice.desk.series import Scope
from practice.ui.call_link import CallLink, open_call
from practice.ui.context import Place
from practice.ui.schedule import doing
from practice.ui.schedule.asking import Asking
from practice.ui.schedule.block import movable
from practice.ui.schedule.change import BlockForm, ChangeForm, SessionForm
from practice.ui.schedule.details import Details
from practice.ui.schedule.form import AppointmentForm, Wish
from practice.ui.schedule.free import FreeTime
from practice.ui.schedule.keys import Do
from practice.ui.schedule.scope import ScopeChoice
from practice.ui.schedule.shown import View
from practice.ui.schedule.span import MORNING, USUAL, at
from practice.ui.schedule.walkin import WalkInForm
from practice.ui.whom import whom

if TYPE_CHECKING:
    from practice.ui.schedule.page import SchedulePage

STAYS = "What has begun, was held or was cancelled keeps its time."
NOTHING = "Stand on an appointment first: the arrow keys go from one to the next."
NO_LINK = "This appointment has no meeting link."
NOT_A_SESSION = "This is not a session, so there is no attendance to record."
WHO_CANCELS = (
    "What a member cancels counts by your notice hours. What we cancel counts in no rate and asks "
    "no fee."
)
Placing = AppointmentForm | ChangeForm | WalkInForm


class Commands(QObject):
    """Belongs to the page; each method is one thing a person can do there."""

    def __init__(self, page: "SchedulePage") -> None:
        super().__init__(page)
        self._page = page
        self._clipboard = CallLink(self)
        page.context.locking.connect(self._clipboard.clear)
        self._do: dict[Do, Callable[[], None]] = {
            Do.EARLIER: partial(page.move_by, -1),
            Do.LATER: partial(page.move_by, 1),
            Do.TODAY: partial(page.move_by, 0),
            Do.DAY: partial(page.turn, View.DAY),
            Do.WEEK: partial(page.turn, View.WEEK),
            Do.MONTH: partial(page.turn, View.MONTH),
            Do.LIST: partial(page.turn, View.LIST),
            Do.JUMP: page.bar.jump.setFocus,
            Do.OPEN: self.open_current,
            Do.NEW: self.new,
            Do.PICK_UP: self.pick_up,
            Do.CHANGE: self.change,
            Do.CALL: self.call,
            Do.COPY: self.copy,
            Do.ATTENDANCE: self.attendance,
            Do.ABSENT: self.absent,
            Do.CANCEL: self.cancel,
            Do.TAKE_UP: self.take_up_again,
            Do.WALK_IN: self.walk_in,
            Do.TRAY: self.to_tray,
            Do.LET_GO: self.close,
            Do.KEYS: self.show_keys,
        }
        page.side.tray.left.connect(page.take_keyboard)
        page.side.free.chosen.connect(self.use_time)

    def do(self, what: Do) -> None:
        """Do what a key asks for."""
        self._page.context.actions.acting.emit()
        if self._page.carrier.cargo is not None:
            self._page.carrier.key(what)
        elif what in self._do:
            self._do[what]()

    def show_keys(self) -> None:
        """All keys, over the page."""
        self._page.overlay.open()

    def _refuse(self, words: str) -> None:
        self._page.context.actions.refused.emit(words)

    def _current(self) -> Appointment | None:
        details = self._details()
        focus = self._page.window().focusWidget()
        inside = details is not None and focus is not None and details.isAncestorOf(focus)
        one = details.appointment if details and inside else self._page.view.appointment()
        if one is None:
            self._refuse(NOTHING)
        return one

    def _movable(self) -> Appointment | None:
        one = self._current()
        if one is not None and not movable(one):
            self._refuse(STAYS)
            return None
        return one

    # Looking

    def open_current(self) -> None:
        """Show what is known of the appointment stood on; a free time becomes a new one."""
        one = self._page.view.appointment()
        if one is None:
            self.new()
            return
        self.open(one)
        details = self._details()
        if details is not None:
            details.begin()

    def open_clicked(self, one: Appointment) -> None:
        """As `open`, by the mouse; what was in the hand goes back."""
        self._page.context.actions.acting.emit()
        self._page.carrier.let_go()
        self.open(one)

    def open(self, one: Appointment) -> None:
        """Show what is known of an appointment in the side pane."""
        details = self._details()
        if details is None:
            details = Details(clinical=self._page.context.clinical)
            details.wanted.connect(self.do)
            details.notes_wanted.connect(self._page.context.open_session)
            details.whose_wanted.connect(self._show_whose)
            details.left.connect(self.close)
            self._page.side.open(details)
        details.show_appointment(one, wall_now())
        self._page.view.mark_open(one.id)

    def _details(self) -> Details | None:
        panel = self._page.side.panel
        return panel if isinstance(panel, Details) else None

    def follow_keyboard(self) -> None:
        """Open details follow from one appointment to the next."""
        one, details = self._page.view.appointment(), self._details()
        if details is not None and one is not None and one != details.appointment:
            self.open(one)

    def show_details_again(self) -> None:
        """The calendar was read: show what is true now, or nothing where it is gone."""
        details = self._details()
        if details is None or details.appointment is None:
            return
        was = details.appointment
        same = [one for one in self._page.found if one.id == was.id]
        if same:
            near = min(same, key=lambda one: abs(one.starts - was.starts))
            self.open(near)

    def close(self) -> None:
        """Back to the tray, the keyboard into the calendar."""
        self._page.side.close_panel()
        self._page.view.mark_open("")
        self._page.take_keyboard()

    def _show_whose(self, session: SessionRow) -> None:
        self._page.context.go.emit(*whom(session))

    def attendance(self) -> None:
        """To the session's attendance."""
        session = self._session()
        if session is not None:
            self._page.context.go.emit(Place.SESSION, session.id)

    def absent(self) -> None:
        """A member can't come: to what they told; of a group it is chosen who."""
        session = self._session()
        if session is not None:
            whose = f"{session.id}:{session.member}" if session.member else session.id
            self._page.context.go.emit(Place.SESSION, whose)

    def _session(self) -> SessionRow | None:
        one = self._current()
        if one is not None and one.what is not What.SESSION:
            self._refuse(NOT_A_SESSION)
        return schedule.find(one.id) if one is not None and one.what is What.SESSION else None

    def take_up_again(self) -> None:
        """A cancelled session takes place after all."""
        session = self._session()
        if session is not None:
            self._page.context.actions.run(calling_off.take_up_again, session.id)

    def call(self) -> None:
        """Open the meeting."""
        if link := self._link():
            open_call(link)

    def copy(self) -> None:
        """Copy the meeting link for 30 s."""
        if link := self._link():
            self._clipboard.copy(link)

    def _link(self) -> str:
        one = self._current()
        if one is not None and not may_open(one.link):
            self._refuse(NO_LINK)
            return ""
        return one.link if one else ""

    # Placing

    def new(self) -> None:
        """A new appointment at the time stood on."""
        page = self._page
        minutes, known = page.side.free.minutes() or USUAL, page.place_of() is not None
        wish = Wish(starts=self.wished(), minutes=minutes, clinician=page.leader(), known=known)
        self._ask_new(wish)

    def use_time(self, free: FreeTime) -> None:
        """A free time was chosen: what is carried goes there, else something new does."""
        carrier = self._page.carrier
        if carrier.cargo is not None:
            carrier.go_to(free.starts, free.clinician)
        else:
            wish = Wish(starts=free.starts, minutes=free.minutes, clinician=free.clinician)
            self._ask_new(wish)

    def wished(self) -> datetime:
        """The free time stood on, or the end of the appointment; wall time."""
        page, one = self._page, self._page.view.appointment()
        if one is not None:
            return one.ends
        if page.view is page.week:
            return at(page.week.day() or page.shown.day, page.week.board.here.minute)
        return datetime.combine(page.view.day() or page.shown.day, MORNING)

    def _ask_new(self, wish: Wish) -> None:
        self._open_form(AppointmentForm(self._page.context.actions, wish))

    def walk_in(self) -> None:
        """Put someone into today."""
        self._open_form(WalkInForm(self._page.context.actions, self._page.leader()))

    def change(self) -> None:
        """When it is and whose; who leads a session and how it is held, what a block is for."""
        one = self._movable()
        if one is not None:
            kind = SessionForm if one.what is What.SESSION else BlockForm
            self._open_form(kind(self._page.context.actions, one))

    def _open_form(self, form: Placing) -> None:
        self._page.carrier.let_go()
        self._page.side.ask(form)
        form.saved.connect(partial(self._saved, form))
        form.cancelled.connect(self.close)
        form.begin()

    def _saved(self, form: Placing) -> None:
        self.close()
        self._page.go_to_day(form.placed_at.date())
        self._page.stand_at(form.placed_at)

    def cancel(self) -> None:
        """The block goes, or the practice cancels; with one member, it may be they who do."""
        one = self._movable()
        session = schedule.find(one.id) if one is not None and one.what is What.SESSION else None
        if one is None:
            return
        if session is None or session.member is None:
            self._ask_how_far(one)
            return
        asking = Asking(f"Who cancels {one.title}?")
        asking.offer(f"{one.title} can’t come", self.absent)
        asking.offer("We cancel it", partial(self._ask_how_far, one))
        asking.finish(WHO_CANCELS)
        asking.left.connect(self.close)
        self._page.side.open(asking)
        asking.begin()

    def _ask_how_far(self, one: Appointment) -> None:
        if len(doing.scopes(one)) == 1:
            self._cancel(one, Scope.THIS)
            return
        verb = "Cancel" if one.what is What.SESSION else "Remove"
        choice = ScopeChoice(verb, f"{one.title} comes again", doing.scopes(one))
        choice.chosen.connect(lambda scope, _reset: self._cancel(one, scope))
        choice.left.connect(self.close)
        self._page.side.open(choice)
        choice.begin()

    def _cancel(self, one: Appointment, scope: Scope) -> None:
        self._page.context.actions.run(doing.cancel, one, scope)
        self.close()

    def pick_up(self) -> None:
        """Take the appointment stood on into the hand."""
        one = self._movable()
        if one is not None:
            self._page.side.close_panel()
            self._page.hands.pick_up(one)

    def to_tray(self) -> None:
        """The keyboard to those who wait."""
        self._page.side.close_panel()
        self._page.side.tray.take_keyboard()
