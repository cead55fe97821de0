"""From End to signed notes, by keyboard, in the real window."""

from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from practice.care import drafts, issued, live, notes, othernames, signing
from practice.desk import attendance, schedule, sessions
from practice.errors import Unavailable
from practice.models.enums.attendance import Status
from practice.models.enums.plans import Progress
from practice.models.enums.sessions import SessionState
from practice.ui.autosave import SaveState
from practice.ui.context import Context, Place
from practice.ui.notes.page import NotesPage
from practice.ui.notes.panel import Panel
from practice.ui.preview import dialogs
from practice.ui.reports.page import ReportsPage
from practice.ui.signing_card import WRONG
from tests.care.story import SAID, Story
from tests.conftest import PASSPHRASE, TUESDAY, Clock
from tests.ui.notes.conftest import Desk


def note_of(story: Story, digit: int) -> notes.NoteRow:
    member = story.members[digit - 1]
    return next(n for n in notes.of_session(story.session) if n.member_id == member)


def form_of(desk: Desk) -> Panel | None:
    """The small form above the note, if one is open."""
    return desk.view.panel


def words_in(widget: QWidget) -> str:
    """Everything a widget's labels say that can be seen."""
    QCoreApplication.processEvents()  # new labels are shown by an event of their own
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(widget))


def test_w1_by_keyboard_in_three_actions_a_member(at_work: Desk, story: Story) -> None:
    view, keys = at_work.view, at_work.keys
    assert at_work.pills() == ["Ready"] * 8 + ["No-show"]
    said = []
    for _ in range(8):
        keys.press("Alt+L")
        keys.press("Alt+P")
        said.append(words_in(view.draft.facts))
        keys.press("Ctrl+Down")
    assert "Missed session: No-show" in view.missed.text()
    at_work.sign_all()
    assert keys.actions <= 3 * len(story.members)
    assert all("Participants present: 8" in words for words in said)
    minutes = [60, 60, 60, 48, 60, 60, 41, 60]
    assert all(f"Present {m} minutes" in words for m, words in zip(minutes, said, strict=True))
    assert "came 12 min late" in said[3]
    assert "left 19 min early" in said[6]
    assert "Audio only: Camera broken" in said[4]
    found = [note_of(story, digit) for digit in range(1, 9)]
    assert all(note.signed for note in found)
    assert [n.signed_facts.minutes for n in found if n.signed_facts] == minutes
    assert {n.signed_facts.location for n in found if n.signed_facts} == {"Home, Albany"}
    assert all(notes.progress_of([n.id])[n.id] for n in found)
    assert at_work.pills() == ["Signed"] * 8 + ["No-show"]
    assert notes.missed(story.session)[story.members[8]].status is Status.NO_SHOW


def test_the_list_opens_a_session_with_enter(desk: Desk, story: Story, clock_at: Clock) -> None:
    clock_at.advance(days=3)
    desk.page.mark_stale()
    (row,) = desk.page.rows
    assert "8 to sign" in row.accessibleName()
    assert "3 days" in row.accessibleName()
    row.setFocus()
    desk.keys.press("Return")
    assert desk.view.bench.session_id == story.session
    desk.keys.press("Esc")
    assert desk.page.view is None


def test_with_everything_signed_the_list_says_so(at_work: Desk) -> None:
    at_work.sign_all()
    at_work.keys.press("Esc")
    assert at_work.page.rows == []
    assert "All notes are signed" in words_in(at_work.page)


def test_another_members_name_blocks_until_it_is_replaced(at_work: Desk, story: Story) -> None:
    keys, two = at_work.keys, sessions.seats(story.session)[1].given_name
    keys.press("Alt+6")
    at_work.view.draft.begin("plan")
    keys.type(f"Sit with {two} again.")
    keys.press("Esc")
    assert at_work.pills()[5] == "Names another"
    assert not at_work.view.bar.one.isEnabled()
    keys.press("Ctrl+Return")
    assert not at_work.view.bar.panel.isVisible()
    keys.press("Alt+R")
    assert note_of(story, 6).plan == "Sit with a peer again."
    at_work.sign_all()
    assert note_of(story, 6).signed


def test_what_the_name_check_cannot_see_is_said_while_there_is_something_to_sign(
    at_work: Desk,
) -> None:
    assert "Misspellings" in words_in(at_work.view.bar)
    at_work.sign_all()
    assert "Misspellings" not in words_in(at_work.view.bar)


