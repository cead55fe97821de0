"""In which order to call: whoever is likeliest to be lost first, and for nothing else.

A rate over few sessions says little, so each member's own no-show rate is drawn towards that of
their group: with k no-shows in n sessions (attended or not shown up for) and the group's rate g it
is the mean of a beta-binomial with the prior Beta(m·g, m·(1 − g)),

    (k + m·g) / (n + m),    m = 10 sessions.

Ten is this program's choice, the same as where figures begin to count as more than a few. Source:
field.md, section 2, “Rank call lists by a shrunken personal rate … and use it for nothing else:
never to penalise anyone”. The share itself is therefore never shown, only k and n.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from peewee import JOIN, fn

from practice.desk.rates import Counts, Rate
from practice.models.enums.attendance import Status
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


_Tally = defaultdict[str | None, Counter[Status]]
NONE_YET = Rate(0, 0)
NOWHERE = Place(NONE_YET, 0.0)


def places(members: Mapping[str, str | None], today: date) -> dict[str, Place]:
    """The place of each member, given the group they missed; None is sessions with one member."""
    own, groups = _counts(datetime.combine(today - LOOKS_BACK, time.min))
    found = {}
    for member, group in members.items():
        rate = _rate(own[member])
        found[member] = Place(rate, shrunken(rate, _rate(groups[group]).share or 0.0))
    return found


def _rate(numbers: Mapping[Status, int]) -> Rate:
    return Counts.counted(numbers).no_show_rate


def _counts(begin: datetime) -> tuple[_Tally, _Tally]:
    """Attended and not shown up for, by member and by group, in one walk over the sessions."""
    query = (
        Session.select(Attendance.member, Session.group, Attendance.status, fn.COUNT(Attendance.id))
        .join(Attendance, JOIN.CROSS)
        .where(
            Attendance.session == Session.id,
            Session.starts >= begin,
            Attendance.status.in_((Status.ATTENDED, Status.NO_SHOW)),
        )
        .group_by(Attendance.member, Session.group, Attendance.status)
    )
    own, groups = _Tally(Counter), _Tally(Counter)
    for member, group, status, number in tuples(query):
        own[member][status] += number
        groups[group][status] += number
    return own, groups
