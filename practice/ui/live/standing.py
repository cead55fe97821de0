"""What the roster says about a row: one pill, and the counts above. Pure; no widget here."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from practice.care import ratings
from practice.care.ratings import Given
from practice.care.safety import CheckRow
from practice.desk import presence
from practice.desk.presence import WallClock
from practice.desk.schedule import SessionRow
from practice.desk.sessions import Seat
from practice.models.enums.attendance import STATUS_WORDS, Status
from practice.models.enums.live import Rated
from practice.ui.widgets.pill import PillKind


@dataclass(frozen=True)
class Standing:
    """`words` stand on the pill; `counted` is the word in the counts line."""

    kind: PillKind
    words: str
    counted: str


UNMARKED = Standing(PillKind.TO_MARK, "To mark", "to mark")
_MISSED = {
    Status.UNRECORDED: UNMARKED,
    Status.NO_SHOW: Standing(PillKind.NO_SHOW, STATUS_WORDS[Status.NO_SHOW], "no-show"),
    Status.EXCUSED: Standing(PillKind.EXCUSED, STATUS_WORDS[Status.EXCUSED], "excused"),
    Status.LATE_CANCEL: Standing(PillKind.LATE, STATUS_WORDS[Status.LATE_CANCEL], "late cancel"),
    Status.CLIENT_CANCEL: Standing(PillKind.EXCUSED, "Cancelled", "cancelled"),
    Status.PROVIDER_CANCEL: Standing(PillKind.NEUTRAL, "Cancelled", "cancelled"),
}
_ORDER = ("present", "late", "out", "left early", "no-show", "late cancel", "excused", "cancelled")


def standing(seat: Seat, session: SessionRow, wall: WallClock) -> Standing:
    """How a row stands. Someone out of a running session may come back, so that is no early end."""
    if seat.status is not Status.ATTENDED or session.started_at is None:
        return _MISSED.get(seat.status, UNMARKED)
    late = presence.minutes_late(seat.stays, session.started_at)
    if session.stopped_at is not None:
        early = presence.minutes_left_early(seat.stays, session.stopped_at)
        return _afterwards(late, early)
    if not presence.is_in(seat.stays):
        words = f"Out {_last_out(seat, wall)}"
        return Standing(PillKind.LEFT_EARLY, words, "out")
    if late:
        return Standing(PillKind.LATE, f"Late {late} min", "late")
    if len(seat.stays) > 1:
        return Standing(PillKind.PRESENT, f"Back {wall(seat.stays[-1].in_at):%H:%M}", "present")
    return Standing(PillKind.PRESENT, "Present", "present")


def _last_out(seat: Seat, wall: WallClock) -> str:
    return f"{wall(max(stay.out_at for stay in seat.stays if stay.out_at)):%H:%M}"


def _afterwards(late: int, early: int) -> Standing:
    if late and early:
        return Standing(PillKind.LATE, f"Late {late}, left early {early}", "late")
    if late:
        return Standing(PillKind.LATE, f"Late {late} min", "late")
    if early:
        return Standing(PillKind.LEFT_EARLY, f"Left early {early} min", "left early")
    return Standing(PillKind.PRESENT, "Present", "present")


def counts(standings: Iterable[Standing]) -> str:
    """`6 present · 1 late · 1 no-show · 1 excused · 1 to mark`; what is nobody's is left out."""
    found = Counter(one.counted for one in standings)
    return " · ".join(f"{found[word]} {word}" for word in (*_ORDER, "to mark") if found[word])


@dataclass(frozen=True)
class Noted:
    """What is noted about one member beside their last line.

    `unheard`: they came and nothing is written about them yet; `stands_out`: that is to be seen.
    """

    unheard: bool
    stands_out: bool
    lines: int
    given: Given
    checks: tuple[CheckRow, ...]

    @property
    def rated(self) -> str:
        """`7→4 · mood 3→6`: the urge's number stands alone."""
        urge, mood = (ratings.change(self.given, what) for what in (Rated.URGE, Rated.MOOD))
        return " · ".join(filter(None, (urge, f"mood {mood}" if mood else "")))

    @property
    def check_open(self) -> bool:
        """Whether a safety check waits to be finished."""
        return any(check.open for check in self.checks)

    @property
    def spoken(self) -> tuple[str, ...]:
        """The same for a screen reader."""
        flag = "safety check not finished" if self.check_open else "safety check finished"
        return (
            *ratings.in_words(self.given),
            *((f"{self.lines} lines",) if self.lines > 1 else ()),
            *((flag,) if self.checks else ()),
        )


def unheard(seats: Iterable[Seat], with_lines: Iterable[str | None]) -> list[Seat]:
    """Who came and about whom nothing is written yet."""
    heard = set(with_lines)
    return [s for s in seats if s.status is Status.ATTENDED and s.member not in heard]


def stand_out(seats: Iterable[Seat], silent: Sequence[Seat]) -> bool:
    """Whether those not heard yet are to catch the eye: once half of those who came were heard."""
    came = sum(seat.status is Status.ATTENDED for seat in seats)
    return len(silent) * 2 <= came
