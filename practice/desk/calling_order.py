"""In which order to call: whoever is likeliest to be lost first, and for nothing else.

A rate over few sessions says little, so each member's own no-show rate is drawn towards that of
their group: with k no-shows in n sessions (attended or not shown up for) and the group's rate g it
is the mean of a beta-binomial with the prior Beta(m·g, m·(1 − g)),

    (k + m·g) / (n + m),    m = 10 sessions.

Ten is this program's choice, the same as where figures begin to count as more than a few. Source:
field.md, section 2, “Rank call lists by a shrunken personal rate … and use it for nothing else:
never to penalise anyone”. The share itself is therefore never shown, only k and n.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from peewee import fn

from practice.desk.rates import Counts, Rate
from practice.models.enums import Status
from practice.models.office import Attendance, Session
from practice.models.read import tuples

STRENGTH = 10
LOOKS_BACK = timedelta(weeks=26)


def shrunken(own: Rate, group_share: float, strength: float = STRENGTH) -> float:
    """The formula above; between 0 and 1. At n = 0 the group's share, at large n one's own."""
    return (own.count + strength * group_share) / (own.of + strength)


@dataclass(frozen=True)
class Place:
    """A member's own no-shows of the last half year, and where that puts them in the order."""

    own: Rate
    share: float


NONE_YET = Rate(0, 0)
NOWHERE = Place(NONE_YET, 0.0)


def places(members: Mapping[str, str | None], today: date) -> dict[str, Place]:
    """The place of each member, given the group that they missed; None is no group."""
    begin = datetime.combine(today - LOOKS_BACK, time.min)
    own = _rates(Attendance.member, members, begin)
    groups = _rates(Session.group, {group for group in members.values() if group}, begin)
    return {
        member: Place(
            own.get(member, NONE_YET),
            shrunken(own.get(member, NONE_YET), _share(groups.get(group or ""))),
        )
        for member, group in members.items()
    }


def _share(rate: Rate | None) -> float:
    return (rate.share if rate else None) or 0.0


def _rates(key: Any, wanted: Iterable[str], begin: datetime) -> dict[str, Rate]:
    query = (
        Attendance.select(key, Attendance.status, fn.COUNT(Attendance.id))
        .join(Session)
        .where(
            key.in_(list(wanted)),
            Attendance.status.in_((Status.ATTENDED, Status.NO_SHOW)),
            Session.starts >= begin,
        )
        .group_by(key, Attendance.status)
    )
    found: dict[str, dict[Status, int]] = {}
    for who, status, number in tuples(query):
        found.setdefault(who, {})[status] = number
    return {who: Counts.counted(numbers).no_show_rate for who, numbers in found.items()}
