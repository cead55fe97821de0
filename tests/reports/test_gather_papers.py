"""The front desk's papers come from office.db alone, and what must not leave does not."""

import shutil
from dataclasses import fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from practice.desk import groups, issued, members, schedule
from practice.desk.groups import GroupDetails
from practice.desk.members import MemberDetails
from practice.desk.practice import practice, save_practice
from practice.errors import Refused, Unavailable
from practice.models import store
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.attendance import Status
from practice.models.enums.members import Answer
from practice.models.office import Attendance, IssuedPaper
from practice.reports.certificate import Purpose
from practice.reports.gather_letters import (
    CertificateChoice,
    attendance_letter,
    file_name,
    missed_letter,
)
from practice.reports.gather_lists import call_list, session_sheet
from practice.reports.progress import PART2_STATEMENT
from tests.conftest import ZONE, Clock, Opened
from tests.reports.test_papers import flat

CANARY = "ZQTOPIC"


@pytest.fixture
def folder(quarter: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(quarter, tmp_path / "data"))


@pytest.fixture
def dana(opened: Opened, clock_at: Clock) -> str:
    """A quarter on record, with the office key alone in hand; the group's name tells a topic."""
    clock_at.set(datetime(2026, 4, 2, 9, 0, tzinfo=ZONE))
    member = next(row.id for row in members.members() if row.given_name == "Dana")
    group = groups.groups()[0]
    known = {f.name: getattr(group, f.name) for f in fields(GroupDetails)}
    groups.change(group.id, replace(GroupDetails(**known), name=f"{CANARY} Group"))
    change(member, address="8 Pine Street\nAlbany, NY 12207", contact_name="Dee")
    store.close()
    keys = opened.unlocked.file_keys()
    store.open_files(opened.folder, {"office": keys["office"]}, opened.user_id)
    assert not store.has_clinical()
    return member


def change(member_id: str, **to: Any) -> None:
    row = members.member(member_id)
    known = {f.name: getattr(row, f.name) for f in fields(MemberDetails)}
    members.change(member_id, replace(MemberDetails(**known), **to))


def choice(member_id: str, **more: Any) -> CertificateChoice:
    whole = CertificateChoice(
        member_id=member_id,
        purpose=Purpose.COURT,
        first=date(2026, 1, 1),
        last=date(2026, 3, 31),
        signer_id=OFFICE.actor,
    )
    return replace(whole, **more)


def missed_by(member_id: str) -> list[str]:
    query = Attendance.select().where(
        Attendance.member == member_id, Attendance.status == Status.NO_SHOW
    )
    return [row.session_id for row in query]


def test_the_letter_counts_what_is_on_record(qapp: QApplication, dana: str) -> None:
    said = flat(attendance_letter(choice(dana)).draw())
    assert "Dana Reyes, born on 5 March 1980, attended 10 of 12 appointments" in said
    assert "575 minutes in all" in said
    assert "Not counted: 1 cancelled by the practice." in said
    assert "To whom it may concern" in said


def test_no_default_names_a_group_a_topic_or_a_link(qapp: QApplication, dana: str) -> None:
    made = [attendance_letter(choice(dana, purpose=purpose)) for purpose in Purpose]
    made.append(missed_letter(dana, missed_by(dana)[0], OFFICE.actor))
    made.append(call_list())
    for prepared in made:
        said = prepared.draw()
        for secret in (CANARY, "example.org", "Urge", "Zoom", "group"):
            assert secret.lower() not in flat(said).lower(), (prepared.issue.kind, secret)
            assert secret not in repr(prepared.issue)
            assert secret not in prepared.file_name
    chosen = missed_letter(dana, missed_by(dana)[0], OFFICE.actor, name_group=True)
    assert CANARY in flat(chosen.draw())
    assert CANARY in flat(attendance_letter(choice(dana, name_groups=True)).draw())


def test_to_others_it_needs_consent_where_the_law_says_so(qapp: QApplication, dana: str) -> None:
    save_practice(replace(practice(), part2=True))
    to = choice(dana, recipient="County Court")
    for consent, words in ((None, "written consent"), (date(2027, 1, 1), "dated after today")):
        with pytest.raises(Refused, match=words) as refusal:
            attendance_letter(replace(to, consent_on=consent))
        assert refusal.value.field == "consent_on"
    sent = attendance_letter(replace(to, consent_on=date(2026, 1, 5)))
    assert PART2_STATEMENT in flat(sent.draw())
    assert sent.issue.consent_on == date(2026, 1, 5)
    handed = attendance_letter(choice(dana))
    assert PART2_STATEMENT not in flat(handed.draw())


