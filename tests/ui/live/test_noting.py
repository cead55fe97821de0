"""Ratings, who was not heard yet, and a flagged line, by keys alone."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QWidget

from practice.care import drafts, live, notes, ratings, safety, techniques
from practice.care.ratings import QUESTIONS, Asked
from practice.desk import schedule
from practice.models.enums.live import Rated, RatedWhen
from practice.ui.live.choosing import TechniqueSlip
from practice.ui.live.noting import RatingSlip, SafetySlip
from practice.ui.live.roster import RosterRow
from practice.ui.theme import Role
from tests.conftest import Clock
from tests.ui.live.conftest import Desk, Sit, words_on

BEFORE, AFTER = Asked(Rated.URGE, RatedWhen.BEFORE), Asked(Rated.URGE, RatedWhen.AFTER)
MOOD_BEFORE, MOOD_AFTER = Asked(Rated.MOOD, RatedWhen.BEFORE), Asked(Rated.MOOD, RatedWhen.AFTER)


def given(desk: Desk, digit: str) -> dict[Asked, int]:
    return ratings.of_session(desk.session_id).get(desk.seats()[digit].member, {})


def row_name(desk: Desk, digit: str) -> str:
    return desk.view.roster.rows[desk.seats()[digit].id].accessibleName()


def detail_of(desk: Desk, digit: str) -> str:
    return desk.view.roster.rows[desk.seats()[digit].id].words()


def say(desk: Desk, digit: str, words: str) -> None:
    desk.press(digit, "Enter")
    desk.type(words)
    desk.press("Enter", "Esc")


def test_urge_and_mood_in_four_keys(sit: Sit) -> None:
    desk = sit(4)
    desk.begin()
    desk.press("A", "3")
    desk.keys = 0
    desk.press("R", "7", "4", "Enter")
    assert desk.keys == 4
    assert given(desk, "3") == {BEFORE: 7, MOOD_BEFORE: 4}
    assert "Urge 7 before, Mood 4 before" in row_name(desk, "3")
    desk.press("R", "1", "0", "6", "Enter")
    assert given(desk, "3") == {BEFORE: 7, MOOD_BEFORE: 4, AFTER: 10, MOOD_AFTER: 6}
    assert "7→10 · mood 4→6" in words_on(desk.window)
    desk.press("Z")
    assert given(desk, "3") == {BEFORE: 7, MOOD_BEFORE: 4}


def test_the_keyboard_goes_to_the_form_and_back_and_nowhere_between(
    sit: Sit,
) -> None:
    desk = sit(3)
    desk.begin()
    desk.press("A", "2")
    there = QApplication.focusWidget()
    stops: list[QWidget | None] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)

    def moved(_before: QWidget | None, now: QWidget | None) -> None:
        stops.append(now)

    app.focusChanged.connect(moved)
    desk.press("K")
    slip = desk.view.slip
    assert isinstance(slip, TechniqueSlip)
    desk.press("Esc")
    app.focusChanged.disconnect(moved)
    assert stops == [slip.name, there]


def test_a_rating_touches_its_own_row_alone(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = sit(4)
    desk.begin()
    desk.press("A", "3", "R", "7", "4")
    told: list[str] = []
    monkeypatch.setattr(RosterRow, "say", lambda row, *_: told.append(row.cap.text()))
    desk.press("Enter")
    assert told == ["3"]


def test_a_one_is_a_one_when_another_digit_follows(sit: Sit) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("1", "R", "1", "5", "Enter")
    assert given(desk, "1") == {BEFORE: 1, MOOD_BEFORE: 5}


def test_what_is_no_rating_is_refused_beside_it_and_esc_leaves_nothing(sit: Sit) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("1", "R")
    desk.type("x")
    desk.press("Enter")
    assert "whole number from 0 to 10" in words_on(desk.window)
    desk.press("Esc")
    assert given(desk, "1") == {}
    assert drafts.left_over("rating:") == []
    desk.press("2")
    assert desk.view.roster.selected == desk.seats()["2"].id


def test_digits_typed_and_not_saved_stand_there_again(sit: Sit) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("1", "R", "8")
    desk.window.autosave.flush()
    desk.view.close_slip()
    desk.press("R")
    slip = desk.view.slip
    assert isinstance(slip, RatingSlip)
    assert slip.numbers[BEFORE].value() == "8"
    desk.press("Esc")


def test_who_was_not_heard_stands_out_once_half_were(sit: Sit) -> None:
    desk = sit(4)
    desk.begin()
    desk.press("A", "4", "N")
    rows = desk.view.roster.rows
    assert "not heard yet" in row_name(desk, "1")
    assert "no note yet" in row_name(desk, "4")
    roles = [row._detail._role for row in rows.values()]
    assert roles == [None] * 4
    say(desk, "1", "Named a cue")
    say(desk, "2", "Listened")
    say(desk, "1", "Offered help")
    assert "2 lines" in row_name(desk, "1")
    assert "×2" in words_on(desk.window)
    assert "1 not heard" in words_on(desk.window)
    assert rows[desk.seats()["3"].id]._detail._role is Role.LATE
    assert "Not heard yet" in detail_of(desk, "3")
    say(desk, "3", "Here")
    assert "not heard" not in words_on(desk.window).lower()


def test_a_flag_opens_the_safety_check_in_the_window(sit: Sit) -> None:
    desk = sit(3)
    desk.begin()
    desk.press("A", "2", "F")
    assert "Write the line about this member first" in words_on(desk.window)
    desk.press("Enter")
    desk.type("Said it would be easier not to be here")
    desk.press("Alt+F")
    assert isinstance(desk.view.slip, SafetySlip)
    (line,) = live.lines(desk.session_id)
    (check,) = safety.of_session(desk.session_id)
    assert check.line_id == line.id
    assert "safety check not finished" in row_name(desk, "2")
    desk.press("Enter")
    assert "what you asked" in words_on(desk.window)
    for words in ("About thoughts of suicide", "No plan", "Safety plan"):
        desk.type(words)
        desk.press("Tab")
    desk.press("Esc")
    assert safety.check(check.id).open
    desk.press("Alt+F")
    desk.type("Nobody: agreed to call tomorrow")
    desk.press("Enter")
    done = safety.check(check.id)
    assert (done.asked, done.answer, done.action, done.told) == (
        "About thoughts of suicide",
        "No plan",
        "Safety plan",
        "Nobody: agreed to call tomorrow",
    )
    assert "safety check finished" in row_name(desk, "2")
    assert drafts.left_over("safety:") == []
    desk.press("Alt+1")
    assert desk.view.roster.selected == desk.seats()["1"].id


def test_letters_of_a_check_are_letters(sit: Sit) -> None:
    desk = sit(2)
    desk.begin()
    say(desk, "1", "Tired of it all")
    desk.press("1", "F")
    desk.type("a z 2 r n")
    before = desk.statuses()
    assert isinstance(desk.view.slip, SafetySlip)
    assert desk.statuses() == before
    field = QApplication.focusWidget()
    assert field is desk.view.slip.form.fields["asked"].widget
    desk.press("Esc", "Z")
    assert safety.of_session(desk.session_id) == []


def test_the_end_names_whose_check_is_open_and_closes_the_list_of_undos(sit: Sit) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("A", "1", "Enter")
    desk.type("No way out of this")
    desk.press("Alt+F", "Esc", "Esc", "Ctrl+E")
    said = words_on(desk.window)
    name = desk.seats()["1"].short_name
    assert f"For {name} a safety check is open." in said
    before = desk.context.actions.last
    assert before is not None
    desk.press("Enter")
    assert desk.context.actions.last is None
    written = live.lines(desk.session_id)
    desk.context.actions.undo()
    assert live.lines(desk.session_id) == written


def test_the_group_is_not_flagged(sit: Sit) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("G")
    desk.type("Someone may be at risk")
    desk.press("Alt+F")
    assert "about one member" in words_on(desk.window)
    assert safety.of_session(desk.session_id) == []


def test_ratings_have_a_field_each_in_reading_order(sit: Sit) -> None:
    desk = sit(1)
    desk.begin()
    desk.press("1", "R")
    slip = desk.view.slip
    assert slip is not None
    assert list(slip.form.fields) == [asked.key for asked in QUESTIONS]
    assert schedule.session(desk.session_id).started_at is not None
    desk.press("Esc")


def test_a_technique_by_keys_goes_into_the_shared_part(sit: Sit, clock_at: Clock) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("A", "K")
    desk.type("chain")
    desk.press("Enter")
    clock_at.advance(minutes=5)
    desk.press("K")
    desk.type("metaphor")
    desk.press("Down", "Enter")
    chosen = [row.name for row in techniques.of_session(desk.session_id)]
    assert chosen == ["Chain analysis", "Card: the bridge"]
    assert "Urge surfing, Chain analysis, Card: the bridge" in words_on(desk.window)
    desk.press("K")
    desk.type("bridge")
    assert "Metaphor cards, chosen" in words_on(desk.window)
    desk.press("Enter", "Ctrl+E", "Enter")
    shared = notes.shared(desk.session_id)
    assert shared.topic == "Urge surfing, Chain analysis"
    assert shared.text.startswith("Chain analysis: members traced one event link by link")
    assert "Home practice: Draw the chain of one urge" in shared.text


def test_no_technique_of_that_name(sit: Sit) -> None:
    desk = sit(1)
    desk.begin()
    desk.press("K")
    desk.type("xyzzy")
    desk.press("Enter")
    assert "No technique has this name" in words_on(desk.window)
    desk.press("Esc")


def test_a_phrase_and_its_fields_by_tab(sit: Sit) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("1", "Enter")
    desk.type("Calm. ;plan")
    assert "Plan: until the next group ‹what›" in words_on(desk.window)
    desk.press("Tab")
    desk.type("calls her sister")
    desk.press("Enter")
    assert "Fill or delete what stands in" in words_on(desk.window)
    assert live.lines(desk.session_id) == []
    desk.type("Friday")
    desk.press("Enter")
    (line,) = live.lines(desk.session_id)
    assert line.text == "Calm. Plan: until the next group calls her sister, on Friday."


def test_tab_walks_the_fields_and_leaves_without_any(sit: Sit) -> None:
    desk = sit(1)
    desk.begin()
    desk.press("1", "Enter")
    desk.type(";cue")
    desk.press("Tab")
    desk.type("payday")
    desk.press("Tab")
    desk.type("a walk")
    assert desk.view.composer.words == "Named payday as a cue, and a walk as what helps."
    desk.press("Tab")
    assert QApplication.focusWidget() is not desk.view.composer.editor


def test_pasted_words_are_plain(sit: Sit) -> None:
    desk = sit(1)
    desk.begin()
    desk.press("1", "Enter")
    data = QMimeData()
    data.setHtml("<b>Bold</b> <img src='/etc/passwd'>")
    data.setText("Bold")
    desk.view.composer.editor.insertFromMimeData(data)
    assert desk.view.composer.words == "Bold"
