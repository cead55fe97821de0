"""Working hours, set by the owner: the practice's, and a clinician's own."""

from datetime import datetime, time
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from practice.desk import free, hours
from practice.ui.settings.hours import FOLLOWS, NO_DAY
from tests.ui.shell.conftest import Open
from tests.ui.shell.driving import at_work, fill, settings, unlock

WEDNESDAY = 2


def test_free_times_keep_to_the_hours_saved_for_a_clinician(
    qtbot: QtBot, start: Open, known: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    maria, part = at_work(shell).user_id, settings(shell).hours
    assert part.days[0].widget.text() == "08:00–20:00"  # type: ignore[attr-defined]
    part.whose.set_value(maria)
    part.whose.activated.emit(1)
    assert part.whose.accessibleDescription() == FOLLOWS
    for day in part.days:
        day.set_value(None)
    fill(qtbot, part.days[WEDNESDAY].widget, "9:30 to 1 pm")
    qtbot.keyClick(part.save_button, Qt.Key.Key_Space)
    assert part.done.text() == "Saved."
    assert hours.hours(maria) == {WEDNESDAY: (time(9, 30), time(13))}
    assert hours.hours() == hours.USUAL
    monday = datetime(2026, 11, 16, 8)
    assert free.next_free(60, maria, after=monday)[0] == datetime(2026, 11, 18, 9, 30)
    qtbot.keyClick(part.follow_button, Qt.Key.Key_Space)
    assert hours.hours(maria) == hours.USUAL
    assert not part.follow_button.isVisible()


def test_hours_that_can_not_be_are_refused_beside_their_day(
    qtbot: QtBot, start: Open, known: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    part = settings(shell).hours
    fill(qtbot, part.days[0].widget, "17:00-9:00")
    qtbot.keyClick(part.save_button, Qt.Key.Key_Space)
    assert "end after it begins" in part.days[0].error
    for day in part.days:
        day.set_value(None)
    qtbot.keyClick(part.save_button, Qt.Key.Key_Space)
    assert part.days[0].error == NO_DAY
    assert hours.hours() == hours.USUAL
