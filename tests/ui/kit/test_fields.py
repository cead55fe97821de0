"""Fields say what is wrong beside themselves, and never cut what someone typed."""

from datetime import date, time
from time import perf_counter

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from practice.errors import Refused
from practice.ui.widgets.choices import Check, Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import LineInput, SecretInput, TextInput
from practice.ui.widgets.moments import DateInput, TimeInput

TEN_MEGABYTES = "x" * 10_000_000


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    """A small form as pages make them."""
    made = Form()
    made.add(
        Field("name", "Name", LineInput(), help="As on the card.", required="Write a name."),
        Field("birth_date", "Birth date", DateInput()),
    )
    made.add(Field("start", "Start", TimeInput()))
    made.add(Field("note", "Note", TextInput()))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def write(form: Form, key: str, words: str) -> None:
    """Put words into a field as a person would."""
    form.fields[key].widget.setFocus()
    QTest.keyClicks(form.fields[key].widget, words)


def test_an_error_shows_beside_the_field_and_is_told(form: Form) -> None:
    field = form.fields["birth_date"]
    write(form, "birth_date", "31/02/2026")
    assert not field.check()
    assert "31 February" in field.error
    assert field._error.isVisible()
    assert field.widget.accessibleDescription() == field.error
    assert field.widget.property("wrong")


def test_typing_takes_the_error_away_and_brings_the_help_back(form: Form, qtbot: QtBot) -> None:
    field = form.fields["name"]
    field.set_error("Write a name.")
    assert not field._help_line.isVisible()
    QTest.keyClicks(field.widget, "A")
    assert field.error == ""
    assert field._help_line.isVisible()
    assert field.widget.accessibleDescription() == "As on the card."


def test_submit_checks_all_and_goes_to_the_first_error(form: Form, qtbot: QtBot) -> None:
    done: list[str] = []
    write(form, "start", "later")
    assert not form.submit(lambda: done.append("saved"))
    assert form.fields["name"].error == "Write a name."
    assert "“later”" in form.fields["start"].error
    assert form.focusWidget() is form.fields["name"].widget
    assert not done
    form.fields["name"].set_value("Aya")
    form.fields["start"].set_value(time(18))
    assert form.submit(lambda: done.append("saved"))
    assert done == ["saved"]


@pytest.mark.parametrize("key", ["birth_date", "", "unheard of"])
def test_a_refusal_finds_its_field_or_stands_above(form: Form, key: str) -> None:
    def refuse() -> None:
        raise Refused("That day is in the future.", field=key)

    form.fields["name"].set_value("Aya")
    assert not form.submit(refuse)
    beside = form.fields[key].error if key in form.fields else form.banner.text()
    assert beside == "That day is in the future."
    form.clear_errors()
    assert not form.banner.isVisible()


