"""A quarter on record, story W4: 10 of 12 attended, 575 minutes."""

from datetime import date, datetime

from practice.care import diagnoses, notes, plans, signing
from practice.care.diagnoses import DiagnosisDetails
from practice.care.plans import GoalDetails
from practice.desk import attendance, calling_off, planning, roster, schedule, sessions
from practice.models.enums.attendance import Status
from practice.models.enums.plans import Progress
from practice.vault.confirmation import Confirmation
from tests.build import a_group, some_members
from tests.conftest import ZONE, Clock


def a_quarter(clinician: str, clock_at: Clock) -> str:
    """The id of a member with thirteen Tuesdays, ten attended: one 12 minutes late, one left 13
    early. Their notes are signed; those of the second member are not."""
    clock_at.set(datetime(2026, 1, 5, 12, 0, tzinfo=ZONE))
    group = a_group(clinician)
    first, second = some_members(2)
    for member_id in (first, second):
        roster.join(group, member_id, date(2026, 1, 6))
    diagnoses.save(
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
    planning.extend()
    session = next(s for s in schedule.on_day(day) if s.group == group)
    if week == 12:
        calling_off.cancel(session.id)
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
