"""A session window on a real practice, driven by keys alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from practice.desk import schedule, sessions
from practice.desk.sessions import Seat
from practice.models.enums.attendance import Status
from practice.ui.background import InlineLane
from practice.ui.context import Context
from practice.ui.live import LiveWindow
from practice.ui.live.view import SessionView
from tests import build
from tests.conftest import Clock, Opened

NAMED = {
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "F7": Qt.Key.Key_F7,
    "F9": Qt.Key.Key_F9,
    "F1": Qt.Key.Key_F1,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Tab": Qt.Key.Key_Tab,
}
MODIFIERS = {
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform warns that it can’t raise windows or grab for menus."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("raise", "grabbing", extend=True))


@dataclass
class Desk:
    """The window, the session in it and who sits where."""

    window: LiveWindow
    context: Context
    session_id: str
    keys: int = 0

    @property
    def view(self) -> SessionView:
        assert self.window.view is not None
        return self.window.view

    def press(self, *names: str) -> None:
        """Press keys one after another, wherever the keyboard is: `press("A", "3", "Alt+G")`."""
        for name in names:
            self.keys += 1
            *held, last = name.split("+") if len(name) > 1 else [name]
            modifiers = Qt.KeyboardModifier.NoModifier
            for part in held:
                modifiers |= MODIFIERS[part]
            target = QApplication.focusWidget() or self.window
            if last in NAMED:
                QTest.keyClick(target, NAMED[last], modifiers)
            else:
                QTest.keyClicks(target, last, modifiers)

    def type(self, words: str) -> None:
        """Type words into whatever has the keyboard."""
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, words)

    def retype(self, words: str) -> None:
        """Write these words instead of those in the field that has the keyboard."""
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        field.selectAll()
        QTest.keyClicks(field, words)

    def seats(self) -> dict[str, Seat]:
        """The roster as it is in the file, by digit."""
        return {seat.digit: seat for seat in sessions.seats(self.session_id)}

    def statuses(self) -> dict[str, Status]:
        return {digit: seat.status for digit, seat in self.seats().items()}

    def pill(self, digit: str) -> str:
        """The words on a member's pill."""
        return self.view.roster.rows[self.seats()[digit].id].pill.text()

    def begin(self) -> None:
        """Open the window and start, as Enter does."""
        self.window.open(self.context, self.session_id)
        QTest.qWaitForWindowActive(self.window)
        self.press("Enter")
        assert schedule.session(self.session_id).started_at is not None
        self.keys = 0


Sit = Callable[[int], Desk]


@pytest.fixture
def sit(opened: Opened, clock_at: Clock, qtbot: QtBot) -> Iterator[Sit]:
    """At 18:00 in front of a window for a group of so many; nothing started yet."""
    desks: list[Desk] = []

    def make(count: int) -> Desk:
        _, _, session_id = build.a_full_group(opened.user_id, count)
        clock_at.to("18:00")
        context = Context(opened.vault, opened.unlocked, InlineLane(), demo=False)
        window = LiveWindow()
        qtbot.addWidget(window)
        desks.append(Desk(window, context, session_id))
        return desks[-1]

    yield make
    for desk in desks:
        desk.window.autosave.halt()
        if desk.window.view is not None:
            desk.window.view.shut()
        desk.context.actions.close()


def words_on(window: QWidget) -> str:
    """Every word a person can see in a window or a screen reader can say, and its title."""
    found = [window.windowTitle()]
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            found += [widget.accessibleName(), widget.toolTip()]
            if isinstance(widget, QLabel | QLineEdit | QAbstractButton):
                found.append(widget.text())
            if isinstance(widget, QPlainTextEdit):
                found.append(widget.toPlainText())
    return "\n".join(found)
