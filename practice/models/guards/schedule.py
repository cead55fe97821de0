"""Nobody is booked twice, and what has begun keeps its place."""

from practice.models.base import OFFICE
from practice.models.guards.guard import Guard

LONGEST = 8 * 60
"""Minutes a session can be planned for, at most."""

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
_ABOUT_ONE = (
    "What a session with one member is about belongs into its notes. "
    "The schedule is read at the front desk."
)
_WHOSE_WORDS = "A group’s session belongs to a group, any other to one member."

GUARDS = (
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
    *(
        Guard(name, OFFICE, ("INSERT", "UPDATE"), table, when, words)
        for table in ("session", "series")
        for name, when, words in (
            ("whose", _WHOSE, _WHOSE_WORDS),
            ("about-one", "NEW.kind <> 'group' AND NEW.technique <> ''", _ABOUT_ONE),
        )
    ),
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
)
