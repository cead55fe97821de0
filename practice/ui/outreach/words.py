"""How a row of the board and a try read. Pure."""

from datetime import date

from practice.desk.missed import Missed
from practice.desk.outreach import Column, Row, Tried
from practice.desk.practice import to_wall
from practice.models.enums.attendance import STATUS_WORDS
from practice.models.enums.outreach import (
    CHANNEL_WORDS,
    ENDED_WORDS,
    OUTCOME_WORDS,
    Channel,
    Follow,
    Outcome,
)
from practice.ui.widgets.pill import PillKind
from practice.ui.words import day_near

_TEXTED = "Asked not to be texted"
BY_HAND = "Put on the board by hand"
OUT_OF_CONTACT = "Out of contact"
TAKEN_BACK = "The no-show was taken back"


def near(day: date, today: date) -> str:
    """`today`, `tomorrow`, `Tue 17 Nov`: a day in the middle of a sentence."""
    words = day_near(day, today)
    return words.lower() if words.isalpha() else words


def outcome(tried: Tried) -> str:
    """`Left a voicemail`, `They answered`."""
    if tried.outcome is Outcome.ASKED_NOT_TO and tried.channel is Channel.MESSAGE:
        return _TEXTED
    return OUTCOME_WORDS[tried.outcome]


def tried_when(tried: Tried, today: date) -> str:
    """`Call, today 17:50, Maria Lopez`."""
    at = to_wall(tried.at)
    return f"{CHANNEL_WORDS[tried.channel]}, {near(at.date(), today)} {at:%H:%M}, {tried.by_name}"


def missed_line(missed: Missed) -> str:
    """`No-show · Tuesday Skills`, and that it was taken back where it was."""
    if missed.taken_back:
        now = STATUS_WORDS[missed.status].lower() if missed.status else "not on the roster"
        return f"Taken back, now {now} · {missed.service}"
    status = STATUS_WORDS[missed.status] if missed.status else ""
    return " · ".join(part for part in (status, missed.service) if part)


def about(row: Row, today: date) -> str:
    """What a row's second line says: the newest miss, the newest try, or why it is closed."""
    if row.ended:
        return ENDED_WORDS[row.ended]
    if row.column is not Column.TO_CALL and row.tries:
        newest = row.tries[0]
        return f"{outcome(newest)} {near(to_wall(newest.at).date(), today)}"
    if row.standing:
        return f"Missed {near(row.standing[-1].starts.date(), today)}"
    return TAKEN_BACK if row.missed else BY_HAND


def next_step(row: Row, today: date) -> str:
    """`Call again Fri 20 Nov`, `Call, due yesterday`; nothing where there is no next step."""
    if row.step is None:
        return ""
    if row.due is None:
        return row.step.value
    when = near(row.due, today)
    return f"{row.step.value}, due {when}" if row.due < today else f"{row.step.value} {when}"


def step_short(row: Row, today: date) -> str:
    """As `next_step`, for narrow places: a day that has passed is `overdue`."""
    if row.step is not None and row.due is not None and row.due < today:
        return f"{row.step.value}, overdue"
    return next_step(row, today)


def mark(row: Row) -> tuple[PillKind, str] | None:
    """What to say of a run of misses."""
    if Follow.OUT_OF_CONTACT in row.follows:
        return PillKind.NO_SHOW, OUT_OF_CONTACT
    return (PillKind.LATE, run(row)) if row.in_a_row > 1 else None


def run(row: Row) -> str:
    """`3 missed in a row`; nothing for one."""
    return f"{row.in_a_row} missed in a row" if row.in_a_row > 1 else ""


def order(row: Row) -> str:
    """`No-shows in half a year: 4 of 9`, which only the order of the list uses."""
    own = row.place.own
    return f"No-shows in half a year: {own.count} of {own.of}. Used for the order only."


def spoken(row: Row, today: date) -> str:
    """All of a row, as a screen reader says it."""
    marked = mark(row)
    parts = (
        row.member.short_name,
        about(row, today),
        marked[1] if marked else "",
        next_step(row, today),
    )
    return ", ".join(part for part in parts if part)
