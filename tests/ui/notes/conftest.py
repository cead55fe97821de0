"""The real window on the real practice, just after W1's End."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from practice.desk import attendance, schedule, sessions
from practice.ui.background import InlineLane
from practice.ui.context import Context, Place
from practice.ui.notes.page import NotesPage
from practice.ui.notes.view import WrapUpView
from practice.ui.theme import Scheme, apply
from practice.ui.workspace import Workspace
from tests.build import a_full_group
from tests.care.conftest import story
from tests.care.story import Story
from tests.conftest import PASSPHRASE, Clock, Opened

__all__ = ["story"]


@pytest.fixture(scope="module", autouse=True)
def light(qapp: QApplication) -> None:
    """The theme; dressing every widget anew takes a while, so once is enough."""
    apply(qapp, Scheme.LIGHT)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Off screen, Qt warns that windows have no frame to tell their least size."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@pytest.fixture
def context(opened: Opened) -> Iterator[Context]:
    made = Context(opened.vault, opened.unlocked, InlineLane(), demo=False)
    yield made
    made.actions.close()


class Keyboard:
    """Types into whatever has the keyboard, and counts."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.actions = 0

    def press(self, keys: str, count: int = 1) -> None:
        """`Ctrl+Down`, `P`, `Esc`: one action each."""
        names = {"Return": Qt.Key.Key_Return, "Esc": Qt.Key.Key_Escape, "Tab": Qt.Key.Key_Tab}
        names |= {"Down": Qt.Key.Key_Down, "Up": Qt.Key.Key_Up}
        flags = {
            "Ctrl": Qt.KeyboardModifier.ControlModifier,
            "Alt": Qt.KeyboardModifier.AltModifier,
            "Shift": Qt.KeyboardModifier.ShiftModifier,
        }
        *held, last = keys.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for name in held:
            modifiers |= flags[name]
        key = names.get(last) or Qt.Key(ord(last))
        for _ in range(count):
            QTest.keyClick(self._target(), key, modifiers)
            self.actions += 1

    def type(self, words: str) -> None:
        """Words: one action."""
        QTest.keyClicks(self._target(), words)
        self.actions += 1

    def _target(self) -> QWidget:
        return self._window.focusWidget() or self._window


class Desk:
    """The window with the notes page open, and the keyboard."""

    def __init__(self, window: Workspace) -> None:
        self.window = window
        self.keys = Keyboard(window)

    @property
    def page(self) -> NotesPage:
        page = self.window.pages[Place.NOTES]
        assert isinstance(page, NotesPage)
        return page

    @property
    def view(self) -> WrapUpView:
        assert self.page.view is not None
        return self.page.view

    def pills(self) -> list[str]:
        """What the roster says, in the order of the digits."""
        return [row.pill.text() for row in self.view.roster.rows.values()]

    def sign_all(self, passphrase: str = PASSPHRASE) -> None:
        """Ctrl+Shift+Enter, passphrase, Enter."""
        self.keys.press("Ctrl+Shift+Return")
        self.keys.type(passphrase)
        self.keys.press("Return")


@pytest.fixture
def desk(context: Context, qtbot: QtBot) -> Iterator[Desk]:
    """The notes page of the main window, active; nothing to finish is open."""
    window = Workspace(context)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    window.go(Place.NOTES)
    yield Desk(window)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def opened_late(opened: Opened, clock_at: Clock) -> Story:
    """Today's group, written down the next morning."""
    _, _, session = a_full_group(opened.user_id, 2)
    clock_at.advance(hours=14)
    start = schedule.session(session).starts
    sessions.record_afterwards(session, start, start + timedelta(minutes=60))
    attendance.mark_all_present(session)
    sessions.stop(session)
    seats = sessions.seats(session)
    return Story(session, [seat.member for seat in seats], [seat.id for seat in seats])


@pytest.fixture
def at_work(desk: Desk, story: Story) -> Desk:
    """The wrap-up of W1 is open, as after End."""
    desk.window.context.wrap_up.emit(story.session)
    return desk
