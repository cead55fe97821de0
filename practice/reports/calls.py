"""The call list: who to call today, in order, how, and room for what came of it.

It stays with the practice. It names people as they want to be called, with the member's code.
"""

from dataclasses import dataclass
from datetime import date

from practice.models.enums.practice import Paper
from practice.reports.page import Frame
from practice.reports.parts import (
    CELL,
    CELL_QUIET,
    CELL_STRONG,
    LABEL,
    Cell,
    Column,
    Composer,
    Letterhead,
    Words,
)
from practice.reports.words import count, full_day

KIND = "Call list"
_HOW = (
    "A voicemail holds a first name and a phone number, and nothing about the reason. "
    "Write down what came of each call, then enter it in Outreach and destroy this list."
)
_NOBODY = "Nobody is due today."
_TO_WRITE = 6.0


@dataclass(frozen=True)
class Call:
    """One person to call, in words. `phone` may say that there is none, or not to call."""

    name: str
    code: str
    phone: str
    may: str
    about: str = ""
    tried: str = ""


@dataclass(frozen=True)
class CallList:
    """Everything the list prints, in the order to call."""

    letterhead: Letterhead
    day: date
    calls: tuple[Call, ...]
    paper: Paper = Paper.LETTER


def render(calls: CallList) -> bytes:
    """The PDF in landscape; the same list always gives the same bytes.

    Raises Refused for a character no font has; Unavailable for a font that is not installed.
    """
    page = Composer(calls.paper, landscape=True)
    page.letterhead(calls.letterhead)
    page.title(KIND)
    many = count(len(calls.calls), "person", "people")
    page.paragraph(f"{full_day(calls.day)} · {many}", where="the date")
    page.paragraph(_HOW, where="how to use it", style=LABEL)
    page.gap(10)
    if calls.calls:
        _add_calls(page, calls.calls)
    else:
        page.paragraph(_NOBODY, where="the list")
    return page.print(
        Frame(
            kind=KIND,
            paper=calls.paper,
            who=(KIND,),
            period=full_day(calls.day),
            footer=(calls.letterhead.practice, "Confidential"),
            landscape=True,
        )
    )


def _add_calls(page: Composer, calls: tuple[Call, ...]) -> None:
    page.table(
        (
            Column("", 4),
            Column("Ask for", 30),
            Column("Phone", 26),
            Column("May we", 26),
            Column("About", 34),
            Column("When called, and what came of it", 64),
        ),
        [_row(number, call) for number, call in enumerate(calls, start=1)],
        where="the list of calls",
        padding=_TO_WRITE,
    )


def _row(number: int, call: Call) -> tuple[Cell, ...]:
    return (
        str(number),
        (Words(call.name, CELL_STRONG), Words(call.code, CELL_QUIET)),
        (Words(call.phone, CELL_STRONG),),
        call.may,
        (Words(call.about, CELL), *([Words(call.tried, CELL_QUIET)] if call.tried else [])),
        "",
    )