def test_a_period_that_ends_before_it_starts_is_refused(dana: str) -> None:
    with pytest.raises(Refused) as refusal:
        attendance_letter(choice(dana, last=date(2025, 1, 1)))
    assert refusal.value.field == "last"


def test_the_letter_honours_the_name_to_use_and_the_way_to_write(
    qapp: QApplication, dana: str
) -> None:
    session = missed_by(dana)[0]
    said = flat(missed_letter(dana, session, OFFICE.actor).draw())
    assert "Dana Reyes 8 Pine Street Albany, NY 12207" in said
    assert "Dear Dee," in said
    change(dana, may_write=Answer.NO)
    with pytest.raises(Refused, match="Dee asked us not to write") as refusal:
        missed_letter(dana, session, OFFICE.actor)
    assert refusal.value.field == "member_id"
    change(dana, may_write=Answer.YES, address=" ")
    with pytest.raises(Refused, match="no address on record"):
        missed_letter(dana, session, OFFICE.actor)


def test_a_zone_that_is_none_is_left_out(qapp: QApplication, dana: str) -> None:
    for zone, said in (
        ("Asia/Tokyo", True),
        ("../../etc/passwd", False),
        ("Nowhere/At all", False),
    ):
        change(dana, time_zone=zone)
        letter = flat(attendance_letter(choice(dana)).draw())
        assert ("Time in Tokyo" in letter) is said


def test_a_held_session_is_attested_and_a_planned_one_signed(
    qapp: QApplication, dana: str, clock_at: Clock
) -> None:
    held = schedule.on_day(date(2026, 2, 3))[0]
    said = flat(session_sheet(held.id, name_group=True, full_names=True).draw())
    assert "Attendance sheet" in said
    assert "Dana Reyes · M-0001 Attended 18:12-19:00 48" in said
    assert CANARY in said
    missed = schedule.on_day(date(2026, 1, 27))[0]
    assert "Dana R. · M-0001 No-show – –" in flat(
        session_sheet(missed.id, name_group=False, full_names=False).draw()
    )
    coming = schedule.on_day(date(2026, 4, 7))[0]
    to_sign = flat(session_sheet(coming.id, name_group=False, full_names=False).draw())
    assert "Sign-in sheet" in to_sign
    assert "Dana R. · M-0001" in to_sign
    assert CANARY not in to_sign
    with pytest.raises(Refused, match="was cancelled"):
        session_sheet(schedule.on_day(date(2026, 3, 31))[0].id, name_group=True, full_names=True)


def test_the_call_list_says_not_to_call_in_place_of_the_number(
    qapp: QApplication, dana: str
) -> None:
    change(dana, phone="518 555 0101")
    assert "518 555 0101 Not asked yet" in flat(call_list().draw())
    change(dana, may_call=Answer.NO)
    said = flat(call_list().draw())
    assert "518 555 0101" not in said
    assert "Do not call" in said


def test_a_letter_is_kept_byte_for_byte_and_a_list_by_its_digest(
    qapp: QApplication, dana: str
) -> None:
    letter, listed = attendance_letter(choice(dana)), call_list()
    kept = issued.keep(letter.issue, letter.draw())
    assert issued.keep(letter.issue, letter.draw()) == kept
    change(dana, family_name="Changed")
    assert issued.reprint(kept) == letter.draw()
    noted = issued.keep(listed.issue, listed.draw())
    rows = {row.id: row for row in IssuedPaper.select()}
    assert len(rows) == 2
    assert rows[noted].pdf is None
    assert rows[noted].sha256 != rows[kept].sha256
    (row,) = issued.of_member(dana)
    assert (row.id, row.kind, row.issued_by) == (kept, "Attendance letter", OFFICE.actor)
    assert row == issued.paper(kept)
    assert file_name(row) == "m-0001-attendance-letter-2026-04-02.pdf"
    assert letter.file_name == file_name(row)


def test_what_was_issued_never_changes(dana: str) -> None:
    letter = attendance_letter(choice(dana))
    kept = issued.keep(letter.issue, b"%PDF")
    with pytest.raises(Refused, match="kept as it was"), operation(OFFICE, "Alter"):
        IssuedPaper.update(title="other").execute()
    with pytest.raises(Refused, match="kept as it was"), operation(OFFICE, "Alter"):
        IssuedPaper.delete().execute()
    OFFICE.execute_sql('DROP TRIGGER "guard_issued_update_issued_paper"')
    with operation(OFFICE, "Alter"):
        IssuedPaper.update(pdf=b"other").execute()
    with pytest.raises(Unavailable, match="was altered"):
        issued.pdf_of(kept)
