"""Psychotherapy notes on paper: apart from every other document, under their own authorization.

They leave only when their author asks for exactly them (45 CFR 164.508(a)(2)).
"""

from dataclasses import dataclass
from datetime import date, datetime

from practice.models.enums.practice import Paper
from practice.reports.page import Frame
from practice.reports.parts import LABEL, Composer, Letterhead
from practice.reports.people import (
    Member,
    Signature,
    add_signature,
    running_words,
    with_credentials,
)
from practice.reports.words import day, day_and_time

KIND = "Psychotherapy notes"
STATEMENT = (
    "Psychotherapy notes (45 CFR 164.501), kept apart from the rest of the record. They leave only "
    "under a written authorization of their own (45 CFR 164.508(a)(2))."
)


@dataclass(frozen=True)
class Note:
    """One note; `signed_at` (aware) is none where it is not signed."""

    day: date
    text: str
    signed_at: datetime | None = None


@dataclass(frozen=True)
class PsychotherapyNotes:
    """Everything the document says, in the order of the days."""

    letterhead: Letterhead
    member: Member
    recipient: str
    authorized_on: date
    signature: Signature
    zone: str
    notes: tuple[Note, ...]
    statement: str = ""
    paper: Paper = Paper.LETTER


def render(printed: PsychotherapyNotes) -> bytes:
    """The PDF; the same notes always give the same bytes.

    Raises Refused for a character no font has, Unavailable for a font that is not installed.
    """
    page = Composer(printed.paper)
    page.letterhead(printed.letterhead)
    page.title(KIND)
    page.facts(_facts(printed))
    for note in printed.notes:
        page.heading(day(note.day))
        page.paragraph(note.text, where="a note")
        signed = (
            f"Signed by {with_credentials(printed.signature)}, "
            f"{day_and_time(note.signed_at, printed.zone)}"
            if note.signed_at
            else "Not signed"
        )
        page.paragraph(signed, where="a signature", style=LABEL)
    add_signature(page, printed.signature, printed.zone)
    return page.print(
        Frame(
            kind=KIND,
            paper=printed.paper,
            who=running_words(KIND, printed.member),
            footer=(printed.letterhead.practice,),
            statement="\n".join(filter(None, (STATEMENT, printed.statement))),
        )
    )


def _facts(printed: PsychotherapyNotes) -> list[tuple[str, str]]:
    member = printed.member
    found = [
        ("Member", member.name),
        ("Recipient", printed.recipient),
        ("Birth date", day(member.birth_date) if member.birth_date else ""),
        ("Authorized on", day(printed.authorized_on)),
        ("Member ID", member.member_id),
    ]
    return [(label, value) for label, value in found if value.strip()]
