"""Writing lines: what is typed is saved, goes to the right person, and survives."""

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from practice.care import drafts, live
from practice.errors import Unavailable
from practice.text import clean_text
from practice.ui.autosave import SaveState
from practice.ui.live import LiveWindow
from practice.ui.live.composer import Target
from practice.ui.live.view import NOT_SAVED
from tests.conftest import Clock
from tests.ui.live.conftest import Desk, Sit, words_on


def lines(desk: Desk) -> list[tuple[str | None, str]]:
    """The lines on record: the digit they are for, and their words."""
    digits = {seat.member: digit for digit, seat in desk.seats().items()}
    return [
        (digits[line.member_id] if line.member_id else None, line.text)
        for line in live.lines(desk.session_id)
    ]


def text(desk: Desk) -> str:
    """What stands in the composer."""
    return desk.view.composer.editor.toPlainText()


def test_letters_never_collide(sit: Sit) -> None:
    desk = sit(3)
    desk.begin()
    desk.press("A", "2", "Enter")
    desk.type("PLNEXAGZ?")
    desk.press("Enter")
    assert lines(desk) == [("2", "PLNEXAGZ?")]
    assert {desk.pill(digit) for digit in "123"} == {"Present"}


def test_alt_digit_switches_and_keeps_what_was_typed(sit: Sit, clock_at: Clock) -> None:
    desk = sit(3)
    desk.begin()
    desk.press("1", "Enter")
    desk.type("Named a cue")
    desk.press("Alt+3")
    assert text(desk) == ""
    clock_at.advance(seconds=9)
    desk.type("Calm")
    desk.press("Enter", "Alt+1")
    assert text(desk) == "Named a cue"
    desk.press("Enter", "Alt+G")
    desk.type("Practised breathing")
    desk.press("Enter")
    said = dict(lines(desk))
    assert said == {"1": "Named a cue", "3": "Calm", None: "Practised breathing"}
    assert next(iter(said)) == "1"


def test_escape_keeps_the_words_and_returns(sit: Sit) -> None:
    desk = sit(3)
    desk.begin()
    desk.press("2", "Enter")
    desk.type("Half a thought")
    desk.press("Esc", "3", "P")
    assert desk.pill("3") == "Present"
    assert "Not on record yet: Half a thought" in words_on(desk.window)
    desk.press("2")
    assert text(desk) == "Half a thought"
    assert lines(desk) == []


def test_a_line_carries_when_it_was_begun(sit: Sit, clock_at: Clock) -> None:
    desk = sit(2)
    desk.begin()
    clock_at.advance(minutes=12, seconds=2)
    desk.press("1", "Enter")
    desk.type("A")
    clock_at.advance(minutes=3)
    desk.type(" long thought")
    desk.press("Enter")
    assert "12:02  A long thought" in words_on(desk.window)


def test_undo_brings_a_lines_words_back(sit: Sit) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("2", "Enter")
    desk.type("Too early")
    desk.press("Enter", "Esc", "1", "Z")
    assert lines(desk) == []
    assert text(desk) == "Too early"
    assert desk.view.composer.member == desk.seats()["2"].member


def test_undo_from_another_window_loses_no_words(sit: Sit) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("G")
    desk.type("Everybody shared")
    desk.press("Enter")
    desk.context.actions.undo()
    assert desk.view.composer.target is Target.GROUP
    assert text(desk) == "Everybody shared"


def test_another_members_name_is_warned_of_and_replaced(sit: Sit, qtbot: QtBot) -> None:
    desk = sit(3)
    desk.begin()
    other = desk.seats()["3"].given_name
    desk.press("1", "Enter")
    desk.type(f"Worked with {other} today")
    qtbot.waitUntil(lambda: f"Names another member ({other})" in words_on(desk.window))
    desk.press("Alt+R")
    assert text(desk) == "Worked with a peer today"
    assert "Names another member" not in words_on(desk.window)


