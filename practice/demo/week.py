"""What the demo's calendar holds beside its groups: one-to-one sessions, blocks, who waits.

It all lies in the days to come and never on the day itself, so that the day is about its group.
Where a time is taken by a group, planning leaves that session out.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from practice.demo.rows import Rows, id_of, user_id
from practice.demo.world import Place, World
from practice.desk import rules
from practice.models.enums.attendance import Mode
from practice.models.enums.sessions import SessionKind, ToPlaceWhy

PLATFORM, LINK = "Zoom", "https://meet.example.org/one-to-one"


@dataclass(frozen=True)
class _Own:
    """A member's own session: weekday (Monday 0), wall time, minutes, weeks between, clinician."""

    weekday: int
    at: time
    minutes: int
    every: int
    clinician: int
    kind: SessionKind = SessionKind.INDIVIDUAL
    mode: Mode = Mode.VIDEO


_OWN = (
    _Own(0, time(9, 0), 50, 1, 0),
    _Own(0, time(11, 0), 45, 2, 0, mode=Mode.AUDIO),
    _Own(1, time(9, 30), 50, 1, 0),
    _Own(2, time(15, 0), 50, 1, 0, mode=Mode.IN_PERSON),
    _Own(3, time(13, 30), 30, 1, 0, SessionKind.PEER),
    _Own(4, time(10, 0), 50, 1, 0),
    _Own(0, time(13, 0), 50, 1, 1),
    _Own(2, time(9, 0), 50, 2, 1),
    _Own(4, time(14, 0), 90, 1, 1),
    _Own(1, time(14, 0), 50, 1, 2),
    _Own(3, time(9, 30), 30, 1, 2, SessionKind.PEER),
)


@dataclass(frozen=True)
class _Block:
    """Time every week that is nobody's appointment; no clinician is everybody."""

    words: str
    weekdays: tuple[int, ...]
    at: time
    minutes: int
    clinician: int | None = None


_BLOCKS = (
    _Block("Lunch", (0, 1, 2, 3, 4), time(12, 0), 45),
    _Block("Supervision", (3,), time(14, 30), 60, 0),
    _Block("Team meeting", (4,), time(8, 30), 45),
)
_WAITING = (
    (ToPlaceWhy.MISSED, "Thursday afternoons"),
    (ToPlaceWhy.REFERRAL, "First talk, 50 min"),
    (ToPlaceWhy.MOVE, "Asked for mornings"),
)


def add_week(made: Rows, world: World) -> None:
    """Rows of series, blocks and people to place."""
    here = [place for place in world.places if place.until is None]
    for number, (own, place) in enumerate(zip(_OWN, here[::3], strict=False)):
        if own.weekday != world.day.weekday():
            _add_series(made, world, number, own, place)
    for block in _BLOCKS:
        _add_block(made, world, block)
    for (why, note), place in zip(_WAITING, here[1::3], strict=False):
        made.add(
            made.office,
            "to_place",
            id=id_of("to-place", place.member.key),
            member=id_of("member", place.member.key),
            why=why,
            asked_on=world.day,
            note=note,
        )


def _after(day: date, weekday: int) -> date:
    """The first such weekday after a day."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def _add_series(made: Rows, world: World, number: int, own: _Own, place: Place) -> None:
    first = _after(world.day, own.weekday)
    video = own.mode is Mode.VIDEO
    made.add(
        made.office,
        "series",
        id=id_of("own", number),
        kind=own.kind,
        group=None,
        member=id_of("member", place.member.key),
        clinician=user_id(own.clinician),
        starts_on=first,
        time=own.at,
        minutes=own.minutes,
        rule=rules.weekly(first, interval=own.every).text,
        planned_until=world.day - timedelta(days=1),
        mode=own.mode,
        platform=PLATFORM if video else "",
        link=LINK if video else "",
        technique="",
    )


def _add_block(made: Rows, world: World, block: _Block) -> None:
    first = min(_after(world.day, weekday) for weekday in block.weekdays)
    made.add(
        made.office,
        "block",
        id=id_of("block", block.words),
        clinician=None if block.clinician is None else user_id(block.clinician),
        words=block.words,
        starts=datetime.combine(first, block.at),
        minutes=block.minutes,
        rule=rules.Rule(weekdays=block.weekdays).text,
    )