def test_a_name_may_stay_with_a_word_why(at_work: Desk, story: Story) -> None:
    two = sessions.seats(story.session)[1].given_name
    note = note_of(story, 6)
    notes.save_part(note.id, "plan", f"Call her sister {two}.")
    at_work.keys.press("Alt+6")
    strip = at_work.view.draft.parts["plan"].names
    (finding,) = strip.found
    strip.keep_wanted.emit(finding, "")
    assert "why this name" in words_in(strip)
    strip.keep_wanted.emit(finding, "Her sister is called the same")
    assert not strip.isVisible()
    assert at_work.pills()[5] == "Ready"
    at_work.sign_all()
    assert othernames.SessionCheck(story.session).in_note(note_of(story, 6)) == []


def test_a_name_in_the_shared_part_is_reached_from_the_bar(at_work: Desk, story: Story) -> None:
    one = sessions.seats(story.session)[0].given_name
    notes.save_shared(story.session, "text", f"{one} led the exercise.")
    view = at_work.view
    assert not view.bar.all.isEnabled()
    view.bar.jump.emit("", "text")
    assert view.text.editor.hasFocus()
    view.text.names.replace_wanted.emit(view.text.names.found[0])
    assert notes.shared(story.session).text == "A peer led the exercise."
    assert view.bar.all.isEnabled()


def test_a_wrong_passphrase_signs_nothing(at_work: Desk, story: Story) -> None:
    at_work.sign_all("not my passphrase at all")
    panel = at_work.view.bar.panel
    assert panel.said.text() == WRONG
    assert panel.isVisible()
    assert panel.secret.value() == ""
    assert not note_of(story, 1).signed
    at_work.keys.press("Return")
    assert "enter your passphrase" in panel.said.text()
    at_work.keys.press("Esc")
    assert not panel.isVisible()
    at_work.sign_all()
    assert note_of(story, 1).signed


def test_one_note_can_be_signed_by_itself(at_work: Desk, story: Story) -> None:
    at_work.keys.press("Alt+2")
    at_work.keys.press("Ctrl+Return")
    at_work.keys.type(PASSPHRASE)
    at_work.keys.press("Return")
    assert [note_of(story, d).signed for d in range(1, 4)] == [False, True, False]
    assert "Signed by Maria Lopez, LCSW" in words_in(at_work.view.signed)


def test_unrecorded_rows_block_and_are_marked_by_letter(at_work: Desk, story: Story) -> None:
    for row in story.rows[6:]:
        attendance.unmark(row)
    view, keys = at_work.view, at_work.keys
    assert at_work.pills()[8] == "To mark"
    assert not view.bar.all.isEnabled()
    keys.press("9")
    keys.press("E")
    assert at_work.pills()[8] == "Excused"
    keys.press("8")
    keys.press("P")
    keys.press("7")
    keys.press("T")
    keys.type("18:00-18:30")
    keys.press("Return")
    assert form_of(at_work) is None
    assert at_work.pills()[6:] == ["Ready", "Ready", "Excused"]
    assert "Present 30 minutes" in words_in(view.draft.facts)
    assert view.bar.all.isEnabled()


def test_times_that_cannot_be_are_refused_beside_the_field(at_work: Desk) -> None:
    at_work.keys.press("T")
    panel = at_work.view.panel
    assert panel is not None
    field = panel.form.fields["times"]
    field.set_value("quarter past")
    at_work.keys.press("Return")
    assert "not a time" in words_in(field)
    at_work.keys.press("Esc")
    assert at_work.view.panel is None


def test_after_signing_a_mark_asks_why_and_the_note_differs_until_an_addendum(
    at_work: Desk, story: Story
) -> None:
    at_work.sign_all()
    view, keys = at_work.view, at_work.keys
    keys.press("4")
    keys.press("P")
    assert form_of(at_work) is not None
    assert (
        sessions.seats(story.session)[3].stays[0].in_at
        != schedule.session(story.session).started_at
    )
    keys.press("Return")
    assert form_of(at_work) is not None
    keys.type("She had joined by phone")
    keys.press("Return")
    assert form_of(at_work) is None
    assert at_work.pills()[3] == "Differs"
    assert "Minutes 48 → 60" in view.signed.banner.text()
    view.signed.begin_addendum()
    keys.type("Present for the whole hour.")
    view.signed.addendum.secret.setFocus()
    keys.type("wrong")
    keys.press("Return")
    assert view.signed.addendum.said.text() == WRONG
    keys.type(PASSPHRASE)
    keys.press("Return")
    assert at_work.pills()[3] == "Signed"
    assert view.signed.banner.text() == ""
    said = words_in(view.signed)
    assert "Addendum, signed by Maria Lopez, LCSW, 17 Nov 2026, 19:00" in said
    assert "Present for the whole hour." in said


def test_the_sessions_own_times_are_put_right_for_everybody(at_work: Desk, story: Story) -> None:
    at_work.view.correct_session()
    panel = at_work.view.panel
    assert panel is not None
    panel.form.fields["times"].set_value(time(18, 5))
    panel.accept()
    assert at_work.view.panel is None
    at_work.keys.press("Alt+1")
    assert "Present 55 minutes" in words_in(at_work.view.draft.facts)


