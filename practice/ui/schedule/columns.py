"""The columns of the calendar: the days of a week, or the clinicians of a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from practice.desk.calendar import Appointment, What
from practice.desk.practice import UserRow
from practice.models.enums.sessions import SessionState
from practice.ui.words import count

WORKDAYS, DAYS = 5, 7
_ABBREVIATED = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column. `head` and `sub` stand over it, `closed` says why nobody works there."""

    day: date
    head: str
    sub: str = ""
    clinician: str | None = None
    closed: str = ""
    appointments: tuple[Appointment, ...] = ()

    @property
    def booked(self) -> str:
        """`4 booked`."""
        taking = [
            one
            for one in self.appointments
            if one.what is What.SESSION and one.state is not SessionState.CANCELLED
        ]
        return f"{len(taking)} booked" if taking else ""

    @property
    def words(self) -> str:
        """All of the head, as a screen reader says it."""
        parts = (self.head, self.sub, f"closed: {self.closed}" if self.closed else "", self.booked)
        return ", ".join(part for part in parts if part)


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def of_week(day: date, found: Sequence[Appointment], clinician: str | None) -> list[Column]:
    """Monday to Friday; to Sunday where something is there, or the day asked for is."""
    monday = monday_of(day)
    weekend = day.weekday() >= WORKDAYS or any(
        one.starts.weekday() >= WORKDAYS for one in found if one.what is not What.CLOSURE
    )
    days = [monday + timedelta(days=n) for n in range(DAYS if weekend else WORKDAYS)]
    return [
        Column(
            day=each,
            head=_ABBREVIATED[each.weekday()],
            sub=str(each.day),
            clinician=clinician,
            closed=_closed(found, each),
            appointments=_on(found, each),
        )
        for each in days
    ]


def of_day(day: date, found: Sequence[Appointment], clinicians: Sequence[UserRow]) -> list[Column]:
    """A column for each clinician; what concerns everybody stands in each."""
    here = _on(found, day)
    return [
        Column(
            day=day,
            head=who.name,
            clinician=who.id,
            closed=_closed(found, day),
            appointments=tuple(one for one in here if _concerns(one, who)),
        )
        for who in clinicians
    ]


def _concerns(one: Appointment, who: UserRow) -> bool:
    return one.clinician in (None, who.id) or one.co_leader == who.id


def _on(found: Sequence[Appointment], day: date) -> tuple[Appointment, ...]:
    return tuple(one for one in found if one.starts.date() == day and one.what is not What.CLOSURE)


def _closed(found: Sequence[Appointment], day: date) -> str:
    closures = (one for one in found if one.what is What.CLOSURE and one.starts.date() == day)
    return next((one.title for one in closures), "")


def summary(found: Sequence[Appointment]) -> str:
    """`19 appointments · 1 cancelled`."""
    sessions = [one for one in found if one.what is What.SESSION]
    cancelled = sum(one.state is SessionState.CANCELLED for one in sessions)
    parts = [count(len(sessions) - cancelled, "appointment") if sessions else "Nothing planned"]
    if cancelled:
        parts.append(f"{cancelled} cancelled")
    return " · ".join(parts)
