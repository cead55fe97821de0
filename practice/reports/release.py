"""Before a report leaves: what is missing, what must not be in it, and the copy that is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from practice.care import company, diagnoses, issued, notes, plans
from practice.care.issued import Issue
from practice.care.namecheck import Finding, Person
from practice.care.notes import NoteRow
from practice.desk import history, members
from practice.desk.practice import user
from practice.errors import Refused
from practice.models.enums.attendance import Status
from practice.reports import gather, progress
from practice.reports.gather import Choice
from practice.reports.notes import KIND
from practice.reports.progress import Section
from practice.reports.words import Period, count, day, plain

TEXTS = (Section.SUMMARY, Section.PLAN, Section.REQUEST)
_NOTE_TEXTS = ("shared_topic", "shared_text", *notes.PARTS)


class Remedy(Enum):
    """Where a gap is closed."""

    NOTES = "notes"
    MEMBER = "member"
    SETTINGS = "settings"


@dataclass(frozen=True)
class Gap:
    """Something a payer will look for and not find; the report may leave all the same."""

    words: str
    remedy: Remedy


@dataclass(frozen=True)
class Mention:
    """Another member surely named in a text the clinician wrote for the report."""

    section: Section
    finding: Finding

    @property
    def words(self) -> str:
        """What stands beside the text."""
        return (
            f"“{self.finding.text}” is another member who was around in this period. "
            "Other members are not named in a report."
        )


def gaps(choice: Choice, author_id: str) -> list[Gap]:
    """What is missing, the gravest first."""
    return [*_open_work(choice), *_unknown(choice), *_signature(author_id)]


def _open_work(choice: Choice) -> Iterator[Gap]:
    visits = history.visits(choice.member_id, choice.first, choice.last)
    held = {visit.session_id for visit in visits}
    unsigned = [
        note
        for note in notes.of_member(choice.member_id)
        if not note.signed and note.session_id in held
    ]
    if unsigned:
        words = count(len(unsigned), "note of this period is", "notes of this period are")
        yield Gap(f"{words} not signed and not in the report.", Remedy.NOTES)
    waiting = len(gather.not_cosigned(gather.signed_notes(choice.member_id, visits)))
    if waiting:
        words = count(waiting, "note of this period is", "notes of this period are")
        yield Gap(f"{words} signed, but not co-signed yet.", Remedy.NOTES)
    open_rows = sum(visit.status is Status.UNRECORDED for visit in visits)
    if open_rows:
        words = count(open_rows, "session has", "sessions have")
        yield Gap(f"{words} no attendance recorded and will count in no rate.", Remedy.NOTES)


def _unknown(choice: Choice) -> Iterator[Gap]:
    row = members.member(choice.member_id)
    if not row.payer_member_id:
        yield Gap("The payer's member ID is not on record.", Remedy.MEMBER)
    if not row.birth_date:
        yield Gap("The birth date is not on record.", Remedy.MEMBER)
    wanted = {
        Section.DIAGNOSES: (diagnoses.of_member(choice.member_id), "No diagnosis is on record."),
        Section.GOALS: (plans.goals(choice.member_id), "No goal is on record."),
    }
    for section, (found, words) in wanted.items():
        if section in choice.sections and not found:
            yield Gap(words, Remedy.MEMBER)


def _signature(author_id: str) -> Iterator[Gap]:
    author = user(author_id)
    lacking = [
        words for value, words in ((author.licence, "licence"), (author.npi, "NPI")) if not value
    ]
    if lacking:
        yield Gap(f"Your signature block lacks your {' and '.join(lacking)}.", Remedy.SETTINGS)


def mentions(choice: Choice) -> list[Mention]:
    """Others surely named in the ticked texts the clinician wrote."""
    people = company.people_around(choice.member_id, choice.first, choice.last)
    return [
        Mention(section, finding)
        for section in TEXTS
        if section in choice.sections
        for finding in company.named(people, choice.member_id, getattr(choice, section.value))
    ]


def check(choice: Choice) -> None:
    """Raise Refused, at its field, for what must not leave."""
    check_known(choice.member_id)
    for mention in mentions(choice):
        raise Refused(mention.words, field=mention.section.value)
    if Section.NOTES in choice.sections:
        _check_notes(choice)


def check_note(note: NoteRow) -> list[Finding]:
    """Other members surely named in a signed note or its addenda, by everybody's name of today.

    Nobody decided on these names yet. Raises Refused for a member nobody could tell from another.
    """
    facts = gather.facts_of(note)
    known = gather.subject_of(note, facts)
    if not known.birth_date and not known.member_id:
        check_known(note.member_id)
    people = company.people_around(note.member_id, facts.date, facts.date)
    kept = company.kept_names([note.id]).get(note.id, set())
    return [found for found in _named_in(note, people) if not company.is_kept(kept, found)]


def check_known(member_id: str) -> None:
    """Raise Refused for a member whom a reader of a document could not tell from another."""
    row = members.member(member_id)
    if not row.birth_date and not row.payer_member_id:
        raise Refused(
            "Neither birth date nor member ID is on record, and a payer tells members apart by "
            "them. Please enter one on the member's page.",
            field="member_id",
        )


def _check_notes(choice: Choice) -> None:
    """Signed notes were checked against their session; here against everybody of the period."""
    people = company.people_around(choice.member_id, choice.first, choice.last)
    visits = history.visits(choice.member_id, choice.first, choice.last)
    signed = gather.signed_notes(choice.member_id, visits)
    kept = company.kept_names([note.id for note in signed])
    for note in signed:
        for finding in _named_in(note, people):
            if not company.is_kept(kept.get(note.id, set()), finding):
                raise Refused(_in_note(note, finding), field=Section.NOTES.value)


def _named_in(note: NoteRow, people: list[Person]) -> list[Finding]:
    later = [addendum.text for addendum in notes.addenda([note.id]).get(note.id, [])]
    texts = [getattr(note, part) for part in _NOTE_TEXTS] + later
    return [found for text in texts for found in company.named(people, note.member_id, text)]


def _in_note(note: NoteRow, finding: Finding) -> str:
    facts = note.signed_facts
    when = f"of {day(facts.date)}" if facts else ""
    return (
        f"The signed note {when} says “{finding.text}”, the name of another member. Signed words "
        "never change, so please leave the notes out of this report."
    )


def issue(choice: Choice, pdf: bytes) -> str:
    """Keep exactly these bytes as issued, unless something must not leave; returns the issue's id.

    Call it before the bytes go to a printer or a file. Raises Refused as `check` does.
    """
    check(choice)
    return issued.keep(entry(choice), pdf)


def entry(choice: Choice) -> Issue:
    """What is written down about a report when it leaves."""
    return Issue(
        member_id=choice.member_id,
        kind=progress.KIND,
        title=Period(choice.first, choice.last).words(),
        period_from=choice.first,
        period_until=choice.last,
        recipient=choice.recipient.strip(),
        consent_on=choice.consent_on,
    )


def note_entry(note: NoteRow) -> Issue:
    """What is written down about a signed note when it leaves. Raises Refused for a draft."""
    held_on = gather.facts_of(note).date
    return Issue(
        member_id=note.member_id,
        kind=KIND,
        title=day(held_on),
        period_from=held_on,
        period_until=held_on,
    )


def file_name(issue: Issue) -> str:
    """A name for a saved document that names nobody: the member's code, the kind, the days."""
    days = dict.fromkeys((issue.period_from.isoformat(), issue.period_until.isoformat()))
    code = members.member(issue.member_id).code
    return plain(f"{code} {issue.kind} {' to '.join(days)}") + ".pdf"
