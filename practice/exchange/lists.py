"""Lists of office facts for other programs: members, attendance, and what an import left out."""

from dataclasses import fields
from enum import Enum

from practice.desk import members, register, roster
from practice.desk.figures import Period
from practice.desk.members import MemberDetails
from practice.desk.practice import practice, today
from practice.desk.register import Entry
from practice.exchange import csv_out
from practice.exchange.columns import USES
from practice.exchange.matching import Table
from practice.exchange.people import BadRow
from practice.models.audit import note_event
from practice.models.base import OFFICE
from practice.models.enums.attendance import MISSED_BECAUSE_WORDS, STATUS_WORDS


class Leaving(Enum):
    """What leaves, as the record of what was done tells it."""

    MEMBERS = "Save the list of members"
    ATTENDANCE = "Save a list of attendance"
    SCHEDULE = "Save a calendar file"


_FILES = {
    Leaving.MEMBERS: "members-{}.csv",
    Leaving.ATTENDANCE: "attendance-{}.csv",
    Leaving.SCHEDULE: "schedule-{}.ics",
}


def file_name(what: Leaving) -> str:
    """`members-2026-11-17.csv`: it names nobody."""
    return _FILES[what].format(today().isoformat())


def note(what: Leaving) -> None:
    """Keep in the record that it left."""
    note_event(OFFICE, what.value)


_FIELDS = {field.name for field in fields(MemberDetails)}
_KNOWN = tuple(use for use in USES if use.key in _FIELDS)
_ATTENDANCE = (
    "Session", "Minutes planned", "Group", "Clinician", "Code", "Given name", "Family name",
    "Status", "Minutes attended", "Told us", "Because",
)  # fmt: skip


def of_members(*, archived: bool) -> bytes:
    """Every current member, and former ones if asked for, by name; an import reads it back."""
    found = members.members() + (members.members(archived=True) if archived else [])
    groups = roster.groups_on(today())
    heading = ("Code", *(use.words for use in _KNOWN), "Groups now", "Archived")
    return csv_out.document(
        heading,
        (
            (
                row.code,
                *(use.show(getattr(row, use.key)) for use in _KNOWN),
                "; ".join(groups.get(row.id, ())),
                "yes" if row.archived else "",
            )
            for row in found
        ),
    )


def of_attendance(period: Period) -> bytes:
    """Every row of the sessions held or cancelled in a period; times are the practice's wall."""
    zone = practice().zone

    def cells(row: Entry) -> tuple[object, ...]:
        return (
            row.starts,
            row.planned_minutes,
            row.group_name,
            row.clinician_name,
            row.code,
            row.given_name,
            row.family_name,
            STATUS_WORDS[row.status],
            row.minutes,
            row.notice_at.astimezone(zone) if row.notice_at else None,
            MISSED_BECAUSE_WORDS[row.missed_because] if row.missed_because else None,
        )

    return csv_out.document(_ATTENDANCE, map(cells, register.entries(period)))


def of_bad_rows(table: Table, bad: tuple[BadRow, ...]) -> bytes:
    """The rows as they stood in the file, each with its number and the reason in front."""
    width = len(table.columns)
    names = [column.heading for column in table.columns]
    return csv_out.document(
        ("Row", "Reason", *names),
        ((row.number, row.reason, *row.cells, *[""] * (width - len(row.cells))) for row in bad),
    )
