"""From a year on record to the report a payer reads (W4, as far as attendance goes)."""

from datetime import date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from practice.care import issued, notes, plans, signing
from practice.care.issued import Issue
from practice.care.plans import DiagnosisDetails, GoalDetails
from practice.desk import attendance, members, roster, schedule, sessions
from practice.models.enums import Progress, Status
from practice.reports import gather, progress
from practice.reports import notes as printed
from practice.reports.gather import Choice
from practice.reports.progress import Section
from practice.vault.confirmation import Confirmation
from tests.build import a_group, some_members
from tests.conftest import ZONE, Clock, Opened

TEXT_SECTIONS = frozenset(Section) - {Section.NOTES}
QUARTER = (date(2026, 1, 1), date(2026, 3, 31))


def words(pdf: bytes) -> str:
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    return " ".join(" ".join(pages).split())


@pytest.fixture
def member(opened: Opened, clock_at: Clock) -> str:
    """Thirteen Tuesdays: ten attended, one of them 12 minutes late and one left 13 early."""
    clock_at.set(datetime(2026, 1, 5, 12, 0, tzinfo=ZONE))
    group = a_group(opened.user_id)
    first, second = some_members(2)
    for member_id in (first, second):
        roster.join(group, member_id, date(2026, 1, 6))
    plans.save_diagnosis(
        first,
        DiagnosisDetails(
            code="F10.20", words="Alcohol use disorder, moderate", from_on=date(2026, 1, 2)
        ),
    )
    for text in ("Stay abstinent through June", "Call one peer every week"):
        plans.save_goal(first, GoalDetails(words=text, started_on=date(2026, 1, 6)))
    for week in range(13):
        hold(clock_at, group, first, week)
    clock_at.set(datetime(2026, 4, 2, 9, 0, tzinfo=ZONE))
    return first


def hold(clock_at: Clock, group: str, member: str, week: int) -> None:
    day = date.fromordinal(date(2026, 1, 6).toordinal() + 7 * week)
    clock_at.set(datetime.combine(day, datetime.min.time(), ZONE).replace(hour=17))
    schedule.extend()
    session = next(s for s in schedule.on_day(day) if s.group == group)
    if week == 12:
        sessions.cancel(session.id)
        return
    clock_at.to("18:00")
    sessions.start(session.id)
    attendance.mark_all_present(session.id)
    seat = next(s for s in sessions.seats(session.id) if s.member == member)
    if week in {3, 7}:
        attendance.mark_missed(seat.id, Status.NO_SHOW)
    if week == 4:
        clock_at.to("18:12")
        attendance.mark_in(seat.id)
    if week == 5:
        clock_at.to("18:47")
        attendance.mark_out(seat.id)
    clock_at.to("19:00")
    sessions.stop(session.id)
    notes.prepare(session.id)
    sign_own(session.id, member)


def sign_own(session: str, member: str) -> None:
    for note in notes.of_session(session):
        notes.save_part(note.id, "response", f"Said something worth keeping in {session[:4]}.")
        if note.member_id == member:
            first, second = plans.goals(member)
            notes.set_progress(note.id, first.id, Progress.FORWARD)
            notes.set_progress(note.id, second.id, Progress.STEADY)
            signing.sign(session, [note.id], Confirmation(note.author_id))


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
