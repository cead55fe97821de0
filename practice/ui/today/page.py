"""The page a day begins on."""

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from practice import clock
from practice.desk import planning
from practice.desk.practice import practice, today, wall_now
from practice.errors import Refused, Unavailable
from practice.models import store
from practice.ui.backup_state import backup_state
from practice.ui.columns import Columns
from practice.ui.context import Context, Place
from practice.ui.entry import NEW
from practice.ui.groups.openings import Openings
from practice.ui.icons import Icon
from practice.ui.page import Page, works_elsewhere
from practice.ui.today.day import Day
from practice.ui.today.next_card import NextCard
from practice.ui.today.reach_out import ReachOut, Told
from practice.ui.today.safe import SafeCard
from practice.ui.today.view import View, look
from practice.ui.today.waiting import NotesToFinish, ReviewsDue, ToCosign, Unrecorded
from practice.ui.waiting import run_for
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.notices import EmptyState
from practice.ui.words import count, greeting, long_day

_MINUTE_MS = 60_000
_SHARES = (5, 4)
NO_GROUPS = "There are no groups yet. Add one, and its sessions appear here week by week."


class TodayPage(Page):
    """Reads everything again each minute and repaints only what changed."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {"session", "attendance", "enrolment", "group_", "note", "user", "practice"}
        | {"cosignature", "supervision"}
        | {"waiting", "offer", "visit", "member", "plan"}
        | {"outreach", "contact", "outreach_rule", "outreach_policy"}
    )

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self._shown: View | None = None
        self.next = NextCard(context)
        self.day = Day(context)
        self.notes = NotesToFinish(context)
        self.cosign = ToCosign(context)
        self.reviews = ReviewsDue(context)
        self.unrecorded = Unrecorded(context)
        self.reach_out = ReachOut(context)
        self.told = Told(context)
        self.openings = Openings(context, named=True)
        self.safe = SafeCard(context)
        self.nothing, self.add_group = self._nothing()
        waiting = (
            *(self.openings, self.unrecorded, self.notes, self.cosign, self.reviews),
            *(self.reach_out, self.told, self.safe),
        )
        self._columns = Columns((self.day,), waiting, shares=_SHARES, fill_left=True)
        self._arrange()
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self.tick)

    def _nothing(self) -> tuple[Card, Button]:
        card, button = Card(), Button("Add a group", ButtonKind.PRIMARY, Icon.PLUS)
        button.clicked.connect(lambda: self.context.go.emit(Place.GROUPS, NEW))
        card.body.addWidget(EmptyState(NO_GROUPS, button, Icon.GROUP))
        return card, button

    def _arrange(self) -> None:
        self.body.addWidget(self.next)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self._columns, 1)

    def load(self) -> None:
        """Plan what comes where a new day began, then show the day.

        While someone writes in a session window it is read beside, so that no key waits for it.
        """
        if self._shown is None or self._shown.day != today():
            self.context.actions.run(planning.extend)
        elif works_elsewhere(self):
            run_for(self, self.context.lane.short, _look_beside, self._take, self._not_read)
            return
        self._take(look())

    def _take(self, view: View) -> None:
        self._greet(view)
        before, self._shown = self._shown, view
        if view != before:
            self._show_day(view)
        if before is None or view.waiting != before.waiting:
            self._show_waiting(view)
        self.next.tick()

    def _not_read(self, error: Refused | Unavailable) -> None:
        self._stale = True
        self.context.actions.refused.emit(error.message)

    def _greet(self, view: View) -> None:
        left = f"{count(view.left, 'session')} left today." if view.left else _quiet(view)
        first_name = view.person.split()[0]
        self.say(long_day(view.day), f"{greeting(wall_now())}, {first_name}. {left}")

    def _show_day(self, view: View) -> None:
        self.next.show_view(view)
        self.day.show_view(view)

    def _show_waiting(self, view: View) -> None:
        self.notes.show_view(view)
        self.cosign.show_view(view)
        self.reviews.show_view(view)
        self.unrecorded.show_view(view)
        self.reach_out.show_view(view)
        self.told.show_view(view)
        self.openings.show_openings(view.free, view.offered)
        self.nothing.setVisible(not view.any_groups)
        self.day.setVisible(view.any_groups)
        self._columns.set_shares(_SHARES if view.any_groups else (0, 1))

    def tick(self) -> None:
        """A minute has passed: say how far off things are now."""
        self.load()
        self._wait()

    def _wait(self) -> None:
        now = clock.now()
        self._minute.start(_MINUTE_MS - now.second * 1000 - now.microsecond // 1000)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.safe.show_state(backup_state(self.context.vault, practice().backup_folder))
        self._wait()

    def hideEvent(self, event: QHideEvent) -> None:
        self._stale = True
        self._minute.stop()
        super().hideEvent(event)


def _look_beside() -> View:
    with store.reading():
        return look()


def _quiet(view: View) -> str:
    if view.day_lines:
        return "All of today’s sessions are over."
    return "Nothing is planned today."
