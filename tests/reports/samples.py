"""Documents of fictional people, and ways to read a PDF back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

from pypdf import PdfReader
from pypdf.generic import ContentStream
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtPdf import QPdfDocument

from practice.models.enums.attendance import Status
from practice.reports.attended import SessionLine
from practice.reports.kit import RecoveryKit
from practice.reports.notes import (
    Addendum,
    NotePart,
    ProgressNote,
    SessionFacts,
    SignedNote,
    Telehealth,
)
from practice.reports.parts import Letterhead
from practice.reports.people import Member, Signature
from practice.reports.progress import (
    Diagnosis,
    Goal,
    ProgressReport,
    Recipient,
    Section,
)
from practice.reports.words import Period

ZONE = "America/New_York"
LETTERHEAD = Letterhead(
    "Harbor Street Groups", "214 Harbor Street\nPortland, ME 04101", "+1 207 555 0142", "Ana Ruiz"
)
MEMBER = Member("Mina Okafor", date(1988, 3, 12), "ZX-4471-908", "Northeast Health Plan")
SIGNATURE = Signature("Ana Ruiz", "LCSW", "ME LC-20418", "1993999998")


def at(day: date, hour: int = 18, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(ZONE))


def thirteen_tuesdays() -> tuple[SessionLine, ...]:
    """Story W4: 10 attended, one 12 minutes late, one leaving 13 early; 575 minutes."""
    own = [60, 60, 60, 48, 60, None, 60, 47, 60, None, 60, None, 60]
    lines = []
    for index, minutes in enumerate(own):
        status = Status.NO_SHOW if minutes is None else Status.ATTENDED
        held = index != 11
        status, actual = (status, 60) if held else (Status.PROVIDER_CANCEL, None)
        starts = at(date(2026, 1, 6) + timedelta(days=7 * index))
        line = SessionLine(starts, "Tuesday Skills", 60, status, actual, minutes)
        lines.append(replace(line, progress="Goal 1: some progress" if minutes else ""))
    return tuple(lines)


def report(**changes: Any) -> ProgressReport:
    whole = ProgressReport(
        letterhead=LETTERHEAD,
        member=MEMBER,
        period=Period(date(2026, 1, 1), date(2026, 3, 31)),
        signature=SIGNATURE,
        issued_at=at(date(2026, 4, 3), 14, 5),
        zone=ZONE,
        sections=frozenset(Section) - {Section.NOTES},
        recipient=Recipient("Northeast Health Plan", "PO Box 118, Augusta"),
        sessions=thirteen_tuesdays(),
        diagnoses=(Diagnosis("F10.20", "Alcohol dependence", date(2025, 10, 2)),),
        goals=(
            Goal("Six days a week without alcohol", date(2025, 10, 9), "active", "78 of 90 days."),
            Goal("Go out although anxious", date(2025, 11, 4), "active", "Two family events."),
        ),
        summary="Takes part actively.",
        plan="Weekly group.",
        request="13 sessions of 60 minutes.",
        part2=True,
        consent_date=date(2026, 1, 3),
    )
    return replace(whole, **changes)


def signed_note(text: str = "Let a craving pass.") -> SignedNote:
    day = date(2026, 3, 3)
    return SignedNote(
        starts=at(day),
        group="Tuesday Skills",
        parts=(NotePart("Response", text), NotePart("Plan", "Practise daily.")),
        signature=replace(SIGNATURE, signed_at=at(day, 19, 42)),
        addenda=(Addendum("The log came late.", "Ana Ruiz, LCSW", at(date(2026, 3, 12), 9, 15)),),
    )


def printed_note(**changes: Any) -> ProgressNote:
    day = date(2026, 3, 3)
    facts = SessionFacts(
        at(day), at(day, 19), at(day, 18, 2), at(day, 19, 1), 48, 8, "Skills group"
    )
    call = Telehealth(
        "Audio only", "Zoom", "Home, Portland, ME", "Office", "No camera", "Chidi, 555 0199"
    )
    whole = ProgressNote(LETTERHEAD, MEMBER, facts, signed_note(), ZONE, call, ("F10.20",))
    return replace(whole, **changes)


def kit() -> RecoveryKit:
    groups = "K7Q2X M4D9R 0VTJ8 ZP3WN 5HB6C Y1SGA 8RQ0M 3KXW7 VJ2T9 D6NPH C4B1Z G0SA5 7MYQX"
    return RecoveryKit("Harbor Street Groups", "7F3A-91C2", date(2026, 1, 2), tuple(groups.split()))


def pages(pdf: bytes) -> list[str]:
    """The text of each page, as a reader would copy it from a window (needs `qapp`)."""
    data = QByteArray(pdf)
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    texts = [document.getAllText(number).text() for number in range(document.pageCount())]
    document.close()
    return [text.replace("\r\n", "\n") for text in texts]


def text(pdf: bytes) -> str:
    return "\n".join(pages(pdf))


def embedded_fonts(pdf: bytes) -> set[str]:
    """Names of all fonts; a font that is not embedded fails."""
    names = set()
    for page in PdfReader(BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            resolved = font.get_object()
            assert "/FontFile2" in resolved["/FontDescriptor"], resolved["/BaseFont"]
            names.add(str(resolved["/BaseFont"]).partition("+")[2])
    return names


def empty_glyphs(pdf: bytes) -> int:
    """How often the glyph for a missing character (code 0) is drawn."""
    return sum(string.count(0) for string in _drawn(PdfReader(BytesIO(pdf))))


def _drawn(reader: PdfReader) -> Iterator[bytes]:
    for page in reader.pages:
        content = page.get_contents()
        assert content is not None
        for operands, operator in ContentStream(content, reader, "bytes").operations:
            if operator in (b"Tj", b"TJ"):
                items = operands[0] if operator == b"TJ" else operands
                yield from (
                    each.original_bytes for each in items if hasattr(each, "original_bytes")
                )
