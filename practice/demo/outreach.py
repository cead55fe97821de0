"""Outreach of the demo's last weeks: some to call, some tried, some reached, some closed; fees."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from practice.demo.rows import Row, Rows, id_of, user_id
from practice.demo.world import CHOSEN_SEED, World
from practice.desk.voicemail import DEFAULT
from practice.models.enums.attendance import Status
from practice.models.enums.fees import FeeDecision
from practice.models.enums.members import PayerKind
from practice.models.enums.outreach import Channel, Ended, Outcome

WEEKS = 4
OPEN_DAYS = 8
"""Misses of the last days stay open, so that the board has something on it."""
CENTS = 4000
_MISSED = (Status.NO_SHOW, Status.LATE_CANCEL)


@dataclass(frozen=True)
class _Try:
    """How many days after the miss, at which hour, and what came of it."""

    day: int
    hour: int
    channel: Channel
    outcome: Outcome
    words: str = ""


_CALL, _LETTER = Channel.CALL, Channel.LETTER


@dataclass(frozen=True)
class _Story:
    tries: tuple[_Try, ...] = ()
    ended: Ended | None = None


_OPEN = (
    _Story(),
    _Story((_Try(0, 21, _CALL, Outcome.VOICEMAIL),)),
    _Story((_Try(1, 11, _CALL, Outcome.REACHED, "Mixed up the day"),)),
    _Story((_Try(1, 10, _CALL, Outcome.NO_ANSWER, "Mailbox full"),)),
    _Story(),
)
_OVER = (
    _Story((_Try(1, 10, _CALL, Outcome.REACHED),), Ended.COMING_BACK),
    _Story(
        (_Try(0, 20, _CALL, Outcome.VOICEMAIL), _Try(3, 10, _CALL, Outcome.REACHED)),
        Ended.COMING_BACK,
    ),
    _Story(
        (
            _Try(1, 9, _CALL, Outcome.NO_ANSWER),
            _Try(3, 16, _CALL, Outcome.VOICEMAIL),
            _Try(7, 12, _LETTER, Outcome.LETTER_SENT),
        ),
        Ended.NOT_REACHED,
    ),
)


def add_outreach(made: Rows, world: World) -> None:
    """The board from four weeks ago on, and a policy for fees."""
    since = world.day - timedelta(weeks=WEEKS)
    made.add(
        made.office,
        "outreach_policy",
        id="outreach",
        since=since,
        again_days=3,
        letter_days=7,
        voicemail=DEFAULT,
    )
    made.add(
        made.office,
        "fee_policy",
        id="fees",
        cents=CENTS,
        statuses=frozenset(_MISSED),
        grace=1,
        grace_days=180,
        since=since,
    )
    misses = _misses(made, since)
    by_member: dict[str, list[tuple[datetime, Row]]] = {}
    for starts, row in misses:
        by_member.setdefault(row["member"], []).append((starts, row))
    for number, (_member, found) in enumerate(sorted(by_member.items())):
        _add_member(made, world, number, found)
    _decide_fees(made, world, misses)


def _misses(made: Rows, since: date) -> list[tuple[datetime, Row]]:
    starts = {row["id"]: row["starts"] for row in made.office["session"]}
    found = [
        (starts[row["session"]], row)
        for row in made.office["attendance"]
        if row["status"] is Status.NO_SHOW and starts[row["session"]].date() >= since
    ]
    return sorted(found, key=lambda pair: (pair[0], pair[1]["member"]))


def _add_member(made: Rows, world: World, number: int, found: list[tuple[datetime, Row]]) -> None:
    """What is older is closed, each miss by itself; what is newer is one open row, if touched."""
    limit = world.day - timedelta(days=OPEN_DAYS)
    for starts, row in found:
        if starts.date() < limit:
            story = _OVER[(number + starts.day) % len(_OVER)]
            _add_row(made, world, [(starts, row)], story)
    fresh = [(starts, row) for starts, row in found if starts.date() >= limit]
    story = _OPEN[number % len(_OPEN)]
    if fresh and story.tries:
        _add_row(made, world, fresh, story)


def _add_row(made: Rows, world: World, misses: list[tuple[datetime, Row]], story: _Story) -> None:
    missed, ended = misses[-1][0], story.ended
    now = datetime.combine(world.day, datetime.min.time()).replace(hour=12)
    tries = [(one, _at(missed, one)) for one in story.tries if _at(missed, one) < now]
    if not tries:
        return
    row_id, last = id_of("outreach", misses[0][1]["id"]), tries[-1]
    reached = last[0].outcome is Outcome.REACHED
    made.add(
        made.office,
        "outreach",
        id=row_id,
        member=misses[0][1]["member"],
        opened_at=_moment(world, tries[0][1]),
        due=None if ended or reached else missed.date() + timedelta(days=3),
        closed_at=_moment(world, last[1] + timedelta(minutes=5)) if ended else None,
        ended=ended,
    )
    for _starts, miss in misses:
        made.add(
            made.office,
            "outreach_miss",
            id=id_of("outreach-miss", miss["id"]),
            outreach=row_id,
            session=miss["session"],
        )
    for number, (one, at) in enumerate(tries):
        made.add(
            made.office,
            "contact",
            id=id_of("contact", row_id, number),
            outreach=row_id,
            at=_moment(world, at),
            channel=one.channel,
            outcome=one.outcome,
            words=one.words,
            by=user_id(0),
            logged_at=_moment(world, at),
        )


def _at(missed: datetime, one: _Try) -> datetime:
    return missed.replace(hour=one.hour, minute=5) + timedelta(days=one.day)


def _moment(world: World, wall: datetime) -> datetime:
    return wall.replace(tzinfo=ZoneInfo(world.zone)).astimezone(UTC)


def _decide_fees(made: Rows, world: World, misses: list[tuple[datetime, Row]]) -> None:
    """About some of the older ones someone has decided already."""
    pays = {row["id"]: row.get("payer_kind") for row in made.office["member"]}
    random = Random(CHOSEN_SEED)  # noqa: S311  # made-up decisions
    limit = world.day - timedelta(days=OPEN_DAYS)
    for starts, row in misses:
        charged = random.random() < 0.5
        if starts.date() >= limit or pays[row["member"]] is PayerKind.MEDICAID:
            continue
        made.add(
            made.office,
            "fee",
            id=id_of("fee", row["id"]),
            member=row["member"],
            session=row["session"],
            decision=FeeDecision.CHARGED if charged else FeeDecision.WAIVED,
            cents=CENTS,
            reason="" if charged else "First time in months",
            at=_moment(world, starts + timedelta(days=1)),
            by=user_id(0),
        )
