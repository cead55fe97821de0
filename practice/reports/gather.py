"""From the record to the documents' dataclasses: the right facts, nothing more.

Only signed notes are read. Attendance counts every session the member was expected at in the
period; days before they joined are not there.
"""

from collections import Counter
from dataclasses import asdict, dataclass
from datetime import date, datetime, time

from practice import clock
from practice.care import cosigning, diagnoses, notes, plans
from practice.care.cosigning import NO_SECOND, CosignRow, Second
from practice.care.facts import Facts
from practice.care.notes import NoteRow
from practice.desk import history, members
from practice.desk.practice import PracticeDetails, UserRow, from_wall, practice, user
from practice.errors import Refused
from practice.models.enums.attendance import Status
from practice.models.enums.plans import GOAL_STATUS_WORDS, PROGRESS_WORDS, Progress
from practice.reports.attended import SessionLine
from practice.reports.notes import (
    Addendum,
    Cosignature,
    NotePart,
    ProgressNote,
    SessionFacts,
    SignedNote,
    Telehealth,
)
from practice.reports.parts import Letterhead
from practice.reports.people import Member, Signature, with_credentials
from practice.reports.progress import (
    PART2_STATEMENT,
    Diagnosis,
    Goal,
    ProgressReport,
    Recipient,
    Section,
)
from practice.reports.words import Period, minutes
from practice.text import clean_line, clean_text

NOT_RECORDED = "Not recorded"


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What a person chose for a progress report; the texts are their own words."""

    member_id: str
    first: date
    last: date
    sections: frozenset[Section]
    recipient: str = ""
    recipient_address: str = ""
    consent_on: date | None = None
    summary: str = ""
    plan: str = ""
    request: str = ""


def progress_report(choice: Choice, author_id: str) -> ProgressReport:
    """Everything the report prints, as of now. Raises Refused for a period that can't be."""
    if choice.last < choice.first:
        raise Refused("The period ends before it starts. Choose a later end.", field="last")
    here, author = practice(), user(author_id)
    visits = history.visits(choice.member_id, choice.first, choice.last)
    in_period = signed_notes(choice.member_id, visits)
    progress, pending = notes.progress_of([note.id for note in in_period]), not_cosigned(in_period)
    goals = [
        goal
        for goal in plans.goals(choice.member_id)
        if goal.started_on <= choice.last and not (goal.closed_on and goal.closed_on < choice.first)
    ]
    by_session = {note.session_id: progress.get(note.id, {}) for note in in_period}
    return ProgressReport(
        letterhead=letterhead(here, author),
        member=member_of(choice.member_id),
        period=Period(choice.first, choice.last),
        signature=signature(author),
        issued_at=clock.now(),
        zone=here.time_zone,
        sections=choice.sections,
        recipient=_recipient(choice),
        sessions=tuple(_line(v, _by_number(goals, by_session.get(v.session_id))) for v in visits),
        diagnoses=_diagnoses(choice),
        goals=tuple(_goal(goal, progress, pending) for goal in goals),
        summary=clean_text(choice.summary, field="summary"),
        plan=clean_text(choice.plan, field="plan"),
        request=clean_text(choice.request, field="request"),
        notes=_texts(in_period) if Section.NOTES in choice.sections else (),
        part2=here.part2,
        consent_date=choice.consent_on,
        paper=here.paper,
    )


def signed_notes(member_id: str, visits: list[history.Visit]) -> list[NoteRow]:
    """The member's signed notes of these sessions, in their order."""
    signed = {note.session_id: note for note in notes.of_member(member_id) if note.signed}
    return [signed[visit.session_id] for visit in visits if visit.session_id in signed]


def not_cosigned(signed: list[NoteRow]) -> frozenset[str]:
    """The ids of those that wait for a co-signature, of their own or of an addendum."""
    seconds = cosigning.of_notes(note.id for note in signed)
    return frozenset(note for note, second in seconds.items() if second.kind is not None)


