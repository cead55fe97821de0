"""A week at the desk by keyboard alone, from first key to last; then the record is asked."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from practice.desk import absence, calendar, groups, members, outreach, roster, schedule
from practice.desk.members import MemberDetails
from practice.models.enums.attendance import Status
from practice.models.enums.outreach import Outcome
from practice.ui.background import InlineLane
from practice.ui.context import Context
from practice.ui.workspace import Workspace
from tests.build import a_full_group
from tests.conftest import Opened

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
GROUP = "Tuesday Recovery Skills"
MOST = 80
WEEK = timedelta(weeks=1)


class Keys:
    """One hand on the keyboard: presses, types, and hears what a screen reader says."""

    def press(self, *keys: Qt.Key, holding: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            QTest.keyClick(self.focus(), key, holding)
            QApplication.processEvents()

    def type(self, words: str) -> None:
        QTest.keyClicks(self.focus(), words)

    def until(self, said: str, key: Qt.Key) -> None:
        """Press a key until something that begins with these words has the keyboard."""
        heard = []
        for _ in range(MOST):
            if self.said.startswith(said):
                return
            heard.append(self.said)
            self.press(key)
        raise AssertionError(f"{said!r} was not reached: {heard}")

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def said(self) -> str:
        return self.focus().accessibleName() or self.focus().property("text") or ""


@pytest.fixture
def keys(opened: Opened, qapp: QApplication, qtbot: QtBot) -> Iterator[Keys]:
    context = Context(opened.vault, opened.unlocked, InlineLane(), demo=False)
    a_full_group(opened.user_id, 3)
    members.add(MemberDetails(given_name="Uri", family_name="Lev"))
    workspace = Workspace(context)
    qtbot.addWidget(workspace)
    workspace.resize(1366, 768)
    with qtbot.waitActive(workspace):
        workspace.show()
        workspace.activateWindow()
    yield Keys()
    context.actions.close()


def starts() -> list[datetime]:
    found = calendar.between(date(2026, 11, 16), date(2027, 1, 31))
    return [one.starts for one in found if one.title == GROUP]


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_a_week_at_the_desk_by_keys_alone(keys: Keys) -> None:
    today = datetime(2026, 11, 17, 18)
    place_a_series(keys)
    ten = datetime(2026, 11, 18, 10)
    extra = [when for when in starts() if when.time() == ten.time()]
    assert extra == [ten, ten + WEEK, ten + 2 * WEEK]

    move_one_of_it(keys)
    assert [when for when in starts() if when.weekday() == 2] == [ten + WEEK, ten + 2 * WEEK]
    assert ten + timedelta(days=1, minutes=5) in starts()

    group = groups.groups()[0].id
    before = roster.on_day(group, date(2026, 11, 23))
    add_from_next_tuesday(keys)
    assert roster.on_day(group, date(2026, 11, 23)) == before
    after = [one.given_name for one in roster.on_day(group, date(2026, 11, 24))]
    assert sorted(after) == ["Aya", "Dana", "Luis", "Uri"]

    record_a_late_cancel(keys)
    session = next(one.id for one in schedule.on_day(today.date()) if one.starts == today)
    by_name = {one.given_name: one for one in absence.expected(session)}
    assert by_name["Dana"].status is Status.LATE_CANCEL
    assert by_name["Luis"].status is Status.UNRECORDED

    log_the_call(keys)
    (tried,) = outreach.tries_of(by_name["Dana"].member)
    assert tried.outcome is Outcome.VOICEMAIL


def place_a_series(keys: Keys) -> None:
    """A second time of the group, Wednesdays at ten, three times."""
    keys.press(K.Key_2, holding=CTRL)
    keys.press(K.Key_Right)
    keys.until("Free time, Wednesday 18 November, 10:00", K.Key_Up)
    keys.press(K.Key_N, K.Key_Up)
    keys.until("Repeats", K.Key_Tab)
    keys.press(K.Key_Down)
    keys.until("It ends", K.Key_Tab)
    keys.press(K.Key_Down, K.Key_Down)
    keys.until("How many times", K.Key_Tab)
    keys.type("3")
    keys.press(K.Key_Return)
    assert keys.said.startswith(f"{GROUP}, Wednesday 18 November, 10:00")


def move_one_of_it(keys: Keys) -> None:
    """The first of them to Thursday, five past ten."""
    keys.press(K.Key_M, K.Key_Right, K.Key_Down)
    assert keys.said == f"{GROUP}, 10:05–11:05 · free"
    keys.press(K.Key_Return, K.Key_Space)
    assert keys.said.startswith(f"{GROUP}, Thursday 19 November, 10:05")


def add_from_next_tuesday(keys: Keys) -> None:
    keys.press(K.Key_3, holding=CTRL)
    keys.until(GROUP, K.Key_Tab)
    keys.press(K.Key_Return)
    keys.until("Add a member", K.Key_Tab)
    keys.press(K.Key_Space)
    keys.type("Uri")
    keys.press(K.Key_Return)
    keys.until("First day", K.Key_Tab)
    keys.press(K.Key_A, holding=CTRL)
    keys.type("24 Nov 2026")
    keys.press(K.Key_Return)


def record_a_late_cancel(keys: Keys) -> None:
    """Ten minutes before the group begins Dana says that she can't come."""
    keys.press(K.Key_2, holding=CTRL)
    keys.press(K.Key_T)
    keys.until(GROUP, K.Key_Down)
    keys.press(K.Key_A)
    keys.until("Dana Reyes", K.Key_Tab)
    keys.press(K.Key_Return, K.Key_Return)


def log_the_call(keys: Keys) -> None:
    """A lone late cancel makes no row by itself, so Dana is put on the board first."""
    keys.press(K.Key_5, holding=CTRL)
    keys.press(K.Key_N)
    keys.type("Dana")
    keys.press(K.Key_Return)
    keys.until("Put on the board", K.Key_Tab)
    keys.press(K.Key_Space)
    assert keys.said.startswith("Dana R.")
    keys.press(K.Key_C, K.Key_V)
