"""The schedule on paper, in landscape: times down, days or clinicians across.

Whoever picks up the sheet learns when somebody is busy, not with whom: initials stand for names
unless somebody chose otherwise. The link and the passcode of a call never print.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from practice.models.enums.practice import Paper
from practice.reports.page import Frame
from practice.reports.parts import (
    CELL_QUIET,
    CELL_STRONG,
    LABEL,
    Cell,
    Column,
    Composer,
    Letterhead,
    Words,
)
from practice.reports.setting import QUIET, Style
from practice.reports.words import place_of

KIND = "Schedule"
ACROSS = 7
"""As many columns as one table takes; more stand in a table of their own."""
_TIMES = 11  # the share of the column of times; the others share 100
_NOTHING = "Nothing is planned."
_INITIALS = "Initials stand for members’ names."
_OFF = Style(size=9, leading=12.5, colour=QUIET)


@dataclass(frozen=True)
class Entry:
    """One thing in the calendar, wall times; `off`: it will not take place."""

    starts: datetime
    ends: datetime
    title: str
    detail: str = ""
    off: bool = False


@dataclass(frozen=True)
class Lane:
    """One column: a day or a clinician, with a word below, such as a closure."""

    head: str
    entries: tuple[Entry, ...]
    note: str = ""


@dataclass(frozen=True)
class Timetable:
    """Lanes beside each other, under a heading if there is one."""

    lanes: tuple[Lane, ...]
    heading: str = ""


@dataclass(frozen=True)
class Schedule:
    """Everything the paper prints; `printed` says when, in words, so that old ones are seen."""

    letterhead: Letterhead
    title: str
    when: str
    tables: tuple[Timetable, ...]
    zone: str
    printed: str
    full_names: bool = False
    paper: Paper = Paper.LETTER


def render(schedule: Schedule) -> bytes:
    """The PDF; the same schedule always gives the same bytes.

    Raises Refused for a character no font has; Unavailable for a font that is not installed.
    """
    page = Composer(schedule.paper, landscape=True)
    page.letterhead(schedule.letterhead)
    page.title(schedule.title)
    about = "" if schedule.full_names else f" {_INITIALS}"
    page.paragraph(schedule.when, where="the dates")
    page.paragraph(
        f"Times are {place_of(schedule.zone)} time.{about}", where="the time zone", style=LABEL
    )
    for table in schedule.tables:
        if table.heading:
            page.heading(table.heading)
        else:
            page.gap(8)
        for start in range(0, len(table.lanes), ACROSS):
            _add_lanes(page, table.lanes[start : start + ACROSS])
            page.gap(10)
    return page.print(
        Frame(
            kind=KIND,
            paper=schedule.paper,
            who=(schedule.title,),
            period=schedule.when,
            footer=(schedule.letterhead.practice, f"Printed {schedule.printed}", "Confidential"),
            landscape=True,
        )
    )


def _add_lanes(page: Composer, lanes: Sequence[Lane]) -> None:
    times = sorted({entry.starts.time() for lane in lanes for entry in lane.entries})
    if not times and not any(lane.note for lane in lanes):
        page.paragraph(_NOTHING, where="the schedule")
        return
    share = 100 / len(lanes)
    heads = [f"{lane.head}\n{lane.note}".strip() for lane in lanes]
    page.table(
        (Column("", _TIMES), *(Column(head, share) for head in heads)),
        [_row(at, lanes) for at in times],
        where="the schedule",
        padding=3.5,
    )


def _row(at: time, lanes: Sequence[Lane]) -> tuple[Cell, ...]:
    cells = (
        tuple(words for e in lane.entries if e.starts.time() == at for words in _words(e))
        for lane in lanes
    )
    return ((Words(f"{at:%H:%M}", CELL_STRONG),), *cells)


def _words(entry: Entry) -> tuple[Words, ...]:
    """Title, then until when and what else there is to know."""
    until = f"to {entry.ends:%H:%M}"
    detail = " · ".join(filter(None, ("Cancelled" if entry.off else "", until, entry.detail)))
    return Words(entry.title, _OFF if entry.off else CELL_STRONG), Words(detail, CELL_QUIET)