def letterhead(here: PracticeDetails, author: UserRow) -> Letterhead:
    """The practice, and the person who writes."""
    return Letterhead(here.name, here.address, here.phone, author.signature)


def member_of(member_id: str) -> Member:
    """The member as documents name them."""
    row = members.member(member_id)
    return Member(row.full_name, row.birth_date, row.payer_member_id, row.payer, row.code)


def signature(author: UserRow) -> Signature:
    """Who is to sign."""
    return Signature(author.name, author.credentials, author.licence, author.npi)


def signed_as(words: str, author: UserRow, signed_at: datetime | None) -> Signature:
    """Who signed, under the name and credentials they signed with."""
    return Signature(words, "", author.licence, author.npi, signed_at)


def _recipient(choice: Choice) -> Recipient | None:
    name = clean_line(choice.recipient, field="recipient")
    address = clean_text(choice.recipient_address, field="recipient_address")
    return Recipient(name, address) if name else None


def _line(visit: history.Visit, progress: str) -> SessionLine:
    there = visit.status is Status.ATTENDED
    return SessionLine(
        starts=from_wall(visit.starts),
        group=visit.service,
        scheduled_minutes=visit.planned_minutes,
        status=visit.status,
        actual_minutes=visit.held_minutes,
        member_minutes=visit.minutes if there else None,
        late=visit.late,
        left_early=visit.left_early,
        progress=progress,
    )


def _by_number(goals: list[plans.GoalRow], progress: dict[str, Progress] | None) -> str:
    """`1: Progress, 2: No change`, numbered as the goals are listed."""
    found = progress or {}
    return ", ".join(
        f"{number}: {PROGRESS_WORDS[found[goal.id]]}"
        for number, goal in enumerate(goals, start=1)
        if goal.id in found
    )


def _diagnoses(choice: Choice) -> tuple[Diagnosis, ...]:
    return tuple(
        Diagnosis(row.code, row.words, row.from_on, row.until_on)
        for row in diagnoses.of_member(choice.member_id)
        if row.from_on <= choice.last and not (row.until_on and row.until_on < choice.first)
    )


def _goal(
    goal: plans.GoalRow, progress: dict[str, dict[str, Progress]], pending: frozenset[str]
) -> Goal:
    said = Counter(found[goal.id] for found in progress.values() if goal.id in found)
    parts = [f"{PROGRESS_WORDS[word].lower()} in {said[word]}" for word in Progress if said[word]]
    total = sum(said.values())
    waiting = sum(note in pending for note, found in progress.items() if goal.id in found)
    but = f", {waiting} of them not co-signed yet" if waiting else ""
    words = f"{', '.join(parts)} of {total} signed notes{but}." if parts else "No signed note yet."
    return Goal(goal.words, goal.started_on, GOAL_STATUS_WORDS[goal.status], words.capitalize())


def _texts(signed: list[NoteRow]) -> tuple[SignedNote, ...]:
    ids = [note.id for note in signed]
    later, seconds = notes.addenda(ids), cosigning.of_notes(ids)
    return tuple(
        _signed_note(note, later.get(note.id, []), seconds.get(note.id, NO_SECOND))
        for note in signed
    )


def facts_of(note: NoteRow) -> Facts:
    """The facts a note was signed with. Raises Refused for a draft."""
    facts = note.signed_facts
    if facts is None:
        raise Refused("This note is not signed yet, so it can't be printed.")
    return facts


def _signed_note(note: NoteRow, later: list[notes.AddendumRow], second: Second) -> SignedNote:
    facts = facts_of(note)
    return SignedNote(
        starts=_at(facts.date, facts.scheduled_start),
        group=facts.group,
        parts=tuple(NotePart(label, text) for label, text in _labelled(note, facts) if text),
        signature=_signed_by(note, facts),
        addenda=tuple(
            Addendum(a.text, a.signature, a.signed_at, _cosignature(second.rows.get(a.id)))
            for a in later
        ),
        facts=_facts_words(facts),
        cosignature=_cosignature(second.rows.get(note.id)),
    )