def test_an_empty_note_is_listed_and_one_press_away(at_work: Desk, story: Story) -> None:
    notes.save_part(note_of(story, 3).id, "response", "")
    view = at_work.view
    assert at_work.pills()[2] == "Empty"
    view.bar.jump.emit(story.members[2], "response")
    assert view.draft.parts["response"].editor.hasFocus()
    at_work.sign_all()
    assert [note_of(story, d).signed for d in (2, 3)] == [True, False]


def test_words_are_saved_while_typed_and_on_record_when_left(
    at_work: Desk, story: Story, qtbot: QtBot
) -> None:
    at_work.view.draft.begin("plan")
    at_work.keys.type("Spoke twice.")
    autosave = at_work.view.bench.autosave
    assert autosave.state is SaveState.PENDING
    key = notes.draft_key(note_of(story, 1).id, "plan")
    qtbot.waitUntil(lambda: autosave.state is SaveState.SAVED, timeout=2000)
    assert drafts.load(key) == "Spoke twice."
    assert note_of(story, 1).plan == ""
    at_work.keys.press("Ctrl+Down")
    assert note_of(story, 1).plan == "Spoke twice."
    assert drafts.load(key) == ""


def test_the_mark_never_says_saved_before_the_disk_has_it(
    at_work: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(key: str, text: str) -> None:
        raise Unavailable("The disk is full.")

    monkeypatch.setattr(drafts, "save", full)
    at_work.view.draft.begin("participation")
    at_work.keys.type("Spoke twice.")
    assert not at_work.view.bench.autosave.flush()
    assert "Not saved yet" in at_work.view.bar.mark.text()
    monkeypatch.undo()
    assert at_work.view.bench.autosave.flush()
    assert "Saved" in at_work.view.bar.mark.text()


def test_words_left_by_a_crash_come_back_with_a_quiet_line(at_work: Desk, story: Story) -> None:
    at_work.page.close_item()
    drafts.save(notes.draft_key(note_of(story, 1).id, "plan"), "Call on Friday")
    at_work.window.go(Place.NOTES, story.session)
    part = at_work.view.draft.parts["plan"]
    assert part.editor.value() == "Call on Friday"
    assert "were kept" in words_in(part)
    assert note_of(story, 1).plan == "Call on Friday"


def test_locking_puts_what_was_typed_on_record(at_work: Desk, story: Story) -> None:
    at_work.view.draft.begin("plan")
    at_work.keys.type("Call on Friday")
    at_work.window.context.locking.emit()
    assert note_of(story, 1).plan == "Call on Friday"


def test_a_second_view_follows_and_never_takes_words_away(
    at_work: Desk, story: Story, context: Context, qtbot: QtBot
) -> None:
    other = NotesPage(context)
    qtbot.addWidget(other)
    other.show()
    other.show_item(story.session)
    view = other.view
    assert view is not None
    at_work.view.roster.choose(story.members[0])
    at_work.view.draft.parts["plan"].editor.set_value("Typed here")
    notes.save_part(note_of(story, 1).id, "response", "Changed elsewhere")
    assert at_work.view.draft.parts["plan"].editor.value() == "Typed here"
    assert at_work.view.draft.parts["response"].editor.value() == "Changed elsewhere"
    assert at_work.view.commit()
    qtbot.waitUntil(lambda: view.draft.parts["plan"].editor.value() == "Typed here")
    signed = [note_of(story, 1).id]
    signing.sign(story.session, signed, context.vault.confirm(context.user_id, PASSPHRASE))
    qtbot.waitUntil(lambda: view.shown is view.signed)


@pytest.mark.parametrize(
    "text", ["<b>&amp;</b> <img src=x>", "שלום 👩‍👩‍👧 ạ̈", "'; DROP TABLE note; --"]
)
def test_odd_words_stay_words(at_work: Desk, story: Story, text: str) -> None:
    part = at_work.view.draft.parts["plan"]
    part.editor.set_value(text)
    assert part.commit()
    at_work.sign_all()
    at_work.keys.press("Alt+1")
    assert note_of(story, 1).plan in words_in(at_work.view.signed)


def test_words_that_cannot_be_stored_are_refused_beside_the_text_and_kept(
    at_work: Desk, story: Story
) -> None:
    part = at_work.view.draft.parts["plan"]
    part.editor.set_value("left\u202eright")
    assert not part.commit()
    assert "reading direction" in words_in(part)
    at_work.keys.press("Ctrl+Down")
    at_work.keys.press("Ctrl+Up")
    assert part.editor.value() == "left\u202eright"
    assert at_work.pills()[0] == "Not saved"
    at_work.sign_all()
    assert not note_of(story, 1).signed
    part.editor.set_value("left and right")
    assert part.commit()
    assert at_work.pills()[0] == "Ready"


def test_a_live_line_goes_in_where_one_writes(at_work: Desk, story: Story) -> None:
    view = at_work.view
    view.draft.begin("plan")
    (button,) = view.draft.lines.buttons
    assert button.words == SAID[0]
    button.click()
    assert view.draft.parts["plan"].editor.value() == SAID[0]
    assert view.draft.parts["plan"].editor.hasFocus()
    at_work.keys.type(" Spoke twice.")
    button.click()
    words = f"{SAID[0]} Spoke twice.\n{SAID[0]}"
    assert view.draft.parts["plan"].editor.value() == words
    assert "never printed" in words_in(view.draft.lines)


def test_a_goals_word_is_recorded_and_taken_back(at_work: Desk, story: Story) -> None:
    note, keys = note_of(story, 1), at_work.keys
    keys.press("Alt+S")
    keys.press("Alt+W")
    said = set(notes.progress_of([note.id])[note.id].values())
    assert said == {Progress.BACK, Progress.NOT_WORKED_ON}
    at_work.view.draft.goals.lines[0].chips[Progress.BACK].click()
    assert set(notes.progress_of([note.id])[note.id].values()) == {Progress.NOT_WORKED_ON}


def test_an_end_pressed_too_early_is_taken_back(at_work: Desk, story: Story, qtbot: QtBot) -> None:
    with qtbot.waitSignal(at_work.window.context.open_session) as opened:
        at_work.page.resume.click()
    assert opened.args == [story.session]
    assert schedule.session(story.session).state is SessionState.LIVE
    assert at_work.page.view is None
    live.write_line(story.session, story.members[0], "One more thing.")
    sessions.stop(story.session)
    at_work.window.context.wrap_up.emit(story.session)
    assert note_of(story, 1).response.endswith("One more thing.")


def test_after_a_signature_there_is_no_going_on(at_work: Desk) -> None:
    assert at_work.page.resume.isVisible()
    at_work.sign_all()
    assert not at_work.page.resume.isVisible()


def test_a_draft_of_someone_absent_is_discarded_by_a_person(at_work: Desk, story: Story) -> None:
    at_work.keys.press("1")
    at_work.keys.press("N")
    assert at_work.pills()[0] == "Not there"
    at_work.view.draft.discard_wanted.emit()
    assert at_work.pills()[0] == "No-show"
    at_work.sign_all()
    facts = note_of(story, 2).signed_facts
    assert facts is not None
    assert facts.participants == 7


def test_a_signed_note_leaves_as_a_report_does_kept_and_written_down(
    at_work: Desk, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work.sign_all()
    at_work.keys.press("1")
    signed, place = at_work.view.signed, tmp_path / "note.pdf"
    asked: list[str] = []
    monkeypatch.setattr(dialogs, "ask_path", lambda parent, name: asked.append(name))
    signed.save_button.click()
    assert issued.of_member(story.members[0]) == []
    assert not signed.kept.isVisible()
    monkeypatch.setattr(dialogs, "ask_path", lambda parent, name: place)
    signed.save_button.click()
    kept = issued.of_member(story.members[0])[0]
    assert (kept.kind, kept.period_from, kept.period_until) == (
        "Progress note",
        TUESDAY.date(),
        TUESDAY.date(),
    )
    assert issued.pdf_of(kept.id) == place.read_bytes()
    assert signed.kept.isVisible()
    assert "progress-note-2026-11-17.pdf" in asked[0]
    at_work.window.go(Place.REPORTS, story.members[0])
    page = at_work.window.pages[Place.REPORTS]
    assert isinstance(page, ReportsPage)
    page.issues.opened.emit(kept)
    assert page.pane.pdf == place.read_bytes()


def test_a_late_entry_says_so(desk: Desk, opened_late: Story) -> None:
    desk.window.go(Place.NOTES, opened_late.session)
    assert "Late entry" in words_in(desk.page)
    assert "Late entry" in words_in(desk.view.draft.facts)
    assert not desk.page.resume.isVisible()


def test_one_members_note_can_be_asked_for(desk: Desk, story: Story) -> None:
    desk.window.go(Place.NOTES, f"{story.session}:{story.members[4]}")
    assert desk.view.roster.selected == story.members[4]


def test_everything_that_takes_the_keyboard_has_a_name(at_work: Desk) -> None:
    at_work.keys.press("T")
    views = (at_work.page, at_work.view)
    nameless = [
        part
        for view in views
        for part in view.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.isVisible()
        and not (part.accessibleName() or getattr(part, "text", str)())
    ]
    assert nameless == []
