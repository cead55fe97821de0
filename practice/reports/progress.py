"""The progress report: one member and one period, for a payer.

Only ticked sections appear (45 CFR 164.502(b), minimum necessary). In a practice under
42 CFR part 2 a report needs a recipient and a consent date, and carries the short statement of
42 CFR 2.32(a)(2) on every page. Everything printed is handed in; nothing is read from a database.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from zoneinfo import ZoneInfo

from practice.errors import Refused
from practice.models.enums.practice import Paper
from practice.reports.attended import SessionLine, add_attendance, add_sessions
from practice.reports.notes import SignedNote, add_note, check_signed
from practice.reports.page import Frame
from practice.reports.parts import LABEL, STRONG, Column, Composer, Letterhead
from practice.reports.people import Member, Signature, add_signature, running_words
from practice.reports.setting import Span
from practice.reports.words import Period, day, day_and_time, day_of

KIND = "Progress report"
PART2_STATEMENT = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."
_NOTHING = "Nothing recorded for this period."


class Section(Enum):
    """The parts of a report that a person ticks; they print in this order."""

    ATTENDANCE = "attendance"
    SESSIONS = "sessions"
    DIAGNOSES = "diagnoses"
    GOALS = "goals"
    SUMMARY = "summary"
    PLAN = "plan"
    REQUEST = "request"
    NOTES = "notes"


SECTION_WORDS = {
    Section.ATTENDANCE: "Attendance",
    Section.SESSIONS: "Sessions",
    Section.DIAGNOSES: "Diagnoses",
    Section.GOALS: "Goals and progress",
    Section.SUMMARY: "Clinical summary",
    Section.PLAN: "Plan for the next period",
    Section.REQUEST: "Requested frequency for the next period",
    Section.NOTES: "Progress notes",
}


@dataclass(frozen=True)
class Recipient:
    """To whom the report is disclosed; `address` may have several lines."""

    name: str
    address: str = ""


@dataclass(frozen=True)
class Diagnosis:
    """A diagnosis as the clinician typed it, with the dates it was held."""

    code: str
    words: str
    since: date
    until: date | None = None


@dataclass(frozen=True)
class Goal:
    """A goal, its status in words, and the progress made in the period."""

    words: str
    since: date
    status: str
    progress: str = ""


@dataclass(frozen=True)
class ProgressReport:
    """Everything a report prints; `zone` is the practice's time zone, `issued_at` is aware."""

    letterhead: Letterhead
    member: Member
    period: Period
    signature: Signature
    issued_at: datetime
    zone: str
    sections: frozenset[Section]
    recipient: Recipient | None = None
    sessions: tuple[SessionLine, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()
    goals: tuple[Goal, ...] = ()
    summary: str = ""
    plan: str = ""
    request: str = ""
    notes: tuple[SignedNote, ...] = ()
    part2: bool = False
    consent_date: date | None = None
    paper: Paper = Paper.LETTER


def render(report: ProgressReport) -> bytes:
    """The PDF; the same report always gives the same bytes.

    Raises Refused for a part 2 report without recipient or consent, an unsigned note, an end
    before the start, or a character no font has; Unavailable for a font that is not installed.
    """
    _check(report)
    page = Composer(report.paper)
    page.letterhead(report.letterhead)
    page.title(KIND)
    page.facts(_facts(report))
    for section in Section:
        if section in report.sections:
            page.heading(SECTION_WORDS[section])
            _ADD[section](page, report)
    add_signature(page, report.signature, report.zone)
    return page.print(
        Frame(
            kind=KIND,
            paper=report.paper,
            who=running_words(KIND, report.member),
            period=report.period.words(),
            footer=_footer(report),
            statement=PART2_STATEMENT if report.part2 else "",
        )
    )


def _check(report: ProgressReport) -> None:
    if report.period.last < report.period.first:
        raise Refused("The period ends before it starts. Please choose a later end.", field="last")
    if report.part2:
        _check_part2(report)
    if Section.NOTES in report.sections:
        for note in report.notes:
            check_signed(note, report.zone)


def _check_part2(report: ProgressReport) -> None:
    why = "Your practice is under 42 CFR part 2, so this report can't be printed without"
    if report.recipient is None or not report.recipient.name.strip():
        raise Refused(f"{why} its recipient. Please say to whom it goes.", field="recipient")
    if report.consent_date is None:
        raise Refused(
            f"{why} the member's consent. Please enter the date of the written consent.",
            field="consent_date",
        )
    if report.consent_date > report.issued_at.astimezone(ZoneInfo(report.zone)).date():
        raise Refused(
            "The consent is dated after today. Please check the date of the written consent.",
            field="consent_date",
        )


def _facts(report: ProgressReport) -> list[tuple[str, str]]:
    member, recipient = report.member, report.recipient
    facts = [
        ("Member", member.name),
        ("Period", report.period.words()),
        ("Birth date", day(member.birth_date) if member.birth_date else ""),
        ("Member ID", member.member_id),
        ("Payer", member.payer),
        ("Issued", day_of(report.issued_at, report.zone)),
        ("Recipient", f"{recipient.name}\n{recipient.address}" if recipient else ""),
        ("Consent dated", day(report.consent_date) if report.consent_date else ""),
    ]
    return [(label, value) for label, value in facts if value.strip()]


def _footer(report: ProgressReport) -> tuple[str, ...]:
    return report.letterhead.practice, f"Issued {day_of(report.issued_at, report.zone)}"


def _add_attendance(page: Composer, report: ProgressReport) -> None:
    add_attendance(page, report.sessions)


def _add_sessions(page: Composer, report: ProgressReport) -> None:
    if not report.sessions:
        page.paragraph(_NOTHING, where="the sessions")
        return
    add_sessions(page, report.sessions, report.zone, _numbers(report))


def _numbers(report: ProgressReport) -> str:
    """What the numbers in the last column stand for."""
    if not any(session.progress for session in report.sessions):
        return ""
    if Section.GOALS in report.sections:
        return f"Goal progress by the numbers under “{SECTION_WORDS[Section.GOALS]}”."
    return "Goal progress by the numbers of the member's goals, which this report leaves out."


def _add_diagnoses(page: Composer, report: ProgressReport) -> None:
    if not report.diagnoses:
        page.paragraph(_NOTHING, where="the diagnoses")
        return
    page.table(
        (Column("Code", 12), Column("Diagnosis", 70), Column("Since", 16), Column("Until", 16)),
        [
            (each.code, each.words, day(each.since), day(each.until) if each.until else "–")
            for each in report.diagnoses
        ],
        where="the diagnoses",
    )


def _add_goals(page: Composer, report: ProgressReport) -> None:
    if not report.goals:
        page.paragraph(_NOTHING, where="the goals")
    for number, goal in enumerate(report.goals, start=1):
        where = f"goal {number}"
        if number > 1:
            page.gap(6)
        page.spans(Span(f"{number}.  ", STRONG), Span(goal.words, STRONG, where), keep=True)
        page.spans(
            Span(f"Since {day(goal.since)} · ", LABEL), Span(goal.status, LABEL, where), keep=True
        )
        page.paragraph(goal.progress.strip() or _NOTHING, where=f"the progress of {where}")


def _adding(section: Section, text: Callable[[ProgressReport], str], where: str) -> "_Add":
    def add(page: Composer, report: ProgressReport) -> None:
        with _beside(section.value):
            page.paragraph(text(report).strip() or _NOTHING, where=where)

    return add


@contextmanager
def _beside(field: str) -> Iterator[None]:
    """A refusal of what was typed in a field says which field it was."""
    try:
        yield
    except Refused as refused:
        raise Refused(refused.message, field=field) from None


def _add_notes(page: Composer, report: ProgressReport) -> None:
    if not report.notes:
        page.paragraph(_NOTHING, where="the notes")
    for index, note in enumerate(report.notes):
        if index:
            page.gap(10)
        heading = f"{day_and_time(note.starts, report.zone)} · "
        page.spans(Span(heading, STRONG), Span(note.group, STRONG, "the group's name"), keep=True)
        if note.facts:
            page.paragraph(note.facts, where="the facts of a note", style=LABEL, keep=True)
        add_note(page, note, report.zone)


_Add = Callable[[Composer, ProgressReport], None]
_ADD: dict[Section, _Add] = {
    Section.ATTENDANCE: _add_attendance,
    Section.SESSIONS: _add_sessions,
    Section.DIAGNOSES: _add_diagnoses,
    Section.GOALS: _add_goals,
    Section.SUMMARY: _adding(Section.SUMMARY, lambda report: report.summary, "the summary"),
    Section.PLAN: _adding(Section.PLAN, lambda report: report.plan, "the plan"),
    Section.REQUEST: _adding(
        Section.REQUEST, lambda report: report.request, "the requested frequency"
    ),
    Section.NOTES: _add_notes,
}
