"""From a year on record to the report a payer reads (W4, as far as attendance goes)."""

import json
from dataclasses import fields, replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from practice.care import drafting, issued, notes
from practice.care.facts import Facts
from practice.care.issued import Issue
from practice.care.othernames import keep_name
from practice.desk import contacts, fees, members, roster, schedule
from practice.desk.members import MemberDetails
from practice.desk.practice import UserDetails, save_user
from practice.models.enums.attendance import MODE_WORDS, Mode, Status
from practice.models.enums.members import PayerKind
from practice.models.enums.outreach import Channel, Outcome
from practice.models.enums.practice import Role
from practice.reports import gather, progress, release
from practice.reports import notes as printed
from practice.reports.gather import Choice
from practice.reports.people import running_words
from practice.reports.progress import Section
from tests.conftest import Clock, Opened
from tests.reports.quarter import a_quarter

TEXT_SECTIONS = frozenset(Section) - {Section.NOTES}
NOTES = frozenset({Section.NOTES})
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


def test_a_goal_is_said_once_in_the_draft_s_sentence_or_else_in_the_list(
    opened: Opened, member: str
) -> None:
    note = notes.of_member(member)[0]
    said = words(printed.render(gather.progress_note(note.id)))
    assert said.count("Stay abstinent through June") == 1
    assert "made progress on the goal “Stay abstinent through June”" in said
    told = drafting.sentences_of([note.id])[note.id]
    goals = gather.facts_of(note).goals
    assert drafting.goals_untold(told, "Talked about June in her own words.", goals) == goals
    assert drafting.goals_untold(told, note.own_text, goals) == ()


def test_no_fee_and_no_call_is_on_any_document_for_a_payer(opened: Opened, member: str) -> None:
    """What the practice asks for a missed session, and how it tried to reach someone, stay here."""
    statuses = frozenset({Status.NO_SHOW})
    fees.save_policy(
        fees.Policy(cents=4321, statuses=statuses, grace=0, grace_days=1, since=QUARTER[0])
    )
    members.set_payer_kind(member, PayerKind.COMMERCIAL)
    first, second = fees.suggestions(member)
    fees.charge(member, first.session)
    fees.waive(member, second.session, "Flat tyre")
    contacts.log_now(member, Channel.CALL, Outcome.VOICEMAIL)
    everything = gather.progress_report(choice(member, frozenset(Section)), opened.user_id)
    said = words(progress.render(everything)).lower()
    assert "no-show" in said
    for kept in ("43.21", "$", "fee", "charge", "waive", "flat tyre", "voicemail"):
        assert kept not in said, kept


def last_signed(member: str) -> notes.NoteRow:
    return next(note for note in notes.of_member(member) if note.signed)


def note_text(note: notes.NoteRow) -> str:
    return words(printed.render(gather.progress_note(note.id)))


def test_a_signed_note_prints_who_signed_it_as_they_were_then(opened: Opened, member: str) -> None:
    note = last_signed(member)
    before = note_text(note)
    assert "Maria Lopez, LCSW" in before
    assert "Licence NY 087654" in before
    save_user(
        opened.user_id,
        UserDetails(name="Maria Newname", credentials="PhD", licence="NJ 1", role=Role.OWNER),
    )
    assert note_text(note) == before
    assert "Newname" not in words(
        progress.render(gather.progress_report(choice(member, NOTES), opened.user_id))
    ).replace("Maria Newname, PhD", "")


def test_a_signed_note_keeps_the_payer_and_the_identity_of_its_time(
    opened: Opened, member: str
) -> None:
    note = last_signed(member)
    row = members.member(member)
    details = {field.name: getattr(row, field.name) for field in fields(MemberDetails)}
    members.change(
        member,
        MemberDetails(
            **details
            | {"family_name": "Reyes-Ortiz", "birth_date": None}
            | {"payer": "Another Plan", "payer_member_id": ""}
        ),
    )
    said = note_text(note)
    assert "Dana Reyes (now Dana Reyes-Ortiz)" in said
    assert "Birth date 5 Mar 1980" in said
    assert "Northlight Health" in said
    assert "Another Plan" not in said


def test_a_note_of_the_first_version_prints_with_what_it_kept(
    opened: Opened, member: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = last_signed(member)
    facts = gather.facts_of(note)
    stored = {
        name: value
        for name, value in json.loads(facts.to_text()).items()
        if name not in ("signer", "subject", "modality")
    }
    older = Facts.from_text(json.dumps(stored))
    monkeypatch.setattr(gather, "facts_of", lambda _: older)
    said = note_text(note)
    assert "Maria Lopez, LCSW" in said
    assert "Licence NY 087654" in said
    assert "Dana Reyes" in said


def test_a_note_says_what_kind_of_group_who_led_it_and_nothing_of_a_call_in_the_room(
    opened: Opened, member: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = last_signed(member)
    said = note_text(note)
    assert "Modality Group therapy" in said
    assert "Led by Maria Lopez, LCSW" in said
    assert "Telehealth" in said
    facts = replace(gather.facts_of(note), mode=MODE_WORDS[Mode.IN_PERSON], location="")
    monkeypatch.setattr(gather, "facts_of", lambda _: facts)
    here = note_text(note)
    assert "Took part In person" in here
    for word in ("Telehealth", "Platform", "Member was at", "Consent dated"):
        assert word not in here


def test_without_a_member_id_the_practices_own_number_is_printed(
    opened: Opened, member: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = last_signed(member)
    facts = gather.facts_of(note)
    assert facts.subject is not None
    own = replace(facts, subject=replace(facts.subject, member_id="", payer="Self-pay"))
    monkeypatch.setattr(gather, "facts_of", lambda _: own)
    code = members.member(member).code
    assert f"Record number {code}" in note_text(note)
    frame = running_words("Progress note", gather.subject_of(note, own))
    assert frame[-1] == f"Record {code}"


def test_a_member_named_like_a_word_of_a_signed_note_since_is_found_before_it_is_printed(
    opened: Opened, member: str
) -> None:
    note = last_signed(member)
    assert release.check_note(note) == []
    other = MemberDetails(given_name="Zedekiah", family_name="Okafor", birth_date=date(1980, 1, 1))
    joined = members.add(other)
    group = schedule.session(note.session_id).group
    assert group is not None
    roster.join(group, joined, date(2026, 1, 6))
    signed = replace(note, response="Told Zedekiah about the walk.")
    (found,) = release.check_note(signed)
    assert found.text == "Zedekiah"
    keep_name(note.id, found, "Her brother")
    assert release.check_note(signed) == []
