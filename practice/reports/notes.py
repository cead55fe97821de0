"""The printed progress note: one member's signed note of one session, with its addenda.

It has the elements a reviewer asks for (CMS: legible, complete, dated, timed, authenticated):
scheduled and actual start and stop, the member's own minutes, the number of participants and no
other name, the telehealth facts, the member's own text, signature with date and time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from practice.errors import Refused
from practice.models.enums.practice import Paper
from practice.reports.page import Frame
from practice.reports.parts import LABEL, STRONG, Composer, Letterhead
from practice.reports.people import (
    Member,
    Signature,
    add_signature,
    running_words,
    with_credentials,
)
from practice.reports.setting import Span
from practice.reports.words import day, day_and_time, day_of, minutes, time_of_day

KIND = "Progress note"
SHORT = 600
"""Characters of a last part that is kept with the signatures."""
PENDING = "Co-signature pending"


@dataclass(frozen=True)
class NotePart:
    """One labelled part of a note, for instance Participation or Plan."""

    label: str
    text: str


@dataclass(frozen=True)
class Cosignature:
    """The second signature, of a supervisor; `who` as printed, with credentials.

    Without `signed_at` (aware) it is pending, and the paper says so.
    """

    who: str
    licence: str = ""
    signed_at: datetime | None = None

    def words(self, zone: str) -> str:
        """In one line."""
        if self.signed_at is None:
            return f"{PENDING}: {self.who}"
        licence = f", licence {self.licence}" if self.licence else ""
        return f"Co-signed by {self.who}{licence}, {day_and_time(self.signed_at, zone)}"


@dataclass(frozen=True)
class Addendum:
    """A later addition; `signed_at` is aware, `author` as printed, with credentials.

    `cosignature` where its author works under supervision.
    """

    text: str
    author: str
    signed_at: datetime
    cosignature: Cosignature | None = None


@dataclass(frozen=True)
class SignedNote:
    """A note's text with its signature; `starts` (aware) is the session's scheduled start.

    `facts` says in one line what a reviewer looks for beside the text: times, minutes, count.
    `cosignature` where the author works under supervision.
    """

    starts: datetime
    group: str
    parts: tuple[NotePart, ...]
    signature: Signature
    addenda: tuple[Addendum, ...] = ()
    facts: str = ""
    cosignature: Cosignature | None = None


@dataclass(frozen=True)
class SessionFacts:
    """The session as it was; all moments aware, minutes whole and the member's own.

    `led_by` is the clinician with credentials, `mode` how this member took part.
    """

    scheduled_start: datetime
    scheduled_stop: datetime
    actual_start: datetime
    actual_stop: datetime
    member_minutes: int
    participants: int
    modality: str = ""
    led_by: str = ""
    mode: str = ""
    late_entry: bool = False
    individual: bool = False


@dataclass(frozen=True)
class Telehealth:
    """What a note of a telehealth session must say; empty fields are not printed."""

    mode: str  # audio and video, or audio only
    platform: str = ""
    member_location: str = ""
    clinician_location: str = ""
    audio_only_reason: str = ""
    emergency_contact: str = ""
    consent_date: date | None = None


@dataclass(frozen=True)
class ProgressNote:
    """Everything a printed note says; `zone` is the practice's time zone."""

    letterhead: Letterhead
    member: Member
    session: SessionFacts
    note: SignedNote
    zone: str
    telehealth: Telehealth | None = None
    diagnoses: tuple[str, ...] = ()
    statement: str = ""
    paper: Paper = Paper.LETTER


def render(printed: ProgressNote) -> bytes:
    """The PDF; the same note always gives the same bytes.

    Raises Refused for an unsigned note or a character no font has; Unavailable for a font that
    is not installed.
    """
    check_signed(printed.note, printed.zone)
    page = Composer(printed.paper)
    page.letterhead(printed.letterhead)
    page.title(KIND)
    page.facts(_member_facts(printed))
    page.heading("Session")
    page.facts(_session_facts(printed))
    if printed.telehealth:
        page.heading("Telehealth")
        page.facts(_telehealth_facts(printed.telehealth))
    page.heading("Note")
    _add_note_and_signatures(page, printed)
    _add_addenda(page, printed.note, printed.zone)
    return page.print(
        Frame(
            kind=KIND,
            paper=printed.paper,
            who=running_words(KIND, printed.member),
            period=day_of(printed.session.scheduled_start, printed.zone),
            footer=(printed.letterhead.practice,),
            statement=printed.statement,
        )
    )


