"""The attendance letter: that a member came, when, and for how long. Nothing about why.

It calls everything an appointment. A group's name, which may tell what someone is treated for,
stands there only if somebody chose so; there is no diagnosis, clinician's licence or place of a
call. Under 42 CFR part 2 a letter to anybody but the member needs their written consent and
carries the short statement of 42 CFR 2.32; what is handed to the member does not (2.23).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from practice.desk.rates import Counts
from practice.errors import Refused
from practice.reports.letter import Envelope, add_paragraphs, begin, frame
from practice.reports.parts import LABEL, Column, Composer
from practice.reports.words import (
    Period,
    count,
    letter_day,
    local_day,
    minutes,
    place_of,
    same_wall,
    time_of_day,
    week_day,
    week_day_and_year,
)

KIND = "Attendance letter"
_RECORDED = "Times are as planned, minutes as recorded when the appointments took place."
_NOT_MORE = (
    "This letter says nothing about the reason for these appointments or about what was said "
    "in them."
)
_CONTACT = "If you have a question about this letter, please call us at {}."


class Purpose(Enum):
    """What an attendance letter is for."""

    COURT = "court"
    EMPLOYER = "employer"
    OTHER = "other"


PURPOSE_WORDS = {
    Purpose.COURT: "For a court",
    Purpose.EMPLOYER: "For an employer",
    Purpose.OTHER: "For somebody else",
}


@dataclass(frozen=True)
class Wording:
    """How one kind of letter speaks, and whether it gives birth date and signer's credentials."""

    title: str
    opening: str
    born: bool
    credentials: bool


WORDINGS = {
    Purpose.COURT: Wording(
        "Certificate of attendance",
        "This is to certify that {who} attended {came} of {expected} with this practice from "
        "{first} to {last}, {minutes} in all.",
        born=True,
        credentials=True,
    ),
    Purpose.EMPLOYER: Wording(
        "Confirmation of appointments",
        "This is to confirm that {who} attended {came} of {expected} with us from {first} to "
        "{last}, at the times listed below.",
        born=False,
        credentials=False,
    ),
    Purpose.OTHER: Wording(
        "Confirmation of attendance",
        "This is to confirm that {who} attended {came} of {expected} with us from {first} to "
        "{last}, {minutes} in all.",
        born=True,
        credentials=False,
    ),
}


@dataclass(frozen=True)
class Attended:
    """One appointment the member came to: aware moments as scheduled, whole minutes attended."""

    starts: datetime
    ends: datetime
    minutes: int
    group: str = ""


@dataclass(frozen=True)
class Certificate:
    """Everything the letter prints; `counts` are those of the period.

    `their_zone` is where the member lives, if known; `groups`: name them.
    """

    envelope: Envelope
    purpose: Purpose
    name: str
    birth_date: date | None
    period: Period
    attended: tuple[Attended, ...]
    counts: Counts
    their_zone: str = ""
    groups: bool = False
    statement: str = ""


def render(letter: Certificate) -> bytes:
    """The PDF; the same letter always gives the same bytes.

    Raises Refused where nobody was expected in the period, or for a character no font has;
    Unavailable for a font that is not installed.
    """
    if not letter.counts.attendance_rate.of:
        raise Refused(
            "There is no appointment in this period that counts. Please choose another period.",
            field="first",
        )
    wording = WORDINGS[letter.purpose]
    page = begin(letter.envelope, title=wording.title)
    add_paragraphs(page, _opening(letter, wording))
    if letter.attended:
        _add_times(page, letter)
        page.gap(5)
    recorded = _RECORDED if letter.attended else ""
    about = " ".join(filter(None, (recorded, _uncounted(letter.counts))))
    page.paragraph(about, where="what was counted", style=LABEL)
    page.gap(9)
    with page.together():
        _add_end(page, letter, wording)
    return page.print(frame(letter.envelope, KIND, who=letter.name, statement=letter.statement))


def _add_end(page: Composer, letter: Certificate, wording: Wording) -> None:
    """The last words with the signature: a signature never stands on a page of its own."""
    head, signer = letter.envelope.letterhead, letter.envelope.signer
    contact = _CONTACT.format(head.phone) if head.phone.strip() else ""
    add_paragraphs(page, "" if letter.groups else _NOT_MORE, contact)
    page.signature(signer.words if wording.credentials else signer.name, [head.practice], "")


def _opening(letter: Certificate, wording: Wording) -> str:
    rate = letter.counts.attendance_rate
    born = f", born on {letter_day(letter.birth_date)}," if letter.birth_date else ""
    return wording.opening.format(
        who=letter.name + (born if wording.born else ""),
        came=rate.count,
        expected=count(rate.of, "appointment", "appointments"),
        first=letter_day(letter.period.first),
        last=letter_day(letter.period.last),
        minutes=minutes(sum(each.minutes for each in letter.attended)),
    )


def _uncounted(counts: Counts) -> str:
    """What is in neither number, said where there is any."""
    parts = (
        (counts.provider_cancel, "cancelled by the practice"),
        (counts.excused, "excused"),
        (counts.unrecorded, "not recorded yet"),
    )
    said = [f"{number} {words}" for number, words in parts if number]
    return f"Not counted: {', '.join(said)}." if said else ""


def _add_times(page: Composer, letter: Certificate) -> None:
    here, there = letter.envelope.zone, letter.their_zone
    elsewhere = bool(there) and not all(
        same_wall(each.starts, here, there) for each in letter.attended
    )
    columns = [Column("Date", 32), Column(f"Time in {place_of(here)}", 32)]
    columns += [Column(f"Time in {place_of(there)}", 52)] * elsewhere
    columns += [Column("Appointment", 46)] * letter.groups
    columns.append(Column("Minutes\nattended", 20, right=True))
    rows = []
    for each in letter.attended:
        cells = [week_day_and_year(local_day(each.starts, here)), _span(each, here)]
        cells += [_span_there(each, here, there)] if elsewhere else []
        cells += [each.group] * letter.groups
        rows.append((*cells, str(each.minutes)))
    page.table(columns, rows, where="the list of appointments")


def _span(each: Attended, zone: str) -> str:
    return f"{time_of_day(each.starts, zone)} – {time_of_day(each.ends, zone)}"


def _span_there(each: Attended, here: str, there: str) -> str:
    """The member's own clock, with their date where it is another one."""
    own = local_day(each.starts, there)
    other_day = f", {week_day(own)}" if own != local_day(each.starts, here) else ""
    return _span(each, there) + other_day