def test_only_refusals_are_caught(form: Form) -> None:
    form.fields["name"].set_value("Aya")
    with pytest.raises(ZeroDivisionError):
        form.submit(lambda: 1 // 0)


def test_a_value_says_which_field_refused_it(form: Form) -> None:
    write(form, "birth_date", "soon")
    with pytest.raises(Refused) as refused:
        form.fields["birth_date"].value()
    assert refused.value.field == "birth_date"


def test_leaving_a_date_shows_how_it_was_read(qtbot: QtBot) -> None:
    day, clock = DateInput(), TimeInput()
    for editor, typed in ((day, "2026-03-05"), (clock, "6pm")):
        qtbot.addWidget(editor)
        QTest.keyClicks(editor, typed)
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert (day.text(), day.value()) == ("5 Mar 2026", date(2026, 3, 5))
    assert (clock.text(), clock.value()) == ("18:00", time(18))


def test_leaving_what_is_no_date_keeps_what_was_typed(qtbot: QtBot) -> None:
    day = DateInput()
    qtbot.addWidget(day)
    QTest.keyClicks(day, "soon")
    QTest.keyClick(day, Qt.Key.Key_Return)
    assert day.text() == "soon"


def test_a_huge_paste_into_a_line_is_refused_whole_and_quickly(qtbot: QtBot) -> None:
    editor = LineInput()
    field = Field("name", "Name", editor)
    qtbot.addWidget(field)
    field.set_value("Aya")
    QGuiApplication.clipboard().setText(TEN_MEGABYTES)
    begun = perf_counter()
    editor.paste()
    assert perf_counter() - begun < 0.5
    assert field.value() == "Aya"
    assert "200 characters" in field.error
    QGuiApplication.clipboard().clear()


def test_one_letter_too_many_is_refused_not_swallowed(qtbot: QtBot) -> None:
    field = Field("name", "Name", LineInput(limit=3))
    qtbot.addWidget(field)
    QTest.keyClicks(field.widget, "Ayal")
    assert field.value() == "Aya"
    assert field.error


def test_a_huge_paste_into_a_text_is_refused_whole_and_quickly(qtbot: QtBot) -> None:
    editor = TextInput()
    field = Field("note", "Note", editor)
    qtbot.addWidget(field)
    field.set_value("Practised wave image twice.")
    pasted = QMimeData()
    pasted.setText(TEN_MEGABYTES)
    begun = perf_counter()
    editor.insertFromMimeData(pasted)
    assert perf_counter() - begun < 0.5
    assert field.value() == "Practised wave image twice."
    assert "10,000,027 characters; this field takes 200,000" in field.error


def test_a_text_at_its_limit_takes_no_more_but_can_be_edited(qtbot: QtBot) -> None:
    editor = TextInput(limit=3)
    field = Field("note", "Note", editor)
    qtbot.addWidget(field)
    QTest.keyClicks(field.widget, "abcd")
    assert (field.value(), bool(field.error)) == ("abc", True)
    QTest.keyClick(field.widget, Qt.Key.Key_Backspace)
    assert (field.value(), field.error) == ("ab", "")
    editor.selectAll()
    QTest.keyClicks(field.widget, "xyz")
    assert field.value() == "xyz"


def test_return_at_the_limit_is_refused_too(qtbot: QtBot) -> None:
    field = Field("note", "Note", TextInput(limit=3))
    qtbot.addWidget(field)
    QTest.keyClicks(field.widget, "abc")
    QTest.keyClick(field.widget, Qt.Key.Key_Return)
    assert field.value() == "abc"
    assert field.error


def test_pasted_markup_stays_words(qtbot: QtBot) -> None:
    editor = TextInput()
    qtbot.addWidget(editor)
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b>")
    pasted.setText("<b>bold</b>")
    editor.insertFromMimeData(pasted)
    assert editor.value() == "<b>bold</b>"


def test_stored_words_longer_than_the_limit_are_shown_whole(qtbot: QtBot) -> None:
    for editor in (LineInput(limit=3), TextInput(limit=3)):
        qtbot.addWidget(editor)
        editor.set_value("Ayala")
        assert editor.value() == "Ayala"


def test_a_passphrase_is_hidden_and_not_trimmed(qtbot: QtBot) -> None:
    editor = SecretInput()
    qtbot.addWidget(editor)
    QTest.keyClicks(editor, " two words ")
    assert editor.echoMode() is QLineEdit.EchoMode.Password
    assert editor.value() == " two words "
    editor.actions()[0].trigger()
    assert editor.echoMode() is QLineEdit.EchoMode.Normal


def test_choices_and_ticks(qtbot: QtBot) -> None:
    kind = Field("kind", "Kind", Choice([(60, "An hour"), (20, "Twenty minutes")]))
    agreed = Field("agreed", "", Check("R&D program"))
    for field in (kind, agreed):
        qtbot.addWidget(field)
    kind.set_value(20)
    agreed.set_value(True)
    assert (kind.value(), agreed.value()) == (20, True)
    assert agreed.widget.accessibleName() == "R&D program"
