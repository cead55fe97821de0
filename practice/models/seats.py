"""When a group or a session has no room, as SQL over NEW and OLD for models/guards/.

Seats of a session = enrolled that day + visitors - cancelled, never over ten. While it is planned
they follow from the three tables; from its start on, from the rows of its roster alone.
"""

from practice.models.enums.attendance import FREES_SEAT

GROUP_SIZE = 10

_COVERS = "e.group_id = NEW.group_id AND e.id <> NEW.id"
_LAST = "COALESCE({}.left_on, '9999-12-31')"
_NEW_LAST, _E_LAST = _LAST.format("NEW"), _LAST.format("e")

GROUP_FULL = f"""EXISTS (
    SELECT 1 FROM (
        SELECT NEW.joined_on AS day
        UNION SELECT e.joined_on FROM enrolment e
        WHERE {_COVERS} AND e.joined_on BETWEEN NEW.joined_on AND {_NEW_LAST}
    ) days
    WHERE (SELECT count(*) FROM enrolment e
           WHERE {_COVERS} AND e.joined_on <= days.day AND {_E_LAST} >= days.day) >= {GROUP_SIZE}
)"""
ENROLLED_TWICE = f"""EXISTS (
    SELECT 1 FROM enrolment e WHERE {_COVERS} AND e.member_id = NEW.member_id
    AND e.joined_on <= {_NEW_LAST} AND {_E_LAST} >= NEW.joined_on
)"""
GROUP_CLOSED = """NEW.admitted_because = ''
    AND (SELECT intake FROM group_ WHERE id = NEW.group_id) = 'closed'
    AND (SELECT min(starts_on) FROM series WHERE group_id = NEW.group_id) < NEW.joined_on"""
_FREED = f"({', '.join(repr(status.value) for status in FREES_SEAT)})"
_DAY = "substr({}.starts, 1, 10)"


def _seats(session: str) -> str:
    """Who has a seat in a planned session: enrolled that day or visiting, and not cancelled.

    A session with one member is that member's. SQLite takes these from left to right. `session` is
    NEW or an alias.
    """
    rows = f"SELECT a.member_id FROM attendance a WHERE a.session_id = {session}.id AND a.status"
    day = _DAY.format(session)
    return f"""(SELECT v.member_id FROM visit v WHERE v.session_id = {session}.id
    UNION SELECT e.member_id FROM enrolment e WHERE e.group_id = {session}.group_id
        AND e.joined_on <= {day} AND {_E_LAST} >= {day}
    UNION SELECT {session}.member_id WHERE {session}.member_id IS NOT NULL
    EXCEPT {rows} IN {_FREED}
    UNION {rows} NOT IN {_FREED})"""


TAKEN = f"(SELECT count(*) FROM {_seats('s')})"
"""How many seats the planned session `s` of a query has taken."""
_ALL_TAKEN = f"{TAKEN} >= {GROUP_SIZE}"
NO_SEAT = f"""EXISTS (SELECT 1 FROM session s WHERE s.id = NEW.session_id
    AND s.state = 'planned' AND NEW.member_id NOT IN {_seats("s")} AND {_ALL_TAKEN})"""
NO_ROW = f"""NEW.status NOT IN {_FREED} AND ((SELECT count(*) FROM attendance
    WHERE session_id = NEW.session_id AND id <> NEW.id AND status NOT IN {_FREED}) >= {GROUP_SIZE}
    OR {NO_SEAT})"""
COMES_AFTER_ALL = f"""(OLD.status IN {_FREED} OR NEW.session_id <> OLD.session_id
    OR NEW.member_id <> OLD.member_id) AND {NO_ROW}"""
NOT_AWAY_AFTER_ALL = f"""OLD.status IN {_FREED} AND EXISTS (
    SELECT 1 FROM session s WHERE s.id = OLD.session_id AND s.state = 'planned' AND {_ALL_TAKEN}
    AND (EXISTS (SELECT 1 FROM visit v WHERE v.session_id = s.id AND v.member_id = OLD.member_id)
         OR EXISTS (SELECT 1 FROM enrolment e WHERE e.group_id = s.group_id
             AND e.member_id = OLD.member_id AND e.joined_on <= {_DAY.format("s")}
             AND {_E_LAST} >= {_DAY.format("s")}))
)"""
SEATS_GIVEN = f"""NOT {GROUP_FULL} AND EXISTS (
    SELECT 1 FROM session s WHERE s.group_id = NEW.group_id AND s.state = 'planned'
    AND {_DAY.format("s")} BETWEEN NEW.joined_on AND {_NEW_LAST}
    AND NEW.member_id NOT IN {_seats("s")}
    AND NOT EXISTS (SELECT 1 FROM attendance a WHERE a.session_id = s.id
        AND a.member_id = NEW.member_id AND a.status IN {_FREED})
    AND {_ALL_TAKEN}
)"""
MOVED_FULL = f"""NEW.state = 'planned' AND (NEW.state <> OLD.state OR NEW.starts <> OLD.starts
    OR NEW.group_id IS NOT OLD.group_id)
    AND (SELECT count(*) FROM {_seats("NEW")}) > {GROUP_SIZE}"""
