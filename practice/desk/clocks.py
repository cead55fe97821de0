"""The two hours a year that the clocks skip or show twice, told in words.

A wall time that does not exist is taken an hour later by the clock; one that comes twice is taken
the first time (`practice.from_wall`).
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo


def told(wall: datetime, zone: ZoneInfo) -> str:
    """What the change of the clocks makes of a wall time; empty for any ordinary one."""
    first = wall.replace(tzinfo=zone, fold=0).utcoffset() or timedelta()
    second = wall.replace(tzinfo=zone, fold=1).utcoffset() or timedelta()
    if first == second:
        return ""
    day = f"{wall:%A} {wall.day} {wall:%B}"
    if first > second:
        return f"On {day} the clocks go back and {wall:%H:%M} comes twice. The first one is meant."
    later = wall + (second - first)
    return f"On {day} the clocks skip {wall:%H:%M}. The session begins at {later:%H:%M}."
