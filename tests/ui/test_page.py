"""A page follows every change, but never holds up someone who works in another window."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from practice.ui.context import Context
from practice.ui.page import Page
from tests import build


class Counting(Page):
    concerns: ClassVar[frozenset[str]] = frozenset({"member"})
    loads = 0

    def load(self) -> None:
        self.loads += 1


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


def test_it_loads_at_once_in_the_window_one_works_in(context: Context, qtbot: QtBot) -> None:
    page = Counting(context)
    shown(qtbot, page)
    build.some_members(2)
    assert page.loads == 3


def test_it_waits_for_a_pause_in_another_window(context: Context, qtbot: QtBot) -> None:
    page, elsewhere = Counting(context), QWidget()
    shown(qtbot, page)
    shown(qtbot, elsewhere)
    build.some_members(2)
    assert page.loads == 1
    qtbot.waitUntil(lambda: page.loads == 2)


def test_hidden_it_loads_when_it_is_shown(context: Context, qtbot: QtBot) -> None:
    page = Counting(context)
    shown(qtbot, page)
    page.hide()
    build.some_members(2)
    assert page.loads == 1
    page.show()
    assert page.loads == 2
