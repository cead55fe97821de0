"""What the demo's clinicians noted beside lines: ratings, safety checks, techniques, suitability.

Ratings are those of the last weeks; before, nobody asked for them.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from practice.care import techniques
from practice.care.ratings import QUESTIONS, Asked
from practice.demo.notes import Entry
from practice.demo.rows import Row, Rows, id_of, user_id, week_of
from practice.demo.world import Place, World
from practice.models.enums.live import Rated, RatedWhen
from practice.models.enums.members import Suitability

RATED_WEEKS = 8
URGES = frozenset({"alcohol", "opioid"})
"""What somebody is here for where urges are asked about; the others rate their mood alone."""
_LIGHTEST = 9
SAID = "Wished twice this week not to wake up; no plan, no means at hand"
CHECK = {
    "asked": "Asked directly after group about thoughts of suicide, a plan, means and intent.",
    "answer": "Passive thoughts on two nights. No plan, no intent, nothing at hand.",
    "action": "Read the safety plan through together; it stays at hand. Crisis line saved.",
    "told": "Nobody today: no one is in danger. Will call before the weekend.",
}


@dataclass(frozen=True)
class Heard:
    """One member's part of a session: ids, and when it began and ended (moments)."""

    session: str
    member: str
    author: str
    began: datetime
    ended: datetime


def add_ratings(made: Rows, heard: Heard, focus: str, entry: Entry) -> None:
    """Urge as the story has it, mood the lighter the weaker it is."""
    before, after = entry.rated
    answers = {
        Asked(Rated.URGE, RatedWhen.BEFORE): before,
        Asked(Rated.URGE, RatedWhen.AFTER): after,
        Asked(Rated.MOOD, RatedWhen.BEFORE): _LIGHTEST - before,
        Asked(Rated.MOOD, RatedWhen.AFTER): _LIGHTEST - after,
    }
    asked = [one for one in QUESTIONS if one.what is Rated.MOOD or focus in URGES]
    for question in asked:
        first = question.moment is RatedWhen.BEFORE
        made.add(
            made.clinical,
            "rating",
            id=id_of("rating", heard.session, heard.member, question.key),
            **_about(heard),
            what=question.what,
            moment=question.moment,
            value=max(0, answers[question]),
            at=heard.began + timedelta(minutes=4) if first else heard.ended - timedelta(minutes=3),
        )


def add_check(made: Rows, heard: Heard, entry: Entry) -> None:
    """The line that spoke of risk, and what was done, as the note says in its own words."""
    line, minute = id_of("flagged", heard.session, heard.member), entry.lines[-1].minute
    at = heard.began + timedelta(minutes=minute, seconds=30)
    author: Row = {"author_id": heard.author}
    made.add(made.clinical, "line", id=line, **_about(heard), **author, at=at, text=SAID)
    made.add(
        made.clinical,
        "safety_check",
        id=id_of("check", line),
        **_about(heard),
        **author,
        line_id=line,
        flagged_at=at + timedelta(seconds=20),
        **CHECK,
        finished_at=heard.ended + timedelta(minutes=12),
    )


def _about(heard: Heard) -> Row:
    return {"session_id": heard.session, "member_id": heard.member}


def add_technique(made: Rows, session: str, name: str, began: datetime) -> None:
    """What was practised, where the library has it under this name."""
    for row in techniques.brought().values():
        if row.name == name:
            made.add(
                made.clinical,
                "session_technique",
                id=id_of("technique", session),
                session_id=session,
                key=row.key,
                name=row.name,
                practises=row.practises,
                home=row.home,
                at=began + timedelta(minutes=10),
            )


def add_screening(made: Rows, world: World, place: Place) -> None:
    """Everybody can take part and was asked at joining, but for whoever joined last."""
    if place is max(world.places, key=lambda one: one.since):
        return
    joined = datetime.combine(week_of(world, place.since, place.group), place.group.start)
    made.add(
        made.clinical,
        "screening",
        id=id_of("screening", place.member.key),
        member_id=id_of("member", place.member.key),
        kind=place.group.registered_kind,
        verdict=Suitability.SUITED,
        author_id=user_id(place.group.clinician),
        at=joined.replace(tzinfo=ZoneInfo(world.zone)).astimezone(UTC),
    )
