"""Rules the database itself refuses to break, each with the words a person reads.

A guard is a trigger that aborts with its own name; `words` turns that name into a sentence.
They hold for every writer: windows, imports, undo and bulk queries alike.
"""

from dataclasses import dataclass

from practice.models.base import CLINICAL, OFFICE
from practice.models.keyed import KeyedDatabase

GROUP_SIZE = 10
LONGEST = 8 * 60
"""Minutes a session can be planned for, at most."""


@dataclass(frozen=True)
class Guard:
    """`when` is SQL over NEW and OLD; the event is refused while it is true."""

    name: str
    file: KeyedDatabase
    events: tuple[str, ...]
    table: str
    when: str
    words: str

    def triggers(self) -> dict[str, str]:
        """Trigger name to SQL, one for each event."""
        return {
            f"guard_{self.name}_{event.split()[0].lower()}_{self.table}": (
                f'CREATE TRIGGER "guard_{self.name}_{event.split()[0].lower()}_{self.table}" '
                f'BEFORE {event} ON "{self.table}" WHEN {self.when} '
                f"BEGIN SELECT RAISE(ABORT, '{self.name}'); END"
            )
            for event in self.events
        }


_COVERS = "e.group_id = NEW.group_id AND e.id <> NEW.id"
_LAST = "COALESCE({}.left_on, '9999-12-31')"
_NEW_LAST, _E_LAST = _LAST.format("NEW"), _LAST.format("e")

_GROUP_FULL = f"""EXISTS (
    SELECT 1 FROM (
        SELECT NEW.joined_on AS day
        UNION SELECT e.joined_on FROM enrolment e
        WHERE {_COVERS} AND e.joined_on BETWEEN NEW.joined_on AND {_NEW_LAST}
    ) days
    WHERE (SELECT count(*) FROM enrolment e
           WHERE {_COVERS} AND e.joined_on <= days.day AND {_E_LAST} >= days.day) >= {GROUP_SIZE}
)"""
_ENROLLED_TWICE = f"""EXISTS (
    SELECT 1 FROM enrolment e WHERE {_COVERS} AND e.member_id = NEW.member_id
    AND e.joined_on <= {_NEW_LAST} AND {_E_LAST} >= NEW.joined_on
)"""
_SESSION_FULL = f"""(SELECT count(*) FROM attendance
    WHERE session_id = NEW.session_id AND id <> NEW.id) >= {GROUP_SIZE}"""
_NO_REASON = "COALESCE((SELECT reason FROM operation WHERE finished IS NULL), '') = ''"
_SESSION_SIGNED = "(SELECT signed FROM session WHERE id = {}) = 1 AND " + _NO_REASON
_STRETCH_SESSION = "(SELECT session_id FROM attendance WHERE id = {}.attendance_id)"
_FACTS_OF_SESSION = ("started_at", "stopped_at", "mode", "platform", "clinician_location", "signed")
_SESSION_CHANGES = (
    "OLD.signed = 1 AND ("
    + " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in _FACTS_OF_SESSION)
    + f") AND {_NO_REASON}"
)
_END = "strftime('%Y-%m-%dT%H:%M', {0}.starts, '+' || {0}.minutes || ' minutes')"
# The plus keeps the search on the index of `starts`, which leaves a handful of rows.
_BOOKED_TWICE = f"""NEW.state = 'planned' AND EXISTS (
    SELECT 1 FROM session s
    WHERE s.starts > strftime('%Y-%m-%dT%H:%M', NEW.starts, '-{LONGEST} minutes')
    AND s.starts < {_END.format("NEW")} AND {_END.format("s")} > NEW.starts
    AND s.id <> NEW.id AND s.state <> 'cancelled'
    AND (+s.clinician_id IN (NEW.clinician_id, NEW.co_leader_id)
         OR +s.co_leader_id IN (NEW.clinician_id, NEW.co_leader_id))
)"""
_WHOSE = """(NEW.kind = 'group') <> (NEW.group_id IS NOT NULL)
    OR (NEW.kind = 'group') <> (NEW.member_id IS NULL)"""
_NOT_PLANNED = "OLD.state <> 'planned'"
_PLACE_CHANGES = "(NEW.starts IS NOT OLD.starts OR NEW.minutes IS NOT OLD.minutes)"
_HELD = "OLD.state IN ('live', 'held')"
_WHOSE_WORDS = "A group’s session belongs to a group, any other to one member."
_NOTE_SIGNED = "(SELECT state FROM note WHERE id = {}.note_id) = 'signed'"
_CHECK_OPEN = """NEW.state = 'signed' AND EXISTS (
    SELECT 1 FROM safety_check WHERE session_id = NEW.session_id AND finished_at IS NULL
)"""
_MEMBER_SIGNED = """EXISTS (
    SELECT 1 FROM note WHERE session_id = {0}.session_id AND member_id = {0}.member_id
    AND state = 'signed'
)"""
_ADDENDUM = "Words already signed never change. Add an addendum to the note instead."
_REASON = (
    "Notes of this session are signed, so its attendance changes only with a reason. "
    "Say why, and the notes it touches will ask for an addendum."
)

