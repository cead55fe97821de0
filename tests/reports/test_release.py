"""What must not leave, what is missing, and the copy that is kept."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.care import issued, notes
from practice.desk import members
from practice.desk.members import MemberDetails
from practice.desk.practice import UserDetails, save_user, user
from practice.errors import Refused
from practice.models.audit import subscribe
from practice.reports import release
from practice.reports.gather import Choice
from practice.reports.progress import Section
from practice.reports.release import Remedy
from practice.reports.words import plain
from tests.conftest import Clock, Opened
from tests.reports.quarter import a_quarter

PDF = b"%PDF-1.4 what was printed"


@pytest.fixture
def choice(opened: Opened, clock_at: Clock) -> Choice:
    member = a_quarter(opened.user_id, clock_at)
    return Choice(
        member_id=member,
        first=date(2026, 1, 1),
        last=date(2026, 3, 31),
        sections=frozenset(Section),
        recipient="Northlight Health",
    )


def test_nothing_is_missing_in_a_whole_record(opened: Opened, choice: Choice) -> None:
    assert release.gaps(choice, opened.user_id) == []


def test_every_gap_says_where_it_is_closed(opened: Opened, choice: Choice) -> None:
    someone = members.add(MemberDetails(given_name="Nobody"))
    save_user(opened.user_id, replace_details(opened, licence="", npi=""))
    found = release.gaps(replace(choice, member_id=someone), opened.user_id)
    assert [gap.remedy for gap in found] == [Remedy.MEMBER] * 4 + [Remedy.SETTINGS]
    assert found[-1].words == "Your signature block lacks your licence and NPI."
    other = next(n.member_id for n in notes.of_member(second(choice)))
    open_work = release.gaps(replace(choice, member_id=other), opened.user_id)
    assert open_work[0].words == "12 notes of this period are not signed and not in the report."


def second(choice: Choice) -> str:
    return next(m.id for m in members.members() if m.given_name == "Luis")


def replace_details(opened: Opened, **changes: str) -> UserDetails:
    row = user(opened.user_id)
    fields = {f: getattr(row, f) for f in UserDetails.__dataclass_fields__}
    return UserDetails(**{**fields, **changes})


def test_without_birth_date_and_member_id_nothing_leaves(choice: Choice) -> None:
    someone = members.add(MemberDetails(given_name="Nobody"))
    with pytest.raises(Refused) as refusal:
        release.issue(replace(choice, member_id=someone), PDF)
    assert refusal.value.field == "member_id"
    assert issued.of_member(someone) == []


@pytest.mark.parametrize("section", release.TEXTS)
def test_a_name_stops_only_where_it_would_be_printed(choice: Choice, section: Section) -> None:
    texts: dict[str, Any] = {section.value: "Luis Moreau helps."}
    named = replace(choice, **texts)
    with pytest.raises(Refused, match="“Luis Moreau” is another member") as refusal:
        release.issue(named, PDF)
    assert refusal.value.field == section.value
    release.issue(replace(named, sections=frozenset(Section) - {section}), PDF)


def test_the_same_bytes_are_kept_once_and_each_leaving_is_written_down(choice: Choice) -> None:
    labels: list[str] = []
    stop = subscribe(lambda changes: labels.append(changes.label))
    first = release.issue(choice, PDF)
    assert release.issue(choice, PDF) == first
    other = release.issue(choice, PDF + b" changed")
    assert issued.reprint(first) == PDF
    stop()
    assert other != first
    assert [row.id for row in issued.of_member(choice.member_id)] in (
        [first, other],
        [other, first],
    )
    assert labels == [
        "Issue: Progress report",
        "Issue again: Progress report",
        "Issue: Progress report",
        "Issue again: Progress report",
    ]


def test_a_signed_note_is_written_down_for_its_day(choice: Choice) -> None:
    note = next(note for note in notes.of_member(choice.member_id) if note.signed)
    entry = release.note_entry(note)
    assert (entry.kind, entry.title) == ("Progress note", "6 Jan 2026")
    assert entry.period_from == entry.period_until == date(2026, 1, 6)
    draft = next(note for note in notes.of_member(second(choice)) if not note.signed)
    with pytest.raises(Refused, match="not signed yet"):
        release.note_entry(draft)


def test_file_names_say_code_kind_and_days_and_nobodys_name(choice: Choice) -> None:
    report = release.entry(choice)
    code = members.member(choice.member_id).code.lower()
    assert release.file_name(report) == f"{code}-progress-report-2026-01-01-to-2026-03-31.pdf"
    one_day = replace(report, kind="Progress note", period_until=report.period_from)
    assert release.file_name(one_day) == f"{code}-progress-note-2026-01-01.pdf"


@given(st.text(max_size=40))
def test_file_names_hold_nothing_a_file_system_minds(words: str) -> None:
    assert set(plain(words)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
