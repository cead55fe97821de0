"""Closed days and public holidays, set by the owner."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from practice.desk import closures, schedule
from practice.desk.practice import user
from practice.ui.widgets.button import Button
from practice.ui.widgets.rows import ListRow
from tests.build import a_full_group
from tests.conftest import Clock
from tests.ui.shell.conftest import Open
from tests.ui.shell.driving import at_work, fill, settings, unlock

THANKSGIVING = date(2026, 11, 26)


def test_a_closed_day_takes_the_series_out_and_opening_brings_it_back(
    qtbot: QtBot, start: Open, known: Path, clock_at: Clock
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    a_full_group(user(at_work(shell).user_id).id, 2)
    part = settings(shell).closures
    part.ask()
    fill(qtbot, part.first.widget, "24 Nov 2026")
    fill(qtbot, part.words.widget, "Retreat")
    qtbot.keyClick(part.save_button, Qt.Key.Key_Space)
    assert part.done.text() == "The days are closed."
    assert schedule.on_day(date(2026, 11, 24)) == []
    row = part.findChild(ListRow)
    assert isinstance(row, ListRow)
    assert row.words() == "Retreat, Tue 24 Nov"
    remove = row.findChild(Button)
    assert isinstance(remove, Button)
    assert remove.accessibleName() == "Remove Retreat, Tue 24 Nov"
    remove.click()
    assert len(schedule.on_day(date(2026, 11, 24))) == 1
    assert part.nothing.isVisibleTo(part)


def test_what_is_wrong_stands_beside_its_field(
    qtbot: QtBot, start: Open, known: Path, clock_at: Clock
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    part = settings(shell).closures
    part.ask()
    fill(qtbot, part.words.widget, "Holiday")
    fill(qtbot, part.last.widget, "2 Nov 2026")
    part.add()
    assert "after the first" in part.last.error
    assert closures.closures() == []


def test_a_year_of_public_holidays_is_filled_in(
    qtbot: QtBot, start: Open, known: Path, clock_at: Clock
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    part = settings(shell).closures
    part.ask_holidays()
    assert part.country.currentText() == "United States"
    part.part.set_value("NY")
    part.fill_in()
    assert THANKSGIVING in [closure.first for closure in closures.closures()]
    assert "added" in part.done.text()
