"""The front desk's papers of fictional people."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from practice.desk.rates import Counts
from practice.models.enums.attendance import Mode, Status
from practice.models.enums.practice import Paper
from practice.reports.calls import Call, CallList
from practice.reports.certificate import Attended, Certificate, Purpose
from practice.reports.letter import Addressee, Envelope, Signer
from practice.reports.missed import MissedLetter
from practice.reports.parts import Letterhead
from practice.reports.schedule import Entry, Lane, Schedule, Timetable
from practice.reports.sheet import Seat, Sheet
from practice.reports.words import Period
from tests.reports.samples import ZONE, at

HEAD = Letterhead(
    "Harbor Street Practice", "214 Harbor Street\nPortland, ME 04101", "+1 207 555 0142"
)
MONDAY = date(2026, 11, 16)


def envelope(paper: Paper = Paper.LETTER, **to: str) -> Envelope:
    return Envelope(
        letterhead=HEAD,
        addressee=Addressee(**to),
        written_on=date(2026, 11, 18),
        reference="M-0012",
        signer=Signer("Ana Ruiz", "LCSW"),
        zone=ZONE,
        paper=paper,
    )


def certificate(paper: Paper = Paper.LETTER, **changes: Any) -> Certificate:
    """Ten Tuesdays attended of twelve expected, one left early; one was cancelled by us."""
    tuesdays = [at(date(2026, 1, 6) + timedelta(days=7 * week)) for week in range(10)]
    attended = [Attended(t, t + timedelta(hours=1), 60, "Relapse Prevention") for t in tuesdays]
    attended[4] = replace(attended[4], minutes=48)
    whole = Certificate(
        envelope=envelope(
            paper, name="Cumberland County Court", address="205 Newbury Street\nPortland, ME 04101"
        ),
        purpose=Purpose.COURT,
        name="Mina Okafor",
        birth_date=date(1988, 3, 12),
        period=Period(date(2026, 1, 1), date(2026, 3, 31)),
        attended=tuple(attended),
        counts=Counts(attended=10, no_show=2, provider_cancel=1),
    )
    return replace(whole, **changes)


def missed_letter(paper: Paper = Paper.LETTER, **changes: Any) -> MissedLetter:
    whole = MissedLetter(
        envelope=envelope(paper, name="Mina Okafor", address="8 Pine Street, Apt 4\nPortland, ME"),
        name="Mina Okafor",
        called="Min",
        missed=at(date(2026, 11, 17)),
        coming=at(date(2026, 11, 24)),
    )
    return replace(whole, **changes)


def sheet(paper: Paper = Paper.LETTER, **changes: Any) -> Sheet:
    whole = Sheet(
        letterhead=HEAD,
        starts=datetime(2026, 11, 17, 18, 0),
        minutes=60,
        clinician="Ana Ruiz",
        mode=Mode.IN_PERSON,
        zone=ZONE,
        seats=tuple(
            Seat(name, f"M-{number:04}")
            for number, name in enumerate(
                ("Dana R.", "Luis M.", "Aya K.", "Tom B.", "Mina S.", "Jo P.", "Ravi N."), start=1
            )
        ),
        group="Tuesday Skills",
        paper=paper,
    )
    return replace(whole, **changes)


def attendance_sheet(paper: Paper = Paper.LETTER) -> Sheet:
    seats = (
        Seat("Dana Reyes", "M-0001", Status.ATTENDED, "18:02-19:01", 59),
        Seat("Luis Moreau", "M-0002", Status.ATTENDED, "18:12-18:30, 18:33-19:01", 46),
        Seat("Aya Kobayashi", "M-0003", Status.NO_SHOW),
        Seat("Tom Brandt", "M-0004", Status.LATE_CANCEL),
        Seat("Mina Sørensen", "M-0005"),
    )
    return sheet(paper, seats=seats, held=True, actual="18:02 – 19:01")


def call_list(paper: Paper = Paper.LETTER, count: int = 4) -> CallList:
    calls = (
        Call("Min", "M-0012", "207 555 0199", "Call, leave voicemail: yes. Text: no.",
             "Missed Tue 17 Nov. Call", ""),
        Call("Luis", "M-0002", "207 555 0133", "Not asked yet",
             "Missed Tue 10 Nov. Call again", "2 tries, last Thu 12 Nov: left voicemail"),
        Call("Aya", "M-0003", "Do not call", "Write: yes. Call and text: no.",
             "Missed Wed 4 Nov. Send a letter"),
        Call("Олександра", "M-0031", "No phone on record", "Not asked yet", "Missed Mon 16 Nov."),
    )  # fmt: skip
    return CallList(HEAD, date(2026, 11, 18), tuple(calls[n % 4] for n in range(count)), paper)


def _entry(day: int, start: str, end: str, title: str, detail: str = "", **more: Any) -> Entry:
    date_ = MONDAY + timedelta(days=day)
    hour = datetime.strptime
    return Entry(
        datetime.combine(date_, hour(start, "%H:%M").time()),
        datetime.combine(date_, hour(end, "%H:%M").time()),
        title,
        detail,
        **more,
    )


def week(paper: Paper = Paper.LETTER, **changes: Any) -> Schedule:
    names = ("Mon 16 Nov", "Tue 17 Nov", "Wed 18 Nov", "Thu 19 Nov", "Fri 20 Nov")
    entries = (
        (_entry(0, "09:00", "09:50", "D. R.", "Individual, video"),
         _entry(0, "12:00", "13:00", "Lunch"),
         _entry(0, "18:00", "19:00", "MBS", "9 of 10, video")),
        (_entry(1, "09:00", "09:50", "A. K.", "Individual, phone"),
         _entry(1, "12:00", "13:00", "Lunch"),
         _entry(1, "18:00", "19:00", "TRS", "10 of 10, video")),
        (_entry(2, "12:00", "13:00", "Lunch"),
         _entry(2, "12:30", "12:50", "US", "4 of 10, in person", off=True)),
        (),
        (_entry(4, "09:00", "10:30", "FP", "6 of 8, in person, with Jo Park"),),
    )  # fmt: skip
    lanes = tuple(Lane(n, e) for n, e in zip(names, entries, strict=True))
    lanes = (*lanes[:3], replace(lanes[3], note="Closed: stocktaking"), lanes[4])
    whole = Schedule(
        letterhead=HEAD,
        title="Schedule of the week",
        when="Monday, 16 November 2026 – Sunday, 22 November 2026",
        tables=(Timetable(lanes, "Ana Ruiz"), Timetable(lanes[1:], "Noor Castellane")),
        zone=ZONE,
        printed="15 Nov 2026, 17:50",
        paper=paper,
    )
    return replace(whole, **changes)
