"""Where a sentence of a draft came from, in words: the line, rating, goal or technique."""

from collections.abc import Iterable

from practice.care import carrying, live, plans, ratings, techniques
from practice.care.wrapup import MemberPart
from practice.desk.schedule import SessionRow
from practice.models.enums.live import RATED_WHEN_WORDS, RATED_WORDS

GONE = "Its source is no longer there"


def words(sources: Iterable[str], session: SessionRow, part: MemberPart | None) -> str:
    """`From your line of 12:02: “named payday”`; nothing without sources."""
    known: dict[str, str] = {}
    wanted = tuple(sources)
    if wanted:
        known = _known(session, part)
    found = dict.fromkeys(known.get(source, GONE) for source in wanted)
    return " · ".join(found)


def _known(session: SessionRow, part: MemberPart | None) -> dict[str, str]:
    started = session.started_at
    found = {
        f"line:{line.id}": f"From your line of {line.offset(started)}: “{line.text}”"
        for line in live.lines(session.id)
        if started is not None
    }
    found |= {f"technique:{t.key}": f"From {t.name}" for t in techniques.of_session(session.id)}
    for row in ratings.rows_of(session.id):
        when = RATED_WHEN_WORDS[row.moment]
        found[f"rating:{row.id}"] = f"From the rating: {RATED_WORDS[row.what]} {row.value} {when}"
    if part is not None:
        last = carrying.last_plan(part.note) if part.note else None
        found |= {f"note:{last.id}": "From the plan of this member’s last note"} if last else {}
        goals = plans.goals(part.seat.member)
        found |= {f"goal:{goal.id}": f"From the goal “{goal.words}”" for goal in goals}
    return found
