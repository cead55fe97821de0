"""What Settings changes, and that it says so."""

import json
import re
from importlib.metadata import requires
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from practice.desk import named_plans
from practice.desk.practice import practice, user
from practice.desk.usual import GIVEN, minutes_of
from practice.ui import preferences
from practice.ui.recover import RecoverScreen
from practice.ui.settings.about import OFFLINE
from practice.ui.theme import Scheme, theme
from practice.ui.unlock import UnlockScreen
from practice.ui.widgets.remark import Remark
from tests.conftest import PASSPHRASE
from tests.ui.shell.conftest import Open
from tests.ui.shell.driving import at_work, fill, screen, settings, unlock

NEW = "meadow cobalt ferry almond"


def test_the_practice_and_the_person_are_changed(qtbot: QtBot, start: Open, known: Path) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    page = settings(shell)
    fill(qtbot, page.practice.form.name.widget, "Quayside")
    fill(qtbot, page.practice.form.zone.widget, "denver")
    qtbot.keyClick(page.practice.save_button, Qt.Key.Key_Space)
    assert (practice().name, practice().time_zone) == ("Quayside", "America/Denver")
    assert page.practice.done.text() == "Saved."
    fill(qtbot, page.person.form.npi.widget, "1234567890")
    qtbot.keyClick(page.person.save_button, Qt.Key.Key_Space)
    assert "check digit" in page.person.form.npi.error
    fill(qtbot, page.person.form.npi.widget, "1993 999 998")
    qtbot.keyClick(page.person.save_button, Qt.Key.Key_Space)
    assert user(at_work(shell).user_id).npi == "1993999998"


def test_an_unknown_or_ambiguous_zone_is_refused(qtbot: QtBot, start: Open, known: Path) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    form = settings(shell).practice.form
    for typed in ("atlantis", "america", ""):
        fill(qtbot, form.zone.widget, typed)
        form.zone.widget.clear()  # type: ignore[attr-defined]
        qtbot.keyClicks(form.zone.widget, typed)
        qtbot.keyClick(settings(shell).practice.save_button, Qt.Key.Key_Space)
        assert "not known" in form.zone.error
    assert practice().time_zone == "America/New_York"


def test_the_passphrase_is_changed_with_the_old_one(qtbot: QtBot, start: Open, known: Path) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    part = settings(shell).passphrase
    fill(qtbot, part.old, "not the right passphrase")
    fill(qtbot, part.new.first, NEW)
    fill(qtbot, part.new.again, NEW)
    qtbot.keyClick(part.change_button, Qt.Key.Key_Space)
    assert "does not open this practice" in part.form.fields["old"].error
    fill(qtbot, part.old, PASSPHRASE)
    qtbot.keyClick(part.change_button, Qt.Key.Key_Space)
    assert part.done.text().startswith("Your passphrase was changed.")
    assert part.new.first.text() == ""
    shell.lock()
    unlock(qtbot, shell)
    assert screen(shell, UnlockScreen).form.fields["passphrase"].error
    unlock(qtbot, shell, NEW)
    assert at_work(shell)


def test_a_new_kit_counts_once_it_is_at_hand(qtbot: QtBot, start: Open, known: Path) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    part = settings(shell).kit
    before = at_work(shell).vault.header.recovery
    qtbot.keyClick(part.make, Qt.Key.Key_Space)
    assert part.sheet
    assert part._kit
    code = part._kit.code
    qtbot.keyClick(part.adopt, Qt.Key.Key_Space)
    assert at_work(shell).vault.header.recovery == before
    for number, field in zip(part.sheet.asked, part.sheet.groups, strict=True):
        fill(qtbot, field.widget, code.split("-")[number - 1])
    qtbot.keyClick(part.adopt, Qt.Key.Key_Space)
    assert at_work(shell).vault.header.recovery != before
    assert not part.adopt.isVisible()
    shell.lock()
    screen(shell, UnlockScreen).lost.emit()
    recovering = screen(shell, RecoverScreen)
    recovering.code.setPlainText(code)
    fill(qtbot, recovering.new.first, NEW)
    fill(qtbot, recovering.new.again, NEW)
    qtbot.keyClick(recovering.enter, Qt.Key.Key_Space)
    qtbot.keyClick(recovering.picker.agree, Qt.Key.Key_Space)
    assert at_work(shell)


