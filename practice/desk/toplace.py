"""People who wait for a time: they missed one and want another, are new, or ask to be moved.

A row leaves the tray when a person places it or says that it needs no time any more; nothing here
is ever added or settled by the program.
"""

from dataclasses import dataclass
from datetime import date

from practice.desk import series
from practice.desk.members import short_name
from practice.desk.practice import today
from practice.desk.series import NewAppointment
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.sessions import ToPlaceWhy
from practice.models.office import Member, ToPlace
from practice.models.read import rows
from practice.text import clean_line

SETTLED = "This person is no longer waiting for a time."
TWICE = "This person is already waiting for a time."


@dataclass(frozen=True, kw_only=True)
class ToPlaceRow:
    """One person who waits. `asked_on` is a day on the practice's wall."""

    id: str
    member: str
    given_name: str
    family_name: str
    preferred_name: str
    why: ToPlaceWhy
    asked_on: date
    note: str

    @property
    def short_name(self) -> str:
        """As `members.short_name`."""
        return short_name(self.given_name, self.family_name, self.preferred_name)


def waiting() -> list[ToPlaceRow]:
    """Everybody who waits, longest first."""
    names = (Member.given_name, Member.family_name, Member.preferred_name)
    own = (ToPlace.id, ToPlace.member, ToPlace.why, ToPlace.asked_on, ToPlace.note)
    query = (
        ToPlace.select(*own, *names)
        .join(Member)
        .where(~ToPlace.done)
        .order_by(ToPlace.asked_on, Member.given_name, ToPlace.id)
    )
    return rows(query, ToPlaceRow)


def waits(member_id: str) -> bool:
    """Whether someone is on the tray."""
    return any(row.member == member_id for row in waiting())


def ask(member_id: str, why: ToPlaceWhy, note: str = "") -> str:
    """Put someone on the tray; returns the row's id. `note` says when it suits them.

    Raises Refused for someone who is on it already.
    """
    if waits(member_id):
        raise Refused(TWICE, field="member")
    note = clean_line(note, field="note")
    with operation(OFFICE, "Put someone on the list to place"):
        made = ToPlace.create(member=member_id, why=why, asked_on=today(), note=note)
        return str(made.id)


def place(row_id: str, wanted: NewAppointment) -> str:
    """Give them this appointment and take them off the tray, in one step; returns its id."""
    with operation(OFFICE, "Place an appointment"):
        placed = series.place(wanted)
        _settle(row_id)
        return placed


def settle(row_id: str) -> None:
    """They need no time any more."""
    with operation(OFFICE, "Take someone off the list to place"):
        _settle(row_id)


def _settle(row_id: str) -> None:
    changed = ToPlace.update(done=True).where(ToPlace.id == row_id, ~ToPlace.done).execute()
    if not changed:
        raise Refused(SETTLED)
