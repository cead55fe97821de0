"""Choosing a member by keys: nobody is chosen who was only passed by."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from practice.desk import calendar, waitlist
from practice.ui.context import Context, Place
from practice.ui.entry import EntryForm
from practice.ui.groups.page import GroupsPage
from practice.ui.members.directory import entries
from practice.ui.members.picker import MemberPicker
from practice.ui.members.search import MemberSearch
from practice.ui.schedule.form import AppointmentForm, Wish
from practice.ui.workspace import Workspace
from tests.build import a_group, some_members
from tests.conftest import Opened
from tests.ui.find import button

K = Qt.Key
TOLD = "Choose a member from the list"


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(focus(), key)


def test_tabbing_past_the_list_puts_nobody_on_the_waitlist(
    opened: Opened, window: Callable[[], Workspace]
) -> None:
    group, _ = a_group(opened.user_id), some_members(3)
    workspace = window()
    workspace.context.go.emit(Place.GROUPS, group)
    page = workspace.pages[Place.GROUPS]
    assert isinstance(page, GroupsPage)
    button(page, "Put someone on it").click()
    assert isinstance(QApplication.focusWidget(), MemberSearch)
    press(K.Key_Tab, K.Key_Tab, K.Key_Return)
    form = page.detail.waitlist.form
    assert isinstance(form, EntryForm)
    assert TOLD in form.fields["member"].error
    assert waitlist.of_group(group) == []


@pytest.mark.parametrize("tabs", [0, 1, 2, 3, 4])
def test_enter_anywhere_places_nobody_who_was_not_chosen(
    context: Context, opened: Opened, qtbot: QtBot, tabs: int
) -> None:
    some_members(3)
    form = AppointmentForm(context.actions, Wish(starts=datetime(2026, 11, 18, 10)))
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.begin()
    press(*[K.Key_Tab] * tabs, K.Key_Return)
    picker = form.fields["member"].widget
    assert isinstance(picker, MemberPicker)
    assert calendar.between(date(2026, 11, 18), date(2026, 11, 18)) == []
    if not picker.list.hasFocus():  # there, Enter chooses whom the ring is around
        assert TOLD in form.fields["member"].error


@pytest.mark.parametrize(
    "keys", [(K.Key_Tab, K.Key_Return), (K.Key_Tab, K.Key_Down), (K.Key_Down,)]
)
def test_the_first_one_is_chosen_by_a_key_that_means_it(
    qtbot: QtBot, opened: Opened, keys: tuple[Qt.Key, ...]
) -> None:
    some_members(3)
    picker = MemberPicker(entries())
    qtbot.addWidget(picker)
    with qtbot.waitActive(picker):
        picker.show()
        picker.activateWindow()
    picker.search.setFocus()
    press(*keys)
    assert picker.value() == entries()[0].member.id


def test_enter_on_someone_leads_on_to_the_day(
    context: Context, opened: Opened, qtbot: QtBot
) -> None:
    some_members(3)
    form = AppointmentForm(context.actions, Wish(starts=datetime(2026, 11, 18, 10)))
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.fields["member"].widget.setFocus()
    QTest.keyClicks(focus(), "luis")
    press(K.Key_Return)
    assert form.fields["day"].widget.hasFocus()
    press(K.Key_Return)
    (made,) = calendar.between(date(2026, 11, 18), date(2026, 11, 18))
    assert made.title.startswith("Luis M.")
