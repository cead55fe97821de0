"""From a year on record to the report a payer reads (W4, as far as attendance goes)."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from practice.care import issued, notes
from practice.care.issued import Issue
from practice.desk import contacts, fees, members
from practice.models.enums.attendance import Status
from practice.models.enums.outreach import Channel, Outcome
from practice.reports import gather, progress
from practice.reports import notes as printed
from practice.reports.gather import Choice
from practice.reports.progress import Section
from tests.conftest import Clock, Opened
from tests.reports.quarter import a_quarter

TEXT_SECTIONS = frozenset(Section) - {Section.NOTES}
QUARTER = (date(2026, 1, 1), date(2026, 3, 31))


def words(pdf: bytes) -> str:
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    return " ".join(" ".join(pages).split())


@pytest.fixture
def member(opened: Opened, clock_at: Clock) -> str:
    return a_quarter(opened.user_id, clock_at)


def choice(member: str, sections: frozenset[Section] = TEXT_SECTIONS) -> Choice:
    return Choice(
        member_id=member,
        first=QUARTER[0],
        last=QUARTER[1],
        sections=sections,
        summary="Uses what the group practises.",
        plan="Go on with weekly groups.",
        request="13 sessions of group therapy.",
    )


def test_the_report_says_the_figures_of_the_walk_through(opened: Opened, member: str) -> None:
    said = words(progress.render(gather.progress_report(choice(member), opened.user_id)))
    assert "10/12 = 83.3%" in said
    assert "575 min" in said
    assert "cancelled by practice 1" in said
    assert "Dana Reyes" in said
    assert "born 5 Mar 1980" in said
    assert "Progress in 10 of 10 signed notes." in said
    assert "F10.20" in said


def test_no_other_member_is_named_and_note_text_only_if_ticked(opened: Opened, member: str) -> None:
    plain = words(progress.render(gather.progress_report(choice(member), opened.user_id)))
    everything = choice(member, frozenset(Section))
    full = words(progress.render(gather.progress_report(everything, opened.user_id)))
    assert "worth keeping" not in plain
    assert full.count("worth keeping") == 10
    for said in (plain, full):
        assert "Luis" not in said
        assert "Moreau" not in said


def test_unsigned_notes_never_appear(opened: Opened, member: str) -> None:
    other = next(m.id for m in members.members() if m.id != member)
    said = gather.progress_report(choice(other, frozenset(Section)), opened.user_id)
    assert said.notes == ()
    assert "worth keeping" not in words(progress.render(said))


def test_a_reprint_is_the_same_bytes_after_the_data_changed(opened: Opened, member: str) -> None:
    pdf = progress.render(gather.progress_report(choice(member), opened.user_id))
    issue = Issue(
        member_id=member,
        kind=progress.KIND,
        title="Jan to March",
        period_from=QUARTER[0],
        period_until=QUARTER[1],
    )
    kept = issued.keep(issue, pdf)
    members.change(member, members.MemberDetails(given_name="Someone", family_name="Else"))
    assert issued.reprint(kept) == pdf
    assert [row.id for row in issued.of_member(member)] == [kept]


def test_a_signed_note_prints_with_its_facts(opened: Opened, member: str) -> None:
    late = sorted(notes.of_member(member), key=lambda n: str(n.signed_at))[3]
    said = words(printed.render(gather.progress_note(late.id)))
    assert "48 min" in said
    assert "2 present" in said
    assert "Not recorded" in said


def test_no_fee_and_no_call_is_on_any_document_for_a_payer(opened: Opened, member: str) -> None:
    """What the practice asks for a missed session, and how it tried to reach someone, stay here."""
    statuses = frozenset({Status.NO_SHOW})
    fees.save_policy(
        fees.Policy(cents=4321, statuses=statuses, grace=0, grace_days=1, since=QUARTER[0])
    )
    first, second = fees.suggestions(member)
    fees.charge(member, first.session)
    fees.waive(member, second.session, "Flat tyre")
    contacts.log_now(member, Channel.CALL, Outcome.VOICEMAIL)
    everything = gather.progress_report(choice(member, frozenset(Section)), opened.user_id)
    said = words(progress.render(everything)).lower()
    assert "no-show" in said
    for kept in ("43.21", "$", "fee", "charge", "waive", "flat tyre", "voicemail"):
        assert kept not in said, kept