def test_looks_change_at_once_and_are_kept_without_anything_personal(
    qtbot: QtBot, start: Open, known: Path, home: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    part = settings(shell).appearance
    part.scheme.set_value(Scheme.DARK)
    part.scheme.activated.emit(1)
    part.text_size.set_value(1.25)
    part.text_size.activated.emit(1)
    assert (theme().scheme, theme().scale) == (Scheme.DARK, 1.25)
    shell.close()
    kept = json.loads((home / ".config/practice/window.json").read_text())
    assert set(kept) == {"scheme", "scale", "box", "maximized", "live_on_top"}
    assert preferences.load().scheme is Scheme.DARK


def test_unreadable_preferences_count_as_none(home: Path) -> None:
    preferences.save(preferences.Preferences(Scheme.DARK))
    (home / ".config/practice/window.json").write_text('{"scheme": "plaid", "scale": []}')
    assert preferences.load() == preferences.Preferences()


def test_live_lines_are_deleted_only_if_wished(qtbot: QtBot, start: Open, known: Path) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    assert not practice().delete_lines
    settings(shell).notes.delete.click()
    assert practice().delete_lines


def test_about_says_offline_and_shows_every_licence(qtbot: QtBot, start: Open, known: Path) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    about = settings(shell).about
    assert OFFLINE in [remark.text() for remark in about.findChildren(Remark)]
    qtbot.keyClick(about.show_licence, Qt.Key.Key_Space)
    assert "Apache License" in about.shown.toPlainText()
    qtbot.keyClick(about.show_parts, Qt.Key.Key_Space)
    assert about.shown.accessibleName() == "What it is built from"
    lines = about.shown.toPlainText().splitlines()
    named = {re.sub(r"[-_.]+", "-", line.split(" ")[0]).lower() for line in lines if ": " in line}
    needed = {
        re.sub(r"[-_.]+", "-", re.split(r"[>=<;\[]", line)[0]).lower()
        for line in requires("practice") or ()
        if "extra ==" not in line and "win32" not in line
    }
    assert len(needed) >= 9
    assert needed <= named
    assert {"SQLCipher: BSD-3-Clause", "Qt: LGPL-3.0"} <= set(lines)
    assert not [line for line in lines if line.endswith(": ")]


def test_a_plan_is_changed_and_the_program_s_own_comes_back(
    qtbot: QtBot, start: Open, known: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    part = settings(shell).plans
    part.which.set_value("One hour")
    part.show_chosen()
    assert not part.remove_button.isEnabled()
    qtbot.keyClicks(part.plan.steps[-1].minutes, "0")
    settings(shell).load()
    assert part.plan.steps[-1].minutes.text() == "50"
    qtbot.keyClick(part.save_button, Qt.Key.Key_Space)
    assert part.done.text() == "Saved."
    (own,) = [row for row in named_plans.library() if row.id]
    assert (own.name, minutes_of(own.plan)) == ("One hour", 105)
    qtbot.waitUntil(part.remove_button.isEnabled)
    qtbot.keyClick(part.remove_button, Qt.Key.Key_Space)
    assert {row.name: row.plan for row in named_plans.library()} == GIVEN


def test_a_plan_without_a_name_or_steps_is_refused_beside_it(
    qtbot: QtBot, start: Open, known: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    part = settings(shell).plans
    qtbot.keyClick(part.save_button, Qt.Key.Key_Space)
    assert part.form.fields["keep_as"].error == "Please give the plan a name."
    fill(qtbot, part.name, "Evening")
    qtbot.keyClick(part.save_button, Qt.Key.Key_Space)
    assert "at least one step" in part.form.fields["plan"].error


def test_how_early_to_cancel_is_the_practices_own(qtbot: QtBot, start: Open, known: Path) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    part = settings(shell).notice
    assert part.hours.value() == 24
    part.hours.set_value(48)
    part.hours.activated.emit(part.hours.currentIndex())
    assert practice().notice_hours == 48
    assert part.done.text() == "Saved."