GUARDS = (
    Guard(
        "group-full",
        OFFICE,
        ("INSERT", "UPDATE"),
        "enrolment",
        _GROUP_FULL,
        f"This group already has {GROUP_SIZE} members in that time, the most a group can hold. "
        "Choose another group or a later date, or let someone leave first.",
    ),
    Guard(
        "enrolled-twice",
        OFFICE,
        ("INSERT", "UPDATE"),
        "enrolment",
        _ENROLLED_TWICE,
        "This member is already in the group in that time.",
    ),
    Guard(
        "left-before-joined",
        OFFICE,
        ("INSERT", "UPDATE"),
        "enrolment",
        "NEW.left_on < NEW.joined_on",
        "The last day is before the first day. Please check both dates.",
    ),
    Guard(
        "session-full",
        OFFICE,
        ("INSERT",),
        "attendance",
        _SESSION_FULL,
        f"This session already has {GROUP_SIZE} people, the most it can hold.",
    ),
    Guard(
        "out-before-in",
        OFFICE,
        ("INSERT", "UPDATE"),
        "stretch",
        "NEW.out_at < NEW.in_at",
        "The time out is before the time in. Please check both times.",
    ),
    Guard(
        "attendance-signed",
        OFFICE,
        ("INSERT", "UPDATE"),
        "attendance",
        _SESSION_SIGNED.format("NEW.session_id"),
        _REASON,
    ),
    Guard(
        "attendance-signed",
        OFFICE,
        ("DELETE",),
        "attendance",
        _SESSION_SIGNED.format("OLD.session_id"),
        _REASON,
    ),
    Guard(
        "attendance-signed",
        OFFICE,
        ("INSERT", "UPDATE"),
        "stretch",
        _SESSION_SIGNED.format(_STRETCH_SESSION.format("NEW")),
        _REASON,
    ),
    Guard(
        "attendance-signed",
        OFFICE,
        ("DELETE",),
        "stretch",
        _SESSION_SIGNED.format(_STRETCH_SESSION.format("OLD")),
        _REASON,
    ),
    Guard("attendance-signed", OFFICE, ("UPDATE",), "session", _SESSION_CHANGES, _REASON),
    Guard(
        "booked-twice",
        OFFICE,
        ("INSERT", "UPDATE OF starts, minutes, clinician_id, co_leader_id, state"),
        "session",
        _BOOKED_TWICE,
        "A clinician would have two appointments at that time. "
        "Choose another time or another person.",
    ),
    Guard(
        "length",
        OFFICE,
        ("INSERT", "UPDATE OF minutes"),
        "session",
        f"NEW.minutes NOT BETWEEN 1 AND {LONGEST}",
        f"The length should be between 1 and {LONGEST} minutes.",
    ),
    Guard("whose", OFFICE, ("INSERT", "UPDATE"), "session", _WHOSE, _WHOSE_WORDS),
    Guard("whose", OFFICE, ("INSERT", "UPDATE"), "series", _WHOSE, _WHOSE_WORDS),
    Guard(
        "held-stays",
        OFFICE,
        ("UPDATE OF starts, minutes",),
        "session",
        f"{_NOT_PLANNED} AND {_PLACE_CHANGES}",
        "What has begun, was held or was cancelled keeps the time it was planned for.",
    ),
    Guard(
        "held-stays-there",
        OFFICE,
        ("DELETE",),
        "session",
        _HELD,
        "A session that has begun or was held stays on record.",
    ),
    Guard("signed", CLINICAL, ("UPDATE", "DELETE"), "note", "OLD.state = 'signed'", _ADDENDUM),
    Guard(
        "signed",
        CLINICAL,
        ("INSERT", "UPDATE"),
        "note_goal",
        _NOTE_SIGNED.format("NEW"),
        _ADDENDUM,
    ),
    Guard("signed", CLINICAL, ("DELETE",), "note_goal", _NOTE_SIGNED.format("OLD"), _ADDENDUM),
    Guard("signed", CLINICAL, ("UPDATE", "DELETE"), "addendum", "1", _ADDENDUM),
    Guard(
        "signed", CLINICAL, ("INSERT", "UPDATE"), "rating", _MEMBER_SIGNED.format("NEW"), _ADDENDUM
    ),
    Guard("signed", CLINICAL, ("DELETE",), "rating", _MEMBER_SIGNED.format("OLD"), _ADDENDUM),
    Guard(
        "signed",
        CLINICAL,
        ("UPDATE", "DELETE"),
        "safety_check",
        f"OLD.finished_at IS NOT NULL AND {_MEMBER_SIGNED.format('OLD')}",
        _ADDENDUM,
    ),
    Guard(
        "rating-range",
        CLINICAL,
        ("INSERT", "UPDATE"),
        "rating",
        "NEW.value NOT BETWEEN 0 AND 10",
        "A rating is a whole number from 0 to 10.",
    ),
    Guard(
        "check-open",
        CLINICAL,
        ("INSERT", "UPDATE"),
        "note",
        _CHECK_OPEN,
        "A safety check of this session is not finished yet. Finish it, then sign.",
    ),
    Guard(
        "issued",
        CLINICAL,
        ("UPDATE", "DELETE"),
        "issued_report",
        "1",
        "A report that was issued is kept as it was. Make a new one instead.",
    ),
)
_AUDIT = "The record of what was done cannot be changed."
AUDIT_GUARDS = tuple(
    guard
    for file in (OFFICE, CLINICAL)
    for guard in (
        Guard("audit", file, ("UPDATE", "DELETE"), "change", "1", _AUDIT),
        Guard("audit", file, ("UPDATE",), "operation", "OLD.finished IS NOT NULL", _AUDIT),
        Guard("audit", file, ("DELETE",), "operation", "1", _AUDIT),
    )
)

WORDS = {guard.name: guard.words for guard in GUARDS + AUDIT_GUARDS}


def triggers(file: KeyedDatabase) -> dict[str, str]:
    """All guard triggers of one file, name to SQL."""
    return {
        name: sql
        for guard in GUARDS + AUDIT_GUARDS
        if guard.file is file
        for name, sql in guard.triggers().items()
    }
