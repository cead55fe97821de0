"""A diagnosis code is found while typing, taken by key or click, and put in its order."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from practice.care import diagnoses
from practice.ui.context import Place
from practice.ui.entry import EntryForm
from practice.ui.members.codes import NOT_LISTED, CodeInput
from practice.ui.members.diagnoses import Diagnoses
from practice.ui.workspace import Workspace
from tests.build import some_members
from tests.conftest import Opened
from tests.ui.find import button, said, typed

Window = Callable[[], Workspace]


def begin(workspace: Workspace, member: str) -> tuple[Diagnoses, EntryForm, CodeInput]:
    """The open form of a new diagnosis."""
    workspace.go(Place.MEMBERS, member)
    found = workspace.pages[Place.MEMBERS].findChild(Diagnoses)
    assert found is not None
    found.add_button.click()
    assert found.form is not None
    line = found.form.fields["code"].widget
    assert isinstance(line, CodeInput)
    return found, found.form, line


def test_a_code_is_taken_by_keys_alone(opened: Opened, window: Window, qtbot: QtBot) -> None:
    (dana,) = some_members(1)
    _, form, line = begin(window(), dana)
    qtbot.keyClicks(line, "generalized anxiety")
    assert line.rows()[0].accessibleName() == "F41.1, Generalized anxiety disorder"
    assert "F41.1" in line.accessibleDescription()
    assert "Enter takes it" in line.accessibleDescription()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert form.fields["words"].widget.hasFocus()
    qtbot.keyClick(form.fields["words"].widget, Qt.Key.Key_Return)
    (row,) = diagnoses.of_member(dana)
    assert (row.code, row.words) == ("F41.1", "Generalized anxiety disorder")


def test_arrows_move_a_click_takes_and_esc_puts_the_list_away(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    (dana,) = some_members(1)
    part, form, line = begin(window(), dana)
    qtbot.keyClicks(line, "f10.2")
    codes = [row.accessibleName().split(",")[0] for row in line.rows()]
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert line.accessibleDescription().startswith(codes[1])
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.listed.isHidden()
    assert part.form is form
    qtbot.keyClicks(line, "0")
    line.rows()[0].clicked.emit()
    assert form.fields["words"].value() == "Alcohol dependence, uncomplicated"


def test_a_code_of_another_chapter_is_typed_all_the_same(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    (dana,) = some_members(1)
    _, form, line = begin(window(), dana)
    qtbot.keyClicks(line, "g47.00")
    assert NOT_LISTED in said(form)
    typed(form, "words", "Insomnia, unspecified")
    form.save()
    assert diagnoses.of_member(dana)[0].code == "G47.00"


def test_the_order_is_changed_by_buttons_and_undone(opened: Opened, window: Window) -> None:
    (dana,) = some_members(1)
    workspace = window()
    for code in ("F10.20", "F41.1", "Z63.0"):
        part, form, _ = begin(workspace, dana)
        typed(form, "code", code)
        typed(form, "words", code)
        form.save()
    button(part, "Move Z63.0 up").click()
    button(part, "Move Z63.0 up").click()
    assert [row.code for row in diagnoses.of_member(dana)] == ["Z63.0", "F10.20", "F41.1"]
    assert [row.position for row in diagnoses.of_member(dana)] == [1, 2, 3]
    assert not button(part, "Move Z63.0 up").isEnabled()
    assert not button(part, "Move F41.1 down").isEnabled()
    workspace.context.actions.undo()
    assert [row.code for row in diagnoses.of_member(dana)] == ["F10.20", "Z63.0", "F41.1"]