def _add_note_and_signatures(page: Composer, printed: ProgressNote) -> None:
    """A short last part stays with the signatures, so that they never stand alone on a page."""
    parts = _written(printed.note)
    beside = parts[-1:] if parts and len(parts[-1].text) <= SHORT else ()
    _add_parts(page, parts[: len(parts) - len(beside)])
    with page.together():
        _add_parts(page, beside)
        add_signature(page, printed.note.signature, printed.zone)
        _add_second_signature(page, printed.note.cosignature, printed.zone)


def _add_second_signature(page: Composer, second: Cosignature | None, zone: str) -> None:
    """A block like that of the first signature; while it is pending it says so."""
    if second is not None:
        at = day_and_time(second.signed_at, zone) if second.signed_at else ""
        signed = f"Co-signed electronically on {at} ({zone})" if at else PENDING
        licence = f"Licence {second.licence}" if second.licence else ""
        page.signature(second.who, [licence], signed)


def check_signed(note: SignedNote, zone: str) -> None:
    """Raise Refused unless the note is signed: a draft never leaves the practice."""
    if note.signature.signed_at is None:
        raise Refused(
            f"The note of {day_and_time(note.starts, zone)} is not signed yet, so it can't be "
            "printed. Please sign it first, or leave it out.",
            field="notes",
        )


def _written(note: SignedNote) -> tuple[NotePart, ...]:
    return tuple(part for part in note.parts if part.text.strip())


def _add_parts(page: Composer, parts: Iterable[NotePart]) -> None:
    for part in parts:
        page.paragraph(part.label, where="a label of the note", style=LABEL, keep=True)
        page.paragraph(part.text, where=f"“{part.label}” of the note")
        page.gap(4)


def add_note(page: Composer, note: SignedNote, zone: str) -> None:
    """The note's parts, then who signed it and its addenda."""
    _add_parts(page, _written(note))
    if note.signature.signed_at:
        signed = f"Signed by {with_credentials(note.signature)}, "
        page.paragraph(
            signed + day_and_time(note.signature.signed_at, zone),
            where="the signature",
            style=LABEL,
        )
        _add_cosignature(page, note.cosignature, zone)
        _add_addenda(page, note, zone)


def _add_cosignature(page: Composer, second: Cosignature | None, zone: str) -> None:
    if second is not None:
        page.paragraph(second.words(zone), where="the co-signature", style=LABEL)


def _add_addenda(page: Composer, note: SignedNote, zone: str) -> None:
    for addendum in note.addenda:
        page.gap(8)
        page.spans(
            Span("Addendum of ", STRONG),
            Span(day_and_time(addendum.signed_at, zone), STRONG),
            Span(", signed by ", STRONG),
            Span(addendum.author, STRONG, "the author of an addendum"),
            keep=True,
        )
        page.paragraph(addendum.text, where="an addendum")
        _add_cosignature(page, addendum.cosignature, zone)


def _present(facts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(label, value) for label, value in facts if value.strip()]


def _member_facts(printed: ProgressNote) -> list[tuple[str, str]]:
    member = printed.member
    return _present(
        [
            ("Member", member.name),
            ("Date of service", day_of(printed.session.scheduled_start, printed.zone)),
            ("Birth date", day(member.birth_date) if member.birth_date else ""),
            ("Member ID", member.member_id),
            ("Record number", "" if member.member_id else member.code),
            ("Payer", member.payer),
            ("Diagnosis", "\n".join(printed.diagnoses)),
        ]
    )


def _session_facts(printed: ProgressNote) -> list[tuple[str, str]]:
    session, zone = printed.session, printed.zone
    present = "" if session.individual else f"{session.participants} present"
    return _present(
        [
            ("Service" if session.individual else "Group", printed.note.group),
            ("Modality", session.modality),
            ("Led by", session.led_by),
            ("Took part", session.mode),
            ("Participants", present),
            ("Scheduled", _span(session.scheduled_start, session.scheduled_stop, zone)),
            ("Actual", _span(session.actual_start, session.actual_stop, zone)),
            ("Member attended", minutes(session.member_minutes)),
            ("Times are in", zone),
            ("Entry", "Late entry, recorded after the session" if session.late_entry else ""),
        ]
    )


def _telehealth_facts(telehealth: Telehealth) -> list[tuple[str, str]]:
    consent = telehealth.consent_date
    return _present(
        [
            ("Mode", telehealth.mode),
            ("Platform", telehealth.platform),
            ("Member was at", telehealth.member_location),
            ("Clinician was at", telehealth.clinician_location),
            ("Why audio only", telehealth.audio_only_reason),
            ("Emergency contact", telehealth.emergency_contact),
            ("Consent dated", day(consent) if consent else ""),
        ]
    )


def _span(start: datetime, stop: datetime, zone: str) -> str:
    return f"{time_of_day(start, zone)} – {time_of_day(stop, zone)}"
