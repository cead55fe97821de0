"""A flagged line in the wrap-up: in the way of every signature, with the link that finishes it."""

from PySide6.QtWidgets import QPushButton, QWidget

from practice.care import drafts, notes, safety
from practice.care.safety import Step
from tests.care.story import Story
from tests.ui.notes.conftest import Desk


def link(inside: QWidget, words: str) -> QPushButton:
    found = [b for b in inside.findChildren(QPushButton) if words in b.text() and b.isVisible()]
    assert found, words
    return found[0]


def test_the_link_opens_the_check_and_signing_waits_for_it(story: Story, desk: Desk) -> None:
    check = safety.flag(story.session, story.members[5])
    desk.window.context.wrap_up.emit(story.session)
    assert not desk.view.bar.all.isEnabled()
    link(desk.view.bar, "A safety check is not finished yet.").click()
    selected = desk.view.selected
    assert selected is not None
    assert selected.seat.member == story.members[5]
    panel = desk.view.panel
    assert panel is not None
    answers = ("Asked openly", "Passing thoughts", "Safety plan", "Their sister")
    for field, words in zip(panel.form.fields.values(), answers, strict=True):
        field.widget.setFocus()
        desk.keys.type(words)
    desk.keys.press("Return")
    done = safety.check(check)
    assert (done.asked, done.told) == ("Asked openly", "Their sister")
    assert desk.view.bar.all.isEnabled()
    desk.sign_all()
    assert all(note.signed for note in notes.of_session(story.session))


def test_a_check_left_for_later_keeps_its_words(story: Story, desk: Desk) -> None:
    check = safety.flag(story.session, story.members[0])
    desk.window.context.wrap_up.emit(story.session)
    link(desk.view.safety, "Finish the safety check").click()
    desk.keys.type("Asked")
    desk.keys.press("Esc")
    desk.view.bench.autosave.flush()
    assert drafts.load(safety.draft_key(check, Step.ASKED)) == "Asked"
    link(desk.view.safety, "Finish the safety check").click()
    panel = desk.view.panel
    assert panel is not None
    assert panel.form.fields["asked"].value() == "Asked"
