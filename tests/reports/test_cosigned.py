"""Notes signed under supervision on paper: both signatures, or plainly that one is pending."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from practice.care import cosigning, notes, plans, signing, wrapup
from practice.care.notes import NoteRow
from practice.models.enums.plans import Progress
from practice.reports import gather, progress, release
from practice.reports.gather import Choice
from practice.reports.notes import render
from practice.reports.progress import Section
from tests.care.story import Story, run_group
from tests.care.supervised import IVY, at_work, ivy
from tests.conftest import Clock, Opened
from tests.reports.samples import text

PENDING = "Co-signature pending: Maria Lopez, LCSW"
GIVEN = "Co-signed by Maria Lopez, LCSW, licence NY 087654, 18 Nov 2026, 09:00"
BLOCK = (
    "Co-signed electronically on 18 Nov 2026, 09:00 (America/New_York)\nMaria Lopez, LCSW\n"
    "Licence NY 087654"
)
WAITS = "1 note of this period is signed, but not co-signed yet."


@pytest.fixture
def story(opened: Opened, clock_at: Clock) -> Story:
    """W1, signed by Ivy that evening; Maria, at work the next morning, supervises her."""
    made = run_group(clock_at, opened.user_id)
    wrapup.open_session(made.session)
    goal = plans.goals(made.members[0])[0].id
    notes.set_progress(note_of(made).id, goal, Progress.FORWARD)
    ivy(opened.user_id)
    signing.sign(made.session, [n.id for n in notes.of_session(made.session)], at_work(IVY))
    clock_at.advance(hours=14)
    at_work(opened.user_id)
    return made


def note_of(story: Story) -> NoteRow:
    return notes.of_member(story.members[0])[0]


def choice(story: Story) -> Choice:
    sections = frozenset({Section.GOALS, Section.NOTES})
    return Choice(
        member_id=story.members[0],
        first=date(2026, 11, 1),
        last=date(2026, 11, 30),
        sections=sections,
    )


def printed(story: Story) -> str:
    return text(render(gather.progress_note(note_of(story).id)))


def reported(story: Story, author: str) -> str:
    return text(progress.render(gather.progress_report(choice(story), author)))


def test_a_note_prints_both_signatures_or_that_one_is_pending(
    qapp: QApplication, opened: Opened, story: Story
) -> None:
    before = printed(story)
    assert "Co-signature pending\nMaria Lopez, LCSW" in before
    assert "Led by" in before
    cosigning.cosign([note_of(story).id], at_work(opened.user_id))
    after = printed(story)
    assert "Ivy Chen, LMSW" in after
    assert BLOCK in after
    assert "pending" not in after


def test_an_addendum_prints_its_own(qapp: QApplication, opened: Opened, story: Story) -> None:
    note = note_of(story).id
    cosigning.cosign([note], at_work(opened.user_id))
    signing.add_addendum(note, "Came late.", at_work(IVY))
    found = printed(story)
    assert BLOCK in found
    assert PENDING in found
    cosigning.cosign([note], at_work(opened.user_id))
    assert GIVEN in printed(story)


def test_a_report_counts_what_is_pending_and_says_so(
    qapp: QApplication, opened: Opened, story: Story
) -> None:
    assert WAITS in {gap.words for gap in release.gaps(choice(story), opened.user_id)}
    before = reported(story, opened.user_id)
    assert "Progress in 1 of 1 signed notes, 1 of them not co-signed yet." in before
    assert PENDING in before
    cosigning.cosign([note_of(story).id], at_work(opened.user_id))
    assert WAITS not in {gap.words for gap in release.gaps(choice(story), opened.user_id)}
    after = reported(story, opened.user_id)
    assert "Progress in 1 of 1 signed notes." in after
    assert GIVEN in after


def test_the_supervisors_word_is_on_no_paper(
    qapp: QApplication, opened: Opened, story: Story
) -> None:
    cosigning.give_back(note_of(story).id, "Zanzibar")
    assert "Zanzibar" not in printed(story) + reported(story, opened.user_id)
