"""What the steps of the tour share: the program, the clock, the record."""

from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from practice.desk import sessions
from practice.ui import demo
from practice.ui.context import Context, Place
from practice.ui.live.view import SessionView
from practice.ui.live.window import LiveWindow
from practice.ui.page import Page
from practice.ui.shell import Shell
from practice.ui.tour.guide import (
    Hours,
    come_forward,
    press,
    type_words,
)
from practice.ui.tour.record import Record, settle
from practice.ui.workspace import Workspace

P = TypeVar("P", bound=Page)
DAY = date(2026, 11, 17)
BEGIN = time(17, 54)
GROUP = "Tuesday Skills"
NEWCOMER = {"given_name": "Ngọc Ánh", "family_name": "Nguyễn", "preferred_name": "Anh"}


@dataclass
class Tour:
    """What the steps share."""

    record: Record
    hours: Hours
    shell: Shell
    home: Path
    session: str = ""
    member: str = ""
    saved: list[Path] = field(default_factory=list)

    @property
    def context(self) -> Context:
        assert self.shell.context is not None
        return self.shell.context

    @property
    def workspace(self) -> Workspace:
        return self.shell.findChildren(Workspace)[0]

    @property
    def live(self) -> LiveWindow:
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, LiveWindow)]
        return next(window for window in found if window.isVisible())

    @property
    def view(self) -> SessionView:
        assert self.live.view is not None
        return self.live.view

    def go(self, place: Place, kind: type[P]) -> P:
        """Go to a page, as Ctrl+number does."""
        self.context.go.emit(place, "")
        settle()
        return self.on(place, kind)

    def on(self, place: Place, kind: type[P]) -> P:
        """A page that was visited before."""
        page = self.workspace.pages[place]
        assert isinstance(page, kind)
        return page

    def check(self, what: str, held: object) -> None:
        self.record.check(what, held)

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        settle()
        self.record.picture(name, widget or self.shell)

    def unlock(self) -> None:
        """Type the passphrase that the demo shows."""
        come_forward(self.shell)
        type_words(self.shell, demo.passphrase())
        press(self.shell, "Enter")
        self.shell.idle.stop()  # the tour's leaps in time are no sleep

    def member_at(self, digit: str) -> str:
        """The id of the member with this digit in the session."""
        return next(s.member for s in sessions.seats(self.session) if s.digit == digit)