def test_saved_is_said_only_after_the_disk_has_it(
    sit: Sit, clock_at: Clock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = sit(2)
    desk.begin()
    said: list[str] = []
    really = drafts.save

    def watched(key: str, words: str) -> None:
        said.append(desk.view.mark.text())
        really(key, words)
        said.append(desk.view.mark.text())

    monkeypatch.setattr(drafts, "save", watched)
    desk.press("1", "Enter")
    desk.type("Calm")
    assert desk.view.mark.text() == "Saving…"
    assert drafts.load(desk.view.composer.key) == ""
    qtbot.waitUntil(lambda: desk.window.autosave.state is SaveState.SAVED)
    assert said == ["Saving…", "Saving…"]
    assert drafts.load(desk.view.composer.key) == "Calm"
    clock_at.advance(seconds=2)
    desk.window.tick()
    assert desk.view.mark.text() == "Saved 2 s ago, encrypted"


def test_typing_on_is_saved_at_least_once_a_second(sit: Sit, clock_at: Clock) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("1", "Enter")
    key = desk.view.composer.key
    kept = []
    for letter in "never pausing once":
        desk.type(letter)
        clock_at.advance(seconds=0.2)
        kept.append(len(drafts.load(key)))
    assert all(number - stored <= 6 for number, stored in enumerate(kept, start=1))
    assert len(set(kept)) < len(kept)


def test_a_failed_save_is_a_red_bar_until_one_succeeds(
    sit: Sit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("1", "Enter")
    with monkeypatch.context() as broken:
        broken.setattr(drafts, "save", _refusing)
        desk.type("Keep this")
        qtbot.waitUntil(lambda: desk.window.autosave.state is SaveState.FAILED)
        assert NOT_SAVED.format("The disk is full.") in words_on(desk.window)
        assert "Saved" not in desk.view.mark.text()
        desk.press("Alt+2", "Alt+1")
        assert text(desk) == "Keep this"
        assert not desk.window.close()
        assert desk.window.isVisible()
    qtbot.waitUntil(lambda: desk.window.autosave.state is SaveState.SAVED, timeout=3000)
    assert not desk.view.trouble.isVisible()
    assert drafts.load(desk.view.composer.key) == "Keep this"


def _refusing(_key: str, _words: str) -> None:
    raise Unavailable("The disk is full.")


def test_after_a_crash_everything_is_there(sit: Sit, clock_at: Clock, qtbot: QtBot) -> None:
    desk = sit(4)
    desk.begin()
    desk.press("A", "4", "Enter")
    desk.type("On record")
    desk.press("Enter", "Alt+2")
    desk.type("Being typed")
    qtbot.waitUntil(lambda: desk.window.autosave.state is SaveState.SAVED)
    _drop(desk.window)
    clock_at.advance(minutes=5)

    again = LiveWindow()
    qtbot.addWidget(again)
    later = Desk(again, desk.context, desk.session_id)
    again.open(desk.context, desk.session_id)
    assert text(later) == "Being typed"
    assert later.view.composer.member == later.seats()["2"].member
    assert "00:00  On record" in words_on(again)
    assert later.pill("3") == "Present"
    assert later.view.header.timer.text() == "05:00"
    later.view.shut()


def test_a_running_session_opened_again_takes_keys_at_once(sit: Sit, qtbot: QtBot) -> None:
    desk = sit(2)
    desk.begin()
    _drop(desk.window)
    again = LiveWindow(desk.context, desk.session_id)
    qtbot.addWidget(again)
    with qtbot.waitActive(again):
        again.show()
        again.activateWindow()
    later = Desk(again, desk.context, desk.session_id)
    later.press("Enter")
    later.type("pxnz")
    assert text(later) == "pxnz"
    later.view.shut()


def _drop(window: LiveWindow) -> None:
    """As a crash does: nothing is saved or said any more."""
    window.autosave.halt()
    window.hide()
    if window.view is not None:
        window.view.shut()
        window.view = None


def test_ten_megabytes_pasted_are_refused_whole(sit: Sit) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("1", "Enter")
    desk.type("Before ")
    pasted = QMimeData()
    pasted.setText("x" * 10_000_000)
    desk.view.composer.editor.insertFromMimeData(pasted)
    assert text(desk) == "Before "
    assert "10,000,007 characters" in words_on(desk.window)


@pytest.mark.parametrize(
    "words", ["<b>&</b>", "שלום", "e\u0301\u0323", "👩‍👩‍👧 emoji", "'; DROP TABLE line; --", "  "]
)
def test_odd_words_are_kept_as_typed(sit: Sit, words: str) -> None:
    desk = sit(1)
    desk.begin()
    desk.press("1", "Enter")
    desk.view.composer.editor.insertPlainText(words)
    desk.press("Enter")
    stored = [line for _, line in lines(desk)]
    assert stored == [clean_text(words)] * bool(words.strip())


def test_a_hidden_control_character_is_named_and_the_words_stay(sit: Sit) -> None:
    desk = sit(1)
    desk.begin()
    desk.press("1", "Enter")
    desk.view.composer.editor.insertPlainText("calm\x00")
    desk.press("Enter")
    assert "hidden control character" in words_on(desk.window)
    assert text(desk) == "calm\x00"
    assert lines(desk) == []


def test_ending_puts_words_still_being_typed_on_record(sit: Sit) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("A", "2", "Enter")
    desk.type("Not yet a line")
    desk.press("Ctrl+E", "Enter")
    assert lines(desk) == [("2", "Not yet a line")]
