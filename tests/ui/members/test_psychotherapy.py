"""Psychotherapy notes: written, signed, deleted and let out by their author, on the real page."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from practice.care import drafts, issued, leftovers, psychotherapy
from practice.models.base import CLINICAL
from practice.reports import gather_plan
from practice.reports.psychotherapy import render
from practice.ui.context import Context, Place
from practice.ui.frame import Frame
from practice.ui.members.page import MembersPage
from practice.ui.members.psychotherapy import NOT_ON_RECORD, PsychotherapyNotes
from practice.ui.members.psychotherapy_forms import KEPT, NoteForm
from practice.ui.members.psychotherapy_papers import AgainForm, ReleaseForm
from practice.ui.preview import dialogs
from practice.ui.workspace import Workspace
from tests.build import some_members
from tests.conftest import PASSPHRASE, Opened
from tests.ui.find import button, nameless, said, typed

Window = Callable[[], Workspace]
DAY = date(2026, 11, 17)
WORDS = "I wanted to reassure her."


def section(workspace: Workspace, member: str) -> PsychotherapyNotes:
    workspace.go(Place.MEMBERS, member)
    page = workspace.pages[Place.MEMBERS]
    assert isinstance(page, MembersPage)
    found = page.profile.findChild(PsychotherapyNotes)
    assert found is not None
    return found


def open_form(part: PsychotherapyNotes) -> NoteForm:
    assert isinstance(part.form, NoteForm)
    return part.form


def on_record(member: str, words: str = WORDS) -> str:
    note_id = psychotherapy.begin()
    psychotherapy.save(member, note_id, DAY, words)
    return note_id


def test_a_note_is_saved_while_it_is_typed_and_put_on_record(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    dana, luis = some_members(2)
    workspace = window()
    part = section(workspace, dana)
    part.add_button.click()
    form = open_form(part)
    assert form.editor.hasFocus()
    qtbot.keyClicks(form.editor, WORDS)
    form.autosave.flush()
    assert [row.text for row in drafts.left_over(psychotherapy.DRAFT)] == [WORDS]
    section(workspace, luis)
    assert part.form is None
    section(workspace, dana)
    assert NOT_ON_RECORD in said(part)
    button(part, "Edit the psychotherapy note of 17 Nov 2026").click()
    form = open_form(part)
    assert form.editor.value() == WORDS
    assert KEPT in said(form)
    form.save()
    assert [note.text for note in psychotherapy.mine(dana)] == [WORDS]
    assert drafts.left_over(psychotherapy.DRAFT) == []
    assert NOT_ON_RECORD not in said(part)
    assert WORDS not in said(workspace)


def test_locking_saves_what_is_typed_at_that_moment(
    opened: Opened, window: Window, qtbot: QtBot, context: Context
) -> None:
    (dana,) = some_members(1)
    part = section(window(), dana)
    part.add_button.click()
    qtbot.keyClicks(open_form(part).editor, "Half a thou")
    context.locking.emit()
    assert [row.text for row in drafts.left_over(psychotherapy.DRAFT)] == ["Half a thou"]
    part.close_form()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    context.locking.emit()


def test_words_left_by_a_crash_are_offered_at_the_next_start(
    opened: Opened, context: Context, qtbot: QtBot
) -> None:
    (dana,) = some_members(1)
    drafts.save(psychotherapy.draft_key(dana, psychotherapy.begin()), WORDS)
    frame = Frame(context)
    qtbot.addWidget(frame)
    (left,) = leftovers.found()
    frame.offer(left)
    frame.show()
    assert not any(WORDS in words or "Dana" in words for words in said(frame.banners[-1]))
    button(frame.banners[-1], f"Open: {left.words}").click()
    assert frame.workspace.place is Place.MEMBERS
    page = frame.workspace.pages[Place.MEMBERS]
    assert isinstance(page, MembersPage)
    assert page.profile.member is not None
    assert page.profile.member.id == dana


def test_signing_is_a_choice_and_for_good(opened: Opened, window: Window) -> None:
    (dana,) = some_members(1)
    on_record(dana)
    part = section(window(), dana)
    button(part, "Sign the psychotherapy note of 17 Nov 2026").click()
    part.card.secret.setText(PASSPHRASE)
    part.card.confirm()
    assert psychotherapy.mine(dana)[0].signed
    assert "Signed 17 Nov 2026, 17:50" in said(part)
    button(part, "Read the psychotherapy note of 17 Nov 2026").click()
    form = open_form(part)
    assert form.editor.isReadOnly()
    assert not form.save_button.isVisible()


def test_deleting_asks_once_more(opened: Opened, window: Window) -> None:
    (dana,) = some_members(1)
    on_record(dana)
    part = section(window(), dana)
    button(part, "Delete the psychotherapy note of 17 Nov 2026").click()
    assert part.form is not None
    assert part.form.cancel_button.hasFocus()
    button(part, "Keep it").click()
    assert len(psychotherapy.mine(dana)) == 1
    button(part, "Delete the psychotherapy note of 17 Nov 2026").click()
    button(part, "Delete for good").click()
    assert psychotherapy.mine(dana) == []
    assert part.form is None


def test_exactly_the_notes_asked_for_leave_once_their_author_says_so(
    opened: Opened, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path, names = tmp_path / "notes.pdf", list[str]()

    def ask(_parent: object, name: str) -> Path:
        names.append(name)
        return path

    monkeypatch.setattr(dialogs, "ask_path", ask)
    (dana,) = some_members(1)
    on_record(dana, "The first note.")
    wanted = on_record(dana, "The second note.")
    part = section(window(), dana)
    button(part, "Print psychotherapy notes").click()
    form = part.form
    assert isinstance(form, ReleaseForm)
    assert not form.pane.isVisible()
    assert not form.save_pdf.isVisible()
    form.save()
    assert "who receives" in form.fields["recipient"].error or form.fields["asked"].error
    typed(form, "recipient", "Dr Helen Marsh")
    form.save()
    assert form.fields["asked"].error
    form.fields["asked"].set_value(True)
    form.save()
    assert "written authorization" in form.fields["authorized_on"].error
    typed(form, "authorized_on", "2026-11-01")
    form.save()
    assert "The first note." in form.pane.sheets.accessibleDescription()
    form.fields["which"].editor.set_value((wanted,))
    assert not form.pane.isVisible()
    assert not form.save_pdf.isVisible()
    form.save()
    assert form.pane.isVisible()
    shown = form.pane.pdf
    assert psychotherapy.releases(dana) == []
    form.save_pdf.click()
    assert path.read_bytes() == shown
    written = "".join(p.extract_text() for p in PdfReader(BytesIO(path.read_bytes())).pages)
    assert "The second note." in written
    assert "The first note." not in written
    assert names == ["m-0001-psychotherapy-notes.pdf"]
    (release,) = psychotherapy.releases(dana)
    assert psychotherapy.released_pdf(release.id) == path.read_bytes()
    assert issued.of_member(dana) == []
    assert "Given to Dr Helen Marsh" in said(part)
    assert part.form is None


def test_what_left_is_looked_at_and_given_out_again_as_it_was(
    opened: Opened, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "notes.pdf"
    monkeypatch.setattr(dialogs, "ask_path", lambda *_: path)
    (dana,) = some_members(1)
    note = psychotherapy.note(on_record(dana))
    release = psychotherapy.Release(member_id=dana, recipient="Dr Helen Marsh", authorized_on=DAY)
    left = render(gather_plan.psychotherapy_notes(release, [note]))
    psychotherapy.keep(release, left)
    psychotherapy.save(dana, note.id, DAY, "Changed since.")
    part = section(window(), dana)
    button(part, "Open what left on 17 Nov 2026, 17:50, to print it again").click()
    form = part.form
    assert isinstance(form, AgainForm)
    assert WORDS in form.pane.sheets.accessibleDescription()
    form.save_pdf.click()
    assert path.read_bytes() == left


def test_another_clinician_sees_nothing_here(opened: Opened, window: Window) -> None:
    (dana,) = some_members(1)
    on_record(dana)
    CLINICAL.actor = "somebody-else"
    part = section(window(), dana)
    assert "None of yours" in " ".join(said(part))
    assert not [b for b in part.rows() if "Note" in b.accessibleName()]


def test_every_state_has_names_for_the_keyboard(opened: Opened, window: Window) -> None:
    (dana,) = some_members(1)
    on_record(dana)
    workspace = window()
    part = section(workspace, dana)
    for words in (
        "Write a note",
        "Print psychotherapy notes",
        "Delete the psychotherapy note of 17 Nov 2026",
        "Sign the psychotherapy note of 17 Nov 2026",
    ):
        button(part, words).click()
        assert nameless(workspace) == []


def test_esc_closes_and_keeps_the_words(opened: Opened, window: Window, qtbot: QtBot) -> None:
    (dana,) = some_members(1)
    part = section(window(), dana)
    part.add_button.click()
    editor = open_form(part).editor
    qtbot.keyClicks(editor, "Kept")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert part.form is None
    assert [note.kept for note in psychotherapy.mine(dana)] == ["Kept"]
