"""Two windows never fight over one session: whatever is clicked, one window writes its lines."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from practice.care import live, notes
from practice.desk import schedule, sessions
from practice.desk.practice import today
from practice.desk.sessions import ONE_RUNNING
from practice.models.enums.sessions import SessionState
from practice.ui.context import Place
from practice.ui.frame import Frame
from practice.ui.live.window import LiveWindow
from practice.ui.notes.page import NotesPage
from practice.ui.shell import Shell
from practice.ui.tour.guide import press, type_words
from tests.build import a_full_group, a_group
from tests.conftest import Clock
from tests.ui.shell.conftest import Open
from tests.ui.shell.driving import at_work, screen, unlock


@pytest.fixture(autouse=True)
def no_window_stays() -> Iterator[None]:
    """A session window outlives its practice's lock, not its test."""
    yield
    for window in session_windows():
        window.autosave.halt()
        window.hide()


@pytest.fixture
def at_six(qtbot: QtBot, start: Open, known: Path, clock_at: Clock) -> tuple[Shell, str]:
    """At work at 18:00, with the session running in its window and a line being written."""
    shell = start(known)
    unlock(qtbot, shell)
    shell.work.idle.stop()  # ten minutes pass at once
    _, _, session = a_full_group(at_work(shell).user_id, 3)
    clock_at.to("18:00")
    at_work(shell).open_session.emit(session)
    press(only_window(), "Enter", "A", "1", "Enter")
    type_words(only_window(), "Named a cue")
    return shell, session


def session_windows() -> list[LiveWindow]:
    shown = (window for window in QApplication.topLevelWidgets() if window.isVisible())
    return [window for window in shown if isinstance(window, LiveWindow)]


def only_window() -> LiveWindow:
    """The session window; there must be one, and no second."""
    (window,) = session_windows()
    return window


def notes_page(shell: Shell) -> NotesPage:
    page = screen(shell, Frame).workspace.pages[Place.NOTES]
    assert isinstance(page, NotesPage)
    return page


def test_opened_from_anywhere_again_it_is_the_same_window_with_its_words(
    at_six: tuple[Shell, str],
) -> None:
    shell, session = at_six
    window = only_window()
    for place in (Place.TODAY, Place.GROUPS):
        at_work(shell).go.emit(place, "")
        at_work(shell).open_session.emit(session)
        assert only_window() is window
    type_words(window, ", then left it")
    press(window, "Enter")
    assert [line.text for line in live.lines(session)] == ["Named a cue, then left it"]


def test_its_notes_are_not_written_before_it_has_ended(at_six: tuple[Shell, str]) -> None:
    shell, session = at_six
    at_work(shell).go.emit(Place.NOTES, session)
    assert "has not ended" in screen(shell, Frame).workspace.said.text()
    assert notes_page(shell).view is None
    assert notes.of_session(session) == []
    press(only_window(), "Enter")
    assert len(live.lines(session)) == 1


def test_ended_in_its_window_every_other_place_leads_to_its_notes(
    at_six: tuple[Shell, str],
) -> None:
    shell, session = at_six
    press(only_window(), "Esc", "Ctrl+E", "Enter")
    assert schedule.session(session).state is SessionState.HELD
    (line,) = live.lines(session)
    assert line.text == "Named a cue"
    at_work(shell).go.emit(Place.TODAY, "")
    at_work(shell).open_session.emit(session)
    view = notes_page(shell).view
    assert view is not None
    assert view.bench.session_id == session


def test_taken_up_again_what_was_being_written_in_its_notes_is_kept(
    at_six: tuple[Shell, str],
) -> None:
    shell, session = at_six
    press(only_window(), "Esc", "Ctrl+E", "Enter")
    view = notes_page(shell).view
    assert view is not None
    first = notes.of_session(session)[0]
    view.roster.choose(first.member_id)
    view.draft.begin("plan")
    type_words(shell, "Call her sister on Friday.")
    notes_page(shell).go_on()
    assert notes_page(shell).view is None
    press(only_window(), "2", "Enter")
    type_words(only_window(), "Rode the wave")
    press(only_window(), "Enter")
    kept = {note.member_id: note.plan for note in notes.of_session(session)}
    assert kept == {first.member_id: "Call her sister on Friday."}
    press(only_window(), "Esc", "Ctrl+E", "Enter")
    plans = [note.plan for note in notes.of_session(session) if note.plan]
    assert plans == ["Call her sister on Friday."]
    assert len(live.lines(session)) == 2


def another_session(shell: Shell) -> str:
    """Of another group, at eight the same evening."""
    group = a_group(at_work(shell).user_id, name="Evening group", at=time(20, 0))
    return next(row.id for row in schedule.on_day(today()) if row.group == group)


def test_a_second_session_is_refused_in_words_while_one_runs(
    at_six: tuple[Shell, str],
) -> None:
    shell, session = at_six
    window, other = only_window(), another_session(shell)
    at_work(shell).open_session.emit(other)
    assert only_window() is window
    assert window.session_id == session
    assert window.view is not None
    assert window.view.said.text() == ONE_RUNNING
    assert sessions.running() == session


def test_a_window_whose_session_never_began_makes_way_for_another(
    qtbot: QtBot, start: Open, known: Path
) -> None:
    shell = start(known)
    unlock(qtbot, shell)
    _, _, session = a_full_group(at_work(shell).user_id, 3)
    other = another_session(shell)
    at_work(shell).open_session.emit(session)
    at_work(shell).open_session.emit(other)
    assert only_window().session_id == other
    at_work(shell).open_session.emit(session)
    assert only_window().session_id == session
