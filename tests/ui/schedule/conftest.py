"""The schedule of a practice with one clinician, on Tuesday 17 November 2026 at 17:50."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from practice.desk import calendar
from practice.desk.calendar import Appointment
from practice.ui.context import Place
from practice.ui.schedule.block import Block
from practice.ui.schedule.page import SchedulePage
from practice.ui.workspace import Workspace

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
FIRST, LAST = date(2026, 11, 9), date(2027, 1, 31)


@dataclass
class Desk:
    """A person at the schedule: presses keys, and looks into the calendar on record."""

    page: SchedulePage

    def press(self, *keys: Qt.Key, holding: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """One key after the other, wherever the keyboard is."""
        for key in keys:
            QTest.keyClick(self.focus(), key, holding)

    def tab_to(self, name: str) -> None:
        """Press Tab until a field is reached."""
        for _ in range(40):
            if self.said == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(name)

    def type(self, words: str) -> None:
        """Type words."""
        QTest.keyClicks(self.focus(), words)

    def focus(self) -> QWidget:
        """Where the keyboard is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def said(self) -> str:
        """What a screen reader says there."""
        return self.focus().accessibleName()

    @property
    def warned(self) -> str:
        """What the window says in its bar."""
        workspace = self.page.window()
        assert isinstance(workspace, Workspace)
        return workspace.said.text()

    def stand_on(self, session_id: str) -> None:
        """Put the keyboard on an appointment."""
        one = on_record(session_id)
        self.page.show_days(self.page.shown.__class__(self.page.shown.view, one.starts.date()))
        self.page.stand_at(one.starts, one.id)
        assert one.title in self.said

    def block(self, session_id: str) -> Block:
        """The widget of an appointment."""
        shown = self.page.week.board.shown.items()
        return next(block for (_column, key), block in shown if key == session_id)


def on_record(session_id: str) -> Appointment:
    """An appointment as the practice has it."""
    return next(one for one in calendar.between(FIRST, LAST) if one.id == session_id)


def starts(title: str) -> list[datetime]:
    """When appointments of that name are, in order."""
    return [one.starts for one in calendar.between(FIRST, LAST) if one.title == title]


@pytest.fixture
def sit_down(window: Callable[[], Workspace]) -> Callable[[], Desk]:
    """Opens the schedule once a story has laid out its practice."""

    def open_page() -> Desk:
        workspace = window()
        workspace.context.go.emit(Place.SCHEDULE, "")
        page = workspace.pages[Place.SCHEDULE]
        assert isinstance(page, SchedulePage)
        return Desk(page)

    return open_page
