"""Words of a psychotherapy note are in nothing but that note, and on the paper asked for."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from practice.care import drafts, issued, notes, plans, psychotherapy, signing
from practice.models.audit import AUDITED, image
from practice.models.base import CHANGES, CLINICAL, OFFICE, OPERATIONS
from practice.models.clinical import PsychotherapyNote, PsychotherapyRelease
from practice.models.read import tuples
from practice.reports import gather, gather_plan, plan, progress
from practice.reports import notes as printed
from practice.reports.gather import Choice
from practice.reports.progress import Section
from practice.ui.background import InlineLane
from practice.ui.context import Context, Place
from practice.ui.members.page import MembersPage
from practice.ui.places import ENTRIES
from practice.ui.theme import Scheme, apply
from practice.ui.workspace import Workspace
from tests.care.story import Story, run_group
from tests.conftest import PASSPHRASE, Clock, Opened

WORD = "Zwischenruf"
DAY = date(2026, 11, 17)


@pytest.fixture
def story(opened: Opened, clock_at: Clock) -> Story:
    """W1 ended; the first member has a signed note, a plan, psychotherapy notes and a draft."""
    made = run_group(clock_at, opened.user_id)
    notes.prepare(made.session)
    member = made.members[0]
    own = next(n for n in notes.of_session(made.session) if n.member_id == member)
    signing.sign(made.session, [own.id], opened.vault.confirm(opened.user_id, PASSPHRASE))
    note = psychotherapy.begin()
    psychotherapy.save(member, note, DAY, f"{WORD} one")
    drafts.save(psychotherapy.draft_key(member, note), f"{WORD} typed on")
    psychotherapy.keep(
        psychotherapy.Release(member_id=member, recipient="Dr Marsh", authorized_on=DAY),
        f"{WORD} paper".encode(),
    )
    return made


def words(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_no_document_of_the_record_has_a_word_of_it(story: Story, opened: Opened) -> None:
    member = story.members[0]
    choice = Choice(
        member_id=member,
        first=date(2026, 1, 1),
        last=DAY,
        sections=frozenset(Section),
        recipient="Northlight Health",
        summary="In short.",
    )
    own = next(n for n in notes.of_session(story.session) if n.member_id == member)
    documents = (
        progress.render(gather.progress_report(choice, opened.user_id)),
        printed.render(gather.progress_note(own.id)),
        plan.render(gather_plan.treatment_plan(plans.versions(member)[0])),
    )
    for pdf in documents:
        assert "Aya Kobayashi" in words(pdf)
        assert WORD not in words(pdf)
    assert issued.of_member(member) == []
    asked = gather_plan.psychotherapy_notes(
        psychotherapy.Release(member_id=member, recipient="Dr Marsh", authorized_on=DAY),
        psychotherapy.mine(member),
    )
    assert [note.text for note in asked.notes] == [f"{WORD} one"]


def test_the_record_of_changes_and_undo_have_none_of_it(story: Story) -> None:
    for file in (OFFICE, CLINICAL):
        log, done = CHANGES[file], OPERATIONS[file]
        trail = repr(tuples(log.select(log.before, log.after)))
        labels = repr(tuples(done.select(done.label, done.reason)))
        assert WORD not in trail + labels
    assert "text" not in image(PsychotherapyNote, "NEW")
    assert "pdf" not in image(PsychotherapyRelease, "NEW")


def test_no_other_table_holds_it_but_the_draft_being_typed(story: Story) -> None:
    own = {PsychotherapyNote, PsychotherapyRelease}
    for tables in AUDITED.values():
        for table in set(tables) - own:
            assert WORD not in repr(tuples(table.select())), table.__name__
    prefix = psychotherapy.DRAFT
    assert [row.id.startswith(prefix) for row in drafts.left_over() if WORD in row.text] == [True]


def shown(window: QWidget) -> Iterator[str]:
    """Everything that any part of a window says, seen or told to a screen reader."""
    for part in (window, *window.findChildren(QWidget)):
        yield from (part.accessibleName(), part.accessibleDescription(), part.toolTip())
        if isinstance(part, (QLabel, QAbstractButton, QLineEdit)):
            yield part.text()
        elif isinstance(part, QPlainTextEdit):
            yield part.toPlainText()


@pytest.fixture
def workspace(opened: Opened, story: Story, qapp: QApplication) -> Iterator[Workspace]:
    """The main window, gone before the practice is closed."""
    apply(qapp, Scheme.LIGHT)
    context = Context(opened.vault, opened.unlocked, InlineLane(), demo=False)
    made = Workspace(context)
    made.resize(1366, 768)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    context.actions.close()


@pytest.mark.parametrize("author", [True, False], ids=["author", "another clinician"])
def test_no_page_says_a_word_of_it_unless_the_author_opens_the_note(
    workspace: Workspace, story: Story, opened: Opened, *, author: bool
) -> None:
    if not author:
        CLINICAL.actor = "somebody-else"
    for entry in ENTRIES:
        about = {Place.SESSION: story.session, Place.NOTES: story.session}
        workspace.go(entry.place, about.get(entry.place, ""))
    for place in (Place.MEMBERS, Place.PLAN, Place.REPORTS):
        workspace.go(place, story.members[0])
        assert not [said for said in shown(workspace) if WORD in said]
    page = workspace.pages[Place.MEMBERS]
    assert isinstance(page, MembersPage)
    page.search.setText(WORD)
    assert page.list.model().rowCount() == 0
    assert WORD not in workspace.undo_bar.button.accessibleName()
    CLINICAL.actor = opened.user_id