def _cosignature(row: CosignRow | None) -> Cosignature | None:
    """As it was given; while it is pending, with the name of who is asked."""
    if row is None:
        return None
    if row.signed_at is None:
        return Cosignature(user(row.supervisor_id).signature)
    return Cosignature(row.signature, row.licence, row.signed_at)


def _labelled(note: NoteRow, facts: Facts) -> list[tuple[str, str]]:
    goals = "\n".join(f"{goal.words}: {goal.progress}" for goal in facts.goals)
    return [*note.labelled, ("Ratings, 0 to 10", "\n".join(facts.ratings)), ("Goals", goals)]


def _facts_words(facts: Facts) -> str:
    said = (
        f"Held {facts.started} – {facts.stopped}",
        f"member attended {minutes(facts.minutes)}",
        "" if facts.individual else f"{facts.participants} participants present",
        facts.mode,
        f"member at {facts.location or NOT_RECORDED.lower()}" if facts.by_telehealth else "",
        "late entry" if facts.late_entry else "",
    )
    return " · ".join(filter(None, said))


def progress_note(note_id: str) -> ProgressNote:
    """One signed note with its addenda, as printed. Raises Refused for a draft."""
    note = notes.note(note_id)
    facts, here = facts_of(note), practice()
    (signed,) = _texts([note])
    author = with_credentials(signed.signature)
    return ProgressNote(
        letterhead=Letterhead(here.name, here.address, here.phone, author),
        member=subject_of(note, facts),
        session=SessionFacts(
            scheduled_start=_at(facts.date, facts.scheduled_start),
            scheduled_stop=_at(facts.date, facts.scheduled_stop),
            actual_start=_at(facts.date, facts.started),
            actual_stop=_at(facts.date, facts.stopped),
            member_minutes=facts.minutes,
            participants=facts.participants,
            modality=facts.modality,
            led_by=facts.clinician,
            mode="" if facts.by_telehealth else facts.mode,
            late_entry=facts.late_entry,
            individual=facts.individual,
        ),
        note=signed,
        zone=facts.zone,
        telehealth=_telehealth(facts) if facts.by_telehealth else None,
        diagnoses=facts.diagnoses,
        statement=PART2_STATEMENT if here.part2 else "",
        paper=here.paper,
    )


def _telehealth(facts: Facts) -> Telehealth:
    return Telehealth(
        mode=facts.mode,
        platform=facts.platform or NOT_RECORDED,
        member_location=facts.location or NOT_RECORDED,
        clinician_location=facts.clinician_location or NOT_RECORDED,
        audio_only_reason=facts.audio_reason,
        emergency_contact=facts.emergency,
        consent_date=date.fromisoformat(facts.consent_on) if facts.consent_on else None,
    )


def subject_of(note: NoteRow, facts: Facts) -> Member:
    """The member as the note was signed about them, and the name they have now if it is another.

    Payer and member ID are those of the session's time; a birth date put right since counts.
    """
    now, then = member_of(note.member_id), facts.subject
    if then is None:
        return now
    born = date.fromisoformat(then.birth_date) if then.birth_date else None
    insured = then if then.member_id or then.payer else now
    return Member(
        name=then.name if then.name == now.name else f"{then.name} (now {now.name})",
        birth_date=now.birth_date or born,
        member_id=insured.member_id,
        payer=insured.payer,
        code=then.code,
    )


def _signed_by(note: NoteRow, facts: Facts) -> Signature:
    """As they were when they signed; notes of the first version kept name and credentials alone."""
    if facts.signer:
        return Signature(**asdict(facts.signer), signed_at=note.signed_at)
    return signed_as(note.signature, user(note.signed_by), note.signed_at)


def _at(day: date, wall: str) -> datetime:
    return from_wall(datetime.combine(day, time.fromisoformat(wall)))
