"""The schedule: week, day, month and list of the practice, and the pane beside them."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from practice import clock
from practice.desk import calendar, planning, schedule
from practice.desk.calendar import Appointment
from practice.desk.practice import clinicians, today, wall_now
from practice.desk.whose import clinician_of
from practice.ui.context import Context
from practice.ui.entry import NEW
from practice.ui.page import Page
from practice.ui.papers.opening import open_schedule
from practice.ui.schedule import columns, doing, keys
from practice.ui.schedule.agenda import AgendaView
from practice.ui.schedule.bar import Bar
from practice.ui.schedule.calendar_view import CalendarView
from practice.ui.schedule.carry import Carrier
from practice.ui.schedule.commands import Commands
from practice.ui.schedule.hands import Hands
from practice.ui.schedule.hint import HintLine
from practice.ui.schedule.looks import Whose
from practice.ui.schedule.month import MonthView
from practice.ui.schedule.shown import Shown, View
from practice.ui.schedule.side import SidePane
from practice.ui.schedule.span import MORNING, at
from practice.ui.schedule.week import WeekView
from practice.ui.theme import SPACE, follow, theme
from practice.ui.widgets.keys import KeyOverlay

_MINUTE_MS = 60_000
_TITLE = 165


class SchedulePage(Page):
    """A clinician begins with their own week, the front desk with everybody's day.

    Going to another week reads the calendar alone; the pane at the right stays as it is.
    """

    concerns: ClassVar[frozenset[str]] = frozenset(
        {
            "session", "attendance", "enrolment", "group_", "member", "series", "block",
            "closure", "working_hours", "to_place", "visit", "user", "practice",
        }
    )  # fmt: skip

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.found: list[Appointment] = []
        self.shown = Shown(View.WEEK if self._leads() else View.DAY, today())
        self.bar = Bar()
        self.week, self.month, self.agenda = WeekView(), MonthView(), AgendaView()
        self.side = SidePane(context.actions)
        self.hint = HintLine()
        self.carrier = Carrier(self.week, doing.judge, doing.with_whom, self)
        self.commands = Commands(self)
        self.hands = Hands(self)
        self._stack = QStackedWidget()
        self._planned_until = date.min
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self.tick)
        self._arrange()
        self._connect()
        self._choose_own()

    def _leads(self) -> bool:
        return any(who.id == self.context.user_id for who in clinicians())

    def _choose_own(self) -> None:
        self.bar.load()
        if self._leads():
            self.bar.whose.set_value(self.context.user_id)

    def _arrange(self) -> None:
        for view in (self.week, self.month, self.agenda):
            self._stack.addWidget(view)
        calendar_column = QVBoxLayout()
        calendar_column.setSpacing(SPACE.s)
        calendar_column.addWidget(self._stack, 1)
        calendar_column.addWidget(self.hint)
        row = QHBoxLayout()
        row.setSpacing(SPACE.m)
        row.addLayout(calendar_column, 1)
        row.addWidget(self.side)
        self.area.use_gutter()
        self.body.addLayout(row, 1)
        self.add_action(self.bar)
        follow(self._restyle)

    def _restyle(self) -> None:
        """The bar breaks into lines before the days shown are cut."""
        self._title.setMinimumWidth(theme().px(_TITLE))

    def _connect(self) -> None:
        bar, do = self.bar, self.commands
        for pressed in (bar.moved, bar.turned, bar.jumped, bar.whose_changed):
            pressed.connect(self.context.actions.acting)
        bar.moved.connect(self.move_by)
        bar.jumped.connect(self.go_to_day)
        bar.wrong.connect(self.context.actions.refused)
        bar.turned.connect(self.turn)
        bar.whose_changed.connect(self.load)
        bar.new_wanted.connect(do.new)
        bar.print_wanted.connect(self._print)
        bar.jump.left.connect(self.take_keyboard)
        for view in (self.week, self.month, self.agenda):
            view.wanted.connect(do.do)
            view.opened.connect(do.open_clicked)
            view.beyond.connect(self._beyond)
            view.stood.connect(do.follow_keyboard)
        self.month.day_opened.connect(self._open_day)
        self.carrier.day_wanted.connect(lambda day: self.show_days(replace(self.shown, day=day)))
        action = QAction("New appointment", self)
        action.setShortcut(QKeySequence.StandardKey.New)
        action.triggered.connect(lambda _checked: do.new())
        self.addAction(action)

    def _print(self) -> None:
        whole_week = self.shown.view is not View.DAY
        open_schedule(
            self.context, self.shown.day, whole_week=whole_week, clinician=self.whose or ""
        )

    @cached_property
    def overlay(self) -> KeyOverlay:
        """All keys; made when they are first asked for."""
        made = KeyOverlay(keys.groups(), self)
        made.closed.connect(self.take_keyboard)
        return made

    # What is shown

    @property
    def view(self) -> CalendarView:
        """The view in front."""
        views: dict[View, CalendarView] = {View.MONTH: self.month, View.LIST: self.agenda}
        return views.get(self.shown.view, self.week)

    @property
    def whose(self) -> str | None:
        """The clinician chosen above; None for everybody."""
        return self.bar.whose.value()

    def place_of(self) -> str | None:
        """Whose the place stood on is: the column's, or the one's chosen; None in a week of all."""
        return (self.week.clinician() if self.view is self.week else None) or self.whose

    def leader(self) -> str:
        """Who leads what is placed where one stands: whose it is, who is at work, or the first."""
        people = [who.id for who in clinicians()]
        for one in (self.place_of(), self.context.user_id):
            if one in people:
                return one or ""
        return people[0] if people else ""

    def leader_for(self, member_id: str) -> str:
        """Who leads what is placed for a member: the one chosen above, else who sees them."""
        return self.whose or clinician_of(member_id) or self.leader()

    def load(self) -> None:
        """Read everything again."""
        if self._planned_until != today():
            self._planned_until = today()
            self.context.actions.run(planning.extend)
        self.bar.load()
        self.read()
        self.side.tray.load()
        self.side.free.show_for(clinicians(), self.whose)

    def read(self) -> None:
        """Read the calendar and show it; the keyboard stays where it is."""
        now, shown = wall_now(), self.shown
        of_all = shown.view is View.DAY
        self.found = calendar.between(shown.first, shown.last, None if of_all else self.whose)
        if shown.view is View.MONTH:
            self.month.show_month(shown.day, self.found, now)
        elif shown.view is View.LIST:
            whose = Whose.KNOWN if self._sole() else Whose.SHOWN
            self.agenda.show_list(self.found, now, whose)
        else:
            self.week.show_columns(self._columns(), now)
            self.carrier.show_again()
        self._stack.setCurrentWidget(self.view)
        self.bar.say_span(shown.view)
        self.say(shown.title, columns.summary(self.found))
        self.commands.show_details_again()

    def _sole(self) -> str | None:
        """Whose all that is shown is; None where it is several people's."""
        people = [who.id for who in clinicians()]
        return people[0] if len(people) == 1 else self.whose

    def _columns(self) -> list[columns.Column]:
        if self.shown.view is View.DAY:
            people = [who for who in clinicians() if self.whose in (None, who.id)]
            return columns.of_day(self.shown.day, self.found, people)
        return columns.of_week(self.shown.day, self.found, self._sole())

    def show_days(self, shown: Shown) -> None:
        """Go to these days, in this view."""
        if shown == self.shown:
            return
        self.shown = shown
        self.read()

    def turn(self, view: View) -> None:
        """Show the same days another way; the keyboard stays on its day, time and appointment."""
        held = self.view.isAncestorOf(self.window().focusWidget() or self)
        day, one = self.view.day() or self.shown.day, self.view.appointment()
        when = one.starts if one else at(day, self.week.board.here.minute)
        self.show_days(replace(self.shown, view=view, day=day))
        if held:
            self.stand_at(when, one.id if one else "")

    def move_by(self, by: int) -> None:
        """Back, to now, or forward."""
        if by:
            self.show_days(self.shown.moved(by))
        else:
            self.go_to_day(today())

    def go_to_now(self) -> None:
        """On opening: to what is on, or to this time, where today is shown."""
        now = wall_now()
        if self.shown.first <= now.date() <= self.shown.last:
            self.stand_at(now)
        else:
            self.take_keyboard()

    def go_to_day(self, day: date) -> None:
        """Go to a day and stand on it; today, on the time it is."""
        self.show_days(replace(self.shown, day=day))
        now = wall_now()
        self.stand_at(now if day == now.date() else datetime.combine(day, MORNING))

    def stand_at(self, when: datetime, appointment_id: str = "") -> None:
        """Put the keyboard on a time, or an appointment there, if its day is shown."""
        column = self.week.column_of(when.date(), appointment_id, self.leader())
        if self.view is self.week and column is not None:
            self.week.stand_on(column, when, appointment_id)
        elif self.view is self.agenda:
            self.agenda.stand_near(when, appointment_id)
        else:
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Put the keyboard into the calendar."""
        self.view.take_keyboard()

    def show_item(self, item_id: str) -> None:
        """A session: go to its day and show what is known of it; `NEW` opens the form."""
        if item_id == NEW:
            self.commands.new()
        elif (session := schedule.find(item_id)) is not None:
            self.show_days(replace(self.shown, day=session.starts.date()))
            if not any(one.id == item_id for one in self.found):
                self.bar.whose.set_value(None)
                self.read()
            self.stand_at(session.starts, session.id)
            self.commands.open_current()

    def _open_day(self, day: date) -> None:
        self.show_days(Shown(View.DAY, day))
        self.take_keyboard()

    def _beyond(self, days: int) -> None:
        """The keyboard left what is shown: on to the day it came to."""
        day = (self.view.day() or self.shown.day) + timedelta(days=days)
        self.show_days(replace(self.shown, day=day))
        self.week.stand_at_side(day, days)
        self.take_keyboard()

    # Time goes by

    def tick(self) -> None:
        """A minute has passed: the line moves on."""
        now = wall_now()
        if now.date() != self.week.board.now.date():
            self.read()
        self.week.board.tick(now)
        self._wait()

    def _wait(self) -> None:
        now = clock.now()
        self._minute.start(_MINUTE_MS - now.second * 1000 - now.microsecond // 1000)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tick()
        if self.side.panel is None:
            self.go_to_now()

    def hideEvent(self, event: QHideEvent) -> None:
        self._minute.stop()
        self.carrier.let_go()
        super().hideEvent(event)
