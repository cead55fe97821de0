"""The three rates, and every figure as a sentence. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from practice.desk.rates import Counts, OfReason, Rate
from practice.models.enums.attendance import STATUS_WORDS, Status
from practice.ui.theme import Role

FEW = 10
"""Below so many sessions a rate is marked as one of few; our own choice, no rule."""

EVERY = frozenset(Status)


@dataclass(frozen=True)
class About:
    """What a rate is called, how it is counted, its colour, and the statuses it counts."""

    title: str
    did: str
    rate: Callable[[Counts], Rate]
    role: Role
    statuses: frozenset[Status]


class Measure(Enum):
    """The rates of `desk/rates.py`."""

    ATTENDANCE = About(
        "Attendance",
        "attended",
        lambda counts: counts.attendance_rate,
        Role.PRESENT,
        frozenset({Status.ATTENDED}),
    )
    MISSED = About(
        "Missed",
        "missed",
        lambda counts: counts.missed_rate,
        Role.LATE,
        frozenset({Status.NO_SHOW, Status.LATE_CANCEL}),
    )
    NO_SHOW = About(
        "No-show",
        "no-show",
        lambda counts: counts.no_show_rate,
        Role.NO_SHOW,
        frozenset({Status.NO_SHOW}),
    )


HOW = (
    "Attendance: those who came, of all who came, did not show up, cancelled late or cancelled "
    "in time. Coming late or leaving early is coming.",
    "Missed: no-shows and late cancels, of those who came or missed in one of these two ways.",
    "No-show: no-shows alone, of those who came or did not show up.",
    "By reason: no-shows and late cancels for that reason, of the same sessions as the rates of "
    "the whole practice, so that the rows add up to its rate. Cancels in time are counted beside.",
    "In no rate: sessions the practice cancelled, excused absences, and rows nobody has recorded "
    "yet. They are counted beside. Days before someone joined are not counted at all.",
    "The line through a mark is the 95% interval (Wilson): where the true rate may well lie. "
    f"With few sessions it is long. Below {FEW} sessions the word “few” says so.",
)
ONE_LINE = "Every rate stands with what it is counted of and its 95% interval."


def percent(share: float) -> str:
    """`75.0%`, `14.3%`: always one place, so that figures stand in line."""
    return f"{100 * share:.1f}%"


def short(rate: Rate) -> str:
    """`30/40`, or that there were no sessions."""
    return f"{rate.count:,}/{rate.of:,}" if rate.of else "no sessions"


def interval(rate: Rate) -> str:
    """`59.8–85.8%`; nothing without sessions."""
    if rate.interval is None:
        return ""
    low, high = (100 * bound for bound in rate.interval)
    return f"{low:.1f}–{high:.1f}%"


def figure(measure: Measure, counts: Counts) -> str:
    """`attended 30 of 40, 75%, 95% interval 59.8–85.8%`, or `no sessions`."""
    if not applies(measure, counts):
        return f"{measure.value.title.lower()} does not apply to a reason"
    rate = measure.value.rate(counts)
    if rate.share is None:
        return "no sessions"
    spoken = percent(rate.share).replace(".0%", "%")
    words = f"{measure.value.did} {rate.count:,} of {rate.of:,}, {spoken}"
    few = ", few sessions" if is_few(rate) else ""
    return f"{words}, 95% interval {interval(rate)}{few}"


def applies(measure: Measure, counts: Counts) -> bool:
    """Whether there is such a rate: people miss a session for a reason, they don't attend for one.

    The figure says so in words, the eye sees a dash.
    """
    return not (measure is Measure.ATTENDANCE and isinstance(counts, OfReason))


def brief(measure: Measure, counts: Counts) -> str:
    """`30/40`, that there were no sessions, or a dash where there is no such rate."""
    return short(measure.value.rate(counts)) if applies(measure, counts) else "–"


def is_few(rate: Rate) -> bool:
    """Whether the rate is one of so few sessions that this is said."""
    return 0 < rate.of < FEW


def aside(counts: Counts) -> str:
    """`8 cancelled by practice, 2 excused`; nothing where every row is in a rate."""
    left_out = [
        (counts.number(status), STATUS_WORDS[status].lower()) for status in counts.in_no_rate
    ]
    return ", ".join(f"{number:,} {words}" for number, words in left_out if number)


def uncounted(counts: Counts) -> int:
    """How many rows are in no rate."""
    return sum(counts.number(status) for status in counts.in_no_rate)
