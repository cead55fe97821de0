"""The sheet of one session: to sign in on before it, to attest attendance after it.

Payers such as Drug Medi-Cal ask for one with the date, the duration and signatures (field.md,
section 1). It stays with the practice. The link and the passcode of a call never print.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from practice.models.enums.attendance import MODE_WORDS, STATUS_WORDS, Mode, Status
from practice.models.enums.practice import Paper
from practice.reports.page import Frame
from practice.reports.parts import LABEL, Column, Composer, Letterhead
from practice.reports.words import count, full_day, minutes, place_of

SIGN_IN = "Sign-in sheet"
ATTENDANCE = "Attendance sheet"
_TO_WRITE = 8.0  # points above and below a line on which somebody signs
_SPARE = 2  # empty lines, for somebody who was not expected
_MOST = 10
_ATTEST = (
    "I attest that this sheet shows who attended this session and for how long, as it was recorded."
)


@dataclass(frozen=True)
class Seat:
    """One person on the sheet. `times` are walls, such as 18:00-18:41; minutes are whole."""

    name: str
    code: str
    status: Status = Status.UNRECORDED
    times: str = ""
    minutes: int | None = None


@dataclass(frozen=True)
class Sheet:
    """Everything a sheet prints. `starts` is wall time; `held` turns sign-in into attendance.

    `actual` is when it really took place, in words, once it did.
    """

    letterhead: Letterhead
    starts: datetime
    minutes: int
    clinician: str
    mode: Mode
    zone: str
    seats: tuple[Seat, ...]
    group: str = ""
    co_leader: str = ""
    held: bool = False
    actual: str = ""
    paper: Paper = Paper.LETTER

    @property
    def kind(self) -> str:
        """What it is called."""
        return ATTENDANCE if self.held else SIGN_IN


def render(sheet: Sheet) -> bytes:
    """The PDF; the same sheet always gives the same bytes.

    Raises Refused for a character no font has; Unavailable for a font that is not installed.
    """
    page = Composer(sheet.paper)
    page.letterhead(sheet.letterhead)
    page.title(sheet.kind)
    page.facts(_facts(sheet))
    page.gap(12)
    (_add_attendance if sheet.held else _add_lines)(page, sheet)
    page.signature(sheet.clinician, [], "")
    return page.print(
        Frame(
            kind=sheet.kind,
            paper=sheet.paper,
            who=(sheet.kind, sheet.clinician),
            period=_when(sheet),
            footer=(sheet.letterhead.practice, "Confidential"),
        )
    )


def _when(sheet: Sheet) -> str:
    ends = sheet.starts + timedelta(minutes=sheet.minutes)
    return f"{full_day(sheet.starts.date())}, {sheet.starts:%H:%M} – {ends:%H:%M}"


def _facts(sheet: Sheet) -> list[tuple[str, str]]:
    ends = sheet.starts + timedelta(minutes=sheet.minutes)
    facts = [
        ("Date", full_day(sheet.starts.date())),
        ("Planned", f"{sheet.starts:%H:%M} – {ends:%H:%M}, {minutes(sheet.minutes)}"),
        ("Clinician", sheet.clinician),
        ("Took place", sheet.actual),
        ("Together with", sheet.co_leader),
        ("Group", sheet.group),
        ("How", MODE_WORDS[sheet.mode]),
        ("Times are in", f"{place_of(sheet.zone)} time"),
    ]
    return [(label, value) for label, value in facts if value.strip()]


def _add_lines(page: Composer, sheet: Sheet) -> None:
    """A line for everybody expected, and a few more while there is room in the group."""
    spare = max(0, min(_SPARE, _MOST - len(sheet.seats)))
    rows = [(str(n), _who(seat), "", "", "") for n, seat in enumerate(sheet.seats, start=1)]
    rows += [("", "", "", "", "")] * spare
    page.table(
        (
            Column("", 5),
            Column("Name", 44),
            Column("In at", 16),
            Column("Out at", 16),
            Column("Signature", 56),
        ),
        rows,
        where="the list of names",
        padding=_TO_WRITE,
    )


def _who(seat: Seat) -> str:
    return f"{seat.name}  ·  {seat.code}" if seat.code else seat.name


def _add_attendance(page: Composer, sheet: Sheet) -> None:
    rows = [
        (
            str(number),
            _who(seat),
            STATUS_WORDS[seat.status],
            seat.times or "–",
            "–" if seat.minutes is None else str(seat.minutes),
        )
        for number, seat in enumerate(sheet.seats, start=1)
    ]
    page.table(
        (
            Column("", 5),
            Column("Name", 46),
            Column("Attendance", 32),
            Column("In and out", 40),
            Column("Minutes", 14, right=True),
        ),
        rows,
        where="the list of names",
        padding=4,
    )
    page.gap(8)
    came = sum(seat.status is Status.ATTENDED for seat in sheet.seats)
    open_rows = sum(seat.status is Status.UNRECORDED for seat in sheet.seats)
    page.paragraph(
        f"Attended: {came} of {count(len(sheet.seats), 'person', 'people')} expected."
        + (f" Not recorded yet: {open_rows}." if open_rows else ""),
        where="the count",
    )
    page.paragraph(_ATTEST, where="the attestation", style=LABEL)
